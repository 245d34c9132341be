#pragma once
// Broken expectations: promises about the figures of a period that do not hold.

#include <vector>

#include "engine/officer_results.hpp"

namespace cwp {

/// By period, promise, group, officer. A promise `by` groups is judged by the first officer of each group who can say
/// whether it holds.
std::vector<BrokenExpectation> broken_expectations(const Scorecard& card, const std::vector<OfficerResults>& results);

}  // namespace cwp
