#pragma once
// DatasetColumns: a Dataset as the columns that a column file can hold, or why it is none.

#include <functional>
#include <string>
#include <vector>

#include "data/column_store.hpp"

namespace cwp {

/// Why a column file cannot hold the data; empty: it can, as far as officers, attributes and rows tell. O(officers).
std::vector<Diagnostic> not_columns(const DatasetState& data);

/// The values of an attribute as written, and the number of each officer's value among them. O(officers).
struct WrittenAttribute {
  std::vector<std::string> values;
  std::vector<std::uint32_t> numbers;
};
WrittenAttribute written_attribute(const DatasetState& data, std::size_t attribute);

/// Hands over each column of figures, metric by metric, periods ascending; it is gone behind the call. Returns why a
/// figure cannot be held: figures of the same metric and period have one number of places, of which there are nine at
/// most. O(figures).
using TakeColumn = std::function<void(std::uint32_t metric, Period period, const StoredFigures& figures)>;
std::vector<Diagnostic> for_each_column(const DatasetState& data, const TakeColumn& take);

}  // namespace cwp
