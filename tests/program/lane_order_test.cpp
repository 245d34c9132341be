#include "lane/lane_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "program/lane_program.hpp"
#include "program/random_program.hpp"

namespace cwp::testing {
namespace {

TEST(LaneOrder, EachStepRunsBehindThoseThatItNeeds) {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const RandomProgram random(seed, 150, kLaneGroup);
    const LaneWriter& writer = random.program.writer;
    const std::vector<LaneStep>& steps = writer.steps();
    const LaneOrder order(writer, steps, std::vector<bool>(steps.size(), true));
    for (std::size_t s = 0; s < steps.size(); ++s)
      for_each_operand(steps[s], writer.part_lists(), [&](LaneRegister operand) {
        const auto needed = writer.step_of(operand);
        if (!needed) return;
        EXPECT_LE(order.times()[*needed], order.times()[s]) << "seed " << seed << ", step " << s;
        EXPECT_LT(*needed, s);  // so that it comes first where the times are the same
      });
  }
}

/// Two weeks of two days, a figure each, with points; sums of the weeks, and of both; all written days first.
class OrderOfWeeks : public ::testing::Test {
 protected:
  OrderOfWeeks() {
    LaneWriter& writer = program_.writer;
    for (LaneRegister& day : days_) {
      day = writer.column(Lane::u16, {0, 9});
      points_.push_back(writer.scale(day, 3, 1));
    }
    for (const std::size_t first : {0, 2}) {
      weeks_.push_back(writer.add_up({days_[first], days_[first + 1]}));
      points_.push_back(writer.scale(weeks_.back(), 2, 1));
    }
    points_.push_back(writer.add_up(weeks_));
  }
  /// Where a register is made.
  std::size_t place(const LanePass& pass, LaneRegister reg) const {
    const auto at =
        std::find_if(pass.steps.begin(), pass.steps.end(), [&](const LaneStep& step) { return step.dst == reg; });
    return std::size_t(at - pass.steps.begin());
  }

  LaneProgram program_;
  LaneRegister days_[4] = {};
  std::vector<LaneRegister> weeks_, points_;
};

TEST_F(OrderOfWeeks, AWeekIsDoneBeforeTheNextOneIsRead) {
  const LanePass pass = program_.pass(points_, false);
  EXPECT_LT(place(pass, points_[1]), place(pass, weeks_[0]));
  EXPECT_LT(place(pass, weeks_[0]), place(pass, points_[4]));  // its own points
  EXPECT_LT(place(pass, points_[4]), place(pass, points_[2]));
  EXPECT_LT(place(pass, points_[3]), place(pass, weeks_[1]));
  EXPECT_EQ(place(pass, points_[6]), pass.steps.size() - 1);
}

TEST_F(OrderOfWeeks, SumsOfColumnsThatNobodyElseReadsComeWhereTheyWereWritten) {
  const LanePass pass = program_.pass({points_[6]}, false);
  EXPECT_EQ(place(pass, weeks_[0]), 0u);
  EXPECT_EQ(place(pass, weeks_[1]), 1u);
}

TEST_F(OrderOfWeeks, FiguresOfGroupsWaitUntilTheyAreRead) {
  LaneWriter& writer = program_.writer;
  const LaneRegister groups = writer.column(Lane::i32, {0, 3});
  const LaneRegister mean = writer.spread(groups, Lane::i32, {0, 20}, 0);
  const LaneRegister squared = writer.product(mean, mean);
  const LaneRegister late = writer.combine(points_[5], 1, squared, -1, 0);
  std::vector<LaneRegister> wanted = points_;
  wanted.push_back(late);
  const LanePass pass = program_.pass(wanted, false);
  EXPECT_EQ(place(pass, squared), place(pass, mean) + 1);
  EXPECT_LT(place(pass, weeks_[1]), place(pass, mean));
  EXPECT_LT(place(pass, squared), place(pass, late));
}

}  // namespace
}  // namespace cwp::testing
