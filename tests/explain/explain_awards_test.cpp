// Why an award names somebody or not: place, condition, periods in a row, vetoes, amounts.

#include <gtest/gtest.h>

#include "explain/rewarded.hpp"

namespace cwp {
namespace {

// The last three of seven: dan and hal are equal at that edge, which leaves eve and fay. Eve was not among the last in
// February; fay was on leave then, and last in January.
TEST(ExplainedAwards, PeriodsInARowAreListed) {
  const Scores scores = rewarded();
  const Explanation eve = reward_of(scores, "eve"), fay = reward_of(scores, "fay");
  const std::string edge = "named: the last 3; those equal at the edge are out: 2 taken; ";
  EXPECT_EQ(values_of(eve)["watch"], "not named: rank 6 of 7; " + edge + "times in a row: 1, needed 2");
  EXPECT_EQ(values_of(step_of(eve, "watch")), (Values{{"2026-03", "named"}, {"2026-02", "not named"}}));
  EXPECT_EQ(values_of(fay)["watch"], "named: rank 7 of 7; " + edge + "times in a row: 2, needed 2");
  EXPECT_EQ(values_of(step_of(fay, "watch")),
            (Values{{"2026-03", "named"}, {"2026-02", "passed over"}, {"2026-01", "named"}}));
}

TEST(ExplainedAwards, AmountsSayWhereTheyComeFrom) {
  const Scores scores = rewarded();
  const Explanation ann = reward_of(scores, "ann"), bob = reward_of(scores, "bob"), fay = reward_of(scores, "fay");
  EXPECT_EQ(values_of(ann)["table"],
            "named, 500.00: rank 1 of 7; named: the first 2; those equal at the edge are "
            "in: 3 taken; paid by rank");
  EXPECT_EQ(values_of(ann)["first"], "named, 950.00");
  EXPECT_EQ(values_of(ann)["pool"], "named, 1000.00: a share of 1000");
  EXPECT_EQ(values_of(ann)["unsure"], "named: rank 1 of 7; named: the first 1; the amount is unknown");
  EXPECT_EQ(values_of(bob)["pool"], "not named: the condition does not hold");
  EXPECT_EQ(values_of(bob)["risen"], "named, 200.00: gain 30 since the period before; rank 1 of 6; named: the first 1");
  EXPECT_EQ(values_of(fay)["risen"], "not named: no value in the period before");
}

TEST(ExplainedAwards, AVetoBarsHonours) {
  EXPECT_EQ(values_of(reward_of(rewarded(), "cai"))["table"],
            "not named: rank 2 of 7; named: the first 2; those equal at the edge are in: 3 taken; "
            "no honours: veto breach");
}

TEST(ExplainedAwards, WhoHasNoRankHasNone) {
  const Explanation gus = reward_of(rewarded(), "gus");
  for (const char* award : {"honours", "table", "watch", "risen", "pool", "first", "unsure"})
    EXPECT_EQ(values_of(gus)[award], "not named: no rank") << award;
}

}  // namespace
}  // namespace cwp
