#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "kernel/choose_isa.hpp"
#include "lane/kept_lanes.hpp"
#include "program/lane_program.hpp"

namespace cwp::testing {
namespace {

/// A program of one column, whose figures are put into a table.
struct Tabled {
  LaneProgram program;
  LaneMath math{program.writer};
  LaneRegister column;
  Lane lane;
  std::int64_t low, high;

  Tabled(Lane lane_, std::int64_t low_, std::int64_t high_)
      : column(program.writer.column(lane_, {low_, high_})), lane(lane_), low(low_), high(high_) {}

  LaneFigure x(std::int64_t denominator = 1) const { return {column, denominator, std::nullopt}; }
  LaneFigure number(const Rational& value) { return math.of(value); }
  LaneFigure clamp(const LaneFigure& a, std::int64_t from, std::int64_t to) {
    return math.clamp(a, math.of(from), math.of(to));
  }

  /// The operation that took the place of the register's steps: it gives the same for every value of the column, by
  /// every unit, and its range is the least.
  LaneOp replaced(LaneRegister reg) {
    const LaneRegister made = tabulated(program, reg);
    EXPECT_NE(made, reg);
    const LaneStep& step = program.writer.steps().back();
    EXPECT_EQ(step.dst, made);
    EXPECT_EQ(step.a, column);
    EXPECT_EQ(program.writer.info(made).lane, Lane::u16);
    KeptLanes::Values values;
    for (std::int64_t value = low; value <= high; ++value) values.push_back(value);
    std::vector<const void*> tables;
    for (const auto& table : program.tables) tables.push_back(table->data());
    for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
      const KeptLanes kept(program.writer, {{column, values}}, lanes_for(isa), tables);
      EXPECT_FALSE(kept.outside()) << to_text(isa);
      const auto before = kept.of(reg), after = kept.of(made);
      EXPECT_EQ(before, after) << to_text(isa);
      const auto [least, most] = std::minmax_element(after.begin(), after.end());
      EXPECT_EQ(program.writer.range(made), (LaneRange{*least, *most}));
    }
    return step.op;
  }

  LaneRegister rounded(const LaneFigure& figure, int decimals, Rounding rounding = Rounding::half_up) {
    return math.rounded(figure, decimals, rounding).number;
  }

