// Adjustments: their amounts, roll-ups, and how they act on a category or total.

#include <algorithm>
#include <map>

#include "exact/evaluate.hpp"
#include "term/static_value.hpp"

namespace cwp {
namespace {

void note_flags(Cell& cell, const Value& value) {
  cell.value.incomplete = cell.value.incomplete || value.incomplete;
  cell.value.faulty = cell.value.faulty || value.faulty;
}

/// An adjustment that has an amount in the period, be it 0.
void count(Cell& cell, Rational amount, Reason reason) {
  cell.value.absence = Absence::present;
  cell.value.number = std::move(amount);
  cell.facts.counted = true;
  cell.facts.reason = reason;
}

/// An adjustment is in force in a longer period when it is in one of its own in it.
bool is_in_force(const Timeline& timeline, const ScoreAdjustment& adjustment, Period period) {
  if (adjustment.grain == period.grain) return timeline.in_force(period, adjustment.in_force);
  return is_rolled_in_force(adjustment.grain, adjustment.in_force, period, timeline);
}

std::optional<Reason> not_acting(const ExactContext& context, const ScoreAdjustment& adjustment, Period period) {
  if (const auto reason = out_of_time(context.timeline, period)) return reason;
  if (!is_in_force(context.timeline, adjustment, period)) return Reason::out_of_force;
  if (!context.timeline.begun(period)) return Reason::not_begun;
  if (context.days.present_days(context.card.calendar.days(period)) == 0) return Reason::not_present;
  return std::nullopt;
}

}  // namespace

Cell evaluate_adjustment(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const ScoreAdjustment& adjustment = context.card.adjustments[node.index];
  Cell cell = Cell::of_all_inputs(Value::missing());
  if (const auto reason = not_acting(context, adjustment, instance.period)) {
    cell.facts.reason = *reason;
    return cell;
  }
  const Value& amount = cells.cell(node.inputs[kAmount], instance.period).value;
  note_flags(cell, amount);
  if (!amount.present()) {
    const bool exempt = amount.absence == Absence::exempt;
    cell.value.incomplete = cell.value.incomplete || !exempt;
    count(cell, Rational(0), exempt ? Reason::exempt : Reason::missing_as_zero);
    return cell;
  }
  Rational value = amount.number;
  if (value.sign() < 0) {
    cell.value.fault = Fault::negative_amount;
    cell.value.faulty = true;
    value = Rational(0);
  }
  if (node.inputs[kUpTo] != kNoNode) {
    const Value& cap = cells.cell(node.inputs[kUpTo], instance.period).value;
    note_flags(cell, cap);
    if (!cap.present()) {  // a cap that nobody knows lets nothing through
      cell.value.incomplete = true;
      count(cell, Rational(0), Reason::missing_as_zero);
      return cell;
    }
    value = std::min(value, std::max(cap.number, Rational(0)));
  }
  count(cell, carried(value, adjustment.rounding), Reason::none);
  return cell;
}

Cell evaluate_rolled_adjustment(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const ScoreAdjustment& adjustment = context.card.adjustments[node.index];
  const Timeline& timeline = context.timeline;
  Cell cell = Cell::of_all_inputs(Value::missing());
  if (const auto reason = not_acting(context, adjustment, instance.period)) {
    cell.facts.reason = *reason;
    return cell;
  }
  const bool mean = adjustment.roll_up[std::size_t(node.grain)] == AdjustmentRollUp::mean;
  Rational sum;
  std::int64_t on_duty = 0;
  const PeriodRange range = rolled_counting(adjustment.grain, instance.period, timeline);
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (timeline.begins_before_data(p) || !timeline.in_force(p, adjustment.in_force)) continue;
    const Cell& inner = cells.cell(node.inputs[0], p);
    note_flags(cell, inner.value);
    const bool has_duty = context.days.duty_days(context.card.calendar.days(p)) > 0;
    if (has_duty) ++on_duty;
    if (inner.facts.counted && (has_duty || !mean)) sum += inner.value.number;
  }
  if (mean) sum = on_duty > 0 ? sum / Rational(on_duty) : Rational(0);
  count(cell, mean ? carried(sum, adjustment.rounding) : sum, Reason::none);
  return cell;
}

void adjust(const ExactContext& context, const CellLookup& cells, Instance instance, Cell& cell, Rational& points) {
  const Node& node = context.graph.nodes[instance.node];
  std::map<std::pair<std::uint32_t, bool>, Rational> groups;  // by group; gives and takes are capped each
  const std::size_t last = node.inputs.size() - node.vetoes;
  for (std::size_t i = last - node.adjustments; i < last; ++i) {
    const Cell& amount = cells.cell(node.inputs[i], instance.period);
    const ScoreAdjustment& adjustment = context.card.adjustments[context.graph.nodes[node.inputs[i]].index];
    note_flags(cell, amount.value);
    if (!amount.facts.counted) continue;
    if (adjustment.group)
      groups[{*adjustment.group, adjustment.written->gives}] += amount.value.number;
    else
      points = adjustment.written->gives ? points + amount.value.number : points - amount.value.number;
  }
  const Day day = context.card.calendar.last_day(instance.period);
  for (auto& [group, sum] : groups) {
    const TermPtr& cap = context.card.groups[group.first].up_to;
    const auto most = cap ? static_value(*cap, context.card, day) : std::nullopt;
    if (most) sum = std::min(sum, std::max(*most, Rational(0)));
    points = group.second ? points + sum : points - sum;
  }
}

}  // namespace cwp
