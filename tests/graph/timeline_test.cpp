#include "graph/timeline.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

Day day(std::string_view text) { return *Day::parse(text); }

/// Months from the 21st, weeks by majority; data from 21 February to 10 March 2026.
struct March : testing::Test {
  Calendar calendar{[] {
    CalendarRules rules;
    rules.month_starts = 21;
    return rules;
  }()};
  Timeline timeline{calendar, {day("2026-02-21"), day("2026-03-22")}};
  Period period(std::string_view label) const { return *Period::parse(label, calendar); }
};

TEST_F(March, AMonthWithWeeksIsCompleteOnlyWithItsLastWeek) {
  timeline.span.last = day("2026-03-20");
  EXPECT_TRUE(timeline.complete(period("2026-03"), false));
  EXPECT_FALSE(timeline.complete(period("2026-03"), true));
  timeline.span.last = day("2026-03-22");
  EXPECT_TRUE(timeline.complete(period("2026-03"), true));
}

TEST_F(March, AWeekThatStraddlesTheStartOfTheDataBeginsBeforeIt) {
  EXPECT_TRUE(timeline.begins_before_data(period("2026-W08")));
  EXPECT_FALSE(timeline.begins_before_data(period("2026-W09")));
}

TEST_F(March, OnlyCompleteInnerPeriodsCount) {
  timeline.span.last = day("2026-03-10");
  const PeriodRange weeks = timeline.counting(calendar.inner(period("2026-03"), Grain::week), false);
  EXPECT_EQ(calendar.label(weeks.first), "2026-W09");
  EXPECT_EQ(calendar.label(weeks.last), "2026-W10");
}

TEST_F(March, TheSoleIncompleteInnerPeriodCounts) {
  timeline.span.last = day("2026-02-25");
  const PeriodRange weeks = timeline.counting(calendar.inner(period("2026-03"), Grain::week), false);
  EXPECT_EQ(weeks.size(), 1);
  EXPECT_EQ(calendar.label(weeks.first), "2026-W09");
}

TEST_F(March, NothingCountsBeforeTheDataBegin) {
  EXPECT_TRUE(timeline.counting(calendar.inner(period("2026-01"), Grain::week), false).empty());
}

TEST_F(March, InForceIsDecidedByTheLastDay) {
  timeline.effective_from = day("2026-03-20");
  EXPECT_TRUE(timeline.in_force(period("2026-03")));
  EXPECT_FALSE(timeline.in_force(period("2026-02")));
  timeline.effective_to = day("2026-03-19");
  EXPECT_FALSE(timeline.in_force(period("2026-03")));
}

}  // namespace
}  // namespace cwp
