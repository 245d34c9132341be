#pragma once
// TermMaker: formulas to terms: resolves names, finds types and grains, reports what does not fit.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/scorecard.hpp"
#include "term/symbols.hpp"

namespace cwp {

/// What `rank` and `grade` mean in formulas of awards and grade levels, as indices of the card's rankings and grade
/// sets.
struct StandingNames {
  std::optional<std::uint32_t> ranking, grades;
  std::string from;      ///< what the award is from
  std::size_t sets = 0;  ///< so many grade sets `grade` might mean
  bool levels = false;   ///< in a level, which cannot ask for the grade
};

class TermMaker {
 public:
  TermMaker(const Scorecard& card, Symbols& symbols, std::vector<Diagnostic>& diagnostics)
      : card_(card), rulebook_(*card.rulebook), symbols_(symbols), diagnostics_(diagnostics) {}

  /// The term of a formula at a place; `invalid` (never null) when something was reported.
  TermPtr make(const Expr& expr, Grain place);
  /// The same, and it must be a number (truth counts as 0 and 1), or a truth.
  TermPtr make_number(const Expr& expr, Grain place);
  TermPtr make_condition(const Expr& expr, Grain place);
  /// The same as a number that no data can move: constants, parameters, attributes, and what is computed from them.
  TermPtr make_fixed_number(const Expr& expr, Grain place);
  /// The attributes that `by` names; those that are none are reported.
  std::vector<std::uint32_t> attributes(const std::vector<NameUse>& by);
  /// From here on `rank` and `grade` are names, or (null) no longer. In named formulas they never are.
  void know_standing(const StandingNames* names) { standing_ = names; }
  /// From here on formulas are about one fact of the table, until (null) no longer: its columns are names, before all
  /// others; beside them only parameters and attributes are.
  void know_columns(const EventTable* table) { columns_ = table; }
  /// The same as make, for a formula whose problems are reported elsewhere.
  TermPtr make_quietly(const Expr& expr, Grain place);

 private:
  TermPtr name(const Expr& expr, Grain place);
  TermPtr value_of(std::uint32_t index, const Expr& use, Grain place);
  TermPtr unknown_name(const Expr& expr);
  TermPtr lag(const Expr& expr, Grain place);
  // term_maker_standing.cpp
  TermPtr standing_name(const Expr& expr, Grain place);
  void check_known_level(const Term& term);
  // term_maker_columns.cpp
  TermPtr column_name(const Expr& expr, Grain place);
  TermPtr not_of_a_fact(const Expr& expr);
  // term_maker_calls.cpp
  TermPtr call(const Expr& expr, Grain place);
  TermPtr scalar_call(const Expr& expr, const FunctionRow& row, Grain place);
  bool types_fit(const FunctionRow& row, Term& term);
  void check_table(const Term& term);
  void check_known_option(const Term& term);
  void check_option_of(const std::string& id, const std::vector<std::string>& one_of, const Term& term);
  // term_maker_gathers.cpp
  TermPtr gather(const Expr& expr, const FunctionRow& row, Grain place);
  // term_maker_folds.cpp
  void check_domain(const FunctionRow& row, const std::vector<TermPtr>& children, std::size_t first, std::size_t count);
  TermPtr fold(const Expr& expr, const FunctionRow& row, Grain place);
  std::optional<Grain> inner_grain(const Expr& expr, const Expr& inside, Grain place);
  bool holds_weeks(const Term& term, Grain inner) const;

  /// The grains of the metrics and items named in a formula, through `values`; those inside aggregates over time are
  /// not looked at. `scores` is set when a category or the total is named.
  struct NamedGrains {
    std::set<Grain> grains;
    bool scores = false;
    std::set<std::uint32_t> values;  // those already looked into
  };
  void collect_grains(const Expr& expr, NamedGrains& found) const;

  TermPtr report(std::string_view slug, const Place& place, std::vector<std::string> arguments = {},
                 std::vector<Note> notes = {});
  TermPtr finish(Term term, const Expr& expr);

  const Scorecard& card_;
  const Rulebook& rulebook_;
  Symbols& symbols_;
  std::vector<Diagnostic>& diagnostics_;
  const StandingNames* standing_ = nullptr;
  const EventTable* columns_ = nullptr;
  std::map<std::pair<std::uint32_t, Grain>, TermPtr> values_;  // by value and place
  std::vector<std::uint32_t> open_values_;                     // values being made: a second visit is a cycle
};

ValueType value_type(AttributeType type);
std::optional<std::uint32_t> find_column(const EventTable& table, std::string_view name);

/// The constant 0.
TermPtr zero_term(Grain place);

/// True when a formula is an aggregate over time: a function with a fold body that is not meant as a scalar.
bool is_fold(const Expr& expr, const FunctionRow& row);

}  // namespace cwp
