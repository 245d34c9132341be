#include "program/lane_block.hpp"

#include <gtest/gtest.h>

#include "kernel/choose_isa.hpp"
#include "program/random_program.hpp"

namespace cwp::testing {
namespace {

/// All figures of a register, officer by officer, by blocks of `lanes` officers.
std::vector<std::int64_t> by_blocks(const RandomProgram& random, const LanePass& pass, std::size_t officers,
                                    std::size_t lanes, LaneRegister reg, std::vector<bool>& flags) {
  LaneBlock block(random.program, pass, {}, lanes, lanes_for(Isa::best));
  std::vector<std::int64_t> values;
  flags.clear();
  for (std::size_t first = 0; first < officers; first += lanes) {
    const std::size_t count = std::min(lanes, officers - first);
    block.run(first, count);
    for (std::size_t i = 0; i < count; ++i) {
      values.push_back(lane_value(random.program.writer.info(reg).lane, block.registers()[reg], i));
      flags.push_back(block.flags()[i] != 0);
    }
  }
  return values;
}

TEST(LaneBlock, BlocksOfAnySizeGiveTheSameLanes) {
  constexpr std::size_t kOfficers = 2100;
  for (std::uint32_t seed = 1; seed <= 8 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const RandomProgram random(seed, 40, kOfficers);
    const KeptLanes kept = random.kept(run_lanes_baseline);
    for (const LaneRegister reg : {random.made.back(), random.made[20]}) {
      const LanePass pass = random.program.pass({reg}, true);
      for (const std::size_t lanes : {1, 3, 64, 65, 128, 1000, 2100, 5000}) {
        std::vector<bool> flags;
        ASSERT_EQ(by_blocks(random, pass, kOfficers, lanes, reg, flags), kept.of(reg)) << lanes << " in a block";
        for (std::size_t i = 0; i < kOfficers; ++i)
          ASSERT_EQ(flags[i], kept.at(LaneWriter::kFlags, i) != 0) << lanes << " in a block, officer " << i;
      }
    }
  }
}

TEST(LaneBlock, LanesBehindTheLastAreThoseOfTheLastGroupAgain) {
  constexpr std::size_t kInLastGroup = 5;
  for (const std::size_t whole : {std::size_t{0}, kLaneGroup, 2 * kLaneGroup})
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
      const std::size_t officers = whole + kInLastGroup;
      const RandomProgram random(seed, 60, officers);
      const LanePass pass = random.program.pass(random.made, true);
      LaneBlock block(random.program, pass, {}, officers, lanes_for(Isa::best));
      block.run(0, officers);
      for (const LaneRegister reg : random.made) {
        const auto at = [&](std::size_t lane) {
          return lane_value(random.program.writer.info(reg).lane, block.registers()[reg], lane);
        };
        if (random.program.writer.info(reg).kind == RegisterInfo::Kind::column) continue;  // they are as they lie
        for (std::size_t i = officers; i < whole + kLaneGroup; ++i) {
          ASSERT_EQ(at(i), at(whole + (i - whole) % kInLastGroup));
          const LaneRange& range = random.program.writer.range(reg);
          ASSERT_TRUE(range.low <= at(i) && at(i) <= range.high) << "register " << reg << ", lane " << i;
        }
      }
    }
}

TEST(LaneBlock, EveryGroupFigureReachesItsOfficers) {
  LaneProgram program;
  LaneWriter& writer = program.writer;
  const std::vector<std::int32_t> groups = {0, 2, 1, 1, 2, 0, 2};
  const LaneRegister numbers = writer.column(Lane::i32, {0, 2});
  program.columns.emplace_back(numbers, groups.data());
  const LaneRegister sums = writer.spread(numbers, Lane::i64, {-5, std::int64_t{1} << 40}, 0);
  const LaneRegister counts = writer.spread(numbers, Lane::i32, {1, 9}, 1);
  const LanePass pass = program.pass({sums, counts}, false);
  const LaneTables tables = {table_of({-5, std::int64_t{1} << 40, 7}, Lane::i64), table_of({1, 9, 3}, Lane::i32)};
  LaneBlock block(program, pass, tables, groups.size(), lanes_for(Isa::best));
  block.run(0, groups.size());
  const std::int64_t wanted_sums[] = {-5, std::int64_t{1} << 40, 7}, wanted_counts[] = {1, 9, 3};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    EXPECT_EQ(lane_value(Lane::i64, block.registers()[sums], i), wanted_sums[groups[i]]);
    EXPECT_EQ(lane_value(Lane::i32, block.registers()[counts], i), wanted_counts[groups[i]]);
  }
}

