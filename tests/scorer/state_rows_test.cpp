// Rows of all kinds as bytes and back: nothing of them is lost, and bytes that nobody wrote are refused or harmless.

#include "scorer/state_rows.hpp"

#include <gtest/gtest.h>

#include <random>

#include "checked_text.hpp"
#include "data/finish_dataset.hpp"

namespace cwp {
namespace {

constexpr const char* kRulesOfState = R"yaml(cwp: 1
id: kept
attributes: {station: {}, squad: {}}
duty: {leave: exempt}
events:
  lateness: {columns: {minutes: number, remark: text, seen_on: date, excused: bool}}
metrics:
  visits: {type: u16, on_duplicate: sum}
  hours: {decimals: 2, range: [-3, 900]}
  rate: {unit: "%", fold: mean}
  clean: {type: bool, fold: last}
  survey: {per: month, fold: last}
  inspection: {about: station, per: week, fold: last}
  late: {from: lateness, count: minutes <= 30}
categories:
  - {id: c, items: [{id: i, per: month, points: visits + hours + survey + inspection + late + rate}]}
assessments: {month: {}}
)yaml";

Day on(const char* text) { return *Day::parse(text); }

class StateRows : public testing::Test {
 protected:
  StateRows() : rules(checked_text(kRulesOfState)), builder(rules) {
    const std::int32_t file = builder.add_file("day.csv", "metrics"), unread = builder.add_file("x\xFF.csv");
    builder.set_digest(file, {"0123", 77, 5});
    builder.set_span({on("2026-03-01"), on("2026-03-31")});
    builder.set_known_at(on("2026-05-01"));
    builder.set_dialect({TextEncoding::gb18030, FieldDelimiter::tab});
    builder.add_officer("ann", on("2026-03-02"), {}, {{"station", "A"}, {"none_such", "1"}}, {file, 2});
    builder.add_officer("\xE6\x9D\x8E", {}, on("2026-03-30"), {{"station", ""}}, {}, {on("2026-03-09"), true});
    builder.add_duty("ann", on("2026-03-05"), on("2026-03-06"), "leave", {unread, 9}, {on("2026-03-07"), false});
    builder.add_duty("bob", {}, {}, "asleep");
    const Origin line{file, 3};
    for (const char* metric : {"visits", "hours", "rate", "clean"})
      builder.add_metric("ann", "2026-03-04", metric, "1", line);
    builder.add_metric("ann", "2026-03-09", "hours", "-0.50", {file, 4});
    builder.add_metric("ann", "2026-03-05", "hours", "1000", {file, 4});  // out of its range
    builder.add_metric("ann", "2026-03-06", "rate", "92.5%", {file, 4}, {on("2026-04-01"), false});
    builder.add_metric("ann", "2026-03-06", "hours", "", {}, {on("2026-04-01"), true});
    builder.add_metric("ann", "2026-03", "survey", "80");
    builder.add_metric("ann", "2026-04-01", "survey", "81");  // a day of a month
    builder.add_metric("A", "2026-W11", "inspection", "7");
    builder.add_metric("ann", "2026-03-07", "visits", "999999999999999999");
    builder.add_metric("ann", "2026-13-07", "visits", "1");
    builder.add_metric("ann", "2026-03-07", "vists", "1");
    builder.add_fact(
        "lateness", "ann", "2026-03-08",
        {{"minutes", "4.50"}, {"remark", "fog, rain"}, {"seen_on", "2026-03-09"}, {"excused", "\xE6\x98\xAF"}},
        {file, 8});
    builder.add_fact("lateness", "bob", "2026-03-08", {{"minutes", "four"}, {"excused", "0"}}, {}, {{}, true});
    builder.add_issue({"row-width", "day.csv", 12, "ann", "2026-03-04", "", "", "3/4"});
  }

