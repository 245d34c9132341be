#include "sensitivity/drawn_ranks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cwp {
namespace {

TEST(DrawnRanks, AreThoseOfCountingWhoIsBetter) {
  std::mt19937 chance(5);  // NOLINT: the same numbers each time
  DrawnRanks ranker;
  for (const std::size_t count : {1U, 2U, 7U, 300U}) {
    std::vector<double> values(count);
    for (double& value : values) value = double(chance() % 90) / 3;
    std::vector<std::uint32_t> ranks(count);
    ranker.rank(values, ranks);
    for (std::size_t i = 0; i < count; ++i) {
      const auto better = std::count_if(values.begin(), values.end(), [&](double value) { return value > values[i]; });
      EXPECT_EQ(ranks[i], std::uint32_t(better) + 1) << count << " " << i;
    }
  }
}

TEST(RankCounts, QuantilesAreTheRanksOfThatManyDraws) {
  RankCounts counts(2, 3000);
  for (std::uint32_t draw = 1; draw <= 100; ++draw) {
    counts.add(0, draw);
    counts.add(1, 3000);
  }
  // Three ranks a step: the 5th, 50th and 95th of 1 to 100, at the ends of their steps.
  EXPECT_EQ(counts.quantile(0, 5, 100).best, 4U);
  EXPECT_EQ(counts.quantile(0, 50, 100).worst, 51U);
  EXPECT_EQ(counts.quantile(0, 95, 100).worst, 96U);
  EXPECT_EQ(counts.quantile(1, 5, 100).worst, 3000U);
}

}  // namespace
}  // namespace cwp
