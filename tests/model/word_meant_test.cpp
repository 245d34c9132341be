#include "model/word_meant.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(WordMeant, WordsOfOtherToolsAndChinese) {
  EXPECT_EQ(word_meant("avg", {"sum", "mean"}), "mean");
  EXPECT_EQ(word_meant("每周", {"day", "week"}), "week");
  EXPECT_EQ(word_meant("满分", {"id", "full"}), "full");
}

TEST(WordMeant, OnlyWhatIsKnownWhereItStands) {
  EXPECT_EQ(word_meant("封顶", {"cap"}), "cap");
  EXPECT_EQ(word_meant("封顶", {"gives", "up_to"}), "up_to");
  EXPECT_EQ(word_meant("封顶", {"day"}), "");
}

TEST(WordMeant, OthersBySpelling) { EXPECT_EQ(word_meant("weekly", {"day", "week"}), "week"); }

}  // namespace
}  // namespace cwp