  /// A stair with the thresholds and heights given.
  LaneFigure stair(const std::vector<std::pair<std::int64_t, std::int64_t>>& steps, std::int64_t start) {
    LaneFigure height = math.of(start);
    for (const auto& [threshold, value] : steps)
      height = math.choose(math.at_least(x(), math.of(threshold)), math.of(value), height);
    return height;
  }
};

TEST(LaneTable, AStairOfUpToEightStepsIsStepsUnlessALineDoesForMoreThanFive) {
  Tabled up(Lane::u16, 0, 300);
  EXPECT_EQ(up.replaced(up.stair({{20, 2}, {50, 5}, {100, 9}}, 0).number), LaneOp::steps);
  Tabled down(Lane::u8, 3, 200);
  EXPECT_EQ(down.replaced(down.stair({{4, 60000}, {5, 100}, {199, 99}, {200, 0}}, 65535).number), LaneOp::steps);
  Tabled both(Lane::i32, 0, 65535);
  EXPECT_EQ(both.replaced(both.stair({{1, 3}, {2, 1}, {60000, 50}, {65535, 2}}, 8).number), LaneOp::steps);
  Tabled five(Lane::u16, 0, 60), six(Lane::u16, 0, 72);
  EXPECT_EQ(five.replaced(five.rounded(five.x(12), 0, Rounding::half_up)), LaneOp::steps);
  EXPECT_EQ(six.replaced(six.rounded(six.x(10), 0, Rounding::floor)), LaneOp::short_line);
  Tabled eight(Lane::i64, 0, 100);
  EXPECT_EQ(
      eight.replaced(eight.stair({{9, 1}, {12, 2}, {30, 3}, {31, 9}, {40, 8}, {50, 9}, {80, 4}, {90, 0}}, 5).number),
      LaneOp::steps);
  Tabled nine(Lane::i64, 0, 108);
  EXPECT_NE(nine.replaced(nine.rounded(nine.x(12), 0, Rounding::floor)), LaneOp::steps);
}

/// A rounded line of slope `slope` over 0 … 3,000, from 700 down where it falls, to a tenth.
LaneOp line_of(const Rational& slope, std::int64_t most = 3000) {
  Tabled line(Lane::u16, 0, most);
  const LaneFigure product = line.math.multiply(line.x(), line.number(slope));
  return line.replaced(line.rounded(line.math.add(product, line.number(slope.sign() < 0 ? 700 : 0)), 1));
}

TEST(LaneTable, ALineOfFewDecimalsIsAShortLineAndAnyOtherALine) {
  for (const Rational& slope : {Rational(7, 300), Rational(-1, 8), Rational(3, 10), Rational(3, 200)})
    EXPECT_EQ(line_of(slope), LaneOp::short_line) << slope.to_text();
  for (const Rational& slope : {Rational(7, 301), Rational(-3, 17), Rational(2, 57), Rational(-1, 131)})
    EXPECT_EQ(line_of(slope), LaneOp::line) << slope.to_text();
  EXPECT_EQ(line_of(Rational(1, 4), 13106), LaneOp::short_line);  // the largest sum, 5 x + 1, is 65,531
  EXPECT_EQ(line_of(Rational(1, 4), 13107), LaneOp::line);        // and here it would leave 16 bits
}

TEST(LaneTable, ALineBetweenFlatEndsIsAShortLine) {
  for (const std::int64_t low : {0, 35})
    for (const std::int64_t high : {300, 99}) {
      // 10 points for 40 … 90, from 0 to 10, to a hundredth.
      Tabled rising(Lane::u16, low, high), falling(Lane::u16, low, high);
      const auto points = [](Tabled& of, std::int64_t factor, std::int64_t plus) {
        const LaneFigure line = of.math.add(of.math.multiply(of.x(5), of.number(factor)), of.number(plus));
        return of.rounded(of.clamp(line, 0, 10), 2);
      };
      EXPECT_EQ(rising.replaced(points(rising, 1, -8)), LaneOp::short_line) << low << ' ' << high;
      EXPECT_EQ(falling.replaced(points(falling, -1, 18)), LaneOp::short_line) << low << ' ' << high;
    }
}

TEST(LaneTable, ALineThatIsCutOffAtAnEndIsAShortLine) {
  // The clamp cuts a step of the line short: the end is no value of the line itself.
  for (const std::int64_t sign : {1, -1})
    for (const std::int64_t most : {57, 58, 99}) {
      Tabled cut(Lane::u16, 0, 400);
      const LaneFigure line =
          cut.math.add(cut.math.multiply(cut.x(), cut.number(3 * sign)), cut.number(sign > 0 ? -40 : 160));
      EXPECT_EQ(cut.replaced(cut.rounded(cut.clamp(line, 1, most), 1)), LaneOp::short_line) << sign << ' ' << most;
    }
}

TEST(LaneTable, WhatIsNeitherIsLookedUp) {
  Tabled square(Lane::u8, 0, 200);
  EXPECT_EQ(square.replaced(square.math.multiply(square.x(), square.x()).number), LaneOp::look_up);
  EXPECT_EQ(square.program.tables.size(), 1u);
  // Columns below 0 have no thresholds in u16, and no line in 32 bits.
  Tabled below(Lane::i32, -50, 50);
  EXPECT_EQ(below.replaced(below.math.add(below.x(), below.number(60)).number), LaneOp::look_up);
  EXPECT_EQ(below.program.tables.size(), 1u);
  EXPECT_EQ(
      below.replaced(
          below.math.choose(below.math.at_least(below.x(), below.number(0)), below.number(4), below.number(9)).number),
      LaneOp::look_up);
  EXPECT_EQ(below.program.tables.size(), 2u);
}

TEST(LaneTable, ALineWhoseFlatEndsLieElsewhereIsLookedUp) {
  Tabled before(Lane::u8, 0, 100), behind(Lane::u8, 0, 100);
  const LaneFigure from_20 = before.math.at_least(before.x(), before.number(20));
  EXPECT_EQ(before.replaced(before.math.choose(from_20, before.clamp(before.x(), 0, 80), before.number(60)).number),
            LaneOp::look_up);
  const LaneFigure from_80 = behind.math.at_least(behind.x(), behind.number(80));
  EXPECT_EQ(behind.replaced(behind.math.choose(from_80, behind.number(27), behind.clamp(behind.x(), 20, 90)).number),
            LaneOp::look_up);
}

TEST(LaneTable, WhatIsOneValueEverywhereIsAConstant) {
  Tabled flat(Lane::u16, 0, 90);
  const LaneRegister zero =
      flat.math.floor({flat.math.multiply(flat.x(), flat.x(100)).number, 10000, std::nullopt}).number;
  const LaneRegister made = tabulated(flat.program, zero);
  EXPECT_EQ(flat.program.writer.constant_of(made), Wide{0});
}

TEST(LaneTable, WhatCannotBeReplacedStaysAsItIs) {
  LaneProgram program;
  LaneWriter& writer = program.writer;
  const LaneRegister a = writer.column(Lane::u16, {0, 90}), b = writer.column(Lane::u16, {0, 90});
  const LaneRegister long_one = writer.column(Lane::i32, {0, 1 << 16});
  for (const LaneRegister reg : {a, writer.constant(7), writer.combine(a, 1, b, 1, 0),  // of two columns
                                 writer.scale(long_one, 2, 0),                          // of too many values
                                 writer.scale(a, -1, 5),                                // falls below 0
                                 writer.scale(a, 800, 0)})                              // beyond u16
    EXPECT_EQ(tabulated(program, reg), reg);
  const LaneRegister most = writer.column(Lane::i32, {1, 1 << 16}), least = writer.least(most, writer.constant(100));
  EXPECT_NE(tabulated(program, least), least);
}

/// Random functions of one column, as scorecards have them, of every lane and beginning.
TEST(LaneTable, WhatHangsOnASumAloneIsFoundOutForEachOfItsValuesIfTheSumCountsAsAColumn) {
  LaneProgram program;
  LaneWriter& writer = program.writer;
  LaneMath math(writer);
  const LaneRegister monday = writer.column(Lane::u8, {0, 9}), tuesday = writer.column(Lane::u16, {1, 20});
  const LaneRegister sum = writer.add_up({monday, tuesday});
  const auto doubled_up_to_30 = [&] { return writer.hold(writer.scale(sum, 2, 1), 0, 30); };
  const LaneRegister before = doubled_up_to_30();
  EXPECT_EQ(tabulated(program, before), before);
  writer.as_column(sum);
  EXPECT_EQ(tabulated(program, sum), sum);
  const LaneRegister steps = doubled_up_to_30(), made = tabulated(program, steps);
  ASSERT_NE(made, steps);
  EXPECT_EQ(writer.steps().back().a, sum);
  EXPECT_EQ(writer.range(made), (LaneRange{3, 30}));
  const KeptLanes kept(writer, {{monday, {0, 9, 3, 9}}, {tuesday, {1, 20, 11, 6}}}, lanes_for(Isa::baseline), {});
  EXPECT_EQ(kept.of(made), (KeptLanes::Values{3, 30, 29, 30}));
  // What has another column as well hangs on two.
  const LaneRegister product = writer.product(sum, monday);
  EXPECT_EQ(tabulated(program, product), product);
}

TEST(LaneTable, RandomFunctionsKeepTheirValues) {
  std::mt19937 random(1);
  const auto pick = [&](std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
  };
  std::vector<LaneOp> seen;
  for (int trial = 0; trial < 250 && !HasFailure(); ++trial) {
    SCOPED_TRACE(trial);
    const Lane lane = std::vector{Lane::u8, Lane::u16, Lane::i32, Lane::i64}[std::size_t(pick(0, 3))];
    std::int64_t low = pick(0, 3) == 0 ? pick(0, 100) : 0;
    if (lane == Lane::i64 && pick(0, 2) == 0) low = (std::int64_t{1} << 33) + pick(0, 9);  // wraps in 32 bits
    if (lane == Lane::i32 && pick(0, 4) == 0) low = -pick(1, 50);
    Tabled tabled(lane, low, low + pick(1, lane == Lane::u8 ? 150 : 3000));
    LaneMath& math = tabled.math;
    const Rational slope = Rational(pick(-400, 400), pick(1, 300));
    // From the middle, where it is 0 … 100.
    LaneFigure line =
        math.multiply(math.subtract(tabled.x(), tabled.number((tabled.low + tabled.high) / 2)), tabled.number(slope));
    line = math.add(line, tabled.number(pick(0, 100)));
    if (pick(0, 2) == 0)
      line = math.choose(math.at_least(tabled.x(), tabled.number(low + pick(1, 100))), line, tabled.number(pick(0, 9)));
    const std::int64_t from = pick(0, 50);
    line = tabled.clamp(line, from, from + pick(1, 600));
    const auto rounding = Rounding(pick(0, 5));
    const LaneRegister reg = tabled.rounded(line, int(pick(0, 2)), rounding);
    ASSERT_FALSE(tabled.program.writer.failed());
    if (tabled.program.writer.constant_of(reg) || reg == tabled.column) continue;
    const LaneRegister made = tabulated(tabled.program, reg);
    if (made == reg || tabled.program.writer.constant_of(made)) continue;
    seen.push_back(tabled.replaced(reg));
  }
  for (const LaneOp op : {LaneOp::steps, LaneOp::line, LaneOp::short_line, LaneOp::look_up})
    EXPECT_GT(std::count(seen.begin(), seen.end(), op), 12) << int(op);
}

}  // namespace
}  // namespace cwp::testing
