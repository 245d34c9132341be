// Vetoes: whether one is in force, and what it does to the points of a part.

#include <algorithm>

#include "exact/evaluate.hpp"

namespace cwp {

Cell evaluate_veto(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  Cell cell = Cell::of_all_inputs(Value::of_truth(false));
  if (out_of_time(context.timeline, instance.period)) return cell;
  bool unknown = false;
  const PeriodRange range = veto_range(context.card.vetoes[node.index], instance.period, context.timeline);
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (!context.timeline.in_force(p)) continue;
    if (context.days.present_days(context.card.calendar.days(p)) == 0) continue;  // he was not there to be judged
    const Value& when = cells.cell(node.inputs[0], p).value;
    cell.value.incomplete = cell.value.incomplete || when.incomplete;
    cell.value.faulty = cell.value.faulty || when.faulty;
    if (when.is_true()) cell.value.number = Rational(1);
    unknown = unknown || when.absence == Absence::missing;
  }
  if (!cell.value.truth() && unknown) cell.value.incomplete = true;
  return cell;
}

void apply_vetoes(const ExactContext& context, const CellLookup& cells, Instance instance, const RoundingRule& rounding,
                  Cell& cell) {
  const Node& node = context.graph.nodes[instance.node];
  if (!cell.facts.counted) return;
  bool no_score = false;
  std::optional<Rational> set, lowered;
  const auto lower = [](std::optional<Rational>& worst, const Rational& value) {
    if (!worst || value < *worst) worst = value;
  };
  const Rational points = cell.value.number;
  for (std::size_t i = node.inputs.size() - node.vetoes; i < node.inputs.size(); ++i) {
    const Value& fired = cells.cell(node.inputs[i], instance.period).value;
    cell.value.incomplete = cell.value.incomplete || fired.incomplete;
    cell.value.faulty = cell.value.faulty || fired.faulty;
    if (!fired.is_true()) continue;
    const Veto& veto = *context.card.vetoes[context.graph.nodes[node.inputs[i]].index].written;
    no_score = no_score || veto.no_score;
    if (veto.set) lower(set, Rational(veto.set->value));
    if (veto.cap) lower(lowered, std::min(points, Rational(veto.cap->value)));
    if (veto.factor) lower(lowered, points * Rational(veto.factor->value));
  }
  if (no_score) {
    cell.value.absence = Absence::exempt;
    cell.facts.counted = false;
    cell.facts.reason = Reason::vetoed;
  } else if (set || lowered) {
    cell.value.number = carried(set ? *set : *lowered, rounding);
  }
}

}  // namespace cwp
