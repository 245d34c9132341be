#pragma once
// The rows of events-NAME.csv.

#include <vector>

#include "sample/fact_plan.hpp"
#include "sample/sample_world.hpp"

namespace cwp {

/// The facts of an officer, day by day.
std::vector<SampleRow> fact_rows(const FactPlan& plan, const SampleWorld& world, const OfficerLife& officer);

}  // namespace cwp
