#pragma once
// Cycles: a score that needs itself, and lags that meet a straddling week.

#include <vector>

#include "graph/node.hpp"

namespace cwp {

/// Reports `cycle` with each step and its place, when a score needs itself in the same period. True when there was one.
bool check_cycles(const Scorecard& card, const Graph& graph, std::vector<Diagnostic>& diagnostics);

/// Unrolls 24 months of the rulebook's calendar and reports `lag-meets-straddling-week`: a period that needs itself
/// through lags and a week that lies in two months. `graph` has no plain cycle.
void check_straddling_lags(const Scorecard& card, const Graph& graph, std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
