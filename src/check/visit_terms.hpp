#pragma once
// Walking over everything that a checked rulebook computes.

#include <functional>

#include "graph/scorecard.hpp"

namespace cwp {

/// Calls `look` with every term of the scorecard, those inside others too: items in file order, then adjustments,
/// vetoes, assessments, rankings, grades, awards, promises, derived metrics.
void visit_terms(const Scorecard& card, const std::function<void(const Term&)>& look);

}  // namespace cwp
