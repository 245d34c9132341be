// Data that were made row by row, in a column file: what is scored out of it is what the rows give, or it is said why
// they cannot be held.

#include <fstream>
#include <random>

#include "column_file/written_bureau.hpp"
#include "cwp/cwp.hpp"

namespace cwp {
namespace {

constexpr const char* kPackedRules = R"(cwp: 1
id: packed
attributes: {station: {type: text}, level: {type: number}, party: {type: bool}}
duty: {leave: exempt}
metrics:
  visits: {type: u8}
  hours: {}
  exam: {per: month, fold: last, absent: missing}
  reports: {from: papers, count: true}
events: {papers: {columns: {pages: number}}}
categories:
  - id: people
    items:
      - {id: visit, per: day, full: 5, award: {of: visits, each: 1.5, whole: down, at_most: 5}}
      - {id: hour, per: week, full: 10, points: 'hours / 4 + if(party, 1, 0)'}
      - {id: test, per: month, full: 10, if_missing: drop, points: 'exam * mean(visits by station) / 10 + level'}
rankings: [{id: all, of: total, every: month}]
)";

struct PackedData {
  CheckedRulebook rules = load_and_check(Source("rules.yaml", kPackedRules)).value();
  DatasetBuilder builder{rules};
  PassingFile file;

  PackedData() {
    builder.add_officer("ann", {}, {}, {{"station", "east"}, {"level", "1.5"}, {"party", "true"}});
    builder.add_officer("bob", {}, {}, {{"station", "west"}, {"level", "2"}, {"party", "false"}});
    builder.add_officer("cid", {}, {}, {{"station", "east"}});
    builder.add_duty("bob", Day::parse("2026-03-03"), Day::parse("2026-03-05"), "leave");
    builder.set_span({*Day::parse("2026-02-23"), *Day::parse("2026-04-05")});
    for (const char* key : {"ann", "bob", "cid"})
      for (int day = 1; day <= 31; day += key[0] == 'b' ? 1 : 2) {
        const std::string date = "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
        figure(key, date, "visits", std::to_string(day % 7));
        if (day % 3 == 1) figure(key, date, "hours", std::to_string(day) + ".125");
        if (day % 5 == 1) figure(key, date, "hours", day % 2 == 0 ? "-70000.5" : "3000000000");
      }
    figure("ann", "2026-03", "exam", "7.25");
  }
  void figure(const std::string& key, const std::string& date, const std::string& metric, const std::string& value) {
    if (seen.insert(key + date + metric).second) builder.add_metric(key, date, metric, value);
  }
  std::vector<std::string> refusals() {
    std::vector<std::string> slugs;
    const auto written = write_column_file(builder.finish().value(), file.path);
    for (const Diagnostic& one : written.diagnostics())
      slugs.push_back(std::string(one.slug) + " " + one.arguments.at(0));
    EXPECT_FALSE(std::filesystem::exists(file.path));
    return slugs;
  }
  std::set<std::string> seen;
  std::vector<std::string> keys = {"ann", "bob", "cid"};
};

using Slugs = std::vector<std::string>;

TEST(WriteColumnFile, RowsScoreOutOfTheFileAsTheyScoreThemselves) {
  PackedData packed;
  const Dataset data = packed.builder.finish().value();
  ASSERT_TRUE(data.issues().empty()) << data.issues()[0].reason << data.issues()[0].value;
  ASSERT_GT(write_column_file(data, packed.file.path).value(), 4096U);
  const Dataset mapped = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  EXPECT_EQ(mapped.span(), data.span());
  EXPECT_EQ(mapped.files(), std::vector<std::string>{packed.file.path});
  const Plan plan = compile(packed.rules);
  const Scores wanted = score(plan, data).value(), scores = score(plan, mapped).value();
  OutputOptions details;
  details.details = true;
  const auto expected = output_files(wanted, details), files = output_files(scores, details);
  ASSERT_EQ(files.size(), expected.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(files[i].first, expected[i].first);
    if (files[i].first != "receipt.json") {
      EXPECT_EQ(files[i].second, expected[i].second) << files[i].first;
    }
  }
  // By hand: on 3 March ann has three visits of 1.5 marks each, and bob is on leave; on the tenth he has three, too.
  const ScoreTable& days = *scores.table(Grain::day);
  const auto at = [&](const char* key, const char* day) {
    const Period period = *Period::parse(day, packed.rules.calendar());
    return days.find(period, *mapped.find_officer(key))->parts[0];
  };
  EXPECT_EQ(at("ann", "2026-03-03").points->to_text(), "4.50");
  EXPECT_EQ(at("bob", "2026-03-03").points, std::nullopt);
  EXPECT_EQ(at("bob", "2026-03-10").points->to_text(), "4.50");
}

TEST(WriteColumnFile, ColumnsInMemoryGoIntoAFileAndComeBack) {
  PackedData packed;
  ASSERT_TRUE(write_column_file(packed.builder.finish().value(), packed.file.path).ok());
  const Dataset once = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  // The file that is mapped keeps its bytes while another takes its name.
  ASSERT_TRUE(write_column_file(once, packed.file.path).ok());
  const Dataset twice = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  const Plan plan = compile(packed.rules);
  const Scores before = score(plan, once).value(), after = score(plan, twice).value();
  EXPECT_EQ(to_csv(*before.table(Grain::month), before), to_csv(*after.table(Grain::month), after));
}

TEST(WriteColumnFile, WhatARowWithAnIssueSaysWouldBeForgotten) {
  PackedData packed;
  packed.figure("ann", "2026-03-02", "visits", "many");
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-issues 1"});
}

TEST(WriteColumnFile, WhoMovedHasNoOneValueOfHisAttributes) {
  PackedData packed;
  packed.builder.add_officer("dan", {}, Day::parse("2026-03-05"), {{"station", "east"}});
  packed.builder.add_officer("dan", Day::parse("2026-03-06"), {}, {{"station", "west"}});
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-roster dan"});
}

/// The files that are made of both, but for the receipts.
void expect_same_files(const Scores& got, const Scores& wanted) {
  OutputOptions details;
  details.details = true;
  const auto expected = output_files(wanted, details), files = output_files(got, details);
  ASSERT_EQ(files.size(), expected.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].first == "receipt.json") continue;
    EXPECT_EQ(files[i].first, expected[i].first);
    EXPECT_EQ(files[i].second, expected[i].second) << files[i].first;
  }
}

