#pragma once
// check_tests: the names that a rulebook's own tests use.

#include <vector>

#include "cwp/rulebook.hpp"

namespace cwp {

/// Appends an error for each officer, attribute, metric, table, period and figure that there is not.
void check_tests(const Rulebook& rulebook, const Calendar& calendar, std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
