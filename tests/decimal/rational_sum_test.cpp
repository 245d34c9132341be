#include "decimal/rational_sum.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "decimal/number_limits.hpp"

namespace cwp::testing {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max(),
                       kLeast = std::numeric_limits<std::int64_t>::min();

TEST(RationalSum, OfNothingIsZero) { EXPECT_EQ(*RationalSum().total(), Rational(0)); }

TEST(RationalSum, IsWhatComesOutOneBehindTheOther) {
  std::mt19937_64 random(20260301);
  for (int trial = 0; trial < 200; ++trial) {
    RationalSum sum;
    Rational plain;
    const std::int64_t most = trial % 3 == 0 ? kMost : 1000;  // so that some do not fit 64 bits
    for (int i = 0; i < trial % 40; ++i) {
      Rational value(std::int64_t(random() % std::uint64_t(most)) - most / 2,
                     std::int64_t(random() % std::uint64_t(most)) + 1);
      if (i % 5 == 0) value = value * value * value;
      sum.add(value);
      plain += value;
    }
    EXPECT_EQ(*sum.total(), plain) << "trial " << trial;
  }
}

TEST(RationalSum, OfOneDenominatorMayLeave64BitsOnTheWay) {
  RationalSum sum;
  for (int i = 0; i < 1000; ++i) sum.add(kMost);
  EXPECT_EQ(*sum.total(), Rational(kMost) * 1000);
  for (int i = 0; i < 1001; ++i) sum.add(kLeast);
  EXPECT_EQ(*sum.total(), Rational(kMost) * 1000 + Rational(kLeast) * 1001);
  sum.add(Rational(kMost, 3));
  EXPECT_EQ(*sum.total(), Rational(kMost) * 1000 + Rational(kLeast) * 1001 + Rational(kMost, 3));
}

TEST(RationalSum, ThatNeedsTooManyBitsIsNone) {
  RationalSum sum;
  sum.add(*Rational(2).power(std::int64_t(kMostBits) - 1));
  EXPECT_TRUE(sum.total().has_value());
  sum.add(*Rational(2).power(std::int64_t(kMostBits) - 1));
  EXPECT_FALSE(sum.total().has_value());
}

}  // namespace
}  // namespace cwp::testing
