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

TEST(TidyText, ComposesWhatIsWrittenInTwoCharacters) {
  EXPECT_EQ(tidy_text("Zoe\xCC\x88 "), "Zo\xC3\xAB");  // e and a diaeresis become ë
  EXPECT_EQ(tidy_text(" 张三 "), "张三");
}

}  // namespace
}  // namespace cwp
