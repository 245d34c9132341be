#include "yaml/mended_text.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(MendedText, UntouchedTextIsItself) {
  const MendedText text("abc");
  EXPECT_EQ(text.text(), "abc");
  EXPECT_EQ(text.written_offset(2), 2u);
}

TEST(MendedText, OffsetsPointIntoTheTextAsWritten) {
  MendedText text("of: max(a, b)，c");
  EXPECT_TRUE(text.mend({{4, 0, "\""}, {13, 0, "\""}}));
  EXPECT_EQ(text.text(), "of: \"max(a, b)\"，c");
  EXPECT_EQ(text.written_offset(4), 4u);    // the quote stands where the formula does
  EXPECT_EQ(text.written_offset(5), 4u);    // m
  EXPECT_EQ(text.written_offset(13), 12u);  // )
  EXPECT_EQ(text.written_offset(15), 13u);  // ，
  EXPECT_EQ(text.written_offset(text.text().size()), 17u);
}

TEST(MendedText, EditsAddUp) {
  MendedText text("a：1\nb：2");
  EXPECT_TRUE(text.mend({{7, 3, ": "}}));
  EXPECT_TRUE(text.mend({{1, 3, ": "}}));
  EXPECT_EQ(text.text(), "a: 1\nb: 2");
  EXPECT_EQ(text.written_offset(3), 4u);   // 1
  EXPECT_EQ(text.written_offset(5), 6u);   // b
  EXPECT_EQ(text.written_offset(8), 10u);  // 2
}

TEST(MendedText, TouchingAnEarlierEditIsRefused) {
  MendedText text("a：1");
  EXPECT_TRUE(text.mend({{1, 3, ": "}}));
  EXPECT_FALSE(text.mend({{1, 0, "x"}}));
  EXPECT_FALSE(text.mend({{3, 0, "x"}}));
  EXPECT_FALSE(text.mend({}));
  EXPECT_EQ(text.text(), "a: 1");
}

}  // namespace
}  // namespace cwp
