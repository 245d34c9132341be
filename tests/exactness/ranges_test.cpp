// Ranges: in which lane a figure is computed, where that stops, and what would go wrong one step further.

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "decimal/rational.hpp"
#include "exactness/run_step.hpp"
#include "kernel/choose_isa.hpp"
#include "lane/kept_lanes.hpp"
#include "lane/lane_math.hpp"
#include "program/lane_program.hpp"

namespace cwp::testing {
namespace {

constexpr Isa kUnits[] = {Isa::baseline, Isa::avx2, Isa::avx512};

/// The lane in which a column of this range is doubled, and that its ends come out doubled in every unit; nothing where
/// the step is refused.
std::optional<Lane> lane_of_double(Lane column, Wide low, Wide high) {
  LaneWriter writer;
  const LaneRegister a = writer.column(column, {low, high}), twice = writer.scale(a, 2, 0);
  if (writer.failed()) return std::nullopt;
  for (const Isa unit : kUnits) {
    const KeptLanes kept(writer, {{a, {std::int64_t(low), std::int64_t(high)}}}, lanes_for(unit));
    EXPECT_FALSE(kept.outside()) << to_text(unit);
    EXPECT_TRUE(kept.wide_at(twice, 0) == 2 * low && kept.wide_at(twice, 1) == 2 * high) << to_text(unit);
  }
  return writer.info(twice).lane;
}

TEST(LaneRanges, AFigureMovesToTheNextLaneWhereItsOwnEnds) {
  EXPECT_TRUE(fits({0, 0xFF}, Lane::u8) && !fits({0, 0x100}, Lane::u8) && !fits({-1, 0}, Lane::u8));
  EXPECT_TRUE(fits({0, 0xFFFF}, Lane::u16) && !fits({0, 0x10000}, Lane::u16));
  constexpr std::int64_t kHalfOf32 = std::int64_t{1} << 30;
  EXPECT_EQ(lane_of_double(Lane::i32, -kHalfOf32, kHalfOf32 - 1), Lane::i32);
  EXPECT_EQ(lane_of_double(Lane::i32, -kHalfOf32, kHalfOf32), Lane::i64);
  EXPECT_EQ(lane_of_double(Lane::i32, -kHalfOf32 - 1, 0), Lane::i64);
  EXPECT_EQ(lane_of_double(Lane::i64, -kFactorLimit / 2, kFactorLimit / 2), Lane::i64);
  EXPECT_EQ(lane_of_double(Lane::i64, 0, kFactorLimit / 2 + 1), Lane::i128);
  EXPECT_EQ(lane_of_double(Lane::i64, -kFactorLimit / 2 - 1, 0), Lane::i128);
}

TEST(LaneRanges, OneFigureFurtherASmallLaneWouldWrap) {
  // The step of i32, run all the same where i64 was proved.
  LaneStep step;
  step.op = LaneOp::scale, step.lane = Lane::i64, step.k0 = 2;
  Quotients figures;
  figures.add(std::int64_t{1} << 30, 1);
  for (const Isa unit : units()) EXPECT_EQ(run_step(step, figures, unit)[0], std::int64_t{1} << 31);
  EXPECT_EQ(std::int32_t(std::uint32_t(run_step(step, figures, Isa::baseline)[0])), INT32_MIN);
}

TEST(LaneRanges, OfI64LeaveRoomForAConstantAndNotForTwo) {
  // What a step adds up on its way: a product, another, and a constant, of which the first two may be as large as it
  // is.
  std::int64_t sum = 0;
  const auto limit = std::int64_t(kFactorLimit);
  EXPECT_FALSE(__builtin_add_overflow(limit, limit - 1, &sum));
  EXPECT_TRUE(__builtin_add_overflow(limit, limit, &sum));
  // Twice the limit is the first figure that i64 does not hold.
  EXPECT_TRUE(2 * kFactorLimit == Wide{INT64_MAX} + 1);
}

/// A register with a range of `high`, which needs i128 above 2^62.
LaneRegister wide_register(LaneWriter& writer, LaneRegister a, int bits) {
  for (; bits > 60; bits -= 60) a = writer.scale(a, Wide{1} << 60, 0);
  return writer.scale(a, Wide{1} << bits, 0);
}

TEST(LaneRanges, OfI128EndAt120BitsAndWhatIsLargerIsNotWritten) {
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::i32, {-1, 1}), widest = wide_register(writer, a, 120);
  ASSERT_FALSE(writer.failed());
  EXPECT_TRUE(writer.range(widest) == (LaneRange{-kWidest, kWidest}));
  const LaneRegister half = wide_register(writer, a, 119), b = writer.column(Lane::i32, {0, 1});
  const LaneRegister sum = writer.combine(half, 1, wide_register(writer, b, 119), 1, 0);
  ASSERT_FALSE(writer.failed());
  for (const Isa unit : kUnits) {
    const KeptLanes kept(writer, {{a, {-1, 1}}, {b, {0, 1}}}, lanes_for(unit));
    EXPECT_TRUE(kept.wide_at(widest, 0) == -kWidest && kept.wide_at(widest, 1) == kWidest) << to_text(unit);
    EXPECT_TRUE(kept.wide_at(sum, 0) == -kWidest / 2 && kept.wide_at(sum, 1) == kWidest) << to_text(unit);
    EXPECT_EQ(rational_of(kept.wide_at(widest, 0)), -*Rational(2).power(120));
  }
  // One further, by a sum, a product or a constant.
  const LaneWriter::Mark mark = writer.mark();
  for (const auto& further : std::initializer_list<void (*)(LaneWriter&, LaneRegister, LaneRegister)>{
           [](LaneWriter&w, LaneRegister wide, LaneRegister) { w.scale(wide, 1, 1); },
           [](LaneWriter&w, LaneRegister wide, LaneRegister) { w.scale(wide, 2, 0); },
           [](LaneWriter&w, LaneRegister wide, LaneRegister one) { w.combine(wide, 1, one, 1, 0); },
           [](LaneWriter&w, LaneRegister wide, LaneRegister) { w.product(wide, wide); }}) {
    further(writer, widest, b);
    EXPECT_TRUE(writer.failed());
    writer.undo(mark);
  }
}

TEST(LaneRanges, OfI128LeaveSixBitsFree) {
  // Two products and a constant on the way stay within 128 bits up to 2^126; 2^127 is the first figure that does not
  // fit.
  Wide sum = 0;
  constexpr Wide kConstant = (Wide{1} << 62) - 1;
  EXPECT_FALSE(__builtin_add_overflow((Wide{1} << 125) + (Wide{1} << 125), kConstant, &sum));
  EXPECT_TRUE(__builtin_add_overflow(Wide{1} << 126, Wide{1} << 126, &sum));
  EXPECT_TRUE(kWidest << 6 == Wide{1} << 126);
}

TEST(LaneRanges, ADenominatorIsAtMostTheLargestOne) {
  LaneWriter writer;
  LaneMath math(writer);
  const LaneFigure a{writer.column(Lane::i32, {0, 9}), 1, std::nullopt};
  const LaneFigure fine = math.multiply(a, math.of(Rational(1, kLargestDenominator)));
  EXPECT_FALSE(writer.failed());
  EXPECT_EQ(fine.denominator, kLargestDenominator);
  math.multiply(fine, math.of(Rational(1, 2)));
  EXPECT_TRUE(writer.failed());
  LaneWriter other;
  LaneMath(other).of(Rational(1, kLargestDenominator + 1));
  EXPECT_TRUE(other.failed());
  // Two of them multiplied stay far below 128 bits, where a factor of a figure may be at most kFactorLimit.
  EXPECT_TRUE(Wide{kLargestDenominator} * kLargestDenominator < kWidest);
  EXPECT_TRUE(kLargestDenominator < kFactorLimit);
}

TEST(LaneRanges, AShortSumIsTheLongestThatNeverLeaves32Bits) {
  EXPECT_LE(std::int64_t(kMostInShortSum) * UINT16_MAX, INT32_MAX);
  EXPECT_GT(std::int64_t(kMostInShortSum + 1) * UINT16_MAX, INT32_MAX);
  const std::vector<std::uint16_t> values(3 * kMostInShortSum + 2, UINT16_MAX);
  for (const std::size_t count : {kMostInShortSum, kMostInShortSum + 1, 3 * kMostInShortSum + 1})
    for (const Isa unit : units()) {
      const std::uint32_t begins[] = {0, std::uint32_t(count)};
      std::int64_t sum = 0;
      group_sums_for(unit)(values.data(), begins, 1, &sum);
      EXPECT_EQ(sum, std::int64_t(count) * UINT16_MAX) << to_text(unit);
    }
}

/// A third of a column of values from 0 on, rounded, as it is tabulated; and what it was before.
std::pair<LaneOp, LaneOp> tabulated_third(std::int64_t values) {
  LaneProgram program;
  LaneMath math(program.writer);
  const LaneRegister column = program.writer.column(Lane::i32, {0, values - 1});
  const LaneRegister third = math.rounded({column, 3, std::nullopt}, 0, Rounding::half_up).number;
  const LaneOp before = program.writer.steps().back().op;
  const LaneRegister made = tabulated(program, third);
  KeptLanes::Values all(static_cast<std::size_t>(values));
  std::iota(all.begin(), all.end(), 0);
  for (const Isa unit : kUnits) {
    const KeptLanes kept(program.writer, {{column, all}}, lanes_for(unit));
    for (std::size_t i = 0; i < all.size(); ++i)
      EXPECT_EQ(kept.at(made, i), std::int64_t(2 * i + 3) / 6) << to_text(unit) << ", " << i;
  }
  return {before, program.writer.steps().back().op};
}

TEST(LaneTables, AreTriedOnEveryValueAndMoreValuesStaySteps) {
  const auto [before, in_table] = tabulated_third(kMostTabulated);
  EXPECT_EQ(before, LaneOp::divide_by);
  EXPECT_EQ(in_table, LaneOp::short_line);
  EXPECT_EQ(tabulated_third(kMostTabulated + 1).second, LaneOp::divide_by);
}

/// Fractions a / b and c / d of small numbers, in lanes: columns a, b, c, d.
struct SmallFractions {
  LaneWriter writer;
  LaneMath math{writer};
  LaneRegister a, b, c, d;
  std::map<LaneRegister, KeptLanes::Values> columns;

