#pragma once
// Cell: the value of one node in one period for one officer, with what an explanation needs.

#include <cstdint>
#include <optional>
#include <utility>

#include "cwp/scores.hpp"
#include "formula/value.hpp"

namespace cwp {

/// What a score (item, rolled item, category, total) has besides its points.
struct ScoreFacts {
  bool counted = false;    ///< its points take part in roll-ups, categories, totals
  bool is_period = false;  ///< the item has a period here (in force, in its `days`); else it has no full marks, either
  bool has_full = false;
  Rational full, reachable;  ///< 0 without full marks
  std::optional<Rational> coverage;
  std::int32_t periods = 0, counted_periods = 0;  ///< a rolled item: its periods, and those that counted
  Reason reason = Reason::none;
  friend bool operator==(const ScoreFacts&, const ScoreFacts&) = default;
};

struct Cell {
  Value value;             ///< for a score: the points that everything else computes with
  std::uint64_t used = 0;  ///< which inputs were looked at (call: one bit an operand)
  ScoreFacts facts;        ///< score nodes only

  /// Of a node that looks at all of its inputs, before it has.
  static Cell of_all_inputs(Value value) { return {std::move(value), ~std::uint64_t{0}, {}}; }
};

}  // namespace cwp
