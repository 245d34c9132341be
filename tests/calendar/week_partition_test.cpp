// No week is lost or counted twice: every week of 1990 to 2050, under every week start, month start and rule, against
// periods found by walking the days one by one.

#include <gtest/gtest.h>

#include <array>

#include "cwp/calendar.hpp"

namespace cwp {
namespace {

/// For each day, the number of months since January of year 0 that stand in the name of its rulebook month: found by
/// walking, with nothing of the calendar under test.
struct Walk {
  static constexpr std::int32_t kFirst = 6940;  // 1989-01-01
  static constexpr std::int32_t kLast = 29949;  // 2051-12-31
  std::vector<std::int32_t> month;

  explicit Walk(int month_starts) {
    int y = 1989, m = 1, d = 1;
    for (std::int32_t day = kFirst; day <= kLast; ++day) {
      month.push_back(y * 12 + m - 1 + (month_starts > 1 && d >= month_starts ? 1 : 0));
      constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
      const bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
      if (++d <= kLengths[std::size_t(m) - 1] + (leap && m == 2 ? 1 : 0)) continue;
      d = 1;
      if (++m <= 12) continue;
      m = 1;
      ++y;
    }
  }

  /// Ordinal of the period that holds a day. `first_month` of the calendar begins the rulebook's year.
  std::int32_t ordinal(std::int32_t day, Grain grain, int first_month) const {
    const std::int32_t number = month[std::size_t(day - kFirst)];
    const std::int32_t calendar_year = number / 12, calendar_month = number % 12 + 1;
    // The year is named after the one in which it ends.
    const std::int32_t year = calendar_year + (first_month > 1 && calendar_month >= first_month ? 1 : 0);
    const std::int32_t place = (calendar_month - first_month + 12) % 12;  // months since the year's first
    switch (grain) {
      case Grain::month:
        return number;
      case Grain::quarter:
        return year * 4 + place / 3;
      case Grain::half:
        return year * 2 + place / 6;
      default:
        return year;
    }
  }
};

/// To which period a week belongs that begins on `first`: by counting its days.
std::int32_t owner(const Walk& walk, std::int32_t first, WeeksInMonth rule, Grain grain, int first_month) {
  const auto at = [&](std::int32_t day) { return walk.ordinal(day, grain, first_month); };
  if (rule == WeeksInMonth::start) return at(first);
  if (rule == WeeksInMonth::end) return at(first + 6);
  std::int32_t in_first = 0;
  for (std::int32_t day = first; day < first + 7; ++day) in_first += at(day) == at(first) ? 1 : 0;
  return in_first >= 4 ? at(first) : at(first + 6);
}

struct Compared {
  long weeks = 0, straddling = 0;
};

/// Compares all weeks of 1990 to 2050 under one set of rules; stops at the first difference.
void compare(const Walk& walk, const CalendarRules& rules, Compared& compared) {
  const Calendar calendar(rules);
  SCOPED_TRACE(testing::Message() << "week starts " << int(rules.week_starts) << ", month " << rules.month_starts
                                  << ", year " << rules.year_first_month << ", rule " << int(rules.weeks_in_month));
  std::int32_t first_day = 7305;  // 1990-01-01, a Monday
  while ((first_day - 7305) % 7 != std::int32_t(rules.week_starts)) ++first_day;
  constexpr std::int32_t kEnd = 29585;  // 2051-01-01
  for (const Grain grain : {Grain::month, Grain::quarter, Grain::half, Grain::year}) {
    std::int32_t belonging = 0;  // to the period of the week before
    const Period first_holder = calendar.holder(calendar.containing({first_day}, Grain::week), grain);
    Period last;
    PeriodRange inner;
    for (std::int32_t day = first_day; day < kEnd; day += 7) {
      const Period week = calendar.containing({day + 3}, Grain::week);
      ASSERT_EQ(calendar.days(week), (DayRange{{day}, {day + 6}}));
      const Period holder = calendar.holder(week, grain);
      ASSERT_EQ(holder, (Period{grain, owner(walk, day, rules.weeks_in_month, grain, rules.year_first_month)}));
      if (day == first_day || holder != last) {
        const PeriodRange before = inner;
        inner = calendar.inner(holder, Grain::week);
        if (day > first_day) {
          // The weeks counted one by one are those of `inner` (but for the first period, which began before 1990).
          ASSERT_EQ(holder, last + 1);
          ASSERT_EQ(inner.first, week);
          ASSERT_EQ(before.last, week - 1);
          ASSERT_TRUE(last == first_holder || before.size() == belonging);
        }
        belonging = 0;
      }
      ASSERT_TRUE(inner.first <= week && week <= inner.last);
      ++belonging;
      last = holder;
      ++compared.weeks;
      compared.straddling +=
          walk.ordinal(day, grain, rules.year_first_month) != walk.ordinal(day + 6, grain, rules.year_first_month);
    }
  }
}

TEST(WeekPartition, EveryWeekBelongsToOneMonthQuarterHalfAndYear) {
  Compared compared;
  for (int month_starts = 1; month_starts <= 28; ++month_starts) {
    const Walk walk(month_starts);
    for (int week_starts = 0; week_starts < 7; ++week_starts)
      for (const auto rule : {WeeksInMonth::majority, WeeksInMonth::start, WeeksInMonth::end})
        for (const int year_first_month : {1, month_starts % 11 + 2}) {
          CalendarRules rules;
          rules.week_starts = Weekday(week_starts);
          rules.month_starts = month_starts;
          rules.weeks_in_month = rule;
          rules.year_first_month = year_first_month;
          ASSERT_NO_FATAL_FAILURE(compare(walk, rules, compared));
        }
  }
  // 28 month starts × 3 rules × 2 first months × 4 grains × the weeks of the seven week starts (3183 each, one
  // weekday or the other once less).
  EXPECT_EQ(compared.weeks, 28L * 3 * 2 * 4 * 22280);
  // Of the seven week starts, six have a week that straddles the start of a month: 61·(12 + 4 + 2 + 1)·6 times 168,
  // less what is cut off at the two ends.
  EXPECT_GT(compared.straddling, 1'150'000);
}

TEST(WeekPartition, InnerIsExactlyWhatHolderGivesBack) {
  for (const int month_starts : {1, 15, 21, 28})
    for (int week_starts = 0; week_starts < 7; ++week_starts)
      for (const auto rule : {WeeksInMonth::majority, WeeksInMonth::start, WeeksInMonth::end}) {
        CalendarRules rules;
        rules.week_starts = Weekday(week_starts);
        rules.month_starts = month_starts;
        rules.weeks_in_month = rule;
        rules.year_first_month = 10;
        const Calendar calendar(rules);
        for (int coarse = 1; coarse < kGrains; ++coarse)
          for (int fine = 0; fine <= coarse; ++fine) {
            const Period first = calendar.containing(*Day::from_date(2019, 1, 1), Grain(coarse));
            for (Period period = first; calendar.last_day(period) < *Day::from_date(2024, 12, 31);
                 period = period + 1) {
              const PeriodRange inner = calendar.inner(period, Grain(fine));
              ASSERT_FALSE(inner.empty());
              for (Period part = inner.first; part <= inner.last; part = part + 1)
                ASSERT_EQ(calendar.holder(part, Grain(coarse)), period);
              ASSERT_NE(calendar.holder(inner.first - 1, Grain(coarse)), period);
              ASSERT_NE(calendar.holder(inner.last + 1, Grain(coarse)), period);
            }
          }
      }
}

}  // namespace
}  // namespace cwp
