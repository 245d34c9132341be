// What cwp scores is compared, digit for digit, with what the oracle makes of the same rulebook and rows.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

#include "cwp/cwp.hpp"
#include "oracle/comparison.hpp"
#include "oracle/input/day_table.hpp"
#include "oracle/published.hpp"
#include "oracle/random/random_rulebook.hpp"
#include "this_build.hpp"

namespace cwp::oracle {
namespace {

std::string first_few(const std::vector<std::string>& differences) {
  std::string text = std::to_string(differences.size()) + " differences, the first:";
  for (std::size_t i = 0; i < differences.size() && i < 5; ++i) text += "\n  " + differences[i];
  return text;
}

// The sanitizers look at the same code a dozen times slower; what they find shows in the first rulebooks.
std::uint64_t of_one_run() { return this_build().sanitized ? 80 : kRulebooks; }

/// Agreement about nothing is none: of each kind there must have been enough.
constexpr std::pair<const char*, std::int64_t> kEnough[] = {
    {"officer-periods", 10'000},
    {"figures not absent", 20'000},
    {"figures not zero, not clamped, not filled in", 8'000},
    {"figures incomplete", 500},
    {"figures provisional", 500},
    {"figures changed by a veto", 200},
    {"figures about a group of officers", 200},
    {"figures derived from facts", 200},
    {"attributes as of the start", 200},
    {"attributes as on most days", 200},
    {"items filled in from peers", 50},
    {"officer-periods with a veto in force", 200},
    {"categories beyond their full marks", 50},
    {"gives", 200},
    {"takes", 200},
    {"gives, rolled up", 50},
    {"takes, rolled up", 50},
    {"adjustments on a category", 100},
    {"adjustments in a group", 100},
    {"over time: streak", 100},
    {"over time: runs", 50},
    {"ranking rows with a rank", 2'000},
    {"ranking rows tied", 200},
    {"ranking rows of units", 100},
    {"ranking rows excluded by a veto", 20},
    {"ranking rows behind others by a veto", 50},
    {"grades: given", 300},
    {"grades: condition unknown", 30},
    {"grades: no level holds", 30},
    {"grades: no rank", 100},
    {"awards by top", 100},
    {"awards by bottom", 100},
    {"awards with a condition", 100},
    {"awards in a row", 50},
    {"awards of progress", 50},
    {"awards of a grade set", 50},
    {"awards paid by a formula", 50},
    {"awards paid by a table", 50},
    {"awards paid by a pool", 50},
    {"promises broken to officers", 50},
    {"promises broken to groups", 50},
};

void expect_enough(Counts& counts) {
  for (const auto& [name, least] : kEnough) EXPECT_GE(counts[name], least) << name;
  for (const char* form : {"points", "award", "deduct", "target", "bands", "cases", "escalate", "highest", "lines",
                           "ranked", "judged", "votes", "all_or"})
    EXPECT_GE(counts["items by form " + std::string(form)], 500) << form;
  for (const char* combine : {"sum", "scaled", "capped", "mean", "geometric", "min"})
    EXPECT_GE(counts["categories by " + std::string(combine)], 200) << combine;
  for (const char* function : {"sum", "mean", "min", "max", "count", "median", "stdev", "stdev_sample", "geomean",
                               "quantile", "rank", "percent_rank", "zscore", "minmax", "share"})
    EXPECT_GE(counts["across officers: " + std::string(function)], 30) << function;
  for (const char* grain : {"day", "week", "month", "quarter", "half", "year"})
    EXPECT_GE(counts["officer-periods by " + std::string(grain)], 20) << grain;
}

TEST(Oracle, AgreesOnRandomRulebooks) {
  const std::uint64_t first = from_environment("CWP_ORACLE_SEED", 1);
  const std::uint64_t wanted = from_environment("CWP_ORACLE_RULEBOOKS", of_one_run());
  Counts counts;
  std::uint64_t accepted = 0, tried = 0, differing = 0;
  for (std::uint64_t seed = first; accepted < wanted && tried < 2 * wanted; ++seed) {
    ++tried;
    const OracleCase one = random_case(seed);
    const auto found = differences(one, counts);
    if (!found) continue;
    ++accepted;
    if (found->empty()) continue;
    ++differing;
    const std::string folder = this_build().received + std::string("/../oracle/seed-") + std::to_string(seed);
    save_case(folder, one, first_few(*found));
    if (differing <= 5) ADD_FAILURE() << "seed " << seed << " (" << folder << "): " << first_few(*found);
  }
  std::cout << accepted << " rulebooks of " << tried << " from seed " << first << ", " << differing << " differ\n";
  counts.print();
  EXPECT_EQ(differing, 0U);
  EXPECT_EQ(accepted, wanted);
  EXPECT_LE(tried * 95, accepted * 100 + 100) << "too many random rulebooks are refused";
  if (wanted >= kRulebooks) expect_enough(counts);
}

TEST(Oracle, TheCalendarAgreesWithDaysWalkedOneByOne) {
  Dice dice(from_environment("CWP_ORACLE_SEED", 1));
  for (int trial = 0; trial < 24; ++trial) {
    CalendarRules rules;
    rules.week_starts = static_cast<Weekday>(dice.below(7));
    rules.month_starts = dice.between(1, 28);
    rules.year_first_month = dice.between(1, 12);
    rules.weeks_in_month = static_cast<WeeksInMonth>(dice.below(3));
    rules.holidays = {{*Day::from_date(2025, 1, 1), *Day::from_date(2025, 1, 9)}};
    rules.extra_workdays = {{*Day::from_date(2025, 1, 11), *Day::from_date(2025, 1, 12)}};
    const Calendar calendar(rules);
    const DayTable table(rules);
    for (Day day = *Day::from_date(2019, 6, 1); day < *Day::from_date(2027, 6, 1); day = day + 1) {
      ASSERT_EQ(calendar.is_workday(day), table.is_workday(day)) << day.to_text();
      for (int g = 0; g < kGrains; ++g) {
        const Period period = table.containing(day, static_cast<Grain>(g));
        ASSERT_EQ(calendar.containing(day, period.grain), period) << day.to_text() << " grain " << g;
        if (table.first_day(period) != day) continue;
        ASSERT_EQ(calendar.days(period), table.days(period)) << table.label(period);
        ASSERT_EQ(calendar.label(period), table.label(period));
        ASSERT_EQ(calendar.workdays(table.days(period)), table.workdays(table.days(period))) << table.label(period);
        for (int inner = 0; inner <= g; ++inner) {
          const PeriodRange range = calendar.inner(period, static_cast<Grain>(inner));
          const auto& periods = table.inner(period, static_cast<Grain>(inner));
          ASSERT_EQ(static_cast<std::size_t>(range.size()), periods.size()) << table.label(period);
          ASSERT_EQ(range.first, periods.front()) << table.label(period);
        }
        for (int outer = g; outer < kGrains; ++outer)
          ASSERT_EQ(calendar.holder(period, static_cast<Grain>(outer)), table.holder(period, static_cast<Grain>(outer)))
              << table.label(period);
      }
    }
  }
}

/// CWP_ORACLE_CASE names a saved case to look at once more.
TEST(Oracle, AgreesOnTheCaseAtHand) {
  const char* folder = std::getenv("CWP_ORACLE_CASE");
  if (folder == nullptr) return;
  Counts counts;
  const auto found = differences(load_case(folder), counts);
  ASSERT_TRUE(found.has_value()) << folder << " is refused";
  EXPECT_TRUE(found->empty()) << first_few(*found);
}

TEST(Oracle, AgreesOnTheCasesOfPastFaults) {
  const std::filesystem::path folder = tests_dir() + "/oracle/cases";
  if (!std::filesystem::exists(folder)) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.is_directory()) continue;
    Counts counts;
    const auto found = differences(load_case(entry.path().string()), counts);
    ASSERT_TRUE(found.has_value()) << entry.path() << " is refused";
    EXPECT_TRUE(found->empty()) << entry.path() << ": " << first_few(*found);
  }
}

}  // namespace
}  // namespace cwp::oracle