/// Total, rank of each officer, by period, as a sink keeps them and as Scores have them.
std::string month_by_month(const PackedData& packed, const Plan& plan) {
  KeepingSink sink(packed.keys.size(), true);
  sink.by_month = true;
  score_into(sink, plan, open_column_file(packed.rules, packed.file.path).value(), {}).value();
  std::string text;
  for (const auto& [of, ranks] : sink.kept.ranks) {
    const Period month = std::get<Period>(of);
    const auto& totals = sink.kept.figures.at({month, "total", PartKind::total, 2});
    for (std::size_t i = 0; i < ranks.size(); ++i)
      text += packed.keys[i] + " " + (totals[i] == kNoFigure ? "-" : std::to_string(totals[i])) + " " +
              std::to_string(ranks[i]) + "\n";
  }
  return text;
}
std::string in_one(const PackedData& packed, const Scores& scores) {
  const ScoreTable& months = *scores.table(Grain::month);
  std::string text;
  std::set<Period> periods;
  for (const ScoreRow& row : months.rows) periods.insert(row.period);
  for (const Period month : periods)
    for (std::uint32_t i = 0; i < packed.keys.size(); ++i) {
      const ScoreRow* const row = months.find(month, i);
      const auto total = row == nullptr ? std::nullopt : row->parts.back().points;
      const auto ranked =
          std::find_if(scores.rankings()[0].rows.begin(), scores.rankings()[0].rows.end(),
                       [&](const RankedOfficer& one) { return one.period == month && one.officer == i; });
      const bool has_rank = ranked != scores.rankings()[0].rows.end() && ranked->rank;
      text += packed.keys[i] + " " + (total ? std::to_string(total->units) : "-") + " " +
              std::to_string(has_rank ? ranked->rank->units : 0) + "\n";
    }
  return text;
}

TEST(WriteColumnFile, WhoCameLeftOrWasOnLeaveScoresOutOfTheFileAsHisRowsDo) {
  PackedData packed;
  DatasetBuilder& builder = packed.builder;
  const auto day = [](const char* text) { return Day::parse(text); };
  builder.add_officer("dan", day("2026-03-05"), {}, {{"station", "west"}, {"level", "1"}});  // joined
  builder.add_officer("eve", {}, day("2026-03-11"), {{"station", "west"}});                  // left
  builder.add_officer("fay", {}, day("2026-03-06"), {{"station", "east"}});                  // came back
  builder.add_officer("fay", day("2026-03-20"), {}, {{"station", "east"}});
  builder.add_officer("gus", day("2026-03-01"), day("2026-03-09"), {{"station", "east"}});  // rows that meet
  builder.add_officer("gus", day("2026-03-10"), day("2026-03-31"), {{"station", "east"}});
  builder.add_officer("hal", day("2027-01-01"), {}, {{"station", "east"}});  // is not there yet
  builder.add_duty("cid", day("2026-02-26"), day("2026-03-04"), "leave");    // a week over the end of a month
  builder.add_duty("eve", day("2026-02-23"), day("2026-03-11"), "leave");    // all of the time
  builder.add_duty("dan", {}, {}, "leave");
  builder.add_duty("dan", day("2026-03-16"), day("2026-03-20"), "on_duty");
  for (const char* key : {"dan", "fay", "gus"})
    for (int at = 20; at <= 30; ++at) packed.figure(key, "2026-03-" + std::to_string(at), "visits", "3");
  packed.keys = {"ann", "bob", "cid", "dan", "eve", "fay", "gus", "hal"};
  const Dataset data = builder.finish().value();
  ASSERT_TRUE(data.issues().empty()) << data.issues()[0].reason << data.issues()[0].officer;
  ASSERT_TRUE(write_column_file(data, packed.file.path).ok());
  const Dataset mapped = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  EXPECT_TRUE(mapped.issues().empty());
  const Plan plan = compile(packed.rules);
  const Scores wanted = score(plan, data).value();
  expect_same_files(score(plan, mapped).value(), wanted);
  EXPECT_EQ(month_by_month(packed, plan), in_one(packed, wanted));
  // Once more out of what is mapped.
  ASSERT_TRUE(write_column_file(mapped, packed.file.path).ok());
  expect_same_files(score(plan, open_column_file(packed.rules, packed.file.path).value().dataset().value()).value(),
                    wanted);
}

