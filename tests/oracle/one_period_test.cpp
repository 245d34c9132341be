// A period scored alone equals its cut of the long run.

#include <gtest/gtest.h>

#include <iostream>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

TEST(OnePeriod, ScoredAloneIsItsCutOfTheLongRun) {
  std::int64_t samples = 0, lines = 0;
  for_random_cases(12, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    const auto data = to_dataset(one.rows, rules);
    ASSERT_TRUE(data.ok()) << render(data.diagnostics());
    const Scores whole = scored(rules, data.value());
    const Published expected = published(whole);
    for (const ScoreTable& table : whole.tables()) {
      if (table.rows.empty()) continue;
      const Period period = dice.one_of(table.rows).period;
      const auto alone = score(compile(rules), data.value(), period);
      ASSERT_TRUE(alone.ok()) << render(alone.diagnostics());
      EXPECT_EQ(published(alone.value()), Published({{period, expected.at(period)}}))
          << "period " << rules.calendar().label(period);
      ++samples;
      lines += static_cast<std::int64_t>(expected.at(period).size());
    }
  });
  std::cout << samples << " periods alone, " << lines << " lines\n";
  if (shorter_run()) return;
  EXPECT_GE(samples, 25);
  EXPECT_GE(lines, 1'000);
}

}  // namespace
}  // namespace cwp::oracle