TEST(LaneBlock, FiguresOfATableReadBack) {
  const std::vector<std::int64_t> values = {0, 1, 200, 255, 7};
  for (const Lane lane : {Lane::i32, Lane::i64}) {
    const std::vector<std::int64_t> lanes = table_of(values, lane);
    EXPECT_EQ(lanes.size(), ((values.size() + (lane == Lane::i64 ? 0 : kSpareFigures)) * bytes_of(lane) + 7) / 8);
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_EQ(lane_value(lane, lanes.data(), i), values[i]);
  }
  EXPECT_EQ(lane_value(Lane::i32, table_of({-3}, Lane::i32).data(), 0), -3);
}

TEST(LaneBlock, AFigureIsItsNumberOverItsDenominators) {
  LaneProgram program;
  LaneMath math(program.writer);
  const std::vector<std::int32_t> as = {30, -5}, bs = {4, 9};
  const LaneFigure a{program.writer.column(Lane::i32, {-9, 30}), 10, std::nullopt};
  const LaneFigure b{program.writer.column(Lane::i32, {1, 9}), 1, std::nullopt};
  program.columns = {{a.number, as.data()}, {b.number, bs.data()}};
  const LaneFigure quotient = math.divide(a, b);
  const LanePass pass = program.pass({quotient.number, *quotient.divisor}, false);
  LaneBlock block(program, pass, {}, 2, lanes_for(Isa::best));
  block.run(0, 2);
  EXPECT_EQ(program.value(quotient, block.registers(), 0), Rational(3, 4));
  EXPECT_EQ(program.value(quotient, block.registers(), 1), Rational(-1, 18));
  EXPECT_EQ(program.value(math.of(Rational(2, 3)), block.registers(), 1), Rational(2, 3));
}

TEST(LaneBlock, TheSizeOfABlockSuitsItsRegisters) {
  LanePass pass;
  EXPECT_EQ(lanes_in_block(pass, 7), 7u);  // as asked for
  EXPECT_EQ(lanes_in_block(pass, 0), 512u);
  for (const std::size_t bytes : {1, 24, 50, 100, 384, 385, 10000}) {
    pass.bytes_per_lane = bytes;
    const std::size_t lanes = lanes_in_block(pass, 0);
    EXPECT_EQ(lanes % kLaneGroup, 0u) << bytes;
    EXPECT_TRUE(lanes == kLaneGroup || lanes * bytes <= 48 * 1024) << bytes << " bytes, " << lanes << " lanes";
  }
  const auto lanes_of = [&](std::size_t bytes) {
    pass.bytes_per_lane = bytes;
    return lanes_in_block(pass, 0, {.most = 8192, .registers = 256 << 10});
  };
  EXPECT_EQ(lanes_of(8), 8192u);
  EXPECT_EQ(lanes_of(80), 3264u);
  EXPECT_EQ(lanes_of(5000), kLaneGroup);
}

TEST(LaneBlock, ManyColumnsAreReadInLongStretches) {
  LanePass pass;
  for (LaneRegister reg = 0; reg < 1240; ++reg) pass.columns.push_back(reg);
  const auto lanes_of = [&](std::size_t bytes) {
    pass.bytes_per_lane = bytes;
    return lanes_in_block(pass, 0);
  };
  EXPECT_EQ(lanes_of(10), 1024u);
  EXPECT_EQ(lanes_of(512), 1024u);
  EXPECT_EQ(lanes_of(513), 512u);
  EXPECT_EQ(lanes_of(1024), 512u);
  EXPECT_EQ(lanes_of(1025), kLaneGroup);  // registers beyond the second-level cache are worse
  EXPECT_EQ(lanes_in_block(pass, 7), 7u);
  pass.bytes_per_lane = 412;
  EXPECT_EQ(lanes_in_block(pass, 0, {.most = 8192, .registers = 256 << 10}), 1024u);
}

}  // namespace
}  // namespace cwp::testing