TEST(WriteColumnFile, RandomDutyAndPresenceScoreOutOfTheFileAsTheRowsDo) {
  std::mt19937 random(5);
  const auto below = [&](int end) { return int(random() % unsigned(end)); };
  const Day first = *Day::parse("2026-02-23");
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE(round);
    PackedData packed;
    DatasetBuilder& builder = packed.builder;
    packed.keys = {"ann", "bob", "cid"};
    for (int i = 0; i < 30; ++i) {
      const std::string key = "d" + std::to_string(10 + i);
      packed.keys.push_back(key);
      const std::map<std::string, std::string> attributes = {{"station", i % 3 == 0 ? "east" : "west"},
                                                             {"level", std::to_string(i % 4)}};
      std::optional<Day> from, to;
      if (below(3) == 0) from = first + below(45);
      if (below(3) == 0) to = from.value_or(first) + below(40);
      builder.add_officer(key, from, to, attributes);
      if (to && below(2) == 0) builder.add_officer(key, *to + 1 + below(9), {}, attributes);
      const auto is_there = [&](Day one) { return (!from || *from <= one) && (!to || one <= *to); };
      for (int times = below(4); times > 0; --times)
        if (const Day some = first + below(40); is_there(some)) {
          const Day last = std::max(some + below(9), below(3) == 0 ? *Day::parse("2026-03-31") : some);
          builder.add_duty(key, some, last, below(5) == 0 ? "on_duty" : "leave");
        }
      for (Day one = first; one <= *Day::parse("2026-03-31"); one = one + 1)
        if (is_there(one) && below(3) > 0)
          packed.figure(key, one.to_text(), below(4) == 0 ? "hours" : "visits", std::to_string(below(9)));
      if (is_there(*Day::parse("2026-03-15"))) packed.figure(key, "2026-03", "exam", std::to_string(below(10)));
    }
    const Dataset data = builder.finish().value();
    ASSERT_TRUE(data.issues().empty()) << data.issues()[0].reason << " " << data.issues()[0].officer;
    ASSERT_TRUE(write_column_file(data, packed.file.path).ok());
    const Dataset mapped = open_column_file(packed.rules, packed.file.path).value().dataset().value();
    const Plan plan = compile(packed.rules);
    ScoreOptions options;
    options.engine.least_in_cohort = round % 2 == 0 ? 1 : 64;
    const Scores wanted = score(plan, data, options).value();
    expect_same_files(score(plan, mapped, options).value(), wanted);
    EXPECT_EQ(month_by_month(packed, plan), in_one(packed, wanted));
    if (HasFailure()) return;
  }
}

TEST(WriteColumnFile, FactsAreNoColumns) {
  PackedData packed;
  packed.builder.add_fact("papers", "ann", "2026-03-02", {{"pages", "3"}});
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-metric reports"});
}

TEST(WriteColumnFile, FiguresHaveNinePlacesAtMost) {
  PackedData packed;
  packed.figure("cid", "2026-03-02", "hours", "0.0000000001");
  packed.figure("bob", "2026-03-02", "visits", "3");
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-places hours"});
}

TEST(WriteColumnFile, AReceiptOfItIsHeldAgainstTheFile) {
  PackedData packed;
  ASSERT_TRUE(write_column_file(packed.builder.finish().value(), packed.file.path).ok());
  const Dataset data = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  const auto files = output_files(score(compile(packed.rules), data).value(), {});
  EXPECT_NE(files.back().second.find("\"holds\": \"columns\""), std::string::npos);
  EXPECT_NE(files.back().second.find("\"rows\": null"), std::string::npos);
  const std::filesystem::path folder = packed.file.path + "-results";
  ASSERT_TRUE(write_output(folder.string(), files, true).empty());
  std::ofstream(folder / "rules.yaml") << kPackedRules;
  VerifyOptions options;
  options.inputs = testing::TempDir();
  options.rulebook = folder / "rules.yaml";
  const auto differences = [&] { return verify(folder / "receipt.json", options).value().differences; };
  EXPECT_TRUE(differences().empty()) << differences()[0].slug;
  // One figure of the file is another: opened it is found out, and the receipt says so, too.
  std::fstream(packed.file.path, std::ios::in | std::ios::out | std::ios::binary).seekp(4096 + 64 * 4).put('\x7F');
  ASSERT_FALSE(differences().empty());
  EXPECT_EQ(differences()[0].slug, "verify-file-changed");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace cwp
