// What was corrected, withdrawn, or not yet known when the scores are of, leaves no trace in what is published.

#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

const std::optional<Day> kFirstReport = Day::parse("2027-01-05"), kCorrection = Day::parse("2027-01-20"),
                         kKnownAt = Day::parse("2027-01-25"), kLater = Day::parse("2027-02-01");

/// The rows that nobody corrects or withdraws, and what is given in their stead.
struct History {
  InputRows standing;
  std::int64_t corrected = 0, withdrawn = 0, not_yet_known = 0;

  /// Adds all that was reported to `builder`, and keeps what of it stands.
  void report(const InputRows& rows, DatasetBuilder& builder, Dice& dice) {
    standing.span = rows.span;
    builder.set_known_at(*kKnownAt);
    builder.set_span(rows.span);
    for (const OfficerRow& row : rows.roster) {
      standing.roster.push_back(row);
      builder.add_officer(row.officer, row.from, row.to, row.attributes);
      if (dice.chance(30)) builder.add_officer(row.officer, row.from, row.from, {}, {}, later());
    }
    for (const DutyRow& row : rows.duty) {
      standing.duty.push_back(row);
      builder.add_duty(row.officer, row.from, row.to, row.status);
      if (dice.chance(30)) builder.add_duty(row.officer, row.from, {}, row.status, {}, later());
    }
    report_figures(rows.metrics, builder, dice);
    report_facts(rows.facts, builder, dice);
  }

 private:
  Recorded later() {
    ++not_yet_known;
    return {kLater, false};
  }
  /// All rows of an officer and metric share their fate, since several may be of one key.
  void report_figures(const std::vector<MetricRow>& rows, DatasetBuilder& builder, Dice& dice) {
    std::map<std::pair<std::string, std::string>, int> fates;
    for (const MetricRow& row : rows) {
      const int fate = fates.emplace(std::pair(row.officer, row.metric), dice.between(0, 3)).first->second;
      const auto add = [&](const std::string& value, Recorded recorded) {
        builder.add_metric(row.officer, row.date, row.metric, value, {}, recorded);
      };
      if (fate == 0) {
        add(row.value, {});
      } else if (fate == 1) {
        if (dice.chance(50)) add("1", {});
        add("0", {kFirstReport, false});
        add(row.value, {kCorrection, false});
        ++corrected;
      } else if (fate == 2) {
        add(row.value, {kFirstReport, false});
        add("", {kCorrection, true});
        ++withdrawn;
        continue;
      } else {
        add(row.value, {kCorrection, false});
        add("1", later());
      }
      standing.metrics.push_back(row);
    }
  }
  void report_facts(const std::vector<FactRow>& rows, DatasetBuilder& builder, Dice& dice) {
    std::map<std::pair<std::string, std::string>, bool> fates;
    for (const FactRow& row : rows) {
      const bool withdraws = fates.emplace(std::pair(row.officer, row.date), dice.chance(30)).first->second;
      builder.add_fact(row.table, row.officer, row.date, row.values);
      if (!withdraws) {
        standing.facts.push_back(row);
        continue;
      }
      builder.add_fact(row.table, row.officer, row.date, row.values, {}, {kCorrection, true});
      ++withdrawn;
    }
  }
};

TEST(CorrectedRows, LeaveNoTraceInWhatIsPublished) {
  std::int64_t lines = 0, corrected = 0, withdrawn = 0, not_yet_known = 0;
  for_random_cases(15, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    History history;
    DatasetBuilder builder(rules);
    history.report(one.rows, builder, dice);
    const Published expected = published(scored(rules, history.standing));
    EXPECT_EQ(published(scored(rules, builder.finish().value())), expected);
    for (const auto& [period, of_period] : expected) lines += static_cast<std::int64_t>(of_period.size());
    corrected += history.corrected, withdrawn += history.withdrawn, not_yet_known += history.not_yet_known;
  });
  std::cout << lines << " lines; rows corrected: " << corrected << ", withdrawn: " << withdrawn
            << ", not yet known: " << not_yet_known << "\n";
  if (shorter_run()) return;
  EXPECT_GE(lines, 8'000);
  EXPECT_GE(corrected, 1'000);
  EXPECT_GE(withdrawn, 1'000);
  EXPECT_GE(not_yet_known, 1'000);
}

}  // namespace
}  // namespace cwp::oracle
