#include "model/said_average.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(SaidAverage, InEitherLanguage) {
  const auto said = said_average({"日均走访", "Visits"});
  ASSERT_TRUE(said);
  EXPECT_EQ(said->words, "日均");
  EXPECT_EQ(said->grain, Grain::day);
  EXPECT_EQ(said_average({"", "Monthly Average of visits"})->grain, Grain::month);
  EXPECT_EQ(said_average({"平均每周走访", ""})->grain, Grain::week);
}

TEST(SaidAverage, OtherTitlesPromiseNone) {
  EXPECT_FALSE(said_average({"走访", "Visits a day"}));
  EXPECT_FALSE(said_average({"每日均需签到", "Signed in every day"}));
  EXPECT_FALSE(said_average({"", ""}));
}

}  // namespace
}  // namespace cwp
