#pragma once
// PartsSum: what the parts of a category or total come to together.

#include "exact/evaluate.hpp"

namespace cwp {

/// What the counted parts of a category or total come to.
struct PartsSum {
  Rational points, full, reachable;
  bool in_force = false;  ///< one of the parts is, or there are none
  bool counted = false, has_full = false, all_exempt = true, incomplete = false, faulty = false;
  /// Of the counted parts with reachable marks: points / reachable.
  std::vector<Rational> shares;
  std::optional<Rational> coverage;  ///< weighted by full marks; unweighted where there are none
};

/// Of the inputs of a category or total from `first` on, without its adjustments and vetoes.
PartsSum sum_parts(const CellLookup& cells, const Node& node, std::size_t first, Period period);

/// The cell of a category or total none of whose parts counted.
Cell without_points(Cell cell, bool all_exempt, bool present);

}  // namespace cwp
