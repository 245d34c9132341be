#include "decimal/rational.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

namespace cwp {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Rational number(std::string_view text) { return Rational(*Decimal::parse(text)); }

std::string fraction(const Rational& value) { return value.to_fraction_text(); }

/// Numbers where something could overflow, and ordinary ones.
std::vector<Rational> samples() {
  std::vector<Rational> numbers;
  const std::vector<std::int64_t> wholes = {0, 1, -1, 2, -3, 10, 97, kMost, kMost - 1, kLeast, kLeast + 1, 1LL << 32};
  for (const std::int64_t numerator : wholes)
    for (const std::int64_t denominator : {std::int64_t{1}, std::int64_t{2}, std::int64_t{-7}, kMost, kLeast})
      numbers.emplace_back(numerator, denominator);
  numbers.push_back(*Rational(3).power(100));
  numbers.push_back(-*Rational(7, 11).power(50));
  return numbers;
}

TEST(Rational, IsInLowestTermsWithAPositiveDenominator) {
  EXPECT_EQ(fraction(Rational(6, 4)), "3/2");
  EXPECT_EQ(fraction(Rational(6, -4)), "-3/2");
  EXPECT_EQ(fraction(Rational(-6, -3)), "2");
  EXPECT_EQ(fraction(Rational(0, -5)), "0");
  EXPECT_EQ(fraction(Rational(kLeast, kLeast)), "1");
  EXPECT_EQ(fraction(Rational(kLeast, -1)), "9223372036854775808");
  EXPECT_EQ(fraction(Rational(1, kLeast)), "-1/9223372036854775808");
  EXPECT_EQ(fraction(number("0.57")), "57/100");
  EXPECT_EQ(fraction(number("-1.50")), "-3/2");
}

TEST(RationalArithmetic, IsExact) {
  EXPECT_EQ(fraction(number("0.1") + number("0.2")), "3/10");
  EXPECT_EQ(fraction(Rational(1, 3) + Rational(1, 6)), "1/2");
  EXPECT_EQ(fraction(Rational(1, 3) - Rational(1, 3)), "0");
  EXPECT_EQ(fraction(Rational(2, 3) * Rational(9, 4)), "3/2");
  EXPECT_EQ(fraction(Rational(2, 3) / Rational(-4, 9)), "-3/2");
  EXPECT_EQ(fraction(Rational(57, 200) * Rational(5)), "57/40");
  EXPECT_EQ(fraction(-Rational(5, 2)), "-5/2");
  EXPECT_EQ(fraction(Rational(-5, 2).abs()), "5/2");
}

TEST(RationalArithmetic, GoesOnBeyond64Bits) {
  EXPECT_EQ(fraction(Rational(kMost) + Rational(1)), "9223372036854775808");
  EXPECT_EQ(fraction(Rational(kLeast) - Rational(1)), "-9223372036854775809");
  EXPECT_EQ(fraction(Rational(kMost) * Rational(kMost)), "85070591730234615847396907784232501249");
  EXPECT_EQ(fraction(Rational(1, kMost) * Rational(1, kMost)), "1/85070591730234615847396907784232501249");
  EXPECT_EQ(fraction(Rational(1, kMost) + Rational(1, kMost - 1)),
            "18446744073709551613/85070591730234615838173535747377725442");
  EXPECT_EQ(fraction(-Rational(kLeast)), "9223372036854775808");
}

TEST(RationalArithmetic, ComesBackTo64BitsWhenTheResultFits) {
  const Rational big = Rational(kMost) * Rational(kMost);
  EXPECT_FALSE(big.is_small());
  EXPECT_TRUE((big / Rational(kMost)).is_small());
  EXPECT_EQ(big / Rational(kMost), Rational(kMost));
  EXPECT_TRUE((big - big).is_small());
  EXPECT_TRUE((big - big).is_zero());
  EXPECT_TRUE((-(Rational(kMost) + Rational(1))).is_small());
}

TEST(RationalArithmetic, IsUndoneByItsInverse) {
  const auto numbers = samples();
  for (const Rational& a : numbers)
    for (const Rational& b : numbers) {
      ASSERT_EQ(a + b - b, a) << fraction(a) << " " << fraction(b);
      ASSERT_EQ(a + b, b + a);
      ASSERT_EQ(a * b, b * a);
      ASSERT_EQ((a + b) * b, a * b + b * b);
      if (!b.is_zero()) {
        ASSERT_EQ(a / b * b, a) << fraction(a) << " " << fraction(b);
      }
      ASSERT_EQ((a <=> b) == std::strong_ordering::greater, (a - b).sign() > 0) << fraction(a) << " " << fraction(b);
      ASSERT_EQ(a == b, fraction(a) == fraction(b));
    }
}

TEST(RationalArithmetic, DivisionByZeroIsABrokenInvariant) {
  EXPECT_THROW(Rational(1) / Rational(0), std::domain_error);
}

TEST(RationalFloor, IsTowardMinusInfinity) {
  EXPECT_EQ(Rational(7, 2).floor(), Rational(3));
  EXPECT_EQ(Rational(-7, 2).floor(), Rational(-4));
  EXPECT_EQ(Rational(7, 2).ceil(), Rational(4));
  EXPECT_EQ(Rational(-7, 2).ceil(), Rational(-3));
  EXPECT_EQ(Rational(-4).floor(), Rational(-4));
  EXPECT_EQ(Rational(-4).ceil(), Rational(-4));
  EXPECT_EQ((Rational(1, 2) - *Rational(10).power(30)).floor(), -*Rational(10).power(30));
  EXPECT_EQ(Rational(kLeast, 2).ceil(), Rational(kLeast / 2));
}

struct RoundingCase {
  const char* value;
  int decimals;
  const char* half_up;
  const char* half_even;
  const char* up;
  const char* down;
  const char* ceil;
  const char* floor;
};

TEST(RationalRounded, ByEveryRule) {
  const RoundingCase cases[] = {
      // value    places  half_up  half_even  up      down    ceil    floor
      {"2.5", 0, "3", "2", "3", "2", "3", "2"},
      {"3.5", 0, "4", "4", "4", "3", "4", "3"},
      {"-2.5", 0, "-3", "-2", "-3", "-2", "-2", "-3"},
      {"-3.5", 0, "-4", "-4", "-4", "-3", "-3", "-4"},
      {"-0.5", 0, "-1", "0", "-1", "0", "0", "-1"},
      {"0.5", 0, "1", "0", "1", "0", "1", "0"},
      {"2.4", 0, "2", "2", "3", "2", "3", "2"},
      {"-2.4", 0, "-2", "-2", "-3", "-2", "-2", "-3"},
      {"2.6", 0, "3", "3", "3", "2", "3", "2"},
      {"-2.6", 0, "-3", "-3", "-3", "-2", "-2", "-3"},
      {"7", 0, "7", "7", "7", "7", "7", "7"},
      {"1.425", 2, "1.43", "1.42", "1.43", "1.42", "1.43", "1.42"},
      {"-1.435", 2, "-1.44", "-1.44", "-1.44", "-1.43", "-1.43", "-1.44"},
      {"1.4249999999999", 2, "1.42", "1.42", "1.43", "1.42", "1.43", "1.42"},
      {"250", -2, "300", "200", "300", "200", "300", "200"},
      {"-350", -2, "-400", "-400", "-400", "-300", "-300", "-400"},
      {"49.99", -2, "0", "0", "100", "0", "100", "0"},
      {"-0.001", -3, "0", "0", "-1000", "0", "0", "-1000"},
      {"0.1234567890123", 13, "0.1234567890123", "0.1234567890123", "0.1234567890123", "0.1234567890123",
       "0.1234567890123", "0.1234567890123"},
  };
  // The same with a part of 10^40 added, which has no room in 64 bits and changes no tie: 10^40 is even.
  const Rational large = *Rational(10).power(40);
  for (const RoundingCase& c : cases) {
    const auto check = [&](Rounding rounding, const char* expected) {
      EXPECT_EQ(number(c.value).rounded(c.decimals, rounding), number(expected))
          << c.value << " to " << c.decimals << " by rule " << int(rounding);
      const Rational far = number(c.value).sign() < 0 ? -large : large;
      EXPECT_EQ((far + number(c.value)).rounded(c.decimals, rounding), far + number(expected))
          << c.value << " beyond 10^40, by rule " << int(rounding);
    };
    check(Rounding::half_up, c.half_up);
    check(Rounding::half_even, c.half_even);
    check(Rounding::up, c.up);
    check(Rounding::down, c.down);
    check(Rounding::ceil, c.ceil);
    check(Rounding::floor, c.floor);
  }
}

TEST(RationalRounded, OfFractionsThatAreNoDecimals) {
  EXPECT_EQ(Rational(10, 3).rounded(2, Rounding::half_up), number("3.33"));
  EXPECT_EQ(Rational(-10, 3).rounded(2, Rounding::up), number("-3.34"));
  EXPECT_EQ(Rational(2, 3).rounded(18, Rounding::half_up), number("0.666666666666666667"));
  EXPECT_EQ(Rational(57, 200).rounded(2, Rounding::half_up), number("0.29"));
  EXPECT_EQ(fraction(Rational(2, 3).rounded(25, Rounding::down)),
            "3333333333333333333333333/5000000000000000000000000");
  EXPECT_EQ(Rational(kMost).rounded(18, Rounding::up), Rational(kMost));
  EXPECT_EQ(Rational(kLeast).rounded(-19, Rounding::half_up), -*Rational(10).power(19));
}

TEST(RationalPower, IsExact) {
  EXPECT_EQ(*Rational(2).power(10), Rational(1024));
  EXPECT_EQ(*Rational(-2, 3).power(3), Rational(-8, 27));
  EXPECT_EQ(*Rational(-2, 3).power(-3), Rational(-27, 8));
  EXPECT_EQ(*Rational(2, 3).power(-2), Rational(9, 4));
  EXPECT_EQ(*Rational(5).power(0), Rational(1));
  EXPECT_EQ(*Rational(0).power(0), Rational(1));
  EXPECT_EQ(*Rational(0).power(3), Rational(0));
  EXPECT_FALSE(Rational(0).power(-1));
  EXPECT_EQ(fraction(*Rational(10).power(20)), "100000000000000000000");
}

TEST(RationalPower, StopsBeforeResultsOfMoreThan100000Bits) {
  EXPECT_TRUE(Rational(2).power(99'999));
  EXPECT_FALSE(Rational(2).power(100'000));
  EXPECT_TRUE(Rational(1, 2).power(99'999));
  EXPECT_FALSE(Rational(1, 2).power(100'000));
  EXPECT_FALSE(Rational(3).power(kMost));
  EXPECT_FALSE(Rational(3).power(kLeast));
  EXPECT_FALSE(Rational(kMost - 1, kMost).power(1'000'000'000));
  EXPECT_EQ(*Rational(1).power(kLeast), Rational(1));
  EXPECT_EQ(*Rational(-1).power(kMost), Rational(-1));
  EXPECT_EQ(*Rational(-1).power(kLeast), Rational(1));
}

TEST(RationalToDecimal, OnlyWhenItHasNoMorePlaces) {
  EXPECT_EQ(Rational(3, 2).to_decimal(2)->to_text(), "1.50");
  EXPECT_EQ(Rational(-1, 8).to_decimal(3)->to_text(), "-0.125");
  EXPECT_FALSE(Rational(1, 8).to_decimal(2));
  EXPECT_FALSE(Rational(1, 3).to_decimal(18));
  EXPECT_EQ(Rational(7).to_decimal(0)->to_text(), "7");
  EXPECT_FALSE(Rational(1).to_decimal(18));  // 19 digits
  EXPECT_FALSE(Rational(1).to_decimal(-1));
  EXPECT_FALSE(Rational(1).to_decimal(19));
  EXPECT_FALSE(Rational(kMost).to_decimal(0));
  EXPECT_FALSE(Rational(10).power(40)->to_decimal(0));
  EXPECT_EQ(Rational(999'999'999'999'999'999).to_decimal(0)->units, 999'999'999'999'999'999);
}

TEST(RationalToInt64, OnlyForIntegersInRange) {
  EXPECT_EQ(Rational(kLeast).to_int64(), kLeast);
  EXPECT_EQ(Rational(6, 3).to_int64(), 2);
  EXPECT_FALSE(Rational(1, 2).to_int64());
  EXPECT_FALSE((Rational(kMost) + Rational(1)).to_int64());
  EXPECT_TRUE((Rational(kMost) + Rational(1)).is_integer());
}

TEST(RationalText, IsADecimalWhereThatEnds) {
  EXPECT_EQ(Rational(3).to_text(), "3");
  EXPECT_EQ(Rational(1, 4).to_text(), "0.25");
  EXPECT_EQ(Rational(-57, 40).to_text(), "-1.425");
  EXPECT_EQ(Rational(1, 3).to_text(), "1/3");
  EXPECT_EQ(Rational(1, 1LL << 40).to_text(), "1/1099511627776");
  EXPECT_EQ(Rational(10).power(20)->to_text(), "100000000000000000000");
  EXPECT_EQ(number("0.000000000000000001").to_text(), "0.000000000000000001");
}

TEST(RationalFromDouble, IsTheBinaryValue) {
  EXPECT_EQ(fraction(Rational::from_double(0.5)), "1/2");
  EXPECT_EQ(fraction(Rational::from_double(-3)), "-3");
  EXPECT_EQ(fraction(Rational::from_double(-0.0)), "0");
  EXPECT_EQ(fraction(Rational::from_double(0.1)), "3602879701896397/36028797018963968");
  EXPECT_EQ(Rational::from_double(1e30), *Rational(10).power(30) + Rational(19'884'624'838'656));
  EXPECT_EQ(Rational::from_double(5e-324), *Rational(2).power(-1074));
}

TEST(RationalToDouble, IsTheNearestWithTiesToEven) {
  const Rational two_53 = *Rational(2).power(53);
  EXPECT_EQ((two_53 + Rational(1)).to_double(), 9007199254740992.0);
  EXPECT_EQ((two_53 + Rational(3)).to_double(), 9007199254740996.0);
  EXPECT_EQ((two_53 + Rational(1) + *Rational(10).power(-300)).to_double(), 9007199254740994.0);
  EXPECT_EQ((two_53 + Rational(1) - *Rational(10).power(-300)).to_double(), 9007199254740992.0);
  EXPECT_EQ(Rational(1, 3).to_double(), 1.0 / 3);
  EXPECT_EQ(Rational(-2, 3).to_double(), -2.0 / 3);
  EXPECT_EQ(Rational(0).to_double(), 0.0);
  EXPECT_EQ(Rational(kLeast).to_double(), -9223372036854775808.0);
}

TEST(RationalToDouble, RoundsOnceAmongTheSmallest) {
  const Rational least = *Rational(2).power(-1074);
  EXPECT_EQ((least / Rational(2)).to_double(), 0.0);
  EXPECT_EQ((least * Rational(3, 2)).to_double(), 2 * 5e-324);
  EXPECT_EQ((least * Rational(5, 2)).to_double(), 2 * 5e-324);
  EXPECT_EQ((least * Rational(51, 100)).to_double(), 5e-324);
  EXPECT_EQ((least * Rational(49, 100)).to_double(), 0.0);
  // 2^52 steps above the least, and three quarters: one rounding goes up, two could go wrong.
  const Rational steps = *Rational(2).power(52) - Rational(1);
  EXPECT_EQ((least * (steps + Rational(3, 4))).to_double(), std::ldexp(1.0, -1022));
  EXPECT_EQ((least * (steps + Rational(1, 4))).to_double(), std::ldexp(1.0, -1022) - 5e-324);
  EXPECT_EQ((least * (steps + Rational(1, 2) - *Rational(2).power(-40))).to_double(), std::ldexp(1.0, -1022) - 5e-324);
  EXPECT_EQ(Rational(10).power(-20'000)->to_double(), 0.0);
  EXPECT_TRUE(std::isinf(Rational(10).power(20'000)->to_double()));
  const Rational beyond = *Rational(2).power(1024) - *Rational(2).power(970);
  EXPECT_TRUE(std::isinf(beyond.to_double()));
  EXPECT_EQ((beyond - *Rational(10).power(-9)).to_double(), std::numeric_limits<double>::max());
}

TEST(RationalToDouble, GivesBackEveryDouble) {
  std::uint64_t state = 1;
  for (int i = 0; i < 5'000; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    // The upper bits are the better ones; every tenth is a subnormal.
    std::uint64_t bits = state ^ (state >> 29);
    if (i % 10 == 0) bits &= ~(std::uint64_t{0x7FF} << 52);
    const double value = std::bit_cast<double>(bits);
    if (!std::isfinite(value)) continue;
    ASSERT_EQ(Rational::from_double(value).to_double(), value);
  }
}

TEST(RationalToDouble, AgreesWithDivisionOfIntegers) {
  std::uint64_t state = 3;
  const auto below_2_53 = [&] {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return std::int64_t((state >> 11) >> (state >> 5) % 50) + 1;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::int64_t p = below_2_53(), q = below_2_53();
    ASSERT_EQ(Rational(p, q).to_double(), double(p) / double(q)) << p << "/" << q;
  }
}

TEST(Rational, TakesTwoWordsWhateverItsSize) { EXPECT_EQ(sizeof(Rational), 16U); }

TEST(Rational, ABigOneIsCopiedMovedAndPutIntoItself) {
  const Rational big = *Rational(3).power(100);
  Rational copy = big, other = copy;
  EXPECT_EQ(copy, big);
  copy = Rational(2);
  EXPECT_EQ(other, big);
  const Rational& itself = other;
  other = itself;
  EXPECT_EQ(other, big);
  const Rational taken = std::move(other);
  EXPECT_EQ(taken, big);
  other = Rational(1, 3);
  EXPECT_EQ(fraction(other), "1/3");
  copy = taken;
  copy = std::move(other);
  EXPECT_EQ(fraction(copy), "1/3");
  EXPECT_FALSE(taken.is_small());
  EXPECT_EQ(taken - big, Rational(0));
}

}  // namespace
}  // namespace cwp
