#pragma once
// From our own memory to the two structures of the C Data Interface, which whoever takes them releases.

#include <vector>

#include "arrow/arrow_result.hpp"

namespace cwp {

/// A record batch of finished columns. Each child is released by itself, so that a taker may move it out and keep it
/// longer than the batch.
void export_arrow(std::vector<ArrowValues> columns, std::size_t rows, ArrowArray* array, ArrowSchema* schema);

}  // namespace cwp
