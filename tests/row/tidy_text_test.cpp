#include "row/tidy_text.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(TidyText, LeavesBlanksAtTheEndsOut) {
  EXPECT_EQ(tidy_text(" \t ann lee\r\n"), "ann lee");
  EXPECT_EQ(tidy_text("  "), "");
  EXPECT_EQ(without_blanks("\v\f 5 "), "5");
  EXPECT_EQ(without_blanks(""), "");
}

TEST(TidyText, IsBlankWhereNothingIsLeft) {
  for (const std::string_view text : {"", " ", "\t\r\n ", "\xE3\x80\x80", " \xC2\xA0 ", "\x1F", "\x01", "x", " 5", ". ",
                                      "张三", " \xE3\x80\x80x", "\x1F\xE3\x80\x80", "\xFF", "\x7F"})
    EXPECT_EQ(is_blank(text), tidy_text(text).empty()) << text;
  EXPECT_TRUE(is_blank(" \xE3\x80\x80"));
  EXPECT_FALSE(is_blank(" x"));
}

TEST(TidyText, ComposesWhatIsWrittenInTwoCharacters) {
  EXPECT_EQ(tidy_text("Zoe\xCC\x88 "), "Zo\xC3\xAB");  // e and a diaeresis become ë
  EXPECT_EQ(tidy_text(" 张三 "), "张三");
}

}  // namespace
}  // namespace cwp
