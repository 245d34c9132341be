#include "cwp/calendar.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cwp {
namespace {

Day day(const std::string& text) {
  const auto result = Day::parse(text);
  EXPECT_TRUE(result) << text;
  return result.value_or(Day{});
}

DayRange days(const std::string& first, const std::string& last) { return {day(first), day(last)}; }

Period period(const std::string& label, const Calendar& calendar) {
  const auto result = Period::parse(label, calendar);
  EXPECT_TRUE(result) << label;
  return result.value_or(Period{});
}

std::string labels(const PeriodRange& range, const Calendar& calendar) {
  std::string text;
  for (Period part = range.first; part <= range.last; part = part + 1)
    text += (text.empty() ? "" : " ") + calendar.label(part);
  return text;
}

/// The calendar of language.md section 2: months from the 21st.
CalendarRules from_the_21st(WeeksInMonth weeks_in_month = WeeksInMonth::majority) {
  CalendarRules rules;
  rules.month_starts = 21;
  rules.weeks_in_month = weeks_in_month;
  return rules;
}

TEST(Day, CountsFromTheFirstOfJanuary1970) {
  EXPECT_EQ(day("1970-01-01").number, 0);
  EXPECT_EQ(day("1969-12-31").number, -1);
  EXPECT_EQ(day("2000-01-01").number, 10957);
  EXPECT_EQ(day("1900-01-01"), kFirstDay);
  EXPECT_EQ(day("2200-12-31"), kLastDay);
}

TEST(Day, FebruaryHas29DaysInLeapYearsOnly) {
  for (const int year : {1904, 1996, 2000, 2024, 2196}) EXPECT_TRUE(Day::from_date(year, 2, 29)) << year;
  for (const int year : {1900, 1999, 2023, 2100, 2200}) EXPECT_FALSE(Day::from_date(year, 2, 29)) << year;
  EXPECT_EQ(day("2024-02-28") + 1, day("2024-02-29"));
  EXPECT_EQ(day("2100-02-28") + 1, day("2100-03-01"));
}

TEST(Day, KnowsItsWeekday) {
  EXPECT_EQ(day("1900-01-01").weekday(), Weekday::monday);
  EXPECT_EQ(day("1969-12-31").weekday(), Weekday::wednesday);
  EXPECT_EQ(day("1970-01-01").weekday(), Weekday::thursday);
  EXPECT_EQ(day("2000-01-01").weekday(), Weekday::saturday);
  EXPECT_EQ(day("2026-03-22").weekday(), Weekday::sunday);
  EXPECT_EQ(day("2200-12-31").weekday(), Weekday::wednesday);
}

TEST(Day, EveryDateOfThreeCenturiesIsReadBackFromItsText) {
  Weekday weekday = Weekday::monday;
  for (Day today = kFirstDay; today <= kLastDay; today = today + 1) {
    ASSERT_EQ(Day::parse(today.to_text()), today);
    ASSERT_EQ(Day::from_date(today.year(), today.month(), today.day_of_month()), today);
    ASSERT_EQ(today.weekday(), weekday);
    weekday = Weekday((int(weekday) + 1) % 7);
  }
}

TEST(Day, NothingButAWholeDateIsRead) {
  for (const char* text :
       {"",           "2026",       "2026-03",    "2026-3-01",  "2026-03-1",  "2026-02-30",       "2026-13-01",
        "2026-00-10", "2026-01-00", "2026-01-32", "1899-12-31", "2201-01-01", " 2026-03-01",      "2026-03-01 ",
        "2026/03/01", "20260301",   "2026-03-0x", "+026-03-01", "-026-03-01", "2026-03-01T00:00", "2026-03-０1"})
    EXPECT_FALSE(Day::parse(text)) << text;
}

TEST(Grain, IsReadBackFromItsName) {
  for (int i = 0; i < kGrains; ++i) EXPECT_EQ(parse_grain(to_text(Grain(i))), Grain(i));
  EXPECT_EQ(to_text(Grain::half), "half");
  EXPECT_FALSE(parse_grain("fortnight"));
  EXPECT_FALSE(parse_grain(""));
  EXPECT_FALSE(parse_grain("Day"));
}

TEST(CalendarMonth, ThatStartsOnThe21stIsNamedAfterTheMonthInWhichItEnds) {
  const Calendar calendar(from_the_21st());
  EXPECT_EQ(calendar.days(period("2026-03", calendar)), days("2026-02-21", "2026-03-20"));
  EXPECT_EQ(calendar.days(period("2024-03", calendar)), days("2024-02-21", "2024-03-20"));
  EXPECT_EQ(calendar.days(period("2026-01", calendar)), days("2025-12-21", "2026-01-20"));
  EXPECT_EQ(calendar.label(calendar.containing(day("2026-02-20"), Grain::month)), "2026-02");
  EXPECT_EQ(calendar.label(calendar.containing(day("2026-02-21"), Grain::month)), "2026-03");
  EXPECT_EQ(calendar.label(calendar.containing(day("2025-12-21"), Grain::month)), "2026-01");
}

TEST(CalendarMonth, ThatStartsOnTheFirstIsTheCalendarMonth) {
  const Calendar calendar;
  EXPECT_EQ(calendar.days(period("2024-02", calendar)), days("2024-02-01", "2024-02-29"));
  EXPECT_EQ(calendar.days(period("2026-12", calendar)), days("2026-12-01", "2026-12-31"));
}

TEST(CalendarMonth, ThatStartsOnThe28thMeetsTheLeapDay) {
  CalendarRules rules;
  rules.month_starts = 28;
  const Calendar calendar(rules);
  EXPECT_EQ(calendar.days(period("2024-03", calendar)), days("2024-02-28", "2024-03-27"));
  EXPECT_EQ(calendar.days(period("2024-03", calendar)).size(), 29);
  EXPECT_EQ(calendar.days(period("2026-03", calendar)).size(), 28);
}

TEST(CalendarYear, AndItsPartsAreMadeOfMonths) {
  const Calendar calendar(from_the_21st());
  EXPECT_EQ(calendar.days(period("2026", calendar)), days("2025-12-21", "2026-12-20"));
  EXPECT_EQ(calendar.days(period("2026-Q1", calendar)), days("2025-12-21", "2026-03-20"));
  EXPECT_EQ(calendar.days(period("2026-Q4", calendar)), days("2026-09-21", "2026-12-20"));
  EXPECT_EQ(calendar.days(period("2026-H2", calendar)), days("2026-06-21", "2026-12-20"));
  EXPECT_EQ(labels(calendar.inner(period("2026-Q2", calendar), Grain::month), calendar), "2026-04 2026-05 2026-06");
  EXPECT_EQ(labels(calendar.inner(period("2026", calendar), Grain::half), calendar), "2026-H1 2026-H2");
}

TEST(CalendarYear, IsNamedAfterTheYearInWhichItEnds) {
  CalendarRules rules;
  rules.year_first_month = 4;
  const Calendar calendar(rules);
  EXPECT_EQ(calendar.days(period("2026", calendar)), days("2025-04-01", "2026-03-31"));
  EXPECT_EQ(calendar.days(period("2026-Q1", calendar)), days("2025-04-01", "2025-06-30"));
  EXPECT_EQ(calendar.days(period("2026-H2", calendar)), days("2025-10-01", "2026-03-31"));
  EXPECT_EQ(calendar.label(calendar.holder(period("2025-12", calendar), Grain::year)), "2026");
  EXPECT_EQ(calendar.label(calendar.holder(period("2026-04", calendar), Grain::quarter)), "2027-Q1");
}

TEST(CalendarWeek, IsNamedAfterTheYearOfItsFourthDay) {
  const Calendar monday;
  EXPECT_EQ(monday.days(period("2026-W12", monday)), days("2026-03-16", "2026-03-22"));
  EXPECT_EQ(monday.label(monday.containing(day("2026-12-31"), Grain::week)), "2026-W53");
  EXPECT_EQ(monday.label(monday.containing(day("2027-01-03"), Grain::week)), "2026-W53");
  EXPECT_EQ(monday.label(monday.containing(day("2024-12-30"), Grain::week)), "2025-W01");
  CalendarRules rules;
  rules.week_starts = Weekday::sunday;
  const Calendar sunday(rules);
  // The fourth day of the week from Sunday, 28 December 2025, is the 31st.
  EXPECT_EQ(sunday.label(sunday.containing(day("2026-01-03"), Grain::week)), "2025-W53");
  EXPECT_EQ(sunday.days(period("2026-W01", sunday)), days("2026-01-04", "2026-01-10"));
}

// language.md, section 3: March 2026 from 21 February to 20 March.
TEST(CalendarWeek, OfMarchFromThe21stByTheMajorityOfItsDays) {
  const Calendar calendar(from_the_21st());
  EXPECT_EQ(labels(calendar.inner(period("2026-03", calendar), Grain::week), calendar),
            "2026-W09 2026-W10 2026-W11 2026-W12");
  EXPECT_EQ(calendar.label(calendar.holder(period("2026-W12", calendar), Grain::month)), "2026-03");
}

TEST(CalendarWeek, OfMarchFromThe21stByItsEnd) {
  const Calendar calendar(from_the_21st(WeeksInMonth::end));
  EXPECT_EQ(labels(calendar.inner(period("2026-03", calendar), Grain::week), calendar),
            "2026-W08 2026-W09 2026-W10 2026-W11");
  EXPECT_EQ(calendar.label(calendar.holder(period("2026-W12", calendar), Grain::month)), "2026-04");
}

TEST(CalendarWeek, OfMarchFromThe21stByItsStart) {
  const Calendar calendar(from_the_21st(WeeksInMonth::start));
  // W08 begins on 16 February, W12 on 16 March.
  EXPECT_EQ(labels(calendar.inner(period("2026-03", calendar), Grain::week), calendar),
            "2026-W09 2026-W10 2026-W11 2026-W12");
  // W01 of 2026 begins on 29 December 2025, after the year 2026 began on the 21st.
  EXPECT_EQ(calendar.label(calendar.holder(period("2025-W51", calendar), Grain::year)), "2025");
  EXPECT_EQ(calendar.label(calendar.holder(period("2025-W52", calendar), Grain::year)), "2026");
}

TEST(Period, IsReadBackFromItsLabel) {
  for (const int month_starts : {1, 21})
    for (const int first_month : {1, 9})
      for (const auto week_starts : {Weekday::monday, Weekday::sunday, Weekday::thursday}) {
        CalendarRules rules;
        rules.month_starts = month_starts;
        rules.year_first_month = first_month;
        rules.week_starts = week_starts;
        const Calendar calendar(rules);
        for (int g = 0; g < kGrains; ++g) {
          Period part = calendar.containing(kFirstDay, Grain(g));
          if (calendar.first_day(part) < kFirstDay) part = part + 1;
          for (; calendar.last_day(part) <= kLastDay; part = part + 1)
            ASSERT_EQ(Period::parse(calendar.label(part), calendar), part) << calendar.label(part);
        }
      }
}

TEST(Period, NothingButALabelIsRead) {
  const Calendar calendar;
  for (const char* label : {"",          "26",       "202",      "20260",   "2026-",    "2026-1",   "2026-13",
                            "2026-00",   "2026-Q0",  "2026-Q5",  "2026-Q",  "2026-q1",  "2026-H0",  "2026-H3",
                            "2026-W00",  "2026-W54", "2025-W53", "2026-W1", "2026-w12", "2026-W1x", "2026-M3",
                            "2026-W012", "1899",     "2201",     "2026 ",   " 2026",    "2026Q1",   "2026-03-32"})
    EXPECT_FALSE(Period::parse(label, calendar)) << label;
}

TEST(Period, ThatIsNotWhollyInsideTheCalendarIsNotRead) {
  const Calendar calendar(from_the_21st());
  EXPECT_FALSE(Period::parse("1900", calendar));  // from 21 December 1899
  EXPECT_FALSE(Period::parse("1900-01", calendar));
  EXPECT_TRUE(Period::parse("1900-02", calendar));
  EXPECT_TRUE(Period::parse("2200", calendar));
  EXPECT_FALSE(Period::parse("2200-W53", Calendar()));
}

TEST(Calendar, PeriodsOfAGrainFollowOneAnother) {
  const Calendar calendar(from_the_21st());
  for (int g = 0; g < kGrains; ++g)
    for (Period part = calendar.containing(day("1999-01-01"), Grain(g)); calendar.first_day(part) < day("2005-01-01");
         part = part + 1) {
      ASSERT_EQ(calendar.last_day(part) + 1, calendar.first_day(part + 1));
      ASSERT_EQ(calendar.containing(calendar.first_day(part), Grain(g)), part);
      ASSERT_EQ(calendar.containing(calendar.last_day(part), Grain(g)), part);
    }
}

TEST(Calendar, AnswersForPeriodsFarOutsideItsYears) {
  const Calendar calendar(from_the_21st());
  constexpr std::int32_t kLeast = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();
  for (const std::int32_t number : {kLeast, kLeast / 2, -1'000'000, -1, 0, 5'000'000, kMost / 2, kMost}) {
    for (int g = 0; g < kGrains; ++g) {
      const Period far{Grain(g), number};
      EXPECT_LE(calendar.first_day(far), calendar.last_day(far) + 1);
      EXPECT_FALSE(calendar.label(far).empty());
      for (int fine = 0; fine <= g; ++fine) calendar.inner(far, Grain(fine));
      for (int coarse = g; coarse < kGrains; ++coarse) calendar.holder(far, Grain(coarse));
      calendar.containing({number}, Grain(g));
    }
    calendar.is_workday({number});
  }
  EXPECT_GT(calendar.workdays({{kLeast}, {kMost}}), 1'900'000'000);
  // Well before 1900, it is still the Gregorian calendar.
  EXPECT_EQ(calendar.label({Grain::month, 12 * 1899}), "1899-01");
  EXPECT_EQ(calendar.first_day({Grain::year, 1}), (Day{-719162 - 11}));  // 0000-12-21; 0001-01-01 is day −719162
}

TEST(Workdays, AreWeekdaysWithoutHolidaysAndWithMakeUpDays) {
  CalendarRules rules = from_the_21st();
  rules.holidays = {days("2026-01-01", "2026-01-01"), days("2026-02-16", "2026-02-20")};
  rules.extra_workdays = {days("2026-02-14", "2026-02-14")};
  const Calendar calendar(rules);
  EXPECT_FALSE(calendar.is_workday(day("2026-01-01")));
  EXPECT_TRUE(calendar.is_workday(day("2026-01-02")));
  EXPECT_TRUE(calendar.is_workday(day("2026-02-14")));
  EXPECT_FALSE(calendar.is_workday(day("2026-02-15")));
  EXPECT_FALSE(calendar.is_workday(day("2026-02-18")));
  // 21 January (a Wednesday) to 20 February: 23 weekdays, 5 of them holidays, and a Saturday worked.
  EXPECT_EQ(calendar.workdays(calendar.days(period("2026-02", calendar))), 19);
  EXPECT_EQ(calendar.workdays(calendar.days(period("2026-03", calendar))), 20);
  EXPECT_EQ(calendar.workdays(days("2026-02-14", "2026-02-14")), 1);
  EXPECT_EQ(calendar.workdays(days("2026-02-15", "2026-02-14")), 0);
}

TEST(Workdays, CountHolidaysOnceHoweverOftenTheyAreListed) {
  CalendarRules rules;
  rules.workdays = {Weekday::monday, Weekday::tuesday, Weekday::monday};
  // Monday 2 March to Sunday 8 March: two workdays. Listed twice, overlapping, with a Sunday among them.
  rules.holidays = {days("2026-03-03", "2026-03-08"), days("2026-03-03", "2026-03-03"),
                    days("2026-03-01", "2026-03-03"), days("2026-03-04", "2026-03-04")};
  rules.extra_workdays = {days("2026-03-05", "2026-03-05"), days("2026-03-05", "2026-03-06")};
  const Calendar calendar(rules);
  EXPECT_EQ(calendar.workdays(days("2026-03-02", "2026-03-08")), 2);  // 5 and 6 March; 2 and 3 March are off
  EXPECT_EQ(calendar.workdays(days("2026-03-09", "2026-03-15")), 2);
  EXPECT_EQ(calendar.workdays(days("2026-01-01", "2026-01-04")), 0);
}

TEST(Workdays, CanBeEveryDayOrNone) {
  CalendarRules rules;
  rules.workdays.clear();
  EXPECT_EQ(Calendar(rules).workdays(days("2026-01-01", "2026-12-31")), 0);
  for (int i = 0; i < 7; ++i) rules.workdays.push_back(Weekday(i));
  EXPECT_EQ(Calendar(rules).workdays(days("2024-01-01", "2024-12-31")), 366);
}

TEST(Workdays, AgreeWithCountingDayByDay) {
  CalendarRules rules;
  std::uint32_t state = 7;
  const auto random = [&](std::uint32_t below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
  const Day start = day("2020-01-01");
  for (int i = 0; i < 60; ++i) {
    const Day first = start + std::int32_t(random(2000));
    rules.holidays.push_back({first, first + std::int32_t(random(9))});
    const Day extra = start + std::int32_t(random(2000));
    rules.extra_workdays.push_back({extra, extra});
  }
  const Calendar calendar(rules);
  for (int i = 0; i < 2000; ++i) {
    const Day first = start + std::int32_t(random(2000));
    const DayRange range{first, first + std::int32_t(random(400))};
    std::int32_t expected = 0;
    for (Day today = range.first; today <= range.last; today = today + 1) {
      const auto listed = [&](const std::vector<DayRange>& ranges) {
        for (const DayRange& listed_range : ranges)
          if (listed_range.contains(today)) return true;
        return false;
      };
      const bool weekday = today.weekday() <= Weekday::friday;
      const bool works = weekday ? !listed(rules.holidays) : listed(rules.extra_workdays);
      ASSERT_EQ(calendar.is_workday(today), works) << today.to_text();
      expected += works ? 1 : 0;
    }
    ASSERT_EQ(calendar.workdays(range), expected);
  }
}

TEST(Workdays, ManyHolidaysOfCenturiesAreTakenInAtOnce) {
  CalendarRules rules;
  rules.holidays.assign(100'000, DayRange{kFirstDay - 1'000'000, kLastDay + 1'000'000});
  const Calendar calendar(rules);
  EXPECT_EQ(calendar.workdays({kFirstDay, kLastDay}), 0);
}

}  // namespace
}  // namespace cwp
