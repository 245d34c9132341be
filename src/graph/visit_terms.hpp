#pragma once
// Walking over everything that a checked rulebook computes.

#include <functional>
#include <set>

#include "graph/scorecard.hpp"

namespace cwp {

using TermLook = std::function<void(const Term&)>;

/// Calls `look` with every whole formula of the scorecard that there is and that has no mistake: items in file order
/// (with their bounds, conditions, roll-ups), then adjustments, caps of groups, vetoes, assessments, rankings, grades,
/// awards, promises, derived metrics.
void visit_formulas(const Scorecard& card, const TermLook& look);

/// Calls `look` with the term and all that is inside it, outer ones first.
void visit_terms(const Term& term, const TermLook& look);
/// The same for each of the formulas.
void visit_terms(const Scorecard& card, const TermLook& look);

/// The first of the term and those inside of it that is wanted; null where none is.
const Term* first_term(const Term& term, const std::function<bool(const Term&)>& wanted);
bool any_term(const Term& term, const std::function<bool(const Term&)>& wanted);
/// The metrics that a term mentions, and whether `metric` is among them.
std::set<std::uint32_t> metrics_in(const Term& term);
bool mentions(const Term& term, std::uint32_t metric);

}  // namespace cwp
