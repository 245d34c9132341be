#include "lane/lane_joins.hpp"

#include <gtest/gtest.h>

#include "kernel/choose_isa.hpp"
#include "program/lane_block.hpp"

namespace cwp::testing {
namespace {

constexpr std::size_t kOfficers = 2 * kLaneGroup;

/// Points for figures 0 … 9 of a few columns, and their sum; what each figure comes to is known by hand.
class LaneJoinsTest : public ::testing::Test {
 protected:
  LaneRegister column() {
    auto& figures = figures_.emplace_back(std::make_unique<std::vector<std::uint16_t>>());
    for (std::size_t i = 0; i < kOfficers; ++i) figures->push_back(std::uint16_t((i * 7 + figures_.size() * 3) % 10));
    const LaneRegister made = writer().column(Lane::u16, {0, 9});
    program_.columns.emplace_back(made, figures->data());
    return made;
  }
  /// `points` from `from` on.
  LaneRegister stair(LaneRegister of, std::uint16_t from, std::uint16_t points) {
    LaneStep step;
    step.op = LaneOp::steps;
    step.lane = step.from = Lane::u16;
    step.a = of;
    step.count = 1;
    step.thresholds[0] = from, step.deltas[0] = points;
    return writer().put(step, {0, points});
  }
  static std::int64_t points(std::int64_t figure, std::int64_t from, std::int64_t each) {
    return figure >= from ? each : 0;
  }
  std::int64_t figure(std::size_t column, std::size_t officer) const { return (*figures_[column])[officer]; }
  LaneWriter& writer() { return program_.writer; }

  /// Runs what `wanted` needs, in every unit, and compares the first of them.
  LanePass expect(const std::vector<LaneRegister>& wanted, const std::function<std::int64_t(std::size_t)>& sum) {
    for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
      if (!has_isa(isa)) continue;
      const LanePass pass = program_.pass(wanted, false);
      LaneBlock block(program_, pass, {}, kLaneGroup, lanes_for(isa));
      for (std::size_t first = 0; first < kOfficers; first += kLaneGroup) {
        block.run(first, kLaneGroup);
        for (std::size_t i = 0; i < kLaneGroup; ++i)
          EXPECT_EQ(lane_value(Lane::u16, block.registers()[wanted[0]], i), sum(first + i))
              << to_text(isa) << ", officer " << first + i << '\n'
              << to_text(pass, program_);
      }
    }
    return program_.pass(wanted, false);
  }

  LaneProgram program_;
  std::vector<std::unique_ptr<std::vector<std::uint16_t>>> figures_;
};

TEST_F(LaneJoinsTest, PointsThatOneSumAloneWantsAreAddedToItAsTheyAreFound) {
  const LaneRegister a = column(), b = column(), c = column();
  const LaneRegister sum = writer().add_up({stair(a, 2, 5), stair(b, 4, 7), stair(c, 9, 100)});
  const LanePass pass = expect({sum}, [&](std::size_t i) {
    return points(figure(0, i), 2, 5) + points(figure(1, i), 4, 7) + points(figure(2, i), 9, 100);
  });
  ASSERT_EQ(pass.steps.size(), 3u);  // none of which adds up
  EXPECT_FALSE(pass.steps[0].adds);
  EXPECT_TRUE(pass.steps[1].adds && pass.steps[2].adds);
  EXPECT_EQ(pass.bytes_per_lane, 2u);
}

TEST_F(LaneJoinsTest, PointsThatAreWantedThemselvesKeepTheirPlace) {
  const LaneRegister a = column(), b = column();
  const LaneRegister kept = stair(a, 2, 5);
  const LaneRegister sum = writer().add_up({kept, stair(b, 4, 7)});
  const LanePass pass =
      expect({sum, kept}, [&](std::size_t i) { return points(figure(0, i), 2, 5) + points(figure(1, i), 4, 7); });
  EXPECT_EQ(pass.steps.size(), 3u);
  expect({kept, sum}, [&](std::size_t i) { return points(figure(0, i), 2, 5); });
}

TEST_F(LaneJoinsTest, PointsOfTwoSumsKeepTheirPlace) {
  const LaneRegister a = column(), b = column(), c = column();
  const LaneRegister shared = stair(a, 3, 11);
  const LaneRegister one = writer().add_up({shared, stair(b, 4, 7)}), other = writer().add_up({shared, stair(c, 1, 2)});
  const auto of_one = [&](std::size_t i) { return points(figure(0, i), 3, 11) + points(figure(1, i), 4, 7); };
  expect({one, other}, of_one);
  expect({other, one}, [&](std::size_t i) { return points(figure(0, i), 3, 11) + points(figure(2, i), 1, 2); });
}

TEST_F(LaneJoinsTest, ColumnsAndPartsThatCountTwiceAreAddedByTheSumItself) {
  const LaneRegister a = column(), b = column();
  const LaneRegister twice = stair(a, 5, 20);
  const LaneRegister sum = writer().add_up({b, twice, stair(b, 4, 7), twice});
  expect({sum},
         [&](std::size_t i) { return figure(1, i) + 2 * points(figure(0, i), 5, 20) + points(figure(1, i), 4, 7); });
}

TEST_F(LaneJoinsTest, ASumOfASumReadsIt) {
  const LaneRegister a = column(), b = column(), c = column();
  const LaneRegister inner = writer().add_up({stair(a, 2, 5), stair(b, 4, 7)});
  const LaneRegister outer = writer().add_up({inner, stair(c, 6, 1000)});
  expect({outer, inner}, [&](std::size_t i) {
    return points(figure(0, i), 2, 5) + points(figure(1, i), 4, 7) + points(figure(2, i), 6, 1000);
  });
  expect({outer}, [&](std::size_t i) {
    return points(figure(0, i), 2, 5) + points(figure(1, i), 4, 7) + points(figure(2, i), 6, 1000);
  });
}

}  // namespace
}  // namespace cwp::testing
