#include "row/half_width.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(HalfWidth, FullWidthAsciiAndItsBlankAreMended) {
  EXPECT_EQ(half_width("！０９ＡＺａｚ～　x"), "!09AZaz~ x");
  EXPECT_EQ(half_width("［＼］＾＿｀｛｜｝"), "[\\]^_`{|}");
}

TEST(HalfWidth, AllElseStaysAsItIs) {
  for (const char* text : {"", "plain", "张三", "｟。「", "\xEF", "\xEF\xBC", "\xEF\xBC\x80"})
    EXPECT_EQ(half_width(text), text);
}

}  // namespace
}  // namespace cwp
