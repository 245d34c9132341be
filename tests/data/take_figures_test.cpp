// Figures: whose, of which period, what two of one key mean, and which days the data speak of.

#include <gtest/gtest.h>

#include "data/built_data.hpp"

namespace cwp {
namespace {

enum : std::size_t { kVisits, kHours, kLevel, kBest, kSurvey };

TEST(TakeFigures, TwoOfOneKeyAreWhatTheMetricSays) {
  BuiltData rows;
  rows.officer("ann");
  for (const char* metric : {"hours", "level", "best"})
    for (const char* value : {"2.5", "4", "3.25"}) rows.figure("ann", "2026-03-02", metric, value);
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::cells(data, 0, kHours), "9.75 from 2,3,4;");
  EXPECT_EQ(BuiltData::cells(data, 0, kLevel), "3.25 from 7;");
  EXPECT_EQ(BuiltData::cells(data, 0, kBest), "4 from 9;");
}

TEST(TakeFigures, TwoOfOneKeyAreAnErrorUnlessItSaysSo) {
  BuiltData rows;
  rows.officer("ann");
  rows.figure("ann", "2026-03-02", "visits", "1");
  rows.figure("ann", "2026-03-03", "visits", "1");
  rows.figure("ann", " 2026-03-02 ", "visits", "2");
  const Result<Dataset> data = rows.builder.finish();
  ASSERT_FALSE(data.ok());
  ASSERT_EQ(data.diagnostics().size(), 1U);
  EXPECT_EQ(message(data.diagnostics()[0]),
            "'visits' of ann for 2026-03-02 stands twice: in metrics.csv:2 and in metrics.csv:4");
}

TEST(TakeFigures, TwentyDuplicatesAreListedAndTheOthersCounted) {
  BuiltData rows;
  rows.officer("ann");
  for (int i = 0; i < 24; ++i) rows.figure("ann", "2026-03-02", "visits", "1");
  const Result<Dataset> data = rows.builder.finish();
  ASSERT_EQ(data.diagnostics().size(), 21U);
  EXPECT_EQ(data.diagnostics().back().slug, "more-figures-twice");
  EXPECT_EQ(data.diagnostics().back().arguments.at(0), "3");
}

TEST(TakeFigures, ARefusedFigureIsKnownAndRefusesThoseOfItsKey) {
  BuiltData rows;
  rows.officer("ann");
  rows.figure("ann", "2026-03-02", "hours", "2");
  rows.figure("ann", "2026-03-02", "hours", "two");
  rows.figure("ann", "2026-03-03", "visits", "70000");
  rows.figure("ann", "2026-03-04", "visits", "  ");  // no row at all
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::cells(data, 0, kHours), "refused from 2,3;");
  EXPECT_EQ(BuiltData::cells(data, 0, kVisits), "refused from 4;");
  EXPECT_EQ(BuiltData::issues(data),
            "metrics.csv:3 value-not-a-number\n"
            "metrics.csv:4 value-out-of-range [0..65535]\n");
  EXPECT_EQ(data.issues()[1].value, "70000");
}

TEST(TakeFigures, ASumOfMoreThanEighteenDigitsIsRefused) {
  BuiltData rows;
  rows.officer("ann");
  for (int i = 0; i < 2; ++i) rows.figure("ann", "2026-03-02", "hours", "999999999999999999");
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::cells(data, 0, kHours), "refused from 2,3;");
  EXPECT_EQ(BuiltData::issues(data), "metrics.csv:3 value-too-long [18]\n");
}

TEST(TakeFigures, RowsThatCannotBeUsedAreIssuesAndCountForNothing) {
  BuiltData rows("effective: {to: 2026-12-31}\n");
  rows.officer("ann", "2026-03-01");
  rows.figure("", "2026-03-02", "visits", "1");
  rows.figure("eve", "2026-03-02", "visits", "1");
  rows.figure("ann", "2026-02-28", "visits", "1");
  rows.figure("ann", "2027-01-01", "visits", "1");
  rows.figure("ann", "2/3/2026", "visits", "1");
  rows.figure("ann", "2026-03", "visits", "1");
  rows.figure("ann", "2026-03-02", "vists", "1");
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::issues(data),
            "metrics.csv:2 officer-empty\n"
            "metrics.csv:3 officer-not-in-roster\n"
            "metrics.csv:4 officer-not-present [2026-02-28]\n"
            "metrics.csv:5 after-effective-end [2026-12-31]\n"
            "metrics.csv:6 date-unreadable [2026-03-01]\n"
            "metrics.csv:7 date-of-other-grain [day]\n"
            "metrics.csv:8 metric-unknown [visits]\n");
  EXPECT_EQ(data.span(), std::nullopt);
}

TEST(TakeFigures, ARowOfAFileThatNobodyRegisteredIsAsOneInMemory) {
  BuiltData rows;
  for (const std::int32_t file : {99, 2, -7, INT32_MIN, INT32_MAX}) {
    const Origin nowhere{file, 3};
    rows.builder.add_officer("ann", {}, {}, {{"area", "moon"}}, nowhere);
    rows.builder.add_duty("ann", Day::parse("2026-03-02"), Day::parse("2026-03-01"), "leave", nowhere);
    rows.builder.add_metric("ann", "2026-03-02", "visits", "70000", nowhere);
    rows.builder.add_metric("ann", "2026-03-02", "vists", "7", nowhere);
    rows.builder.add_fact("nothing", "ann", "2026-03-02", {}, nowhere);
    EXPECT_EQ(BuiltData::issues(rows.builder.finish().value()),
              ":3 from-after-to [2026-03-02..2026-03-01]\n"
              ":3 value-not-allowed [urban, rural]\n"
              ":3 table-unknown\n"
              ":3 value-out-of-range [0..65535]\n"
              ":3 metric-unknown [visits]\n");
  }
}

TEST(TakeFigures, AMonthlyFigureMayBeDatedOrLabelled) {
  BuiltData rows;
  rows.officer("ann");
  rows.figure("ann", "2026-03", "survey", "90");
  rows.figure("ann", "2026-04-17", "survey", "91");
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::cells(data, 0, kSurvey), "90 from 2;91 from 3;");
  EXPECT_EQ(data.span(), (DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-04-30")}));
}

TEST(TakeFigures, TheSpanEndsWithTheLastDailyRow) {
  BuiltData rows;
  rows.officer("ann", "2026-03-01", "2026-03-31");
  rows.figure("ann", "2026-03", "survey", "90");
  rows.figure("ann", "2026-03-17", "visits", "1");
  rows.figure("ann", "2026-04-20", "visits", "1");  // not present: stretches nothing
  EXPECT_EQ(rows.builder.finish().value().span(), (DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-17")}));
}

TEST(TakeFigures, AStatedSpanHoldsAndWhatComesAfterItIsIgnored) {
  BuiltData rows;
  rows.officer("ann");
  rows.figure("ann", "2026-02-28", "visits", "1");
  rows.figure("ann", "2026-04-01", "visits", "1");
  const DayRange march{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")};
  rows.builder.set_span(march);
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(data.span(), march);
  EXPECT_EQ(BuiltData::cells(data, 0, kVisits), "1 from 2;");
  EXPECT_EQ(BuiltData::issues(data), "metrics.csv:3 after-span [2026-03-31]\n");
}

}  // namespace
}  // namespace cwp
