#include "row/written_number.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

std::string why(std::string_view text) {
  const Refusal refusal = no_number(text);
  return std::string(refusal.reason) + (refusal.expected.empty() ? "" : ": " + refusal.expected);
}

TEST(WrittenNumber, OfThousandsSeparatorsTheNumberMeantIsTold) {
  EXPECT_EQ(why("1,234"), "value-thousands: 1234");
  EXPECT_EQ(why("-12,345,678.90"), "value-thousands: -12345678.90");
  EXPECT_EQ(why("123,456"), "value-thousands: 123456");
}

TEST(WrittenNumber, OfADecimalCommaTheNumberMeantIsTold) {
  EXPECT_EQ(why("3,5"), "value-decimal-comma: 3.5");
  EXPECT_EQ(why("-1234,25"), "value-decimal-comma: -1234.25");
  EXPECT_EQ(why("1234,567"), "value-decimal-comma: 1234.567");
}

TEST(WrittenNumber, OtherCommasAreNotGuessed) {
  for (const char* text : {"1,23,456", ",5", "5,", "1.234,5", "1,2345,678", "12,34,5", ",", "1,234,56", "a,123"})
    EXPECT_EQ(why(text), "value-not-a-number") << text;
}

TEST(WrittenNumber, OfPercentAndFullWidthTheNumberIsTold) {
  EXPECT_EQ(why("95%"), "value-percent: 95");
  EXPECT_EQ(why("95.5 %"), "value-percent: 95.5");
  EXPECT_EQ(why("１２"), "value-full-width: 12");
  EXPECT_EQ(why("－３．５"), "value-full-width: -3.5");
  for (const char* text : {"%", "a%", "5%%", "１２件", "５％"}) EXPECT_EQ(why(text), "value-not-a-number") << text;
}

TEST(WrittenNumber, TooManyDigitsAreToldApart) {
  EXPECT_EQ(why("1234567890123456789"), "value-too-long: 18");
  EXPECT_EQ(why("5件"), "value-not-a-number");
  EXPECT_EQ(why(""), "value-not-a-number");
}

}  // namespace
}  // namespace cwp
