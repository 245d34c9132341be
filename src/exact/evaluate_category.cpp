#include <algorithm>

#include "exact/evaluate.hpp"

namespace cwp {
namespace {

/// What the counted parts of a category or total come to.
struct PartsSum {
  Rational points, full, reachable;
  bool counted = false, has_full = false, all_exempt = true, incomplete = false, faulty = false;
  std::optional<Rational> coverage;  ///< weighted by full marks; unweighted where there are none
};

PartsSum sum_parts(const CellLookup& cells, const Node& node, std::size_t first, Period period) {
  PartsSum sum;
  Rational weighted, weights, plain;
  std::int64_t parts = 0;
  for (std::size_t i = first; i < node.inputs.size(); ++i) {
    const Cell& part = cells.cell(node.inputs[i], period);
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
    }
    if (!part.facts.coverage) continue;
    ++parts;
    plain += *part.facts.coverage;
    weighted += *part.facts.coverage * part.facts.full;
    weights += part.facts.full;
  }
  if (!weights.is_zero())
    sum.coverage = weighted / weights;
  else if (parts > 0)
    sum.coverage = plain / Rational(parts);
  return sum;
}

/// Before the data and outside `effective` there is neither a category nor a total.
std::optional<Reason> out_of_time(const Timeline& timeline, Period period) {
  if (timeline.begins_before_data(period)) return Reason::before_data;
  if (!timeline.in_force(period)) return Reason::out_of_force;
  return std::nullopt;
}

Cell without_points(Cell cell, bool all_exempt, bool present) {
  cell.value.absence = all_exempt ? Absence::exempt : Absence::missing;
  cell.facts.reason = present ? Reason::nothing_counted : Reason::not_present;
  return cell;
}

}  // namespace

Cell evaluate_category(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const ScoreCategory& category = context.card.categories[node.index];
  const DayRange days = context.card.calendar.days(instance.period);
  Cell cell;
  cell.used = ~std::uint64_t{0};
  cell.value = Value::missing();
  if (const auto reason = out_of_time(context.timeline, instance.period)) {
    cell.facts.reason = *reason;
    return cell;
  }
  const PartsSum sum = sum_parts(cells, node, 0, instance.period);
  ScoreFacts& facts = cell.facts;
  const Combine combine = category.written->combine;
  const bool start_given = sum.counted && context.days.duty_days(days) > 0;
  facts.is_period = true;
  facts.coverage = sum.coverage;
  facts.has_full = sum.has_full || !category.start.is_zero() || category.full.has_value();
  facts.full = combine == Combine::scaled ? *category.full : category.start + sum.full;
  if (combine == Combine::capped) facts.full = std::min(facts.full, *category.full);
  cell.value.incomplete = sum.incomplete;
  cell.value.faulty = sum.faulty;
  if (!sum.counted) return without_points(std::move(cell), sum.all_exempt, context.days.present_days(days) > 0);

  facts.counted = true;
  Rational points = sum.points;
  if (combine == Combine::scaled) {
    facts.reachable = facts.full;
    points = sum.reachable.is_zero() ? Rational(0) : *category.full * sum.points / sum.reachable;
  } else {
    const Rational start = start_given ? category.start : Rational(0);
    points += start;
    facts.reachable = std::min(sum.reachable + start, facts.full);
  }
  points = std::max(points, Rational(0));
  if (category.full) points = std::min(points, facts.full);
  const Value flags = cell.value;
  cell.value = Value::of(carried(points, category.rounding));
  cell.value.incomplete = flags.incomplete;
  cell.value.faulty = flags.faulty;
  return cell;
}

Cell evaluate_total(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const ScoreAssessment& assessment = *context.card.assessments[std::size_t(node.grain)];
  const bool present = context.days.present_days(context.card.calendar.days(instance.period)) > 0;
  Cell cell;
  cell.used = ~std::uint64_t{0};
  cell.value = Value::missing();
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
    if (!absent) value = Value::of(points);
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
  return cell;
}

}  // namespace cwp
