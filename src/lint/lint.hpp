#pragma once
// What a rulebook says without a mistake of form, and hardly means. Without data: by what its promises allow (bounds),
// by what stands beside what, and by what such figures usually are.

#include <vector>

#include "cwp/diagnostic.hpp"
#include "graph/scorecard.hpp"

namespace cwp {

/// Appends a warning for each doubt, in no order. Formulas with mistakes are passed over.
void warn_of_doubts(const Scorecard& card, std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
