// Which step divides: one for what rounding and `ratio` write in several.

#include <gtest/gtest.h>

#include <algorithm>

#include "kernel/choose_isa.hpp"
#include "lane/kept_lanes.hpp"

namespace cwp::testing {
namespace {

TEST(LaneQuotients, AQuotientOfASumWithItsDivisorIsOneStep) {
  // As rounding writes it: floor((2 a + b) / (2 b)), and then held.
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::u16, {0, 500}), b = writer.column(Lane::u8, {1, 200});
  const LaneRegister made = writer.divide(writer.combine(a, 2, b, 1, 0), writer.scale(b, 2, 0));
  EXPECT_EQ(writer.steps().back().op, LaneOp::quotient);
  const LaneRegister held = writer.hold(made, 0, 100);
  EXPECT_EQ(writer.steps().back().op, LaneOp::quotient);
  EXPECT_EQ(writer.info(held).lane, Lane::u16);
  EXPECT_EQ(writer.range(held), (LaneRange{0, 100}));
  // A second hold makes one more of the first.
  EXPECT_EQ(writer.range(writer.hold(held, 20, 1000)), (LaneRange{20, 100}));
  EXPECT_EQ(writer.steps().back().op, LaneOp::quotient);

  std::map<LaneRegister, KeptLanes::Values> columns;
  for (std::int64_t x = 0; x <= 500; ++x)
    for (const std::int64_t y : {1, 2, 3, 4, 7, 8, 100, 200}) columns[a].push_back(x), columns[b].push_back(y);
  const KeptLanes kept(writer, columns, run_lanes_baseline);
  EXPECT_FALSE(kept.outside());
  for (std::size_t i = 0; i < kept.lanes(); ++i) {
    const std::int64_t x = columns[a][i], y = columns[b][i], rounded = (2 * x + y) / (2 * y);
    ASSERT_EQ(kept.at(made, i), rounded) << x << '/' << y;
    ASSERT_EQ(kept.at(held, i), std::min<std::int64_t>(rounded, 100)) << x << '/' << y;
  }
}

TEST(LaneQuotients, AQuotientThatIsSomethingElseForZeroIsOneStepOverItsColumns) {
  // As `ratio(1000 * a, b, otherwise)` is written and rounded; of columns equally wide, it reads them as they are.
  for (const Lane lane_of_b : {Lane::u16, Lane::u8})
    for (const std::int64_t otherwise : {0, 3000, 7}) {
      LaneWriter writer;
      const LaneRegister a = writer.column(Lane::u16, {0, 500}), b = writer.column(lane_of_b, {0, 200});
      const LaneRegister zero = writer.constant(0), one = writer.constant(1);
      const LaneRegister number =
          writer.choose(writer.equal(b, zero), writer.constant(otherwise), writer.scale(a, 1000, 0));
      const LaneRegister divisor = writer.greatest(b, one);
      const LaneRegister made = writer.divide(writer.combine(number, 2, divisor, 1, 0), writer.scale(divisor, 2, 0));
      const LaneRegister held = writer.hold(made, 5, 1000);
      const LaneStep& step = writer.steps().back();
      EXPECT_EQ(step.op, LaneOp::quotient);
      EXPECT_EQ(step.by, QuotientBy::odd_reciprocal);
      if (lane_of_b == Lane::u16 && otherwise % 1000 == 0) {
        EXPECT_EQ(step.a, a);
        EXPECT_EQ(step.b, b);
      }
      std::map<LaneRegister, KeptLanes::Values> columns;
      for (std::int64_t x = 0; x <= 500; ++x)
        for (const std::int64_t y : {0, 1, 2, 3, 7, 8, 100, 199, 200}) columns[a].push_back(x), columns[b].push_back(y);
      for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
        const KeptLanes kept(writer, columns, lanes_for(isa));
        EXPECT_FALSE(kept.outside());
        for (std::size_t i = 0; i < kept.lanes(); ++i) {
          const std::int64_t x = columns[a][i], y = columns[b][i];
          const std::int64_t rounded = y == 0 ? otherwise : (2000 * x + y) / (2 * y);
          ASSERT_EQ(kept.at(made, i), rounded) << x << '/' << y;
          ASSERT_EQ(kept.at(held, i), std::clamp<std::int64_t>(rounded, 5, 1000)) << x << '/' << y;
        }
      }
    }
}

TEST(LaneQuotients, HowAQuotientIsFoundDependsOnItsLargestNumber) {
  const auto way = [](std::int64_t most, std::int64_t factor) {
    LaneWriter writer;
    const LaneRegister a = writer.column(Lane::i32, {0, most}), b = writer.column(Lane::i32, {10, 1000});
    writer.divide(writer.combine(a, factor, b, 1, 0), b);
    EXPECT_EQ(writer.steps().back().op, LaneOp::quotient);
    return writer.steps().back().by;
  };
  // 2 (factor * a + b) + 1 at most
  EXPECT_EQ(way(3'898'999, 1), QuotientBy::reciprocal);
  EXPECT_EQ(way(3'899'001, 1), QuotientBy::floats);
  EXPECT_EQ(way(2'000'000 - 1, 4), QuotientBy::floats);
  EXPECT_EQ(way((1 << 23) - 1001, 1), QuotientBy::floats);
  EXPECT_EQ(way(1 << 23, 1), QuotientBy::mending);
}

TEST(LaneQuotients, QuotientsRoundedHalfUpAreFoundByACoarserReciprocalAsLongAsTheirNumbersAreSmall) {
  const auto way = [](std::int64_t most, std::int64_t factor, std::int64_t half, std::int64_t added) {
    LaneWriter writer;
    const LaneRegister a = writer.column(Lane::u16, {0, most}), b = writer.column(Lane::u16, {1, 99});
    writer.divide(writer.combine(a, factor, b, half, added), writer.scale(b, 2, 0));
    EXPECT_EQ(writer.steps().back().op, LaneOp::quotient);
    return writer.steps().back().by;
  };
  // factor * a + b + 1 at most
  EXPECT_EQ(way(1949, 2000, 1, 0), QuotientBy::odd_reciprocal);
  EXPECT_EQ(way(1950, 2000, 1, 0), QuotientBy::floats);
  // Whether a number is odd is told by b alone.
  EXPECT_EQ(way(1900, 2001, 1, 0), QuotientBy::reciprocal);
  EXPECT_EQ(way(1900, 2000, 2, 0), QuotientBy::reciprocal);
  EXPECT_EQ(way(1900, 2000, 1, 1), QuotientBy::reciprocal);
}

}  // namespace
}  // namespace cwp::testing
