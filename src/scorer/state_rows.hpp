#pragma once
// Rows of input as bytes, and back: what a state file holds of them.

#include "cwp/check.hpp"
#include "io/packed_bytes.hpp"
#include "kept/packed_figures.hpp"
#include "row/input_rows.hpp"

namespace cwp {

/// All that was there at `mark`, its figures behind the `older` ones; no plain sheets. The format is in
/// docs/decisions/0022-the-state-file.md.
void write_rows(const PackedFigures& older, const InputRows& rows, const RowsMark& mark, PackedWriter& to);

/// Into `rows`, which has none. False where the bytes are no rows for this rulebook; `rows` is then of no use.
bool read_rows(PackedReader& from, const CheckedRulebook& rules, InputRows& rows);

}  // namespace cwp
