#include "oracle/input/day_table.hpp"

#include <algorithm>
#include <cstdio>

namespace cwp::oracle {
namespace {

// Rulebooks and data of the oracle lie well inside these years; only in them are labels known.
constexpr int kFirstYear = 2012;
constexpr int kLastYear = 2034;

int month_length(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool any_holds(const std::vector<DayRange>& ranges, Day day) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const DayRange& range) { return range.contains(day); });
}

std::string text_of(const char* format, int a, int b = 0, int c = 0) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, format, a, b, c);
  return buffer;
}

}  // namespace

DayTable::DayTable(const CalendarRules& rules) : rules_(rules) {
  int year = 1970, month = 1, day_of_month = 1, weekday = 3, week = 0;
  for (std::int32_t number = 0; year <= kLastYear; ++number) {
    const Day day{number};
    Row row;
    row.year = year;
    row.month = month;
    row.day_of_month = day_of_month;
    row.weekday = weekday;
    const bool working = std::any_of(rules.workdays.begin(), rules.workdays.end(),
                                     [&](Weekday one) { return static_cast<int>(one) == weekday; });
    row.workday = (working && !any_holds(rules.holidays, day)) || any_holds(rules.extra_workdays, day);
    // A month runs from its starting day and is named after the calendar month in which it ends.
    row.months_year = year;
    row.months_number = month;
    if (rules.month_starts > 1 && day_of_month >= rules.month_starts) {
      row.months_number = month == 12 ? 1 : month + 1;
      row.months_year = month == 12 ? year + 1 : year;
    }
    // A year is named after the calendar year in which it ends.
    const int first = rules.year_first_month;
    const int rule_year = first > 1 && row.months_number >= first ? row.months_year + 1 : row.months_year;
    const int months_gone = (row.months_number - first + 12) % 12;
    row.ordinals[index(Grain::day)] = number;
    row.ordinals[index(Grain::month)] = row.months_year * 12 + row.months_number - 1;
    row.ordinals[index(Grain::quarter)] = rule_year * 4 + months_gone / 3;
    row.ordinals[index(Grain::half)] = rule_year * 2 + months_gone / 6;
    row.ordinals[index(Grain::year)] = rule_year;
    if (number > 0 && weekday == static_cast<int>(rules.week_starts)) ++week;
    row.ordinals[index(Grain::week)] = week;
    for (std::size_t grain = 0; grain < kGrains; ++grain) {
      auto [at, is_new] = stretches_[grain].try_emplace(row.ordinals[grain], DayRange{day, day});
      if (!is_new) at->second.last = day;
    }
    rows_.push_back(row);
    weekday = (weekday + 1) % 7;
    if (++day_of_month > month_length(year, month)) {
      day_of_month = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
  }
  for (std::size_t grain = 0; grain < kGrains; ++grain) {
    stretches_[grain].erase(stretches_[grain].begin());  // those at the table's ends are not whole
    stretches_[grain].erase(std::prev(stretches_[grain].end()));
    for (const auto& [ordinal, days] : stretches_[grain]) {
      const Period period{static_cast<Grain>(grain), ordinal};
      if (row(days.first).year >= kFirstYear) labels_[label(period)] = period;
    }
  }
}

Day DayTable::deciding_day(Period week) const {
  switch (rules_.weeks_in_month) {
    case WeeksInMonth::start:
      return first_day(week);
    case WeeksInMonth::end:
      return last_day(week);
    case WeeksInMonth::majority:
      break;
  }
  return first_day(week) + 3;
}

Period DayTable::holder(Period period, Grain grain) const {
  if (grain == period.grain) return period;
  return containing(period.grain == Grain::week ? deciding_day(period) : first_day(period), grain);
}

const std::vector<Period>& DayTable::inner(Period period, Grain grain) const {
  const auto [at, is_new] = inner_.try_emplace({period, grain});
  if (is_new)
    for (auto one = stretches_[index(grain)].lower_bound(containing(first_day(period) - 10, grain).ordinal);
         one != stretches_[index(grain)].end() && one->second.first <= last_day(period) + 10; ++one)
      if (holder({grain, one->first}, period.grain) == period) at->second.push_back({grain, one->first});
  return at->second;
}

std::string DayTable::label(Period period) const {
  const Row& last = row(last_day(period));
  switch (period.grain) {
    case Grain::day:
      return text_of("%04d-%02d-%02d", last.year, last.month, last.day_of_month);
    case Grain::week: {
      // The year of the fourth day; the weeks of a year are counted by their fourth days.
      const Day fourth = first_day(period) + 3;
      int number = 0;
      for (Day day = fourth; day.number >= 0 && row(day).year == row(fourth).year; day = day - 7) ++number;
      return text_of("%04d-W%02d", row(fourth).year, number);
    }
    case Grain::month:
      return text_of("%04d-%02d", last.months_year, last.months_number);
    case Grain::quarter:
      return text_of("%04d-Q%d", period.ordinal / 4, period.ordinal % 4 + 1);
    case Grain::half:
      return text_of("%04d-H%d", period.ordinal / 2, period.ordinal % 2 + 1);
    case Grain::year:
      break;
  }
  return text_of("%04d", period.ordinal);
}

std::optional<Period> DayTable::named(const std::string& text, Grain grain) const {
  const auto found = labels_.find(text);
  if (found == labels_.end()) return std::nullopt;
  if (found->second.grain == grain) return found->second;
  if (found->second.grain == Grain::day) return containing(first_day(found->second), grain);
  return std::nullopt;
}

std::optional<Period> DayTable::earlier(Period period, int steps, Grain lag_grain) const {
  const auto back = [&](int periods) -> std::optional<Period> {
    const Period target{period.grain, period.ordinal - periods};
    return known(target) ? std::optional(target) : std::nullopt;
  };
  if (lag_grain == period.grain) return back(steps);
  constexpr std::array<int, kGrains> kMonths = {0, 0, 1, 3, 6, 12};
  const int months = kMonths[index(lag_grain)] * steps;
  if (period.grain == Grain::day) {
    if (lag_grain == Grain::week) return back(7 * steps);
    const Row& from = row(first_day(period));
    const int target = from.year * 12 + from.month - 1 - months;
    return named(text_of("%04d-%02d-%02d", target / 12, target % 12 + 1, from.day_of_month), Grain::day);
  }
  if (period.grain == Grain::week) {
    std::string name = label(period);
    return named(text_of("%04d", std::stoi(name.substr(0, 4)) - steps) + name.substr(4), Grain::week);
  }
  return back(months / kMonths[index(period.grain)]);
}

int DayTable::workdays(DayRange range) const {
  int count = 0;
  for (Day day = range.first; day <= range.last; day = day + 1) count += is_workday(day);
  return count;
}

int DayTable::month_of_year(Period period) const {
  const Day day = period.grain == Grain::week ? deciding_day(period) : last_day(period);
  return row(day).months_number;
}

}  // namespace cwp::oracle
