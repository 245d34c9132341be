#pragma once
// OracleData: the oracle's own reading of the rows: presence, duty, figures; promises broken and figures refused.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cwp/rulebook.hpp"
#include "formula/value.hpp"
#include "graph/scorecard.hpp"
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
  OracleData(const Scorecard& card, const InputRows& rows, const DayTable& days);

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

  std::optional<std::size_t> officer(const std::string& key) const;
  /// What the roster says on a day.
  Value attribute_on(std::size_t officer, std::size_t attribute, Day day) const;
  /// As of the day of the period that the rulebook names for it.
  Value attribute(std::size_t officer, std::size_t attribute, Period period) const;
  /// The value of a column of a fact; one that was refused is missing and incomplete.
  Value column(const EventColumn& column, const std::string& text) const;
  /// What the facts of a day make; nothing: one of them, that was refused, may have counted.
  void set_derived(std::size_t officer, std::size_t metric, Day day, const std::optional<Rational>& value,
                   bool incomplete);
  /// A metric in a period of its own or a longer grain.
  Value metric(std::size_t officer, std::size_t metric, Period period) const;

 private:
  struct Cell {
    Rational value;
    bool refused = false;
    bool incomplete = false;  // of derived ones: something beside it was refused
  };
  struct Figure {
    Value value;
    bool has_row = false;
    bool refused = false;
  };
  Figure own_figure(std::size_t officer, std::size_t metric, Period period) const;
  void take_figures();
  /// What the officer sees of the period; null: no row.
  const Cell* cell(std::size_t officer, std::size_t metric, Period period) const;

  const Scorecard& card_;
  const Rulebook& rulebook_;
  const InputRows& rows_;
  const DayTable& days_;
  std::vector<std::string> officers_;
  std::map<std::string, std::size_t> numbers_;
  Day from_, to_;                                                     // the days that are looked at
  std::vector<std::vector<DayOfDuty>> calendar_;                      // by officer, then days since from_
  std::vector<std::vector<std::map<Period, Cell>>> cells_;            // by officer, metric
  std::vector<std::map<std::string, std::map<Period, Cell>>> about_;  // by metric, value of its attribute
};

}  // namespace cwp::oracle
