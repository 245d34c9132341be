// Reckoning with bounds; figures by hand.

#include "bounds/bound_math.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

ValueBounds from_to(int low, int high) { return {Rational(low), Rational(high)}; }
ValueBounds from(int low) { return {Rational(low), std::nullopt}; }
ValueBounds up_to(int high) { return {std::nullopt, Rational(high)}; }

TEST(BoundMath, SumsAndProductsHoldAllOfThem) {
  EXPECT_EQ(from_to(-2, 3) + from_to(1, 4), from_to(-1, 7));
  EXPECT_EQ(from_to(-2, 3) * from_to(1, 4), from_to(-8, 12));
  EXPECT_EQ(from_to(-2, 3) * from_to(-5, -1), from_to(-15, 10));
  EXPECT_EQ(from(2) * from(3), from(6));
  EXPECT_EQ(point(-2) * from(3), up_to(-6));
  EXPECT_EQ(from(-1) * from(3), ValueBounds{});
  EXPECT_EQ(-from(3), up_to(-3));
}

TEST(BoundMath, AQuotientIsBoundWhereItsDivisorIsAwayFromZero) {
  EXPECT_EQ(quotient(from_to(-2, 3), from_to(1, 4), false), from_to(-2, 3));
  EXPECT_EQ(quotient(from_to(4, 8), from_to(-4, -2), false), from_to(-4, -1));
  EXPECT_EQ(quotient(from_to(1, 3), from_to(0, 4), false), from(0));
  EXPECT_EQ(quotient(from_to(1, 4), from_to(0, 4), true), (ValueBounds{Rational(1, 4), Rational(4)}));
  EXPECT_EQ(quotient(from_to(1, 3), from_to(-1, 4), false), ValueBounds{});
}

TEST(BoundMath, TheSmallerOfTwoIsBoundByOne) {
  EXPECT_EQ(smaller(from_to(0, 9), point(5)), from_to(0, 5));
  EXPECT_EQ(smaller(from(0), point(5)), from_to(0, 5));
  EXPECT_EQ(larger(up_to(3), from_to(2, 5)), from_to(2, 5));
  EXPECT_EQ(larger(from(3), point(5)), from(5));
  EXPECT_EQ(either(from_to(0, 1), from_to(5, 6)), from_to(0, 6));
  EXPECT_EQ(either(from(0), point(-1)), from(-1));
}

TEST(BoundMath, ASumOfOneToThreeValues) {
  EXPECT_EQ(repeated(from_to(-1, 2), 3), from_to(-3, 6));
  EXPECT_EQ(repeated(from_to(1, 2), 3), from_to(1, 6));
  EXPECT_EQ(repeated(from_to(-2, -1), 3), from_to(-6, -1));
}

TEST(BoundMath, AComparisonIsDecidedWhereTheBoundsDoNotMeet) {
  const ValueBounds open = from_to(0, 1);
  EXPECT_EQ(compared("<", from_to(0, 4), point(5)), point(1));
  EXPECT_EQ(compared("<", from_to(5, 6), point(5)), point(0));
  EXPECT_EQ(compared("<", from_to(4, 5), point(5)), open);
  EXPECT_EQ(compared("<=", from_to(4, 5), point(5)), point(1));
  EXPECT_EQ(compared(">=", from(0), point(0)), point(1));
  EXPECT_EQ(compared(">", from(0), point(0)), open);
  EXPECT_EQ(compared("=", from_to(1, 2), point(3)), point(0));
  EXPECT_EQ(compared("!=", point(3), point(3)), point(0));
}

}  // namespace
}  // namespace cwp
