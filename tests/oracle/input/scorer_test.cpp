// Scores that follow the data: after every update they are, to the byte, those of one run over all rows so far.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "cwp/scorer.hpp"
#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

/// What is done to a builder, so that it can be done to another one, too.
using Said = std::function<void(DatasetBuilder&)>;

/// The rows of a case in random order, and rows that correct or withdraw them later.
class RowTeller {
 public:
  RowTeller(const InputRows& rows, Dice& dice) : rows_(rows), dice_(dice) {
    for (const MetricRow& row : rows.metrics) values_[row.metric].push_back(row.value);
    for (const OfficerRow& row : rows.roster)
      (dice.chance(85) ? first_ : officers_).push_back([row](DatasetBuilder& builder) {
        builder.add_officer(row.officer, row.from, row.to, row.attributes);
      });
    for (const DutyRow& row : rows.duty)
      put(85, [row](DatasetBuilder& builder) { builder.add_duty(row.officer, row.from, row.to, row.status); });
    for (const MetricRow& row : rows.metrics)
      put(85, [row](DatasetBuilder& builder) { builder.add_metric(row.officer, row.date, row.metric, row.value); });
    for (const FactRow& row : rows.facts)
      put(85, [row](DatasetBuilder& builder) { builder.add_fact(row.table, row.officer, row.date, row.values); });
    if (dice.chance(75)) {
      const DayRange span = dice.chance(50) ? rows.span : DayRange{rows.span.first, rows.span.last - dice.below(20)};
      first_.push_back([span](DatasetBuilder& builder) { builder.set_span(span); });
      if (!(span == rows.span))
        later_.push_back([whole = rows.span](DatasetBuilder& builder) { builder.set_span(whole); });
    }
  }

  std::vector<Said> first() const { return first_; }

  std::vector<Said> next() {
    std::vector<Said> said;
    const int what = dice_.below(10);
    if (what < 5 || (what < 8 && later_.empty())) {
      for (int i = dice_.chance(50) ? 1 : dice_.between(2, 30); i > 0; --i) said.push_back(corrected_figure());
    } else if (what < 8) {
      for (int i = what == 7 ? 10 : 1; i > 0 && !later_.empty(); --i) {
        const auto chosen = later_.begin() + dice_.below(static_cast<int>(later_.size()));
        said.push_back(*chosen);
        later_.erase(chosen);
      }
    } else if (what == 8 && !rows_.duty.empty()) {
      const DutyRow row = dice_.one_of(rows_.duty);
      said.push_back([row, recorded = later_day(), gone = dice_.chance(50)](DatasetBuilder& builder) {
        builder.add_duty(row.officer, row.from, row.to, row.status, {}, {recorded, gone});
      });
    } else if (!officers_.empty() && dice_.chance(50)) {
      said.push_back(officers_.back());
      officers_.pop_back();
    } else {
      OfficerRow row = dice_.one_of(rows_.roster);
      if (dice_.chance(60)) row.attributes["station"] = dice_.chance(50) ? "A" : "B", row.attributes["weight"] = "0.5";
      said.push_back([row, recorded = later_day()](DatasetBuilder& builder) {
        builder.add_officer(row.officer, row.from, row.to, row.attributes, {}, {recorded, false});
      });
    }
    return said;
  }

 private:
  void put(int percent, Said said) { (dice_.chance(percent) ? first_ : later_).push_back(std::move(said)); }
  Day later_day() { return *Day::parse("2027-01-01") + ++recorded_; }

  Said corrected_figure() {
    MetricRow row = dice_.one_of(rows_.metrics);
    row.value = dice_.one_of(values_[row.metric]);
    Recorded recorded{later_day(), dice_.chance(25)};
    if (dice_.chance(5)) recorded = {};  // twice, where that is not allowed
    return [row, recorded](DatasetBuilder& builder) {
      builder.add_metric(row.officer, row.date, row.metric, row.value, {}, recorded);
    };
  }

  const InputRows& rows_;
  Dice& dice_;
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<Said> first_, later_, officers_;
  int recorded_ = 0;
};

DatasetBuilder told(const CheckedRulebook& rules, const std::vector<Said>& all) {
  DatasetBuilder builder(rules);
  for (const Said& said : all) said(builder);
  return builder;
}

