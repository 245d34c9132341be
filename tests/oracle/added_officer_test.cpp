// An officer of another station changes nothing where officers are compared within stations only.

#include <gtest/gtest.h>

#include <iostream>
#include <regex>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

/// Makes stations the only groups there are: what looks at others looks at the officer's station.
void within_stations(OracleCase& one) {
  const std::pair<const char*, const char*> changes[] = {
      {R"( by (all|area, senior|area|station, area)\b)", " by station"},
      {R"(, by: (all|area|\[[a-z, ]*\]))", ", by: station"},
      {R"(, unit: station)", ""},
      {R"((\{id: r\d, every: \w+(?![^\n]*, by: )))", "$1, by: station"},
      {R"(, pays: \{pool:[^}]*\})", ""},  // a pool is shared by all who are named
      {R"(if_missing: peers)", "if_missing: drop"},
      {R"(one_of: \[A, B, C\])", "one_of: [A, B, C, D]"},
  };
  for (const auto& [from, to] : changes) one.rulebook = std::regex_replace(one.rulebook, std::regex(from), to);
}

/// A colleague at station D, with somebody's life and figures.
std::string add_colleague(InputRows& rows, Dice& dice) {
  const std::string model = dice.one_of(rows.roster).officer;
  const bool numbers = model.find_first_not_of("0123456789") == std::string::npos;
  const std::string added = numbers ? dice.word({"1", "8", "900"}) : dice.word({"a", "pp", "z"});
  const auto copy = [&](auto& all, auto change) {
    const auto known = all;
    for (auto row : known) {
      if (row.officer != model) continue;
      row.officer = added;
      change(row);
      all.push_back(row);
    }
  };
  copy(rows.roster, [](OfficerRow& row) { row.attributes["station"] = "D"; });
  copy(rows.duty, [](DutyRow&) {});
  copy(rows.metrics, [](MetricRow&) {});
  copy(rows.facts, [&](FactRow& row) { row.values["signer"] = added; });
  return added;
}

TEST(AddedOfficer, OfAnotherStationChangesNothingWithinStations) {
  std::int64_t lines = 0, own = 0, gathers = 0, rankings = 0;
  for_random_cases(15, within_stations, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    const Scores before = scored(rules, one.rows);
    InputRows rows = one.rows;
    const std::string added = add_colleague(rows, dice);
    const Scores after = scored(rules, rows);
    const Naming others = [&](const std::string& key) { return key == added || key == "D" ? "" : key; };
    EXPECT_EQ(published(after, others), published(before)) << one.rulebook;
    EXPECT_EQ(issues(after, others), issues(before));
    for (const auto& [period, of_period] : published(before)) lines += static_cast<std::int64_t>(of_period.size());
    const Naming only = [&](const std::string& key) { return key == added ? key : ""; };
    for (const auto& [period, of_period] : published(after, only)) own += static_cast<std::int64_t>(of_period.size());
    gathers += one.rulebook.find(" by station") != std::string::npos;
    rankings += one.rulebook.find(", by: station") != std::string::npos;
  });
  std::cout << lines << " lines, " << own << " of those who were added; " << gathers << " rulebooks with gathers, "
            << rankings << " with rankings\n";
  if (shorter_run()) return;
  EXPECT_GE(lines, 8'000);
  EXPECT_GE(own, 2'000);
  EXPECT_GE(gathers, 5);
  EXPECT_GE(rankings, 10);
}

}  // namespace
}  // namespace cwp::oracle
