// Officers under other keys, in the same order, have the same figures and ranks.

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

TEST(RenamedOfficers, HaveTheSameFiguresAndRanks) {
  std::int64_t lines = 0, to_numbers = 0, from_numbers = 0;
  for_random_cases(12, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    const Dataset data = to_dataset(one.rows, rules).value();
    const bool numbers = dice.chance(50);
    std::map<std::string, std::string> renamed;
    for (std::size_t officer = 0; officer < data.officer_count(); ++officer) {
      const std::string number = std::to_string(95 + 4 * officer);  // 99 is before 103 as a number, not as a text
      renamed[std::string(data.officer_key(officer))] =
          numbers ? number : "z" + std::string(4 - number.size(), '0') + number;
    }
    to_numbers += numbers;
    from_numbers += data.officer_key(0).find_first_not_of("0123456789") == std::string::npos;
    const Naming name = [&](const std::string& key) { return renamed.contains(key) ? renamed.at(key) : key; };
    InputRows rows = one.rows;
    for (OfficerRow& row : rows.roster) row.officer = name(row.officer);
    for (DutyRow& row : rows.duty) row.officer = name(row.officer);
    for (MetricRow& row : rows.metrics) row.officer = name(row.officer);
    for (FactRow& row : rows.facts) {
      row.officer = name(row.officer);
      row.values["signer"] = name(row.values["signer"]);
    }
    const Scores before = scored(rules, data), after = scored(rules, rows);
    const Published expected = published(before, name);
    EXPECT_EQ(published(after), expected);
    EXPECT_EQ(issues(after), issues(before, name));
    for (const auto& [period, of_period] : expected) lines += static_cast<std::int64_t>(of_period.size());
  });
  std::cout << lines << " lines, " << to_numbers << " times to numbers, " << from_numbers << " from numbers\n";
  if (shorter_run()) return;
  EXPECT_GE(lines, 8'000);
  EXPECT_GE(to_numbers, 3);
  EXPECT_GE(from_numbers, 2);
}

}  // namespace
}  // namespace cwp::oracle
