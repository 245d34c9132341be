#include "bulletin/titles.hpp"

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

TEST(TitleOf, FindsWhateverHasAnIdAtAnyDepth) {
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
  const auto titled = [](auto thing, const char* id, const char* title) {
    thing.id.value = id;
    thing.title.en = title;
    return thing;
  };
  rulebook.adjustments.push_back(titled(Adjustment(), "a", "Adjustment"));
  rulebook.vetoes.push_back(titled(Veto(), "v", "Veto"));
  rulebook.grades.push_back(titled(GradeSet(), "g", "Grades"));
  rulebook.awards.push_back(titled(Award(), "w", "Award"));
  for (const auto& [id, title] : {std::pair("a", "Adjustment"), {"v", "Veto"}, {"g", "Grades"}, {"w", "Award"}})
    EXPECT_EQ(title_of(rulebook, id, Language::en), title);
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
  EXPECT_EQ(title_of(Unranked::excluded, Language::en), "excluded by veto");
  EXPECT_EQ(title_of(Ungraded::not_ranked, Language::en), "no rank");
  EXPECT_EQ(title_of(Ungraded::no_level, Language::zh), "不符合任何等次");
}

}  // namespace
}  // namespace cwp
