#pragma once
// The kinds of doubts, a source file each, and what they share.

#include <string>
#include <vector>

#include "bounds/value_set.hpp"
#include "cwp/diagnostic.hpp"
#include "graph/scorecard.hpp"
#include "graph/visit_terms.hpp"

namespace cwp {

struct Doubts {
  const Scorecard& card;
  std::vector<Diagnostic>& diagnostics;

  void add(std::string_view slug, const Place& place, std::vector<std::string> arguments) const {
    diagnostics.push_back({slug, place, std::move(arguments), {}});
  }
};

/// The text at a place, as it stands in the rulebook; cut short when long.
std::string written_at(const Place& place);
/// True when a number stands at the place: an operand that a form makes by itself has the place of the form.
bool is_written_number(const Place& place);
/// The value of a term that is the same in every period and for everybody.
std::optional<Rational> fixed_value(const Term& term, const Scorecard& card);

/// Vetoes that never or always hold; caps, bands, full marks and totals out of reach; coefficients below 0.
void doubt_bounds(const Doubts& doubts);
/// Divisors that can be 0; texts that a `lookup` does not have.
void doubt_operands(const Doubts& doubts);
/// Cases and levels with gaps between them, or that overlap.
void doubt_cases(const Doubts& doubts);
/// 95 for a rate of 0 to 1, 0.95 for a figure of 0 to 100.
void doubt_percents(const Doubts& doubts);
/// Figures that count twice; averages where more work should earn more.
void doubt_metrics(const Doubts& doubts);
/// Points for more of what the less of it the better, and the other way round.
void doubt_directions(const Doubts& doubts);
/// Scores of the period before, which the first period does not have.
void doubt_first_periods(const Doubts& doubts);
/// Parameters that change inside a period, or begin too late.
void doubt_parameters(const Doubts& doubts);
/// Ties that decide nothing; shares of a small group.
void doubt_standing(const Doubts& doubts);
/// Weights that do not add up to 1; full marks that add up over shorter periods.
void doubt_weights(const Doubts& doubts);

}  // namespace cwp
