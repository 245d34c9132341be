#pragma once
// DayTable: the oracle's own calendar: one row for each day from 1970 to 2034, filled by walking day by day.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cwp/calendar.hpp"

namespace cwp::oracle {

/// The periods of every day, by the plain words of language.md section 3. Period ordinals are those of
/// cwp/calendar.hpp.
class DayTable {
 public:
  explicit DayTable(const CalendarRules& rules);

  Day first_day(Period period) const { return stretch(period).first; }
  Day last_day(Period period) const { return stretch(period).last; }
  DayRange days(Period period) const { return stretch(period); }
  bool known(Period period) const { return stretches_[index(period.grain)].contains(period.ordinal); }
  Period containing(Day day, Grain grain) const { return {grain, row(day).ordinals[index(grain)]}; }
  /// The longer period to which `period` belongs.
  Period holder(Period period, Grain grain) const;
  /// All periods of `grain` that belong to `period`, in time order.
  const std::vector<Period>& inner(Period period, Grain grain) const;
  /// The period so many steps of `lag_grain` earlier, as a period of the same grain.
  std::optional<Period> earlier(Period period, int steps, Grain lag_grain) const;
  std::string label(Period period) const;
  /// The period that a date or a label names, as a period of `grain`; nothing for anything else.
  std::optional<Period> named(const std::string& text, Grain grain) const;
  bool is_workday(Day day) const { return row(day).workday; }
  int workdays(DayRange range) const;
  int month_of_year(Period period) const;

 private:
  struct Row {
    int year = 0, month = 0, day_of_month = 0;
    int weekday = 0;
    bool workday = false;
    int months_year = 0, months_number = 0;  // the rulebook month's name
    std::array<std::int32_t, kGrains> ordinals{};
  };
  static std::size_t index(Grain grain) { return static_cast<std::size_t>(grain); }
  const Row& row(Day day) const { return rows_.at(static_cast<std::size_t>(day.number)); }
  const DayRange& stretch(Period period) const { return stretches_[index(period.grain)].at(period.ordinal); }
  Day deciding_day(Period week) const;

  CalendarRules rules_;
  std::vector<Row> rows_;  // by days since 1970-01-01
  std::array<std::map<std::int32_t, DayRange>, kGrains> stretches_;
  std::map<std::string, Period> labels_;
  mutable std::map<std::pair<Period, Grain>, std::vector<Period>> inner_;
};

}  // namespace cwp::oracle
