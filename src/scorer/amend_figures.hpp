#pragma once
// amend_figures: figures that are added to rows already taken, put into the officers' records without taking all rows
// again.

#include <optional>
#include <vector>

#include "data/dataset_state.hpp"
#include "kept/packed_figures.hpp"
#include "row/input_rows.hpp"
#include "scorer/data_change.hpp"

namespace cwp {

/// A figure that was added, with all others of its officer, metric and period, as the records should have them: who and
/// which metric, and the cell, or nothing where no row stands.
struct Amendment {
  std::size_t officer = 0;
  std::uint32_t metric = 0;
  std::int32_t period = 0;
  std::optional<MetricCell> cell;
};

/// What the figures of `rows`, which were added behind the `older` ones, make of the records. Nothing where that is not
/// all: a figure that is refused, ignored or twice, of a metric that others see, or that moves the data's first or last
/// day. `officer_of_key`: by key, or none. Each chunk of `older` is read once at most.
std::optional<std::vector<Amendment>> amend_figures(const CheckedRulebook& rules, const PackedFigures& older,
                                                    const InputRows& rows,
                                                    const std::vector<std::optional<std::size_t>>& officer_of_key,
                                                    const DatasetState& data);

/// Puts them into the records; what of the data changed by it.
DataChange put(std::vector<Amendment> amendments, DatasetState& data);

}  // namespace cwp
