#include <algorithm>

#include "exact/parts_sum.hpp"
#include "formula/function_row.hpp"

namespace cwp {
namespace {

/// Points of a category that is combined from the shares of its parts; missing where nothing was reachable, and where
/// the geometric mean has no value.
Value combined_shares(Combine combine, const Rational& full, const PartsSum& sum) {
  if (sum.shares.empty()) return Value::missing();
  if (combine == Combine::scaled) return Value::of(full * sum.points / sum.reachable);
  std::vector<Value> shares;
  for (const Rational& share : sum.shares) shares.push_back(Value::of(share));
  constexpr std::string_view kFolds[] = {"", "", "", "mean", "geomean", "min"};
  Value value = find_function(kFolds[std::size_t(combine)])->fold(shares, {}, {});
  if (value.present()) value.number = full * value.number;
  return value;
}

/// Whether a part that is in force has full marks of its own.
bool has_marks_in_force(const ExactContext& context, const CellLookup& cells, const Node& node, Period period) {
  for (std::size_t i = 0; i + node.adjustments + node.vetoes < node.inputs.size(); ++i) {
    const Node& part = context.graph.nodes[node.inputs[i]];
    if (cells.cell(node.inputs[i], period).facts.reason == Reason::out_of_force) continue;
    if (part.op != NodeOp::category) {
      if (context.card.items[part.index].full) return true;
      continue;
    }
    const ScoreCategory& inner = context.card.categories[part.index];
    const bool declared = inner.written->combine != Combine::sum || !inner.start.is_zero();
    if (declared || has_marks_in_force(context, cells, part, period)) return true;
  }
  return false;
}

}  // namespace

Cell evaluate_category(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const ScoreCategory& category = context.card.categories[node.index];
  const DayRange days = context.card.calendar.days(instance.period);
  Cell cell = Cell::of_all_inputs(Value::missing());
  if (const auto reason = out_of_time(context.timeline, instance.period)) {
    cell.facts.reason = *reason;
    return cell;
  }
  const PartsSum sum = sum_parts(cells, node, 0, instance.period);
  if (!sum.in_force || !context.timeline.in_force(instance.period, category.in_force)) {
    cell.facts.reason = Reason::out_of_force;
    return cell;
  }
  ScoreFacts& facts = cell.facts;
  const Combine combine = category.written->combine;
  const bool by_shares = combine != Combine::sum && combine != Combine::capped;
  facts.is_period = true;
  facts.coverage = sum.coverage;
  facts.has_full = sum.has_full || !category.start.is_zero() || category.full.has_value();
  // Bonus points without full marks of their own are worth up to what the category says.
  const bool up_to_full = combine == Combine::capped && !has_marks_in_force(context, cells, node, instance.period);
  facts.full = by_shares || up_to_full ? *category.full : category.start + sum.full;
  if (combine == Combine::capped) facts.full = std::min(facts.full, *category.full);
  cell.value.incomplete = sum.incomplete;
  cell.value.faulty = sum.faulty;
  if (!sum.counted) return without_points(std::move(cell), sum.all_exempt, context.days.present_days(days) > 0);

  Value points = Value::of(sum.points);
  if (by_shares) {
    points = combined_shares(combine, *category.full, sum);
    facts.reachable = facts.full;
  } else {
    const Rational start = context.days.duty_days(days) > 0 ? category.start : Rational(0);
    points.number += start;
    facts.reachable = up_to_full ? facts.full : std::min(sum.reachable + start, facts.full);
    if (combine == Combine::capped) points.number = std::min(points.number, facts.full);
  }
  if (!points.present()) {
    facts.reason = Reason::missing;
    facts.reachable = Rational(0);
    cell.value.fault = points.fault;
    cell.value.faulty = cell.value.faulty || points.fault != Fault::none;
    return cell;
  }
  facts.counted = true;
  cell.value.absence = Absence::present;
  cell.value.number = carried(points.number, category.rounding);
  adjust(context, cells, instance, cell, cell.value.number);
  apply_vetoes(context, cells, instance, category.rounding, cell);
  if (!facts.counted) facts.reachable = Rational(0);
  Rational& value = cell.value.number;
  if (facts.counted && !category.written->beyond_full) {
    value = std::max(value, Rational(0));
    if (category.full) value = std::min(value, facts.full);
  }
  value = carried(value, category.rounding);
  return cell;
}

}  // namespace cwp
