#pragma once
// The rows of metrics.csv.

#include <vector>

#include "sample/sample_world.hpp"

namespace cwp {

/// The metrics that have a column: all that are reported.
std::vector<std::uint32_t> reported_metrics(const Rulebook& rulebook);

/// An officer's rows: his days, then his weeks, months and longer periods; a cell for each reported metric.
std::vector<SampleRow> figure_rows(const SampleWorld& world, const OfficerLife& officer);

/// Rows about stations and other values of attributes: the value stands where officers stand.
std::vector<SampleRow> rows_about(const SampleWorld& world);

}  // namespace cwp
