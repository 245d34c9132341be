#pragma once
// make_columns: rows of which most are plain to a Dataset of columns, without a record for each officer.

#include "data/column_store.hpp"
#include "data/finish_dataset.hpp"

namespace cwp {

/// Whether columns can hold what the rows say: everybody has one roster row, for all time; there are no duty records,
/// no facts, nothing was recorded late or withdrawn, and there are at least `rows.least_in_columns` plain figures.
bool can_be_columns(const DatasetMaking& making);

/// Officers, attributes and figures into `making.state`. What is not plain of the figures, or stands twice, is judged
/// as take_figures does, and kept apart. Returns the duplicates.
std::vector<Diagnostic> make_columns(DatasetMaking& making);

/// The officers and their attributes, out of the one plain roster (lay_roster.cpp). True where the keys are, as they
/// were read, those of the officers in their order: then they are not taken yet.
bool lay_roster(DatasetMaking& making, ColumnStore& store);

}  // namespace cwp
