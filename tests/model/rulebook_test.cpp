#include "cwp/rulebook.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(Rulebook, ItemsAreByDefaultAsTheLanguageSays) {
  const Item item;
  EXPECT_FALSE(item.full || item.min.none || item.min.formula || item.max.none || item.if_missing);
  EXPECT_EQ(item.days.value, DaysRule::duty);
  EXPECT_EQ(item.prorate, Prorate::no);
  EXPECT_EQ(item.if_not_applicable, IfNotApplicable::drop);
  EXPECT_EQ(item.roll_up.kind, RollUpKind::by_default);
}

TEST(Rulebook, RankingsAreByDefaultDescendingAndCompetitive) {
  const Ranking ranking;
  EXPECT_FALSE(ranking.ascending);
  EXPECT_TRUE(ranking.by.empty());
  EXPECT_EQ(ranking.method, RankMethod::competition);
}

}  // namespace
}  // namespace cwp
