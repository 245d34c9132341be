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
  EXPECT_EQ(display_width("\x7F"), 1U);
  EXPECT_EQ(display_width("\xC2\x9B"), 1U);
}

TEST(Printable, HasABlankForEachControlCharacter) {
  EXPECT_EQ(printable("人\t\x1B[2J\x7F\xC2\x9B\xC2\xA7\r\n"), "人  [2J  §  ");
  const std::string steering = "a\x1B\xC2\x85\tb";
  EXPECT_EQ(display_width(printable(steering)), display_width(steering));
}

}  // namespace
}  // namespace cwp
