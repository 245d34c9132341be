#include "graph/unroll.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

const Calendar kCalendar;
Period period(std::string_view label) { return *Period::parse(label, kCalendar); }
std::string label(const std::optional<Period>& period) { return period ? kCalendar.label(*period) : "none"; }

TEST(LagTarget, GoesBackInTheGrainOfThePlace) {
  EXPECT_EQ(label(lag_target(period("2026-03"), 2, Grain::month, Grain::month, kCalendar)), "2026-01");
  EXPECT_EQ(label(lag_target(period("2026-03"), 1, Grain::quarter, Grain::month, kCalendar)), "2025-12");
  EXPECT_EQ(label(lag_target(period("2026-03"), 1, Grain::year, Grain::month, kCalendar)), "2025-03");
  EXPECT_EQ(label(lag_target(period("2026-03-05"), 2, Grain::week, Grain::day, kCalendar)), "2026-02-19");
}

TEST(LagTarget, GoesToTheLongerPeriodWhenThatIsTheGrainInside) {
  EXPECT_EQ(label(lag_target(period("2026-03"), 1, Grain::quarter, Grain::quarter, kCalendar)), "2025-Q4");
  EXPECT_EQ(label(lag_target(period("2026-05-05"), 1, Grain::quarter, Grain::quarter, kCalendar)), "2026-Q1");
}

TEST(LagTarget, TheSameDayOfAMonthThatHasNoneIsNothing) {
  EXPECT_EQ(label(lag_target(period("2026-03-31"), 1, Grain::month, Grain::day, kCalendar)), "none");
  EXPECT_EQ(label(lag_target(period("2024-02-29"), 1, Grain::year, Grain::day, kCalendar)), "none");
  EXPECT_EQ(label(lag_target(period("2026-03-28"), 1, Grain::month, Grain::day, kCalendar)), "2026-02-28");
}

TEST(LagTarget, WeekFiftyThreeHasNoSisterInAYearOfFiftyTwo) {
  EXPECT_EQ(label(lag_target(period("2020-W53"), 1, Grain::year, Grain::week, kCalendar)), "none");
  EXPECT_EQ(label(lag_target(period("2021-W10"), 1, Grain::year, Grain::week, kCalendar)), "2020-W10");
}

TEST(LagTarget, BeforeTheYear1900ThereIsNothing) {
  EXPECT_EQ(label(lag_target(period("1900-01"), 1, Grain::month, Grain::month, kCalendar)), "none");
}

}  // namespace
}  // namespace cwp
