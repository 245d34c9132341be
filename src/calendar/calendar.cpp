#include "cwp/calendar.hpp"

#include <algorithm>
#include <array>

namespace cwp {
namespace {

constexpr int kMonthsIn[kGrains] = {0, 0, 1, 3, 6, 12};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

/// Days and ordinals far outside the calendar (a lag of a billion years) stay where one can still count on from them.
constexpr std::int32_t bounded(std::int64_t number) {
  constexpr std::int64_t kFar = 2'000'000'000;
  return std::int32_t(std::clamp(number, -kFar, kFar));
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar, and back (Howard Hinnant, "chrono-compatible
/// low-level date algorithms").
constexpr std::int32_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return bounded(era * 146097 + day_of_era - 719468);
}

/// The first days of all months that rulebooks speak of: whoever evaluates an officer asks for them hundreds of times.
constexpr std::int64_t kFirstMonth = 1899 * 12, kMonths = (2202 - 1899) * 12;
constexpr auto kMonthBegins = [] {
  std::array<std::int32_t, kMonths> begins{};
  for (std::int64_t m = 0; m < kMonths; ++m) {
    const std::int64_t month = kFirstMonth + m;
    begins[std::size_t(m)] = days_from_civil(month / 12, month % 12 + 1, 1);
  }
  return begins;
}();

/// Of a month counted from that of year 0 on.
std::int32_t month_begins(std::int64_t month) {
  if (kFirstMonth <= month && month < kFirstMonth + kMonths) return kMonthBegins[std::size_t(month - kFirstMonth)];
  const std::int64_t year = floor_div(month, 12);
  return days_from_civil(year, month - year * 12 + 1, 1);
}

struct Date {
  int year, month, day;
};

Date civil_from_days(std::int32_t number) {
  const std::int64_t days = std::int64_t{number} + 719468;
  const std::int64_t era = floor_div(days, 146097);
  const auto day_of_era = int(days - era * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + int(era) * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

/// Days from the start of the week that holds 1970-01-01, a Thursday, to that day.
std::int32_t week_shift(const CalendarRules& rules) {
  return (std::int32_t(Weekday::thursday) - std::int32_t(rules.week_starts) + 7) % 7;
}

/// Ordinal of the month in which year 0 of the rulebook begins: it ends before `year.first_month` of the calendar's
/// year 0, when that is not January.
std::int32_t year_shift(const CalendarRules& rules) {
  return rules.year_first_month > 1 ? rules.year_first_month - 13 : 0;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  if (text.empty()) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || '9' < c) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Day> Day::from_date(int year, int month, int day) {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const Day result{days_from_civil(year, month, day)};
  if (result.month() != month) return std::nullopt;
  return result;
}

std::optional<Day> Day::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from_date(*year, *month, *day);
}

std::string Day::to_text() const {
  const Date date = civil_from_days(number);
  return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

int Day::year() const { return civil_from_days(number).year; }
int Day::month() const { return civil_from_days(number).month; }
int Day::day_of_month() const { return civil_from_days(number).day; }
Weekday Day::weekday() const { return Weekday((number % 7 + 10) % 7); }  // 1970-01-01 was a Thursday

std::string_view to_text(Grain grain) {
  constexpr std::string_view kTexts[kGrains] = {"day", "week", "month", "quarter", "half", "year"};
  return kTexts[std::size_t(grain)];
}

std::optional<Grain> parse_grain(std::string_view text) {
  for (int g = 0; g < kGrains; ++g)
    if (to_text(Grain(g)) == text) return Grain(g);
  return std::nullopt;
}

std::optional<Period> Period::parse(std::string_view label, const Calendar& calendar) {
  if (const auto day = Day::parse(label)) return Period{Grain::day, day->number};
  const auto year = label.size() >= 4 ? digits(label.substr(0, 4)) : std::nullopt;
  if (!year || *year < 1900 || *year > 2201) return std::nullopt;  // 2201 may begin and end its quarters in 2200
  std::optional<Period> period;
  const std::string_view rest = label.substr(4);
  if (rest.empty()) {
    period = Period{Grain::year, *year};
  } else if (rest.size() == 4 && rest.starts_with("-W")) {
    const auto week = digits(rest.substr(2));
    if (!week || *week < 1) return std::nullopt;
    // The fourth day of week n lies in days 7n−6 … 7n of the year, counted from 1.
    const Day some_day{days_from_civil(*year, 1, 1) + 7 * (*week - 1) + 6};
    Period candidate = calendar.containing(some_day, Grain::week);
    for (const int step : {0, -1, 1})
      if (calendar.label(candidate + step) == label) period = candidate + step;
  } else if (rest.size() == 3 && rest[0] == '-') {
    if (rest[1] == 'Q' || rest[1] == 'H') {
      const int parts = rest[1] == 'Q' ? 4 : 2;
      const int part = rest[2] - '0';
      if (part < 1 || part > parts) return std::nullopt;
      period = Period{rest[1] == 'Q' ? Grain::quarter : Grain::half, *year * parts + part - 1};
    } else if (const auto month = digits(rest.substr(1)); month && *month >= 1 && *month <= 12) {
      period = Period{Grain::month, *year * 12 + *month - 1};
    }
  }
  if (!period) return std::nullopt;
  const DayRange days = calendar.days(*period);
  if (days.first < kFirstDay || kLastDay < days.last) return std::nullopt;
  return period;
}

Calendar::Calendar(CalendarRules rules) : rules_(std::move(rules)) {
  for (const Weekday weekday : rules_.workdays) works_on_[std::size_t(weekday)] = true;
  const auto collect = [&](std::vector<DayRange> ranges, bool workdays, std::vector<Day>& days) {
    std::sort(ranges.begin(), ranges.end(), [](const DayRange& a, const DayRange& b) { return a.first < b.first; });
    Day next = kFirstDay;  // behind the ranges so far: a day that stands in several of them is taken once
    for (const DayRange& range : ranges) {
      for (Day day = std::max(range.first, next); day <= std::min(range.last, kLastDay); day = day + 1)
        if (works_on(day) == workdays) days.push_back(day);
      next = std::max(next, std::min(range.last, kLastDay) + 1);
    }
  };
  collect(rules_.holidays, true, weekday_holidays_);
  collect(rules_.extra_workdays, false, weekend_workdays_);
}

Day Calendar::start(Grain grain, std::int64_t ordinal) const {
  switch (grain) {
    case Grain::day:
      return {bounded(ordinal)};
    case Grain::week:
      return {bounded(ordinal * 7 - week_shift(rules_))};
    case Grain::month: {
      // A month that starts on a later day than the first begins in the calendar month before its name.
      const std::int64_t begins = ordinal - (rules_.month_starts > 1 ? 1 : 0);
      return {bounded(std::int64_t{month_begins(begins)} + rules_.month_starts - 1)};
    }
    default:
      return start(Grain::month, ordinal * kMonthsIn[std::size_t(grain)] + year_shift(rules_));
  }
}

Day Calendar::first_day(Period period) const { return start(period.grain, period.ordinal); }
Day Calendar::last_day(Period period) const { return start(period.grain, std::int64_t{period.ordinal} + 1) - 1; }

Period Calendar::containing(Day day, Grain grain) const {
  switch (grain) {
    case Grain::day:
      return {Grain::day, day.number};
    case Grain::week:
      return {Grain::week, std::int32_t(floor_div(std::int64_t{day.number} + week_shift(rules_), 7))};
    case Grain::month: {
      const Date date = civil_from_days(day.number);
      const bool next = rules_.month_starts > 1 && date.day >= rules_.month_starts;
      return {Grain::month, date.year * 12 + date.month - 1 + (next ? 1 : 0)};
    }
    default: {
      const std::int64_t months = containing(day, Grain::month).ordinal - year_shift(rules_);
      return {grain, std::int32_t(floor_div(months, kMonthsIn[std::size_t(grain)]))};
    }
  }
}

Period Calendar::holder(Period period, Grain grain) const {
  if (period.grain == grain) return period;
  Day day = first_day(period);
  if (period.grain == Grain::week) {
    if (rules_.weeks_in_month == WeeksInMonth::majority) day = day + 3;
    if (rules_.weeks_in_month == WeeksInMonth::end) day = day + 6;
  }
  return containing(day, grain);
}

PeriodRange Calendar::inner(Period period, Grain grain) const {
  if (period.grain == grain) return {period, period};
  PeriodRange range{containing(first_day(period), grain), containing(last_day(period), grain)};
  // Only a week can lie in two longer periods.
  if (holder(range.first, period.grain) != period) range.first = range.first + 1;
  if (holder(range.last, period.grain) != period) range.last = range.last - 1;
  return range;
}

std::string Calendar::label(Period period) const {
  const auto numbered = [&](std::int32_t parts) {
    const auto year = std::int32_t(floor_div(period.ordinal, parts));
    return std::pair(padded(year, 4), period.ordinal - std::int64_t{year} * parts + 1);
  };
  switch (period.grain) {
    case Grain::day:
      return Day{period.ordinal}.to_text();
    case Grain::week: {
      const Day fourth = first_day(period) + 3;
      const int year = fourth.year();
      return padded(year, 4) + "-W" + padded((fourth.number - days_from_civil(year, 1, 1)) / 7 + 1, 2);
    }
    case Grain::month: {
      const auto [year, month] = numbered(12);
      return year + '-' + padded(int(month), 2);
    }
    case Grain::quarter: {
      const auto [year, quarter] = numbered(4);
      return year + "-Q" + std::to_string(quarter);
    }
    case Grain::half: {
      const auto [year, half] = numbered(2);
      return year + "-H" + std::to_string(half);
    }
    case Grain::year:
      return padded(period.ordinal, 4);
  }
  return {};
}

bool Calendar::is_workday(Day day) const {
  if (works_on(day)) return !std::binary_search(weekday_holidays_.begin(), weekday_holidays_.end(), day);
  return std::binary_search(weekend_workdays_.begin(), weekend_workdays_.end(), day);
}

std::int32_t Calendar::workdays(DayRange range) const {
  if (range.last < range.first) return 0;
  const std::int64_t days = std::int64_t{range.last.number} - range.first.number + 1;
  std::int64_t count = days / 7 * std::count(works_on_.begin(), works_on_.end(), true);
  for (std::int32_t i = 0; i < days % 7; ++i)
    if (works_on(range.last - i)) ++count;
  const auto within = [&](const std::vector<Day>& sorted) {
    return std::upper_bound(sorted.begin(), sorted.end(), range.last) -
           std::lower_bound(sorted.begin(), sorted.end(), range.first);
  };
  return bounded(count - within(weekday_holidays_) + within(weekend_workdays_));
}

}  // namespace cwp
