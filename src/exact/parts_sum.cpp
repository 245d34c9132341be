#include "exact/parts_sum.hpp"

namespace cwp {

PartsSum sum_parts(const CellLookup& cells, const Node& node, std::size_t first, Period period) {
  PartsSum sum;
  Rational weighted, weights, plain;
  std::int64_t parts = 0;
  const std::size_t last = node.inputs.size() - node.vetoes - node.adjustments;
  sum.in_force = first == last;
  for (std::size_t i = first; i < last; ++i) {
    const Cell& part = cells.cell(node.inputs[i], period);
    if (part.facts.reason == Reason::out_of_force) continue;  // as if it were not written
    sum.in_force = true;
    sum.incomplete = sum.incomplete || part.value.incomplete;
    sum.faulty = sum.faulty || part.value.faulty;
    sum.all_exempt = sum.all_exempt && part.value.absence == Absence::exempt;
    if (part.facts.has_full) {
      sum.has_full = true;
      sum.full += part.facts.full;
      sum.reachable += part.facts.reachable;
    }
    if (part.facts.counted) {
      sum.counted = true;
      sum.points += part.value.number;
      if (part.facts.has_full && part.facts.reachable.sign() > 0)
        sum.shares.push_back(part.value.number / part.facts.reachable);
    }
    if (!part.facts.coverage) continue;
    ++parts;
    plain += *part.facts.coverage;
    weighted += *part.facts.coverage * part.facts.full;
    weights += part.facts.full;
  }
  sum.all_exempt = sum.all_exempt && sum.in_force;
  if (!weights.is_zero())
    sum.coverage = weighted / weights;
  else if (parts > 0)
    sum.coverage = plain / Rational(parts);
  return sum;
}

Cell without_points(Cell cell, bool all_exempt, bool present) {
  cell.value.absence = all_exempt ? Absence::exempt : Absence::missing;
  cell.facts.reason = present ? Reason::nothing_counted : Reason::not_present;
  return cell;
}

}  // namespace cwp
