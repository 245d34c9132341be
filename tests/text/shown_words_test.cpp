#include "text/shown_words.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(ShownWords, KindsOfPeriodsKeepTheirKeyInChinese) {
  EXPECT_EQ(shown_words("week", Language::zh), "周（week）");
  EXPECT_EQ(shown_words("week", Language::en), "week");
  EXPECT_EQ(shown_words("half", Language::en), "half-year");
}

TEST(ShownWords, KindsOfValuesAreNamedForPeopleWhoDoNotProgram) {
  EXPECT_EQ(shown_words("boolean", Language::en), "condition");
  EXPECT_EQ(shown_words("boolean", Language::zh), "条件");
}

TEST(ShownWords, SeveralAreJoinedAsASentenceJoinsThem) {
  EXPECT_EQ(shown_words("number, date", Language::en), "number or date");
  EXPECT_EQ(shown_words("number, text, date", Language::zh), "数字、文本或日期");
}

TEST(ShownWords, WhatIsNoWordOfTheLanguageStays) {
  EXPECT_EQ(shown_words("visits", Language::zh), "visits");
  EXPECT_EQ(shown_words("", Language::en), "");
}

}  // namespace
}  // namespace cwp
