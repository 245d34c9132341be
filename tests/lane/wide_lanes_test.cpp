#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "kernel/choose_isa.hpp"
#include "lane/kept_lanes.hpp"

namespace cwp::testing {
namespace {

/// Figures beyond 64 bits on the way: (3 a + 1) b b, held, compared, chosen, divided again.
TEST(WideLanes, FiguresBeyondSixtyFourBitsAreExact) {
  LaneWriter writer;
  constexpr std::int64_t kMost = std::int64_t{1} << 40;
  const LaneRegister a = writer.column(Lane::i64, {-kMost, kMost}), b = writer.column(Lane::i64, {1, kMost / 8});
  const LaneRegister square = writer.product(b, b), wide = writer.product(writer.scale(a, 3, 1), square);
  EXPECT_EQ(writer.info(wide).lane, Lane::i128);
  const LaneRegister positive = writer.greatest(wide, writer.constant(0)),
                     least = writer.least(wide, writer.constant(7));
  const LaneRegister held = writer.hold(wide, -5, 1000), back = writer.divide(positive, square);
  const LaneRegister by_constant = writer.divide(positive, writer.constant(1'000'000'007));
  const LaneRegister chosen = writer.choose(writer.at_least(wide, square), wide, square);
  ASSERT_FALSE(writer.failed());
  std::mt19937_64 random(6);
  const auto between = [&](std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
  };
  std::map<LaneRegister, KeptLanes::Values> columns;
  for (int i = 0; i < 500; ++i) {
    columns[a].push_back(i == 0 ? -kMost : i == 1 ? kMost : between(-kMost, kMost) >> between(0, 40));
    columns[b].push_back(std::max<std::int64_t>(1, between(1, kMost / 8) >> between(0, 37)));
  }
  columns[b][0] = columns[b][1] = kMost / 8;
  for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
    const KeptLanes kept(writer, columns, lanes_for(isa));
    EXPECT_FALSE(kept.outside());
    for (std::size_t i = 0; i < kept.lanes(); ++i) {
      const Wide x = columns[a][i], y = columns[b][i], value = (3 * x + 1) * y * y;
      ASSERT_TRUE(kept.wide_at(wide, i) == value) << i;
      ASSERT_TRUE(kept.wide_at(positive, i) == std::max<Wide>(value, 0)) << i;
      ASSERT_TRUE(kept.wide_at(least, i) == std::min<Wide>(value, 7)) << i;
      ASSERT_TRUE(kept.wide_at(held, i) == std::clamp<Wide>(value, -5, 1000)) << i;
      ASSERT_TRUE(kept.wide_at(back, i) == std::max<Wide>(3 * x + 1, 0)) << i;
      ASSERT_TRUE(kept.wide_at(by_constant, i) == std::max<Wide>(value, 0) / 1'000'000'007) << i;
      ASSERT_TRUE(kept.wide_at(chosen, i) == (value >= y * y ? value : y * y)) << i;
    }
  }
}

}  // namespace
}  // namespace cwp::testing
