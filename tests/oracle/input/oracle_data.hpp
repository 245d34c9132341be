#pragma once
// OracleData: the oracle's own reading of the rows: presence, duty, figures; promises broken and figures refused.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cwp/rulebook.hpp"
#include "formula/value.hpp"
#include "oracle/input/day_table.hpp"
#include "oracle/input/input_rows.hpp"

namespace cwp::oracle {

/// What an officer does on a day. `status` is empty on days of absence.
struct DayOfDuty {
  std::string status;
  DutyMeaning meaning = DutyMeaning::rest;
  const OfficerRow* row = nullptr;  ///< null: not present
};

class OracleData {
 public:
  OracleData(const Rulebook& rulebook, const InputRows& rows, const DayTable& days);

  const std::vector<std::string>& officers() const { return officers_; }
  DayRange span() const { return rows_.span; }

  const DayOfDuty& day(std::size_t officer, Day day) const;
  int present_days(std::size_t officer, Period period) const;
  int duty_days(std::size_t officer, Period period) const;
  int days_with(std::size_t officer, Period period, const std::string& status) const;

  bool begins_before_data(Period period) const { return days_.first_day(period) < span().first; }
  bool begun(Period period) const { return days_.first_day(period) <= span().last; }
  /// Its last day is in the span, and, where it holds weeks, the last day of every week that belongs to it.
  bool complete(Period period, bool holds_weeks) const;
  /// Those periods that count in a longer one (ruling 6).
  std::vector<Period> counting(const std::vector<Period>& periods, bool holds_weeks) const;

  Value attribute(std::size_t officer, std::size_t attribute, Period period) const;
  /// A metric in a period of its own or a longer grain.
  Value metric(std::size_t officer, std::size_t metric, Period period) const;

 private:
  struct Cell {
    Rational value;
    bool refused = false;
  };
  struct Figure {
    Value value;
    bool has_row = false;
    bool refused = false;
  };
  Figure own_figure(std::size_t officer, std::size_t metric, Period period) const;
  void take_figures();

  const Rulebook& rulebook_;
  const InputRows& rows_;
  const DayTable& days_;
  std::vector<std::string> officers_;
  std::map<std::string, std::size_t> numbers_;
  Day from_, to_;                                           // the days that are looked at
  std::vector<std::vector<DayOfDuty>> calendar_;            // by officer, then days since from_
  std::vector<std::vector<std::map<Period, Cell>>> cells_;  // by officer, metric
};

}  // namespace cwp::oracle
