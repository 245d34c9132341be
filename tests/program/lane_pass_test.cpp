#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "kernel/choose_isa.hpp"
#include "lane/kept_lanes.hpp"
#include "program/lane_block.hpp"
#include "program/random_program.hpp"

namespace cwp::testing {
namespace {

TEST(LanePass, RegistersThatAreReusedOverwriteNoneThatIsStillRead) {
  std::size_t all = 0, used = 0;
  for (std::uint32_t seed = 1; seed <= 200 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const RandomProgram random(seed, 150, kLaneGroup);
    const KeptLanes kept = random.kept(run_lanes_baseline);
    std::mt19937 choice(seed);
    for (const bool with_flags : {true, false}) {
      std::vector<LaneRegister> wanted;
      for (int i = 0; i < 4; ++i) wanted.push_back(random.made[choice() % random.made.size()]);
      const LanePass pass = random.program.pass(wanted, with_flags);
      LaneBlock block(random.program, pass, {}, kLaneGroup, lanes_for(Isa::best));
      block.run(0, kLaneGroup);
      for (const LaneRegister reg : wanted)
        for (std::size_t i = 0; i < kLaneGroup; ++i)
          ASSERT_EQ(lane_value(random.program.writer.info(reg).lane, block.registers()[reg], i), kept.at(reg, i))
              << "register " << reg << ", lane " << i << '\n'
              << to_text(pass, random.program);
      for (std::size_t i = 0; with_flags && i < kLaneGroup; ++i)
        ASSERT_EQ(block.flags()[i] != 0, kept.at(LaneWriter::kFlags, i) != 0) << "flag of lane " << i;
      for (const LanePass::Place& place : pass.scratch) all += bytes_of(random.program.writer.info(place.reg).lane);
      used += pass.bytes_per_lane;
    }
  }
  EXPECT_LT(used, all / 2);  // the trial is worth something only where places are given to others
}

TEST(LanePass, TheSameHoldsForEveryRegisterAtOnce) {
  for (std::uint32_t seed = 1; seed <= 20 && !HasFatalFailure(); ++seed) {
    const RandomProgram random(seed, 60, kLaneGroup);
    const KeptLanes kept = random.kept(run_lanes_baseline);
    const LanePass pass = random.program.pass(random.made, true);
    LaneBlock block(random.program, pass, {}, kLaneGroup, lanes_for(Isa::best));
    block.run(0, kLaneGroup);
    for (const LaneRegister reg : random.made)
      for (std::size_t i = 0; i < kLaneGroup; ++i)
        ASSERT_EQ(lane_value(random.program.writer.info(reg).lane, block.registers()[reg], i), kept.at(reg, i));
  }
}

TEST(LanePass, HasOnlyTheStepsThatAreNeeded) {
  LaneProgram program;
  LaneWriter& writer = program.writer;
  const LaneRegister a = writer.column(Lane::i32, {0, 9}), b = writer.column(Lane::i32, {1, 9});
  const LaneRegister sum = writer.combine(a, 1, b, 1, 0), product = writer.product(a, b);
  const LaneRegister twice = writer.product(sum, a);
  EXPECT_TRUE(writer.flag(writer.at_least(b, writer.constant(5))));
  const auto ops = [](const LanePass& pass) {
    std::vector<LaneOp> found;
    for (const LaneStep& step : pass.steps) found.push_back(step.op);
    return found;
  };
  EXPECT_EQ(ops(program.pass({product}, false)), std::vector{LaneOp::product});
  EXPECT_EQ(ops(program.pass({twice}, false)), (std::vector{LaneOp::combine, LaneOp::product}));
  EXPECT_EQ(ops(program.pass({product}, true)), (std::vector{LaneOp::product, LaneOp::reaches, LaneOp::flag}));
  EXPECT_TRUE(program.pass({a}, false).steps.empty());
  EXPECT_EQ(program.pass({a}, false).columns, std::vector{a});
  EXPECT_EQ(program.pass({}, true).columns, std::vector{b});
}

TEST(LanePass, OnlyStepsThatReadAColumnOfItsOwnLaneFetchAhead) {
  LaneProgram program;
  LaneWriter& writer = program.writer;
  const LaneRegister a = writer.column(Lane::u16, {0, 9});
  const LaneRegister made = writer.as(writer.scale(a, 3, 1), Lane::i64);
  const LanePass pass = program.pass({made}, false);
  ASSERT_EQ(pass.steps.size(), 3u);
  EXPECT_TRUE(pass.steps[0].streams);   // the column in i32
  EXPECT_FALSE(pass.steps[1].streams);  // 3 a + 1
  EXPECT_FALSE(pass.steps[2].streams);  // that in i64
}

}  // namespace
}  // namespace cwp::testing
