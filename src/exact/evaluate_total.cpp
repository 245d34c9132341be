#include <algorithm>

#include "exact/parts_sum.hpp"

namespace cwp {

Cell evaluate_total(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const ScoreAssessment& assessment = *context.card.assessments[std::size_t(node.grain)];
  const bool present = context.days.present_days(context.card.calendar.days(instance.period)) > 0;
  Cell cell = Cell::of_all_inputs(Value::missing());
  if (const auto reason = out_of_time(context.timeline, instance.period)) {
    cell.facts.reason = *reason;
    return cell;
  }
  ScoreFacts& facts = cell.facts;
  facts.is_period = true;
  Value value = Value::missing();
  if (node.inputs[kFormula] != kNoNode) {
    value = cells.cell(node.inputs[kFormula], instance.period).value;
    value.fault = Fault::none;
    if (!value.present()) facts.reason = present ? Reason::missing : Reason::not_present;
  } else {
    const PartsSum sum = sum_parts(cells, node, kTotalInputs, instance.period);
    facts.has_full = sum.has_full;
    facts.full = sum.full;
    facts.reachable = sum.reachable;
    facts.coverage = sum.coverage;
    cell.value.incomplete = sum.incomplete;
    cell.value.faulty = sum.faulty;
    if (!sum.counted) return without_points(std::move(cell), sum.all_exempt, present);
    Rational points = sum.points;
    bool absent = false;
    if (assessment.scale) {
      absent = sum.reachable.is_zero();
      if (!absent) points = points * *assessment.scale / sum.reachable;
    }
    if (node.inputs[kCoefficient] != kNoNode) {
      const Value& coefficient = cells.cell(node.inputs[kCoefficient], instance.period).value;
      cell.value.incomplete = cell.value.incomplete || coefficient.incomplete;
      cell.value.faulty = cell.value.faulty || coefficient.faulty;
      absent = absent || !coefficient.present();
      if (coefficient.present()) points = points * coefficient.number;
    }
    if (!absent) {
      adjust(context, cells, instance, cell, points);
      value = Value::of(points);
    }
    if (absent) facts.reason = Reason::missing;
    value.incomplete = cell.value.incomplete;
    value.faulty = cell.value.faulty;
  }
  if (value.present()) {
    Rational points = value.number;
    if (assessment.floor) points = std::max(points, *assessment.floor);
    if (assessment.cap) points = std::min(points, *assessment.cap);
    value.type = ValueType::number;
    value.number = carried(points, assessment.rounding);
    facts.counted = true;
  }
  cell.value = std::move(value);
  apply_vetoes(context, cells, instance, assessment.rounding, cell);
  return cell;
}

}  // namespace cwp
