#pragma once
// DataChange: what of whose data is other than before.

#include <map>
#include <utility>
#include <vector>

#include "data/dataset_state.hpp"

namespace cwp {

/// What of one officer's data changed.
struct OfficerChange {
  bool whole = false;  ///< presence, duty or attributes: anything may hang on them
  std::vector<std::pair<std::uint32_t, std::int32_t>> figures = {};  ///< metric, ordinal of the period in its grain
};

struct DataChange {
  bool everything = false;  ///< other officers, or data that begin on another day
  std::map<std::size_t, OfficerChange> officers = {};
};

/// Where a figure came from makes no difference. O(figures).
DataChange change_between(const DatasetState& before, const DatasetState& after);

/// The same value, with the flags that travel with it.
bool same_with_flags(const Value& a, const Value& b);
/// The same values in the same order, likewise.
bool same_with_flags(const std::vector<Value>& a, const std::vector<Value>& b);
/// The same figure, wherever it came from.
bool same_figure(const MetricCell& a, const MetricCell& b);

}  // namespace cwp
