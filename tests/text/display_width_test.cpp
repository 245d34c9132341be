#include "text/display_width.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(DisplayWidth, AChineseCharacterTakesTwoCells) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("人员"), 4U);
  EXPECT_EQ(display_width("a（b）"), 6U);
}

TEST(DisplayWidth, ACombiningMarkTakesNone) { EXPECT_EQ(display_width("Jose\u0301"), 4U); }

TEST(DisplayWidth, ControlCharactersAndStrayBytesTakeOne) {
  EXPECT_EQ(display_width("a\tb"), 3U);
  EXPECT_EQ(display_width("\xFF\xC3"), 2U);
  EXPECT_EQ(display_width("a\xFF人"), 4U);
}

}  // namespace
}  // namespace cwp
