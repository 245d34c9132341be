// Decimals, doubles and roots: how many digits, how many bits, and what would happen with one more or fewer.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "columns/take_doubles.hpp"
#include "decimal/correct_rounding.hpp"
#include "decimal/number_limits.hpp"
#include "exactness/run_step.hpp"

namespace cwp::testing {
namespace {

/// n / 10^places, as the nearest double: both are exact and division is correctly rounded, up to 10^22.
double double_of(std::int64_t units, int places) { return double(units) / double(power_of_ten(places)); }

/// Decimals of so many digits, the largest of them and any, that do not come back from the double that they are.
int lost(int digits, int places) {
  const std::int64_t end = power_of_ten(digits);
  std::mt19937_64 random(7);
  int wrong = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::int64_t units = i % 2 == 0 ? end - 1 - i : std::int64_t(random() % std::uint64_t(end));
    const auto back = Decimal::from_double(double_of(units, places));
    wrong += !back || *back != Decimal{units, std::uint8_t(places)};
  }
  return wrong;
}

TEST(DecimalsFromDoubles, OfFifteenDigitsAllComeBack) {
  for (int places = 0; places <= kMostDigitsOfDouble; ++places)
    EXPECT_EQ(lost(kMostDigitsOfDouble, places), 0) << places;
}

TEST(DecimalsFromDoubles, OfSixteenDigitsAreSharedByTwo) {
  // 2^53 + 1 is no double: two whole numbers are one, and so are two decimals of one digit more than is allowed.
  constexpr std::int64_t kFirst = (std::int64_t{1} << 53) + 1;
  EXPECT_EQ(std::to_string(kFirst).size(), std::size_t(kMostDigitsOfDouble + 1));
  for (const int places : {0, 2, 16}) EXPECT_EQ(double_of(kFirst, places), double_of(kFirst - 1, places)) << places;
  EXPECT_TRUE(page_says(grouped(kFirst)));
  // So none of them is taken for a decimal.
  EXPECT_EQ(Decimal::from_double(double(kFirst)), std::nullopt);
  EXPECT_EQ(Decimal::from_double(double_of(kFirst, 16)), std::nullopt);
}

TEST(DecimalsFromDoubles, AColumnTakesWhatASingleOneTakes) {
  std::vector<double> figures;
  const std::int64_t end = power_of_ten(kMostDigitsOfDouble);
  for (std::int64_t i = 1; i <= 3000; ++i) figures.push_back(double_of(end - i, 9));
  figures.push_back(double(end));  // a digit too many, and the product with 10^places is no guess any more
  figures.push_back(1.0 / 3);
  ColumnMemory memory;
  StoredFigures stored;
  take_doubles(figures, memory, stored);
  ASSERT_EQ(stored.decimals, 9);
  using Apart = std::vector<std::pair<std::uint32_t, double>>;
  EXPECT_EQ(stored.apart, (Apart{{3000, double(end)}, {3001, 1.0 / 3}}));  // each by itself
  for (std::int64_t i = 1; i <= 3000; ++i) ASSERT_EQ(stored.units(std::size_t(i - 1)), end - i);
}

TEST(DecimalsFromDoubles, TheGuessedUnitsAreOffByLessThanAHalf) {
  // figure * power is off by 2^-52 of itself: below 10^15 by less than 1/4, so that the nearest whole number is right.
  std::mt19937_64 random(3);
  double most = 0;
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t units = power_of_ten(kMostDigitsOfDouble) - 1 - std::int64_t(random() % 1'000'000);
    const int places = 1 + int(random() % 9);
    most = std::max(most, std::fabs(double_of(units, places) * double(power_of_ten(places)) - double(units)));
  }
  EXPECT_LE(most, 0.25);
  EXPECT_LT(double(power_of_ten(kMostDigitsOfDouble)) * 0x1p-52, 0.5);
}

