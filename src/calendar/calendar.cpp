#include "cwp/calendar.hpp"

#include <algorithm>

namespace cwp {
namespace {

constexpr int kMonthsIn[kGrains] = {0, 0, 1, 3, 6, 12};

std::int32_t floor_div(std::int32_t a, std::int32_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar, and back (Howard Hinnant, "chrono-compatible
/// low-level date algorithms").
std::int32_t days_from_civil(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const int era = floor_div(year, 400);
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

struct Date {
  int year, month, day;
};

Date civil_from_days(std::int32_t days) {
  days += 719468;
  const int era = floor_div(days, 146097);
  const int day_of_era = days - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
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
Weekday Day::weekday() const { return Weekday(((number + 3) % 7 + 7) % 7); }  // 1970-01-01 was a Thursday

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
  if (!year || *year < 1900 || *year > 2200) return std::nullopt;
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
  const auto by_weekday = [&](Day day) {
    return std::find(rules_.workdays.begin(), rules_.workdays.end(), day.weekday()) != rules_.workdays.end();
  };
  const auto collect = [&](const std::vector<DayRange>& ranges, bool workdays, std::vector<Day>& days) {
    for (const DayRange& range : ranges)
      for (Day day = std::max(range.first, kFirstDay); day <= std::min(range.last, kLastDay); day = day + 1)
        if (by_weekday(day) == workdays) days.push_back(day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
  };
  collect(rules_.holidays, true, weekday_holidays_);
  collect(rules_.extra_workdays, false, weekend_workdays_);
}

Day Calendar::first_day(Period period) const {
  const std::int32_t week_shift = (std::int32_t(Weekday::thursday) - std::int32_t(rules_.week_starts) + 7) % 7;
  switch (period.grain) {
    case Grain::day:
      return {period.ordinal};
    case Grain::week:
      return {period.ordinal * 7 - week_shift};
    case Grain::month: {
      // A month that starts on a later day than the first begins in the calendar month before its name.
      const std::int32_t begins = period.ordinal - (rules_.month_starts > 1 ? 1 : 0);
      return {days_from_civil(floor_div(begins, 12), begins - floor_div(begins, 12) * 12 + 1, rules_.month_starts)};
    }
    default: {
      const int months = kMonthsIn[std::size_t(period.grain)];
      // Ordinal 0 is the first part of year 0, which ends before `year.first_month` of year 0 when that is not January.
      const std::int32_t shift = rules_.year_first_month > 1 ? rules_.year_first_month - 13 : 0;
      return first_day({Grain::month, period.ordinal * months + shift});
    }
  }
}

Day Calendar::last_day(Period period) const { return first_day(period + 1) - 1; }

Period Calendar::containing(Day day, Grain grain) const {
  switch (grain) {
    case Grain::day:
      return {Grain::day, day.number};
    case Grain::week: {
      const std::int32_t week_shift = (std::int32_t(Weekday::thursday) - std::int32_t(rules_.week_starts) + 7) % 7;
      return {Grain::week, floor_div(day.number + week_shift, 7)};
    }
    case Grain::month: {
      const Date date = civil_from_days(day.number);
      const bool next = rules_.month_starts > 1 && date.day >= rules_.month_starts;
      return {Grain::month, date.year * 12 + date.month - 1 + (next ? 1 : 0)};
    }
    default: {
      const std::int32_t shift = rules_.year_first_month > 1 ? rules_.year_first_month - 13 : 0;
      return {grain, floor_div(containing(day, Grain::month).ordinal - shift, kMonthsIn[std::size_t(grain)])};
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
  switch (period.grain) {
    case Grain::day:
      return Day{period.ordinal}.to_text();
    case Grain::week: {
      const Day fourth = first_day(period) + 3;
      const int year = fourth.year();
      return padded(year, 4) + "-W" + padded((fourth.number - days_from_civil(year, 1, 1)) / 7 + 1, 2);
    }
    case Grain::month:
      return padded(period.ordinal / 12, 4) + '-' + padded(period.ordinal % 12 + 1, 2);
    case Grain::quarter:
      return padded(period.ordinal / 4, 4) + "-Q" + std::to_string(period.ordinal % 4 + 1);
    case Grain::half:
      return padded(period.ordinal / 2, 4) + "-H" + std::to_string(period.ordinal % 2 + 1);
    case Grain::year:
      return padded(period.ordinal, 4);
  }
  return {};
}

bool Calendar::is_workday(Day day) const {
  if (std::binary_search(weekend_workdays_.begin(), weekend_workdays_.end(), day)) return true;
  return std::find(rules_.workdays.begin(), rules_.workdays.end(), day.weekday()) != rules_.workdays.end() &&
         !std::binary_search(weekday_holidays_.begin(), weekday_holidays_.end(), day);
}

std::int32_t Calendar::workdays(DayRange range) const {
  if (range.last < range.first) return 0;
  const std::int32_t whole_weeks = range.size() / 7;
  std::int32_t count = whole_weeks * std::int32_t(rules_.workdays.size());
  for (Day day = range.first + whole_weeks * 7; day <= range.last; day = day + 1)
    if (std::find(rules_.workdays.begin(), rules_.workdays.end(), day.weekday()) != rules_.workdays.end()) ++count;
  const auto within = [&](const std::vector<Day>& days) {
    return std::int32_t(std::upper_bound(days.begin(), days.end(), range.last) -
                        std::lower_bound(days.begin(), days.end(), range.first));
  };
  return count - within(weekday_holidays_) + within(weekend_workdays_);
}

}  // namespace cwp
