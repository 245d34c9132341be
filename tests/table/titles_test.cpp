#include "table/titles.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(TitleOrId, TheOtherLanguageIsBetterThanAnId) {
  EXPECT_EQ(title_or_id({"人员", "people"}, "p", Language::zh), "人员");
  EXPECT_EQ(title_or_id({"人员", "people"}, "p", Language::en), "people");
  EXPECT_EQ(title_or_id({"人员", ""}, "p", Language::en), "人员");
  EXPECT_EQ(title_or_id({"", "people"}, "p", Language::zh), "people");
  EXPECT_EQ(title_or_id({}, "p", Language::zh), "p");
}

TEST(TitleOf, FindsItemsCategoriesAndRankingsAtAnyDepth) {
  Rulebook rulebook;
  Item item;
  item.id.value = "i";
  item.title.en = "Item";
  Category inner;
  inner.id.value = "c";
  inner.title.en = "Category";
  inner.items.push_back(item);
  Category outer;
  outer.id.value = "o";
  outer.categories.push_back(inner);
  rulebook.categories.push_back(outer);
  Ranking ranking;
  ranking.id.value = "r";
  ranking.title.en = "Ranking";
  rulebook.rankings.push_back(ranking);
  EXPECT_EQ(title_of(rulebook, "i", Language::en), "Item");
  EXPECT_EQ(title_of(rulebook, "c", Language::en), "Category");
  EXPECT_EQ(title_of(rulebook, "o", Language::en), "o");
  EXPECT_EQ(title_of(rulebook, "r", Language::en), "Ranking");
  EXPECT_EQ(title_of(rulebook, "total", Language::zh), "总分");
}

TEST(TitleOf, EveryWordHasBothLanguages) {
  for (int grain = 0; grain < kGrains; ++grain)
    for (const Language language : {Language::en, Language::zh})
      EXPECT_FALSE(title_of(static_cast<Grain>(grain), language).empty());
  EXPECT_EQ(title_of(State::provisional, Language::en), "provisional");
  EXPECT_EQ(title_of(State::incomplete, Language::zh), "数据不全");
  EXPECT_EQ(title_of(Unranked::no_total, Language::en), "no total");
  EXPECT_EQ(title_of(Unranked::none, Language::zh), "");
}

}  // namespace
}  // namespace cwp
