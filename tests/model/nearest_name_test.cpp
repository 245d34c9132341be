#include <gtest/gtest.h>

#include "cwp/rulebook.hpp"

namespace cwp {
namespace {

const std::vector<std::string> kKnown = {"entries", "visits", "mediated", "入户走访", "治安防范"};

TEST(NearestName, OneSlipOfThePen) {
  EXPECT_EQ(nearest_name("entires", kKnown), "entries");  // a transposition is one edit
  EXPECT_EQ(nearest_name("visit", kKnown), "visits");
  EXPECT_EQ(nearest_name("medlated", kKnown), "mediated");
}

TEST(NearestName, CaseAndWidthCostNothing) {
  EXPECT_EQ(nearest_name("VISITS", kKnown), "visits");
  EXPECT_EQ(nearest_name("ｖｉｓｉｔｓ", kKnown), "visits");
}

TEST(NearestName, ChineseCountsByCharacter) {
  EXPECT_EQ(nearest_name("入户访走", kKnown), "入户走访");
  EXPECT_EQ(nearest_name("入戶走訪", kKnown), "");  // two of four characters
  EXPECT_EQ(nearest_name("入户走訪", kKnown), "入户走访");
}

TEST(NearestName, NothingFarIsSuggested) {
  EXPECT_EQ(nearest_name("complaints", kKnown), "");
  EXPECT_EQ(nearest_name("x", {"y"}), "");
  EXPECT_EQ(nearest_name("", kKnown), "");
  EXPECT_EQ(nearest_name("visits", {}), "");
}

TEST(NearestName, TheNearestOfSeveralAndTheFirstOfEquals) {
  EXPECT_EQ(nearest_name("rated", {"grated", "rater", "rate"}), "grated");
  EXPECT_EQ(nearest_name("abcdef", {"abcxyf", "abcdxf"}), "abcdxf");
}

TEST(NearestName, HugeOrBrokenTextsAreNotCompared) {
  EXPECT_EQ(nearest_name(std::string(1 << 22, 'a'), {std::string(1 << 22, 'a')}), "");
  EXPECT_EQ(nearest_name("\xFF\xFE", kKnown), "");
}

}  // namespace
}  // namespace cwp
