#pragma once
// Figures of a batch's column, as a ColumnStore keeps them.

#include "arrow/arrow_batch.hpp"
#include "columns/columns_state.hpp"

namespace cwp {

/// Whether values of this type are figures.
bool are_figures(const ArrowColumn& column);

/// Figures of a column: where they lie, when lanes read the type and there are no nulls; else copied into the store.
/// `batch` is kept with what lies there. O(rows).
StoredFigures stored_figures(const ArrowColumn& column, const std::shared_ptr<const ArrowBatchState>& batch,
                             ColumnStore& store);

/// A decimal without needless zeros behind the point; nothing when it has more than 18 digits. `row` is not null.
std::optional<Decimal> arrow_decimal(const ArrowColumn& column, std::size_t row);
/// The double that is written as the float is: 0.1 of 0.1f.
double as_written(float value);

}  // namespace cwp
