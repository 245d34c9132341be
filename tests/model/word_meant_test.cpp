#include "model/word_meant.hpp"

#include <gtest/gtest.h>

#include "cwp/rulebook.hpp"

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

TEST(IdTitled, WhatPeopleCallAMetricOrAnAttribute) {
  Rulebook rulebook;
  rulebook.metrics.emplace_back().id.value = "zoufang";
  rulebook.metrics.back().title = {"走访", "Visits"};
  rulebook.attributes.emplace_back().id.value = "suo";
  rulebook.attributes.back().title = {"派出所", ""};
  EXPECT_EQ(id_titled(rulebook, "走访"), "zoufang");
  EXPECT_EQ(id_titled(rulebook, "Visits"), "zoufang");
  EXPECT_EQ(id_titled(rulebook, "派出所"), "suo");
  EXPECT_EQ(id_titled(rulebook, ""), "");
  EXPECT_EQ(id_titled(rulebook, "纠纷"), "");
}

}  // namespace
}  // namespace cwp
