#include "sample/random.hpp"

#include <gtest/gtest.h>

#include <array>

namespace cwp {
namespace {

constexpr int kMany = 20'000;

TEST(Random, TheSameStreamGivesTheSameNumbersAndAnotherGivesOthers) {
  Random one(7, "figures", 3), again(7, "figures", 3);
  const std::uint64_t first = one.next();
  EXPECT_EQ(first, again.next());
  EXPECT_NE(first, Random(8, "figures", 3).next());
  EXPECT_NE(first, Random(7, "facts", 3).next());
  EXPECT_NE(first, Random(7, "figures", 4).next());
}

TEST(Random, BelowReachesEachNumberAboutEquallyOften) {
  Random random(1, "test");
  std::array<int, 6> found{};
  for (int i = 0; i < kMany; ++i) ++found.at(random.below(6));
  for (const int count : found) EXPECT_NEAR(count, kMany / 6, kMany / 60);
}

TEST(Random, BetweenHoldsBothEnds) {
  Random random(1, "test");
  bool low = false, high = false;
  for (int i = 0; i < 200; ++i) {
    const std::int64_t drawn = random.between(-2, 2);
    ASSERT_TRUE(-2 <= drawn && drawn <= 2);
    low = low || drawn == -2;
    high = high || drawn == 2;
  }
  EXPECT_TRUE(low && high);
}

TEST(Random, ABellHasItsDeviation) {
  Random random(1, "test");
  double sum = 0, squares = 0;
  for (int i = 0; i < kMany; ++i) {
    const double drawn = double(random.bell(1000));
    sum += drawn;
    squares += drawn * drawn;
  }
  EXPECT_NEAR(sum / kMany, 0, 30);
  EXPECT_NEAR(squares / kMany, 1e6, 4e4);
}

/// Of a Poisson number the mean and the variance are the same.
TEST(Random, PoissonNumbersHaveMeanAndVarianceInBothWaysOfDrawing) {
  for (const std::int64_t mean : {200, 3'000, 29'000, 31'000, 400'000}) {
    Random random(1, "test", std::uint64_t(mean));
    double sum = 0, squares = 0;
    for (int i = 0; i < kMany; ++i) {
      const double drawn = double(random.poisson(mean));
      sum += drawn;
      squares += drawn * drawn;
    }
    const double expected = double(mean) / 1000, average = sum / kMany;
    EXPECT_NEAR(average, expected, 0.03 * expected) << mean;
    EXPECT_NEAR(squares / kMany - average * average, expected, 0.05 * expected + 0.1) << mean;
  }
  EXPECT_EQ(Random(1, "test").poisson(0), 0);
  EXPECT_EQ(Random(1, "test").poisson(-5), 0);
}

TEST(Random, PickFollowsTheWeights) {
  Random random(1, "test");
  constexpr std::array<std::uint32_t, 3> kWeights = {1, 0, 3};
  std::array<int, 3> found{};
  for (int i = 0; i < kMany; ++i) ++found.at(random.pick(kWeights));
  EXPECT_NEAR(found[0], kMany / 4, kMany / 50);
  EXPECT_EQ(found[1], 0);
}

TEST(Random, WholeRootsAreRoundedDown) {
  EXPECT_EQ(whole_root(0), 0);
  EXPECT_EQ(whole_root(15), 3);
  EXPECT_EQ(whole_root(16), 4);
  EXPECT_EQ(whole_root(999'999'999'999), 999'999);
}

}  // namespace
}  // namespace cwp
