#include "trial/test_formulas.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(ShownValue, IsRoundedAsPointsSayOrAsFinelyAsItIsWritten) {
  const Value third = Value::of(Rational(1, 3));
  EXPECT_EQ(shown_value(third, "0.33", 2, Rounding::half_up), "0.33");
  EXPECT_EQ(shown_value(third, "0.3333", 2, Rounding::half_up), "0.3333");
  EXPECT_EQ(shown_value(third, "0", 2, Rounding::up), "0.34");
  EXPECT_EQ(shown_value(third, "", 0, Rounding::half_up), "0");
}

TEST(ShownValue, OfOtherTypesIsTheirText) {
  EXPECT_EQ(shown_value(Value::of_truth(true), "true", 2, Rounding::half_up), "true");
  EXPECT_EQ(shown_value(Value::of_text("A"), "A", 2, Rounding::half_up), "A");
  EXPECT_EQ(shown_value(Value::missing(), "1", 2, Rounding::half_up), "");
  EXPECT_EQ(shown_value(Value::exempt(), "1", 2, Rounding::half_up), "");
}

}  // namespace
}  // namespace cwp
