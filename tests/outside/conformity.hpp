#pragma once
// Cases from outside: inputs and figures that others published, each through a rulebook of ours. What comes out is
// counted, source by source; docs/conformance.md is made of the counts.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/score.hpp"

namespace cwp {

/// A file with commas and a header, every cell a text.
struct OutsideTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  /// The cell of a row; throws std::out_of_range for a column that the file does not have.
  const std::string& cell(std::size_t row, std::string_view column) const;
  bool has(std::string_view column) const;
};
/// tests/outside/PATH. Quotes are no more than letters: they stand in notes only.
OutsideTable outside_table(const std::string& path);
CheckedRulebook outside_rules(const std::string& path);

/// A row is an officer: its cells are his attributes and figures (in the period `label`), by the names of the rulebook.
/// Other columns are left alone. `keys` names the officers.
Dataset outside_data(const CheckedRulebook& rules, const OutsideTable& table, const std::vector<std::string>& keys,
                     std::string_view label);
std::vector<std::string> column_of(const OutsideTable& table, std::string_view column);

/// What came of one kind of figure of a source.
struct Conformity {
  std::string figures;  ///< what is compared
  std::size_t matched = 0;
  std::vector<std::string> failed = {};  ///< what differs, as a sentence each
  std::string remark = {};               ///< why it differs; empty where nothing may

  /// Equal to within `tolerance`; an empty `expected` wants no figure.
  void compare(const std::string& who, const std::string& expected, const std::optional<Decimal>& figure,
               double tolerance = 0);
  void compare_text(const std::string& who, const std::string& expected, const std::string& text);
};
/// One source.
struct OutsideRun {
  std::string folder, title;
  std::vector<Conformity> figures;
  std::string left_out = {};  ///< what of the source is not compared, and why; empty: nothing
};

/// A figure of a period by officer and id; nothing where it is absent. Throws where the id or the officer is unknown.
std::optional<Decimal> outside_figure(const Scores& scores, std::string_view label, const std::string& officer,
                                      std::string_view id);
/// The rank of an officer; nothing where he has none.
std::optional<Decimal> outside_rank(const Scores& scores, std::string_view ranking, const std::string& officer);

OutsideRun run_decathlon();
OutsideRun run_football();
OutsideRun run_scales();
OutsideRun run_development();
OutsideRun run_ranks();
OutsideRun run_scorecard();
OutsideRun run_decision_tables();
OutsideRun run_vulnerabilities();
OutsideRun run_criteria();
OutsideRun run_hospitals();

}  // namespace cwp
