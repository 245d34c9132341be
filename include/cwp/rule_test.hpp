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
  /// When a row became known, and whether it cancels: `recorded`, `withdrawn`.
  struct History {
    std::optional<Day> day;
    bool withdrawn = false;
  };
  struct Officer {
    Name key;
    std::optional<Written<Day>> from, to;
    std::vector<std::pair<NameUse, std::string>> attributes;  ///< as written
    Place place;
    History history = {};
  };
  struct Duty {
    Name officer;
    std::optional<Day> from, to;
    Name status;
    Place place;
    History history = {};
  };
  /// A row of figures or a fact, on one date (or label) or on every day of a range.
  struct Row {
    NameUse subject_key;  ///< `officer`, or the attribute that the figures are about
    std::string subject;
    std::string date;  ///< as written; empty where `dates` is set
    std::optional<DayRange> dates;
    std::vector<std::pair<NameUse, std::string>> values;  ///< by metric or column, as written
    Place place;
    History history = {};
  };
  struct Facts {
    NameUse table;
    std::vector<Row> rows;
  };
  struct Figure {
    Name key;                        ///< an id, `total`, `state` …, or a formula as written
    std::optional<Formula> formula;  ///< where the key is no name
    std::string expected;            ///< as written; empty: no figure
    Place place;
  };
  struct Expected {
    Name officer;
    Name period;  ///< a label
    std::vector<Figure> figures;
    Place place;
  };
  std::string name;
  std::vector<Officer> officers;  ///< several rows of one key are stretches of one officer
  std::vector<Duty> duty;
  std::vector<Row> metrics;
  std::vector<Facts> events;
  std::optional<DayRange> data;      ///< the span; unsaid: from the rows
  std::optional<Day> known_at = {};  ///< unsaid: all rows count
  std::vector<Expected> expect;
  Place place;
};

}  // namespace cwp
