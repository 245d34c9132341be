#pragma once
// The calendar of a rulebook: days, weeks, shifted months and longer periods, workdays, and who holds a straddling
// week.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// The days of a week, in the order of ISO 8601.
enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A calendar date, 1900-01-01 to 2200-12-31, proleptic Gregorian, without time zone.
struct Day {
  std::int32_t number = 0;  ///< days since 1970-01-01

  /// Year, month 1–12, day 1–31; nothing when there is no such date or it is out of range.
  static std::optional<Day> from_date(int year, int month, int day);
  /// Reads `2026-03-01` and nothing else.
  static std::optional<Day> parse(std::string_view text);
  /// `2026-03-01`. O(1).
  std::string to_text() const;

  int year() const;          ///< 1900 to 2200
  int month() const;         ///< 1 to 12
  int day_of_month() const;  ///< 1 to 31
  Weekday weekday() const;   ///< of the Gregorian calendar

  friend auto operator<=>(const Day&, const Day&) = default;  ///< earlier is less
  /// So many days later; a result outside 1900–2200 is not checked.
  friend Day operator+(Day day, std::int32_t days) { return {day.number + days}; }
  /// So many days earlier.
  friend Day operator-(Day day, std::int32_t days) { return {day.number - days}; }
  /// Days from `b` to `a`.
  friend std::int32_t operator-(Day a, Day b) { return a.number - b.number; }
};

inline constexpr Day kFirstDay{-25567};  ///< 1900-01-01
inline constexpr Day kLastDay{84370};    ///< 2200-12-31

/// The kinds of period, finest first.
enum class Grain : std::uint8_t { day, week, month, quarter, half, year };
/// How many grains there are.
inline constexpr int kGrains = 6;

/// `day`, `week`, `month`, `quarter`, `half`, `year`.
std::string_view to_text(Grain grain);
/// Reads what to_text writes; nothing for anything else.
std::optional<Grain> parse_grain(std::string_view text);

/// Days from `first` to `last`, both included.
struct DayRange {
  Day first;  ///< included
  Day last;   ///< included; never before `first`
  /// Whether `day` lies in it.
  bool contains(Day day) const { return first <= day && day <= last; }
  /// Number of days.
  std::int32_t size() const { return last - first + 1; }
  friend bool operator==(const DayRange&, const DayRange&) = default;  ///< the same days
};

class Calendar;

/// One period of a rulebook's calendar. Consecutive periods of a grain have consecutive ordinals:
/// day: days since 1970-01-01; week: weeks since the week that holds 1970-01-01 (which is 0); month: year·12 + month −
/// 1; quarter: year·4 + quarter − 1; half: year·2 + half − 1; year: the year. Years, quarters and halves carry the year
/// in which the rulebook's year ends.
struct Period {
  Grain grain = Grain::day;  ///< how long it is
  std::int32_t ordinal = 0;  ///< which of its grain it is; see above

  /// Reads `2026-03-01`, `2026-W12`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`. Nothing for anything else, for week 53 of
  /// a year without one, and for periods outside 1900–2200.
  static std::optional<Period> parse(std::string_view label, const Calendar& calendar);

  friend auto operator<=>(const Period&, const Period&) = default;  ///< by grain, then time
  /// So many periods later.
  friend Period operator+(Period period, std::int32_t steps) { return {period.grain, period.ordinal + steps}; }
  /// So many periods earlier.
  friend Period operator-(Period period, std::int32_t steps) { return {period.grain, period.ordinal - steps}; }
};

/// Consecutive periods of one grain from `first` to `last`; empty when first > last.
struct PeriodRange {
  Period first;  ///< included
  Period last;   ///< included; of the same grain
  /// Whether there is no period in it.
  bool empty() const { return first.ordinal > last.ordinal; }
  /// Number of periods.
  std::int32_t size() const { return empty() ? 0 : last.ordinal - first.ordinal + 1; }
};

/// Which month (quarter, half, year) a week belongs to that lies in two: the one that holds its fourth day, its first
/// day, or its last.
enum class WeeksInMonth : std::uint8_t { majority, start, end };

/// What a rulebook says about time.
struct CalendarRules {
  Weekday week_starts = Weekday::monday;  ///< the first day of a week
  int month_starts = 1;                   ///< 1–28; a month carries the name of the calendar month in which it ends
  int year_first_month = 1;               ///< 1–12
  WeeksInMonth weeks_in_month = WeeksInMonth::majority;  ///< who holds a straddling week
  /// The weekdays on which people work, holidays and make-up days aside.
  std::vector<Weekday> workdays = {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday,
                                   Weekday::friday};
  std::vector<DayRange> holidays;        ///< not workdays
  std::vector<DayRange> extra_workdays;  ///< make-up days
};

/// Periods and workdays under given rules. Cheap to copy; all questions are O(1) but for workday counts (O(log n) in
/// the number of holidays). Days and periods far outside 1900–2200 are answered without harm, if not exactly; holidays
/// there are not looked at.
class Calendar {
 public:
  /// O(n log n) in the number of holidays.
  explicit Calendar(CalendarRules rules = {});
  const CalendarRules& rules() const { return rules_; }  ///< as given

  Day first_day(Period period) const;  ///< of `period`
  Day last_day(Period period) const;   ///< of `period`, included
  /// All of its days.
  DayRange days(Period period) const { return {first_day(period), last_day(period)}; }
  /// The period of `grain` that holds `day`. (A day is in one week and in one month; see `holder` for weeks.)
  Period containing(Day day, Grain grain) const;
  /// The period of the longer or equal `grain` to which `period` belongs; a straddling week by `weeks_in_month`.
  Period holder(Period period, Grain grain) const;
  /// The periods of the shorter or equal `grain` that belong to `period`; they are consecutive.
  PeriodRange inner(Period period, Grain grain) const;
  /// `2026-03-01`, `2026-W12`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`. A week carries the year of its fourth day.
  std::string label(Period period) const;

  /// Whether people work on it: by weekday, holidays and make-up days.
  bool is_workday(Day day) const;
  /// Number of workdays from `range.first` to `range.last`.
  std::int32_t workdays(DayRange range) const;

 private:
  bool works_on(Day day) const { return works_on_[std::size_t(day.weekday())]; }  // without holidays and make-up days
  Day start(Grain grain, std::int64_t ordinal) const;

  CalendarRules rules_;
  std::array<bool, 7> works_on_{};     // by weekday
  std::vector<Day> weekday_holidays_;  // days off that would be workdays by weekday, sorted
  std::vector<Day> weekend_workdays_;  // workdays that would be off by weekday, sorted
};

}  // namespace cwp
