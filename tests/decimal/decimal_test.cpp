#include "cwp/decimal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cwp {
namespace {

std::string read(std::string_view text) {
  const auto decimal = Decimal::parse(text);
  return decimal ? std::to_string(decimal->units) + "/10^" + std::to_string(decimal->decimals) : "nothing";
}

std::string shortest(double value) {
  const auto decimal = Decimal::from_double(value);
  return decimal ? decimal->to_text() : "nothing";
}

TEST(ParseDecimal, KeepsTheDigitsAsWritten) {
  EXPECT_EQ(read("0"), "0/10^0");
  EXPECT_EQ(read("7"), "7/10^0");
  EXPECT_EQ(read("-7"), "-7/10^0");
  EXPECT_EQ(read("0.57"), "57/10^2");
  EXPECT_EQ(read("1.50"), "150/10^2");
  EXPECT_EQ(read("-0.05"), "-5/10^2");
  EXPECT_EQ(read("-0"), "0/10^0");
  EXPECT_EQ(read("-0.00"), "0/10^2");
  EXPECT_EQ(read("100"), "100/10^0");
}

TEST(ParseDecimal, TakesUpTo18Digits) {
  EXPECT_EQ(read("999999999999999999"), "999999999999999999/10^0");
  EXPECT_EQ(read("-999999999999999999"), "-999999999999999999/10^0");
  EXPECT_EQ(read("123456789.123456789"), "123456789123456789/10^9");
  EXPECT_EQ(read("0.123456789012345678"), "123456789012345678/10^18");
  EXPECT_EQ(read("0.000000000000000001"), "1/10^18");
  EXPECT_EQ(read("1000000000000000000"), "nothing");
  EXPECT_EQ(read("1.000000000000000000"), "nothing");
  EXPECT_EQ(read("0.0000000000000000001"), "nothing");
  EXPECT_EQ(read("0.0000000000000000000"), "nothing");
  EXPECT_EQ(read(std::string(1'000'000, '9')), "nothing");
  EXPECT_EQ(read("0." + std::string(1'000'000, '0')), "nothing");
}

TEST(ParseDecimal, NothingElseIsANumber) {
  for (const char* text :
       {"",    "-",    "+1",    "--1",   "1e3",  "1E3", ".5",  "5.",    ".",     "-.5",  " 1",  "1 ", "010",  "00",
        "-01", "00.5", "1,000", "1.2.3", "0x1F", "inf", "nan", "1_000", "1 000", "１２", "12%", "1-", "1.-5", "1.5-"})
    EXPECT_EQ(read(text), "nothing") << text;
}

TEST(DecimalFromDouble, IsTheShortestThatReadsBack) {
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(0.57), "0.57");
  EXPECT_EQ(shortest(-2.5), "-2.5");
  EXPECT_EQ(shortest(3), "3");
  EXPECT_EQ(shortest(1200), "1200");
  EXPECT_EQ(shortest(0.0), "0");
  EXPECT_EQ(shortest(-0.0), "0");
  EXPECT_EQ(shortest(123456789.012345), "123456789.012345");
}

TEST(DecimalFromDouble, KnowsLargeAndSmallNumbers) {
  EXPECT_EQ(shortest(1e-7), "0.0000001");
  EXPECT_EQ(shortest(1.5e-17), "0.000000000000000015");
  EXPECT_EQ(shortest(1e-18), "0.000000000000000001");
  EXPECT_EQ(shortest(1e-19), "nothing");
  EXPECT_EQ(shortest(1e17), "100000000000000000");
  EXPECT_EQ(shortest(-1.25e17), "-125000000000000000");
  EXPECT_EQ(shortest(1e18), "nothing");
  EXPECT_EQ(shortest(1e300), "nothing");
  EXPECT_EQ(shortest(5e-324), "nothing");
}

TEST(DecimalFromDouble, TakesUpTo15Digits) {
  EXPECT_EQ(shortest(999999999999999.0), "999999999999999");
  EXPECT_EQ(shortest(0.123456789012345), "0.123456789012345");
  EXPECT_EQ(shortest(1234567890123456.0), "nothing");  // 16 digits
  EXPECT_EQ(shortest(1234567890123450.0), "1234567890123450");
  EXPECT_EQ(shortest(0.1 + 0.2), "nothing");  // 0.30000000000000004
  EXPECT_EQ(shortest(1.0 / 3), "nothing");
  EXPECT_EQ(shortest(std::numeric_limits<double>::infinity()), "nothing");
  EXPECT_EQ(shortest(std::nan("")), "nothing");
}

TEST(DecimalText, HasExactlyItsPlaces) {
  EXPECT_EQ((Decimal{150, 2}).to_text(), "1.50");
  EXPECT_EQ((Decimal{-50, 2}).to_text(), "-0.50");
  EXPECT_EQ((Decimal{5, 3}).to_text(), "0.005");
  EXPECT_EQ((Decimal{0, 2}).to_text(), "0.00");
  EXPECT_EQ((Decimal{-7, 0}).to_text(), "-7");
  EXPECT_EQ((Decimal{1, 18}).to_text(), "0.000000000000000001");
  EXPECT_EQ((Decimal{std::numeric_limits<std::int64_t>::min(), 18}).to_text(), "-9.223372036854775808");
}

TEST(DecimalText, ShortLeavesOutTrailingZerosBehindThePoint) {
  EXPECT_EQ((Decimal{150, 2}).to_short_text(), "1.5");
  EXPECT_EQ((Decimal{-50, 2}).to_short_text(), "-0.5");
  EXPECT_EQ((Decimal{300, 2}).to_short_text(), "3");
  EXPECT_EQ((Decimal{300, 0}).to_short_text(), "300");
  EXPECT_EQ((Decimal{0, 4}).to_short_text(), "0");
}

TEST(DecimalText, IsReadBack) {
  for (const char* text : {"0", "-1", "0.10", "-0.01", "12345.678900", "999999999999999999", "0.000000000000000001"}) {
    const auto decimal = Decimal::parse(text);
    ASSERT_TRUE(decimal) << text;
    EXPECT_EQ(decimal->to_text(), text);
  }
}

TEST(DecimalOrder, IsByValue) {
  EXPECT_EQ((Decimal{150, 2}), (Decimal{15, 1}));
  EXPECT_EQ((Decimal{0, 0}), (Decimal{0, 9}));
  EXPECT_LT((Decimal{149, 2}), (Decimal{15, 1}));
  EXPECT_LT((Decimal{-1, 0}), (Decimal{-99, 2}));
  EXPECT_LT((Decimal{999999999999999999, 18}), (Decimal{1, 0}));
  EXPECT_GT((Decimal{999999999999999999, 0}), (Decimal{1, 18}));
  EXPECT_LT((Decimal{std::numeric_limits<std::int64_t>::min(), 0}), (Decimal{-1, 18}));
}

TEST(DecimalToDouble, IsTheNearest) {
  EXPECT_EQ((Decimal{57, 2}).to_double(), 0.57);
  EXPECT_EQ((Decimal{-1, 1}).to_double(), -0.1);
  EXPECT_EQ((Decimal{123456789012345678, 17}).to_double(), 1.23456789012345678);
}

}  // namespace
}  // namespace cwp