TEST(Decimals, OfEighteenDigitsFitTheirUnitsAndOfNineteenDoNot) {
  const std::string nines(std::size_t(kMostDigits), '9');
  EXPECT_EQ(Decimal::parse(nines)->to_text(), nines);
  EXPECT_EQ(Decimal::parse(nines)->units, power_of_ten(kMostDigits) - 1);
  EXPECT_EQ(Decimal::parse(nines + "9"), std::nullopt);
  // Ten times as much leaves 64 bits; two of them side by side, each times 10^18, do not leave 128.
  std::int64_t units = 0;
  EXPECT_TRUE(__builtin_mul_overflow(power_of_ten(kMostDigits), 10, &units));
  Wide product = 0;
  EXPECT_FALSE(__builtin_mul_overflow(Wide{INT64_MAX}, Wide{power_of_ten(kMostDigits)}, &product));
  EXPECT_TRUE(product < Wide{1} << 123);
}

TEST(Decimals, SumsOfSmallFractionsFit128Bits) {
  // |a d + c b| with all of them of 64 bits, as Rational adds two fractions; one bit more on each side would not do.
  constexpr Wide kLeast = INT64_MIN, kMost = INT64_MAX;
  Wide sum = 0;
  EXPECT_FALSE(__builtin_add_overflow(kLeast * kMost, kLeast * kMost, &sum));
  EXPECT_TRUE(__builtin_mul_overflow(2 * kLeast, 2 * kMost, &sum) || __builtin_add_overflow(sum, sum, &sum));
  const Rational least(INT64_MIN, INT64_MAX);
  EXPECT_EQ(least + least, Rational(INT64_MIN) * Rational(2) / Rational(INT64_MAX));
}

TEST(Powers, HaveAtMostAHundredThousandBits) {
  const auto bits = std::int64_t(kMostBits);
  EXPECT_TRUE(Rational(2).power(bits - 1));
  EXPECT_FALSE(Rational(2).power(bits));
  EXPECT_TRUE(Rational(2).power(1 - bits));
  EXPECT_FALSE(Rational(2).power(-bits));
}

/// 1 + 2^-53, in the middle between two doubles, squared and moved by 2^bits: its root is on one side of the middle.
Irrational root_beside_middle(std::int64_t bits, int sign) {
  const Rational middle = Rational(1) + *Rational(2).power(-53);
  // Powers end at kMostBits: of more, as a product.
  Rational tiny(1);
  for (; bits < -60'000; bits += 60'000) tiny = tiny * *Rational(2).power(-60'000);
  tiny = tiny * *Rational(2).power(bits);
  return rounded_sqrt(middle * middle + (sign > 0 ? tiny : -tiny));
}

TEST(CorrectRounding, GoesOnWhereTheFirstPrecisionDoesNotTell) {
  const double above = std::nextafter(1.0, 2.0);
  for (const std::int64_t bits : {std::int64_t{-100}, std::int64_t{-2 * kFirstPrecision}, std::int64_t{-20'000}}) {
    EXPECT_EQ(root_beside_middle(bits, 1).value, Rational::from_double(above)) << bits;
    EXPECT_EQ(root_beside_middle(bits, -1).value, Rational(1)) << bits;
  }
  // The double of the argument is the same on both sides, so no function of doubles can tell.
  const Rational middle = Rational(1) + *Rational(2).power(-53), tiny = *Rational(2).power(-100);
  EXPECT_EQ((middle * middle + tiny).to_double(), (middle * middle - tiny).to_double());
}

TEST(CorrectRounding, GivesUpRatherThanGuessWhereTheLastPrecisionDoesNotTell) {
  EXPECT_EQ(root_beside_middle(-kLastPrecision + 2000, 1).fault, IrrationalFault::none);
  EXPECT_EQ(root_beside_middle(-kLastPrecision - 2000, 1).fault, IrrationalFault::too_large);
  // On the other side both bounds, the middle among them, go to the even double, which is right.
  EXPECT_EQ(root_beside_middle(-kLastPrecision - 2000, -1).value, Rational(1));
  // The middle itself is an exact root, found as one, and goes to the even double.
  const Rational middle = Rational(1) + *Rational(2).power(-53);
  EXPECT_EQ(rounded_sqrt(middle * middle).value, Rational(1));
}

}  // namespace
}  // namespace cwp::testing
