#pragma once
// keep_known: of rows with one key those that were recorded last (language.md, section 4).

#include "row/input_rows.hpp"

namespace cwp {

/// Whether a row was known on the day `known_at`; without a day, every row was.
inline bool is_known(const Recorded& recorded, const std::optional<Day>& known_at) {
  return !recorded.day || !known_at || *recorded.day <= *known_at;
}

/// Drops the rows that later ones replace or withdraw, and the withdrawals. A figure of a metric with `on_duplicate:
/// error` that was recorded and withdrawn on one day stays with its withdrawal: they are duplicates.
/// O(rows log rows) for each kind of rows of which one was recorded or withdrawn, else nothing.
void keep_known(InputRows& rows, const Rulebook& rulebook);

}  // namespace cwp