  explicit SmallFractions(std::int64_t most)
      : a(writer.column(Lane::u8, {0, most})),
        b(writer.column(Lane::u8, {1, most})),
        c(writer.column(Lane::u8, {0, most})),
        d(writer.column(Lane::u8, {1, most})) {}
  LaneFigure first() { return math.divide({a, 1, std::nullopt}, {b, 1, std::nullopt}); }
  LaneFigure second() { return math.divide({c, 1, std::nullopt}, {d, 1, std::nullopt}); }
  void add(std::int64_t w, std::int64_t x, std::int64_t y, std::int64_t z) {
    columns[a].push_back(w), columns[b].push_back(x), columns[c].push_back(y), columns[d].push_back(z);
  }
};

TEST(LaneComparisons, OfQuotientsAreThoseOfTheFractions) {
  constexpr std::int64_t kMost = 16;
  SmallFractions of(kMost);
  const LaneRegister reaches = of.math.at_least(of.first(), of.second()).number;
  const LaneRegister equal = of.math.equal(of.first(), of.second()).number;
  ASSERT_FALSE(of.writer.failed());
  for (std::int64_t x = 1; x <= kMost; ++x)
    for (std::int64_t z = 1; z <= kMost; ++z)
      for (std::int64_t w = 0; w <= kMost; ++w)
        for (std::int64_t y = 0; y <= kMost; ++y) of.add(w, x, y, z);
  for (const Isa unit : kUnits) {
    const KeptLanes kept(of.writer, of.columns, lanes_for(unit));
    for (std::size_t i = 0; i < kept.lanes(); ++i) {
      const Rational left(of.columns[of.a][i], of.columns[of.b][i]), right(of.columns[of.c][i], of.columns[of.d][i]);
      ASSERT_EQ(kept.at(reaches, i), left >= right ? 1 : 0) << left.to_text() << " >= " << right.to_text();
      ASSERT_EQ(kept.at(equal, i), left == right ? 1 : 0) << left.to_text() << " = " << right.to_text();
    }
  }
}

TEST(LaneComparisons, OneGapForBothDenominatorsWouldBeTooNarrow) {
  // 1/99 and 1/100 are 1 / 9,900 apart, not 1 / 100: whoever takes half of that for a bound finds them equal.
  const Rational gap = Rational(1, 99) - Rational(1, 100);
  EXPECT_EQ(gap, Rational(1, 9900));
  EXPECT_LT(gap, Rational(1, 200));
  SmallFractions of(100);
  const LaneRegister reaches = of.math.at_least(of.second(), of.first()).number;
  of.add(1, 99, 1, 100);
  of.add(1, 100, 1, 99);
  const KeptLanes kept(of.writer, of.columns, run_lanes_baseline);
  EXPECT_EQ(kept.at(reaches, 0), 0);
  EXPECT_EQ(kept.at(reaches, 1), 1);
}

}  // namespace
}  // namespace cwp::testing
