#pragma once
// spread_sheets: plain sheets and rosters to rows one by one.

#include "row/input_rows.hpp"

namespace cwp {

/// Puts the rows of the sheets and rosters added since `before` among the others since then, in the order of their
/// files and lines. These sheets and rosters are gone then. O(figures), where none stand on other rows, else
/// O(figures log figures).
void spread_sheets(InputRows& rows, const RowsMark& before = {});

/// Appends the figures of one row.
void spread_row(const PlainSheet& sheet, std::size_t row, std::vector<FigureInput>& figures);
/// Figures from `first` on in the order of their files and lines; those of one line as they stand.
void sort_by_place(InputRows& rows, std::size_t first = 0);
/// What one row of a roster says.
RosterInput roster_row(const PlainRoster& roster, std::size_t row);
/// The whole and its places of a large figure.
Decimal large_figure(std::int32_t written);

}  // namespace cwp