/// The first file that differs, and its first line that does.
std::string first_difference(const Scores& a, const Scores& b) {
  const auto of_a = output_files(a, {.details = true}), of_b = output_files(b, {.details = true});
  if (of_a.size() != of_b.size()) return "other files";
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    if (of_a[i] == of_b[i]) continue;
    std::istringstream lines_a(of_a[i].second), lines_b(of_b[i].second);
    std::string line_a, line_b;
    do {
      line_a = line_b = "(end)";
      std::getline(lines_a, line_a);
      std::getline(lines_b, line_b);
    } while (line_a == line_b);
    return of_a[i].first + "\n" + line_a + "\n" + line_b;
  }
  return "";
}

TEST(Scorer, IsAfterEveryUpdateTheScoresOfOneRunOverAllRows) {
  std::size_t updates = 0, everything = 0, refused = 0, cells = 0, moved = 0, still = 0, reopened = 0;
  const std::string state = testing::TempDir() + "cwp-scorer-" + std::to_string(getpid()) + ".state";
  for_random_cases(3, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    RowTeller teller(one.rows, dice);
    const Plan plan = compile(rules);
    ScoreOptions options;
    options.provisional = dice.chance(70);
    std::vector<Said> all = teller.first();
    Result<Scorer> made = Scorer::make(plan, told(rules, all), options);
    Result<Dataset> data = told(rules, all).finish();
    if (!data.ok()) {
      EXPECT_EQ(render(made.diagnostics()), render(data.diagnostics()));
      return;
    }
    Result<Scores> whole = score(plan, data.value(), options);
    if (!whole.ok()) {
      EXPECT_EQ(render(made.diagnostics()), render(whole.diagnostics()));
      return;
    }
    Scorer& scorer = made.value();
    ASSERT_EQ(first_difference(scorer.scores(), whole.value()), "");
    std::optional<Scores> held;
    for (int update = 0; update < 12; ++update) {
      const std::vector<Said> said = teller.next();
      for (const Said& row : said) row(scorer.rows());
      if (dice.chance(20)) held = scorer.scores();
      const Scores before = whole.value();
      std::vector<Said> together = all;
      together.insert(together.end(), said.begin(), said.end());
      const Result<Movement> movement = scorer.update();
      data = told(rules, together).finish();
      Result<Scores> after = data.ok() ? score(plan, data.value(), options) : Result<Scores>(data.diagnostics());
      ASSERT_EQ(render(movement.diagnostics()), render(after.diagnostics()));
      if (after.ok()) {
        whole = after;
        all = together;
        const Movement expected = what_moved(before, whole.value());
        ASSERT_EQ(movement.value().figures.size(), expected.figures.size());
        ASSERT_EQ(movement.value().figures, expected.figures);
        ASSERT_EQ(movement.value().only_before, expected.only_before);
        ASSERT_EQ(movement.value().only_after, expected.only_after);
        ++updates;
        everything += scorer.last_update().everything ? 1 : 0;
        cells += scorer.last_update().everything ? 0 : scorer.last_update().cells;
        moved += expected.figures.size();
        still += expected.figures.empty() ? 1 : 0;
      } else {
        ++refused;
      }
      ASSERT_EQ(first_difference(scorer.scores(), whole.value()), "") << "update " << update;
      if (held && dice.chance(50)) held.reset();
      if (!dice.chance(15)) continue;
      ASSERT_TRUE(scorer.save(state).empty());
      scorer = Scorer::open(state, plan, options).value();
      ASSERT_EQ(first_difference(scorer.scores(), whole.value()), "") << "opened after update " << update;
      ++reopened;
    }
  });
  std::cout << updates << " updates, of which " << everything << " of everything, " << still << " without a move; "
            << cells << " cells evaluated, " << moved << " figures moved; " << refused << " refused; " << reopened
            << " times from its file\n";
  std::remove(state.c_str());
  if (shorter_run()) return;
  EXPECT_GE(updates - everything - still, 200U);
  EXPECT_GE(moved, 5'000U);
  EXPECT_GE(everything, 10U);
  EXPECT_GE(refused, 3U);
  EXPECT_GE(reopened, 50U);
}

}  // namespace
}  // namespace cwp::oracle
