// Who is assessed, from when to when, with which attributes.

#include <gtest/gtest.h>

#include "data/built_data.hpp"

namespace cwp {
namespace {

std::string keys(BuiltData& rows) {
  const Dataset data = rows.builder.finish().value();
  std::string text;
  for (std::size_t i = 0; i < data.officer_count(); ++i) text += std::string(data.officer_key(i)) + " ";
  return text;
}

TEST(TakeRoster, IntegersComeByNumber) {
  BuiltData rows;
  for (const char* key : {"10", "9", "-3", "007", "7", "-20", "99999999999999999999999"}) rows.officer(key);
  EXPECT_EQ(keys(rows), "-20 -3 007 7 9 10 99999999999999999999999 ");
}

TEST(TakeRoster, OneTextAmongThemAndAllComeByCodePoint) {
  BuiltData rows;
  for (const char* key : {"10", "9", "张三", "ann"}) rows.officer(key);
  EXPECT_EQ(keys(rows), "10 9 ann 张三 ");
}

TEST(TakeRoster, KeysAreTrimmedAndOneOfficerMayHaveManyRows) {
  BuiltData rows;
  rows.officer(" ann ", "2026-01-01", "2026-01-31");
  rows.officer("ann", "2026-03-01", "2026-03-31");
  const Dataset data = rows.builder.finish().value();
  ASSERT_EQ(data.officer_count(), 1U);
  EXPECT_EQ(data.state().officers[0].presence.size(), 2U);
  EXPECT_EQ(data.find_officer("ann"), 0U);
  EXPECT_EQ(data.find_officer("bob"), std::nullopt);
  EXPECT_EQ(data.find_officer(" ann\t"), 0U);
}

TEST(TakeRoster, WrongRowsAreIssuesAndCountForNothing) {
  BuiltData rows;
  rows.officer("", "2026-01-01");
  rows.officer("ann", "2026-02-01", "2026-01-01");
  rows.officer("bob", "", "", {{"area", "moon"}, {"years", "3"}});
  rows.officer("cai", "", "", {{"aera", "urban"}});
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::issues(data),
            "roster.csv:2 officer-empty\n"
            "roster.csv:3 from-after-to [2026-02-01..2026-01-01]\n"
            "roster.csv:4 value-not-allowed [urban, rural]\n"
            "roster.csv:5 attribute-unknown [area]\n");
}

TEST(TakeRoster, ARowThatBeginsNoLaterAndSaysOtherwiseIsTold) {
  BuiltData rows;
  rows.officer("ann", "2026-01-01", "", {{"area", "urban"}});
  rows.officer("ann", "2026-01-01", "", {{"area", "rural"}});  // two persons of one key look so
  rows.officer("bob", "2026-03-01", "", {{"area", "urban"}});
  rows.officer("bob", "2026-01-01", "", {{"area", "rural"}});  // nothing is left of the row before
  rows.officer("cai", "2026-01-01", "", {{"area", "urban"}});
  rows.officer("cai", "2026-03-01", "", {{"area", "rural"}});  // who moves
  rows.officer("dou", "2026-01-01", "", {{"area", "urban"}});
  rows.officer("dou", "2026-01-01", "", {{"area", "urban"}});
  rows.officer("eve", "2026-03-01", "2026-03-31", {{"area", "urban"}});
  rows.officer("eve", "2026-01-01", "2026-02-28", {{"area", "rural"}});
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::issues(data),
            "roster.csv:3 roster-contradicts [roster.csv:2]\nroster.csv:5 roster-contradicts [roster.csv:4]\n");
  EXPECT_EQ(data.officer_count(), 5U);
}

TEST(TakeRoster, AnEmptyAttributeIsItsDefaultOrMissing) {
  BuiltData rows;
  rows.officer("ann", "", "", {{"area", " "}, {"years", ""}});
  const Dataset data = rows.builder.finish().value();
  const auto& attributes = data.state().roster_rows[0].attributes;
  EXPECT_EQ(*attributes[0].text, "urban");
  EXPECT_FALSE(attributes[1].present());
  EXPECT_EQ(BuiltData::issues(data), "");
}

}  // namespace
}  // namespace cwp
