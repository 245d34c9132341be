#pragma once
// fact_value: a formula over one fact, `minutes <= 30` (language.md, section 4).

#include <vector>

#include "graph/scorecard.hpp"
#include "row/input_rows.hpp"

namespace cwp {

/// The value of a term of constants, columns, parameters, attributes and calls of scalar functions. `attributes` are
/// those of the officer for whom the fact counts, on its day. A refused column that is looked at makes the result
/// incomplete.
Value fact_value(const Term& term, const Scorecard& card, const FactInput& fact, const std::vector<Value>& attributes);

}  // namespace cwp
