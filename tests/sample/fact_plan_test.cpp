#include "sample/fact_plan.hpp"

#include <gtest/gtest.h>

#include "sample/sample_rules.hpp"

namespace cwp {
namespace {

std::vector<FactPlan> plans() {
  const CheckedRulebook rules = squad_rules();
  return fact_plans(rules, make_profiles(rules, spring().span.first + 45));
}

TEST(FactPlan, FactsAreRareWhereTheyCostPointsAndAsManyAsAreWantedElsewhere) {
  const std::vector<FactPlan> made = plans();
  ASSERT_EQ(made.size(), 2u);
  EXPECT_TRUE(made[0].profile.less);
  EXPECT_EQ(made[0].profile.full, 0);
  EXPECT_EQ(made[0].profile.zero, 476);  // ten in 21 days take all of 20 points
  EXPECT_FALSE(made[1].profile.less);
  EXPECT_GT(made[1].profile.full, 140);  // 30 marks in 21 days, ten for each
}

TEST(FactPlan, ColumnsHoldWhatMetricsAskThemFor) {
  const std::vector<FactPlan> made = plans();
  EXPECT_EQ(made[0].columns[0].highest, 60'000);  // twice the threshold
  EXPECT_EQ(made[1].columns[0].words, (std::vector<std::string>{"felony", "misdemeanour"}));
  EXPECT_TRUE(made[1].columns[2].officer);
  EXPECT_FALSE(made[1].columns[3].officer);
  EXPECT_EQ(made[1].columns[4].highest, 5'000'000);
}

}  // namespace
}  // namespace cwp
