// Sets of values as intervals; brackets say whether an end belongs to it.

#include "bounds/value_set.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

std::string text_of(const ValueSet& set) {
  std::string text;
  for (const ValueSet::Interval& interval : set.intervals()) {
    text += interval.from && !interval.from->behind ? "[" : "(";
    text += (interval.from ? interval.from->at.to_text() : "") + ".." + (interval.to ? interval.to->at.to_text() : "");
    text += interval.to && interval.to->behind ? "]" : ")";
  }
  return text;
}

/// All from `low` to `high`, both included.
ValueSet closed(int low, int high) { return ValueSet::between(Cut{Rational(low), false}, Cut{Rational(high), true}); }
ValueSet above(int low) { return ValueSet::between(Cut{Rational(low), true}, std::nullopt); }

TEST(ValueSet, WhatIsLeftOut) {
  EXPECT_EQ(text_of(closed(1, 3).complement()), "(..1)(3..)");
  EXPECT_EQ(text_of(above(5).complement()), "(..5]");
  EXPECT_EQ(text_of(ValueSet::all().complement()), "");
  EXPECT_EQ(text_of(ValueSet::none().complement()), "(..)");
}

TEST(ValueSet, EndsThatTouchGrowTogether) {
  EXPECT_EQ(text_of(closed(1, 3).united(above(3))), "[1..)");
  EXPECT_EQ(text_of(closed(1, 3).united(above(4))), "[1..3](4..)");
  EXPECT_EQ(text_of(closed(1, 3).united(closed(2, 8))), "[1..8]");
}

TEST(ValueSet, WhatTwoHaveInCommon) {
  EXPECT_EQ(text_of(closed(1, 3).intersection(closed(3, 8))), "[3..3]");
  EXPECT_TRUE(closed(1, 3).intersection(above(3)).empty());
  EXPECT_TRUE(closed(1, 8).holds_all_of(closed(2, 8)));
  EXPECT_FALSE(closed(1, 7).holds_all_of(closed(2, 8)));
}

}  // namespace
}  // namespace cwp
