// Weighed sums of narrow registers, as totals of categories are.

#include <gtest/gtest.h>

#include <random>

#include "lane/kept_lanes.hpp"
#include "lane/lane_writer.hpp"

namespace cwp::testing {
namespace {

TEST(LaneSums, WeighedSumsOverAConstantAreOneStep) {
  std::mt19937_64 random(12);
  const auto between = [&](std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
  };
  for (int trial = 0; trial < 60; ++trial) {
    LaneWriter writer;
    std::map<LaneRegister, KeptLanes::Values> columns;
    const int count = int(between(2, 7));
    std::vector<std::int64_t> weights;
    std::optional<LaneRegister> sum;
    std::int64_t low = 0, high = 0;
    for (int p = 0; p < count; ++p) {
      const std::int64_t most = between(1, 10000);
      weights.push_back(between(p == 0 ? 1 : -9, 40));
      const LaneRegister part = writer.column(Lane::u16, {0, most});
      for (int i = 0; i < 30; ++i) columns[part].push_back(i == 0 ? 0 : i == 1 ? most : between(0, most));
      (weights[std::size_t(p)] < 0 ? low : high) += weights[std::size_t(p)] * most;
      sum = sum ? writer.combine(*sum, 1, part, weights.back(), p) : writer.scale(part, weights.back(), 7);
    }
    const std::int64_t divisor = between(2, 300), plus = -low;
    const LaneRegister made = writer.divide(writer.scale(*sum, 2, 2 * plus + 1), writer.constant(divisor));
    ASSERT_FALSE(writer.failed());
    const auto step = writer.step_of(made);
    const bool is_small = 2 * (high + plus) + 60 < (1 << 22) && count <= int(kMostWeighed);
    EXPECT_TRUE(!is_small || !step || writer.steps()[*step].op == LaneOp::weigh);
    const KeptLanes kept(writer, columns, run_lanes_baseline);
    ASSERT_FALSE(kept.outside());
    for (std::size_t i = 0; i < kept.lanes(); ++i) {
      std::int64_t wanted = 7;
      int p = 0;
      for (const auto& [column, values] : columns) wanted += values[i] * weights[std::size_t(p)] + p, ++p;
      ASSERT_EQ(kept.at(made, i), (2 * (wanted + plus) + 1) / divisor) << "trial " << trial;
    }
  }
}

}  // namespace
}  // namespace cwp::testing
