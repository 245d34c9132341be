#include "formula/value.hpp"

#include <gtest/gtest.h>

namespace cwp::test {
namespace {

TEST(Value, IsMissingUntilItIsSomething) {
  EXPECT_EQ(to_text(Value()), "missing");
  EXPECT_EQ(to_text(Value::exempt()), "exempt");
  EXPECT_EQ(to_text(Value::of(Rational(1, 3))), "1/3");
  EXPECT_EQ(to_text(Value::of(Rational(1, 4))), "0.25");
  EXPECT_EQ(to_text(Value::of_truth(true)), "true");
  EXPECT_EQ(to_text(Value::of_text("it's")), "'it''s'");
  EXPECT_EQ(to_text(Value::of_date(Day::from_date(2026, 3, 1).value())), "2026-03-01");
}

TEST(Value, TextsAreTrimmedAndComposed) {
  EXPECT_EQ(*Value::of_text(" \t城区\u3000\n").text, "城区");
  EXPECT_EQ(*Value::of_text("e\u0301").text, "\u00e9");
  EXPECT_EQ(*Value::of_text("a b").text, "a b");
  EXPECT_EQ(*Value::of_text("  ").text, "");
  EXPECT_EQ(*Value::of_text("\xff ").text, "\xff");
}

TEST(Value, TruthsCountAsZeroAndOne) {
  EXPECT_TRUE(Value::of_truth(true).is_true());
  EXPECT_TRUE(Value::of_truth(false).is_false());
  EXPECT_EQ(Value::of_truth(true).number, Rational(1));
  EXPECT_FALSE(Value::missing(ValueType::boolean).is_true());
  EXPECT_FALSE(Value::missing(ValueType::boolean).is_false());
}

TEST(Value, AFailedValueIsMissingAndFaulty) {
  const Value failed = Value::failed(Fault::division_by_zero);
  EXPECT_EQ(failed.absence, Absence::missing);
  EXPECT_EQ(failed.fault, Fault::division_by_zero);
  EXPECT_TRUE(failed.faulty);
}

TEST(Value, SameValuesHaveTypeAbsenceAndContentInCommon) {
  EXPECT_TRUE(same_value(Value::of(Rational(3, 2)), Value::of(Rational(Decimal{150, 2}))));
  EXPECT_FALSE(same_value(Value::of(1), Value::of_truth(true)));
  EXPECT_FALSE(same_value(Value::missing(), Value::exempt()));
  EXPECT_TRUE(same_value(Value::missing(), Value::failed(Fault::too_large)));
  EXPECT_TRUE(same_value(Value::of_text("a "), Value::of_text("a")));
  EXPECT_FALSE(same_value(Value::of_text("a"), Value::of_text("b")));
}

TEST(ValueType, HasAName) {
  EXPECT_EQ(to_text(ValueType::number), "number");
  EXPECT_EQ(to_text(ValueType::date), "date");
}

TEST(PlainText, OfATextHasNoQuotes) {
  EXPECT_EQ(plain_text(Value::of_text("S01")), "S01");
  EXPECT_EQ(plain_text(Value::of(Rational(1, 4))), "0.25");
  EXPECT_EQ(plain_text(Value::missing(ValueType::text)), "missing");
}

}  // namespace
}  // namespace cwp::test
