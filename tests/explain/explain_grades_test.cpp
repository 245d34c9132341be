// Why somebody has his grade: levels, quotas, conditions and vetoes.

#include <gtest/gtest.h>

#include "explain/rewarded.hpp"

namespace cwp {
namespace {

// Station A has four ranked: 40 % of them is one place, for ann and bob who fulfil the condition.
TEST(ExplainedGrades, ALevelsQuotaIsCountedInItsGroup) {
  const Scores scores = rewarded();
  EXPECT_EQ(values_of(step_of(reward_of(scores, "ann"), "mark")),
            (Values{{"fine", "given: 40% of 4 ranked: places 1, fulfilled by 2"}, {"late", "0: no rows"}}));
  EXPECT_EQ(values_of(step_of(reward_of(scores, "bob"), "mark"))["fine"],
            "left out by the quota: 40% of 4 ranked: places 1, fulfilled by 2");
}

// Bob, dan and hal come down to `good`, which has two places; dan and hal are equal, so that bob alone has one. Nobody
// knows whether hal fulfils `fair`; dan does, and is lowered by one.
TEST(ExplainedGrades, EqualsAtTheEdgeOfAQuotaGoOnToTheNextLevel) {
  const Scores scores = rewarded();
  const Explanation dan = reward_of(scores, "dan"), hal = reward_of(scores, "hal");
  const std::string left_out =
      "left out by the quota: 2 of 7 ranked: places 2, fulfilled by 3; those equal at the edge are out: 1 "
      "taken";
  EXPECT_EQ(values_of(dan)["mark"], "poor: fair, lowered by 1");
  EXPECT_EQ(values_of(step_of(dan, "mark")), (Values{{"fine", "the condition does not hold"},
                                                     {"good", left_out},
                                                     {"fair", "given"},
                                                     {"late", "1: sum of these rows"}}));
  EXPECT_EQ(values_of(hal)["mark"], "no grade");
  EXPECT_EQ(
      values_of(step_of(hal, "mark")),
      (Values{{"fine", "the condition does not hold"}, {"good", left_out}, {"fair", "the condition is unknown"}}));
}

TEST(ExplainedGrades, AVetoBarsTheBestLevels) {
  const Explanation cai = reward_of(rewarded(), "cai");
  EXPECT_EQ(values_of(cai)["mark"], "fair");
  EXPECT_EQ(values_of(step_of(cai, "mark"))["fine"], "barred by a veto");
  EXPECT_EQ(values_of(step_of(cai, "mark"))["good"], "barred by a veto");
}

TEST(ExplainedGrades, WhoFitsNoLevelOrHasNoRankHasNone) {
  const Scores scores = rewarded();
  EXPECT_EQ(values_of(reward_of(scores, "fay"))["mark"], "no grade: no level fits");
  EXPECT_EQ(values_of(reward_of(scores, "gus"))["mark"], "no grade: no rank");
}

}  // namespace
}  // namespace cwp
