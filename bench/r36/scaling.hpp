#pragma once
// Workload C: the work R36 for a thousand officers, and for ten times as many, up to ten million.

#include "bench/r36/options.hpp"
#include "bench/r36/targets.hpp"

namespace cwp::r36 {

/// Prints the time per officer at each size, adds the lines of the target table, and draws it. False where somebody was
/// wrong.
bool measure_scaling(const Options& options, Targets& targets);

}  // namespace cwp::r36
