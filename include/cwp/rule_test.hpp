#pragma once
// Small examples in a rulebook, with the figures that they must give.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

/// A small example in the rulebook with the figures that it must give.
struct RuleTest {
  /// A row of the roster.
  struct Officer {
    Name key;                                                 ///< as in the data
    std::optional<Written<Day>> from;                         ///< the first day present; unsaid: always
    std::optional<Written<Day>> to;                           ///< the last day present; unsaid: for good
    std::vector<std::pair<NameUse, std::string>> attributes;  ///< as written
    Place place;                                              ///< of the row
  };
  /// A duty record.
  struct Duty {
    Name officer;             ///< his key
    std::optional<Day> from;  ///< the first day
    std::optional<Day> to;    ///< the last day
    Name status;              ///< as in the data
    Place place;              ///< of the row
  };
  /// A row of figures or a fact, on one date (or label) or on every day of a range.
  struct Row {
    NameUse subject_key;                                  ///< `officer`, or the attribute that the figures are about
    std::string subject;                                  ///< the officer, or what the figures are about
    std::string date;                                     ///< as written; empty where `dates` is set
    std::optional<DayRange> dates;                        ///< every day of this range
    std::vector<std::pair<NameUse, std::string>> values;  ///< by metric or column, as written
    Place place;                                          ///< of the row
  };
  /// Facts of one table.
  struct Facts {
    NameUse table;          ///< of the rulebook
    std::vector<Row> rows;  ///< in file order
  };
  /// A figure that must come out.
  struct Figure {
    Name key;                        ///< an id, `total`, `state` …, or a formula as written
    std::optional<Formula> formula;  ///< where the key is no name
    std::string expected;            ///< as written; empty: no figure
    Place place;                     ///< of the figure
  };
  /// What one officer must have in one period.
  struct Expected {
    Name officer;                 ///< his key
    Name period;                  ///< a label
    std::vector<Figure> figures;  ///< in file order
    Place place;                  ///< of the entry
  };
  std::string name;               ///< what people call it
  std::vector<Officer> officers;  ///< several rows of one key are stretches of one officer
  std::vector<Duty> duty;         ///< duty records
  std::vector<Row> metrics;       ///< rows of figures
  std::vector<Facts> events;      ///< facts by table
  std::optional<DayRange> data;   ///< the span; unsaid: from the rows
  std::vector<Expected> expect;   ///< what must come out
  Place place;                    ///< of the whole entry in the rulebook
};

}  // namespace cwp
