#pragma once
// Doubles as integers: units of one number of places for the whole column.

#include <span>

#include "columns/column_memory.hpp"
#include "data/column_store.hpp"

namespace cwp {

/// What a column of doubles comes to; in `memory`. NaN is nobody's figure; a double that is no decimal of
/// at most 15 digits is refused; nobody's figure is refused for the places that another's needs, unless both together
/// need more than 18 digits.
void take_doubles(std::span<const double> figures, ColumnMemory& memory, StoredFigures& stored);

}  // namespace cwp
