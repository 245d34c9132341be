#pragma once
// What a column's figures are between, and who of them breaks a promise of the metric.

#include <string>
#include <vector>

#include "data/column_store.hpp"
#include "kernel/lane_step.hpp"

namespace cwp {

/// What holds figures of this type; f64 has none.
constexpr Lane lane_of(FigureColumn::Type type) {
  switch (type) {
    case FigureColumn::Type::u8:
      return Lane::u8;
    case FigureColumn::Type::u16:
      return Lane::u16;
    case FigureColumn::Type::i32:
      return Lane::i32;
    default:
      return Lane::i64;
  }
}

/// The least and the greatest of the figures, whoever is absent or refused included; nothing is done where both are
/// known, or nobody is there. O(officers).
void measure(StoredFigures& stored, std::size_t officers);

/// Whether the metric takes all figures of a measured column without their being looked at; `whole`: nobody is absent
/// or refused.
bool takes_unseen(const Metric& metric, std::int64_t low, std::int64_t high, int decimals, bool whole);

/// Refuses the figures of a column that break a promise of their metric, with an issue each, and each that was refused
/// before; those that stand apart likewise. `keys`: by officer. O(officers).
void hold_promises(const CheckedRulebook& rules, const OfficerKeys& keys, std::uint32_t metric, Period period,
                   StoredFigures& stored, std::vector<RowIssue>& issues);

}  // namespace cwp
