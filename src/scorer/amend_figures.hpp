#pragma once
// amend_figures: figures that are added to rows already taken, put into the officers' records without taking all rows
// again.

#include <optional>
#include <vector>

#include "data/dataset_state.hpp"
#include "row/input_rows.hpp"
#include "scorer/data_change.hpp"

namespace cwp {

/// The figures by the number of their officer's key, as indices into InputRows::figures.
using FiguresOfKey = std::vector<std::vector<std::uint32_t>>;

/// The figures of `rows` from `first` on, with all others of their officer, metric and period, as the records should
/// have them: who and which metric, and the cell, or nothing where no row stands.
struct Amendment {
  std::size_t officer = 0;
  std::uint32_t metric = 0;
  std::int32_t period = 0;
  std::optional<MetricCell> cell;
};

/// Nothing where that is not all: a figure that is refused, ignored or twice, of a metric that others see, or that
/// moves the data's first or last day. `figures_of` holds all figures of `rows`; `officer_of_key`: by key, or none.
std::optional<std::vector<Amendment>> amend_figures(const CheckedRulebook& rules, const InputRows& rows,
                                                    std::size_t first, const FiguresOfKey& figures_of,
                                                    const std::vector<std::optional<std::size_t>>& officer_of_key,
                                                    const DatasetState& data);

/// Puts them into the records; what of the data changed by it.
DataChange put(std::vector<Amendment> amendments, DatasetState& data);

}  // namespace cwp
