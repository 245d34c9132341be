// Who is of one class: presence and duty inside the days that are asked about, of rows and of columns.

#include "cohort/officer_classes.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "cwp/columns.hpp"

namespace cwp {
namespace {

using Classes = std::vector<std::vector<std::uint32_t>>;

constexpr const char* kItem = "      - {id: a, per: month, full: 10, points: visits, applies: area = 'urban'}\n";

Day day(const char* text) { return *Day::parse(text); }
DayRange march() { return {day("2026-03-01"), day("2026-03-31")}; }

Classes classes_of(DatasetBuilder& builder) { return officer_classes(builder.finish().value().state(), march()); }

TEST(OfficerClasses, ArePresentOnTheSameDaysTheLargestFirst) {
  DatasetBuilder builder(checked_text(rulebook_with(kItem)));
  builder.add_officer("1", {}, day("2026-03-15"), {});
  builder.add_officer("2", {}, {}, {});
  builder.add_officer("3", day("2026-03-16"), {}, {});
  builder.add_officer("4", {}, {}, {});
  builder.add_officer("5", day("2026-03-16"), {}, {});
  builder.add_officer("6", {}, {}, {});
  EXPECT_EQ(classes_of(builder), (Classes{{1, 3, 5}, {2, 4}, {0}}));
}

TEST(OfficerClasses, WhatLiesOutsideTheDaysTellsNobodyApart) {
  DatasetBuilder builder(checked_text(rulebook_with(kItem)));
  builder.add_officer("1", day("2026-03-01"), {}, {});
  builder.add_officer("2", day("2020-01-01"), day("2026-03-31"), {});
  builder.add_officer("3", {}, {}, {});
  builder.add_duty("3", day("2026-02-01"), day("2026-02-28"), "leave");
  builder.add_duty("3", day("2026-04-01"), {}, "leave");
  EXPECT_EQ(classes_of(builder), (Classes{{0, 1, 2}}));
}

TEST(OfficerClasses, ARosterRowWithOtherAttributesTheNextDayIsTheSamePresence) {
  DatasetBuilder builder(checked_text(rulebook_with(kItem)));
  builder.add_officer("1", {}, day("2026-03-10"), {{"area", "urban"}});
  builder.add_officer("1", day("2026-03-11"), {}, {{"area", "rural"}});
  builder.add_officer("2", {}, {}, {{"area", "rural"}});
  builder.add_officer("3", {}, day("2026-03-10"), {{"area", "urban"}});
  builder.add_officer("3", day("2026-03-12"), {}, {{"area", "rural"}});  // a day away
  EXPECT_EQ(classes_of(builder), (Classes{{0, 1}, {2}}));
}

TEST(OfficerClasses, DutyTellsApartByDaysAndStatus) {
  DatasetBuilder builder(checked_text(rulebook_with(kItem)));
  for (const char* key : {"1", "2", "3", "4", "5"}) builder.add_officer(key, {}, {}, {});
  builder.add_duty("1", day("2026-03-02"), day("2026-03-03"), "leave");
  builder.add_duty("2", day("2026-03-02"), day("2026-03-03"), "leave");
  builder.add_duty("3", day("2026-03-02"), day("2026-03-04"), "leave");
  builder.add_duty("4", day("2026-03-02"), day("2026-03-03"), "rest");
  EXPECT_EQ(classes_of(builder), (Classes{{0, 1}, {2}, {3}, {4}}));
}

TEST(OfficerClasses, OfColumnsDifferByDutyAlone) {
  ColumnsBuilder builder(checked_text(rulebook_with(kItem)), 4);
  builder.add_duty(1, {day("2026-03-02"), day("2026-03-03")}, "leave");
  builder.add_duty(3, {day("2026-02-02"), day("2026-02-03")}, "leave");
  EXPECT_EQ(officer_classes(builder.finish().value().state(), march()), (Classes{{0, 2, 3}, {1}}));
}

TEST(OfficerClasses, OfColumnsWithSeveralRecordsAndWithNobodyAlwaysThere) {
  const auto on = [](const char* date) { return DayRange{day(date), day(date)}; };
  ColumnsBuilder builder(checked_text(rulebook_with(kItem)), 5);
  for (const std::size_t officer : {0, 1, 3}) builder.add_duty(officer, on("2026-03-02"), "leave");
  for (const std::size_t officer : {0, 2, 3}) builder.add_duty(officer, on("2026-03-04"), "leave");
  builder.add_duty(4, on("2026-03-04"), "rest");
  EXPECT_EQ(officer_classes(builder.finish().value().state(), march()), (Classes{{0, 3}, {1}, {2}, {4}}));
}

TEST(OfficerClasses, OfNobody) {
  DatasetBuilder builder(checked_text(rulebook_with(kItem)));
  EXPECT_TRUE(classes_of(builder).empty());
}

TEST(OfficerClasses, JoinTheLargestCohortUnlessTheyAreLargeThemselves) {
  const Classes classes = {{0, 1, 2, 3}, {4, 5, 6}, {7}, {8}};
  using Cohorts = std::vector<Classes>;
  EXPECT_EQ(cohorts_of(classes, 3), (Cohorts{{{0, 1, 2, 3}, {7}, {8}}, {{4, 5, 6}}}));
  EXPECT_EQ(cohorts_of(classes, 1), (Cohorts{{{0, 1, 2, 3}}, {{4, 5, 6}}, {{7}}, {{8}}}));
  EXPECT_EQ(cohorts_of(classes, 256), (Cohorts{classes}));
  EXPECT_EQ(cohorts_of({}, 3), Cohorts{});
}

}  // namespace
}  // namespace cwp