  std::string written(InputRows& rows) const {
    PackedWriter to;
    write_rows({}, rows, mark_of(rows), to);
    return to.bytes();
  }
  CheckedRulebook rules;
  DatasetBuilder builder;
};

TEST_F(StateRows, NothingIsLost) {
  const std::string bytes = written(builder.rows());
  PackedReader from(bytes);
  DatasetBuilder again(rules);
  ASSERT_TRUE(read_rows(from, rules, again.rows()));
  EXPECT_EQ(written(again.rows()), bytes);
  const InputRows &one = builder.rows(), &other = again.rows();
  ASSERT_EQ(other.figures.size(), one.figures.size());
  for (std::size_t i = 0; i < one.figures.size(); ++i) {
    const FigureInput &a = one.figures[i], &b = other.figures[i];
    EXPECT_EQ(std::tie(a.officer, a.metric, a.period, a.day, a.remark, a.value.units, a.value.decimals),
              std::tie(b.officer, b.metric, b.period, b.day, b.remark, b.value.units, b.value.decimals));
    EXPECT_EQ(a.origin, b.origin);
  }
  EXPECT_EQ(other.figures_recorded, one.figures_recorded);
  ASSERT_EQ(other.facts.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t c = 0; c < 4; ++c) {
      EXPECT_TRUE(same_value(one.facts[i].values[c], other.facts[i].values[c])) << i << c;
      EXPECT_EQ(one.facts[i].values[c].incomplete, other.facts[i].values[c].incomplete) << i << c;
    }
  const Dataset first = builder.finish().value(), second = again.finish().value();
  EXPECT_EQ(second.files(), first.files());
  EXPECT_EQ(second.known_at(), first.known_at());
  EXPECT_EQ(second.span(), first.span());
  EXPECT_EQ(second.state().dialect, first.state().dialect);
  EXPECT_EQ(second.state().holds, first.state().holds);
  EXPECT_EQ(second.state().digests[0]->get().sha256, "0123");
  EXPECT_FALSE(second.state().digests[1]);
  const auto told = [](const Dataset& data) {
    std::vector<std::string> lines;
    for (const RowIssue& issue : data.issues())
      lines.push_back(std::string(issue.reason) + issue.file + std::to_string(issue.line) + issue.officer + issue.date +
                      issue.metric + issue.value + issue.expected);
    return lines;
  };
  EXPECT_GE(first.issues().size(), 8U);
  EXPECT_EQ(told(second), told(first));
}

TEST_F(StateRows, WhatWasAddedSinceTheMarkIsNotWritten) {
  const RowsMark mark = mark_of(builder.rows());
  const std::string before = written(builder.rows());
  builder.add_metric("ann", "2026-03-10", "visits", "1", {}, {on("2026-03-11"), false});
  builder.add_fact("lateness", "ann", "2026-03-10", {{"minutes", "3"}});
  builder.add_duty("ann", on("2026-03-20"), {}, "leave");
  builder.set_span({on("2026-03-01"), on("2026-04-01")});
  PackedWriter to;
  write_rows({}, builder.rows(), mark, to);
  EXPECT_EQ(to.bytes(), before);
}

TEST_F(StateRows, AFigureOfAWideFileTakesAFewBytes) {
  DatasetBuilder wide(rules);
  const std::int32_t file = wide.add_file("wide.csv", "metrics");
  std::uint32_t line = 1;
  for (int officer = 0; officer < 100; ++officer)
    for (int day = 0; day < 31; ++day) {
      ++line;
      for (const char* metric : {"visits", "hours", "rate"})
        wide.add_metric(std::to_string(officer), (on("2026-03-01") + day).to_text(), metric, "50", {file, line});
    }
  EXPECT_LT(written(wide.rows()).size(), 9'300U * 6);
}

TEST_F(StateRows, BytesThatNobodyWroteAreRefusedOrHarmless) {
  const std::string bytes = written(builder.rows());
  std::mt19937 random(7);
  const auto pick = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
  int taken = 0, refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string wrong = bytes;
    if (i % 4 == 0) wrong.resize(pick(bytes.size()));
    for (std::size_t n = 1 + pick(4); n > 0 && !wrong.empty(); --n) {
      const std::size_t at = pick(wrong.size());
      switch (pick(4)) {
        case 0:
          wrong[at] = static_cast<char>(pick(256));
          break;
        case 1:
          wrong[at] = static_cast<char>(wrong[at] ^ (1 << pick(8)));
          break;
        case 2:
          wrong.insert(at, std::string(1 + pick(9), "\xFF\x80\x7F"[pick(3)]));
          break;
        default:
          wrong.erase(at, 1 + pick(3));
      }
    }
    DatasetBuilder made(rules);
    PackedReader from(wrong);
    if (!read_rows(from, rules, made.rows())) {
      ++refused;
      EXPECT_LE(made.rows().figures.capacity(), wrong.size() / 2);
      continue;
    }
    ++taken;
    static_cast<void>(made.finish());  // with issues, perhaps
  }
  EXPECT_GT(taken, 200);
  EXPECT_GT(refused, 5'000);
}

}  // namespace
}  // namespace cwp
