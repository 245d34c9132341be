#include "exact/evaluate.hpp"

#include <stdexcept>

namespace cwp {
namespace {

Value place_value(const ExactContext& context, const Node& node, Period period) {
  const Calendar& calendar = context.card.calendar;
  const DayRange days = calendar.days(period);
  const auto share = [](std::int32_t part, std::int32_t whole) {
    return Value::of(whole == 0 ? Rational(1) : Rational(part, whole));
  };
  switch (node.function->place) {
    case PlaceFunction::calendar_days:
      return Value::of(Rational(days.size()));
    case PlaceFunction::work_days:
      return Value::of(Rational(calendar.workdays(days)));
    case PlaceFunction::duty_days:
      return Value::of(Rational(context.days.duty_days(days)));
    case PlaceFunction::present_days:
      return Value::of(Rational(context.days.present_days(days)));
    case PlaceFunction::days_with:
      return Value::of(Rational(context.days.days_with(node.status, days)));
    case PlaceFunction::period_start:
      return Value::of_date(days.first);
    case PlaceFunction::period_end:
      return Value::of_date(days.last);
    case PlaceFunction::month_of_year: {
      const Period month = period.grain <= Grain::month ? calendar.holder(period, Grain::month)
                                                        : calendar.containing(days.last, Grain::month);
      return Value::of(Rational(month.ordinal % 12 + 1));
    }
    case PlaceFunction::duty_share:
      return share(context.days.duty_days(days), calendar.workdays(days));
    case PlaceFunction::present_share:
      return share(context.days.present_days(days), days.size());
    case PlaceFunction::none:
      break;
  }
  throw std::logic_error("a place function without a meaning");
}

Cell call_value(const ExactContext& context, const CellLookup& cells, const Node& node, Period period) {
  std::vector<const Value*> operands;
  for (const NodeId input : node.inputs) operands.push_back(&cells.cell(input, period).value);
  Cell cell;
  cell.value = apply_scalar(*node.function, operands, {context.card.rounding.rounding}, &cell.used);
  return cell;
}

Cell fold_value(const ExactContext& context, const CellLookup& cells, const Node& node, Period period) {
  const Timeline& timeline = context.timeline;
  Cell cell = Cell::of_all_inputs(Value::missing(node.type));
  if (timeline.begins_before_data(period)) return cell;
  std::vector<Value> values, extras;
  std::vector<RunStep> steps;
  bool incomplete = false, faulty = false, assessable = false, looked_at = false, all_exempt = true;
  const auto note_flags = [&](const Value& value) {
    incomplete = incomplete || value.incomplete;
    faulty = faulty || value.faulty;
  };
  for (std::size_t i = 0; i + 1 < node.inputs.size(); ++i) {
    extras.push_back(cells.cell(node.inputs[i], period).value);
    note_flags(extras.back());
  }
  const PeriodRange range = fold_range(node, period, timeline);
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (timeline.begins_before_data(p)) continue;  // it counts nowhere
    const Value& value = cells.cell(node.inputs.back(), p).value;
    note_flags(value);
    looked_at = true;
    all_exempt = all_exempt && value.absence == Absence::exempt;
    const bool on_duty = context.days.duty_days(context.card.calendar.days(p)) > 0;
    assessable = assessable || on_duty;
    if (value.present()) values.push_back(value);
    if (!on_duty)
      steps.push_back(RunStep::passed_over);
    else if (!value.present())
      steps.push_back(RunStep::unknown);
    else
      steps.push_back(value.truth() ? RunStep::yes : RunStep::no);
  }
  Value strict = Value::of(Rational(0));
  for (const Value& extra : extras)
    if (!extra.present() && (strict.present() || extra.absence == Absence::exempt)) strict = extra;
  if (!strict.present())
    cell.value.absence = strict.absence;
  else if (node.function->run && assessable)
    cell.value = node.function->run(steps);
  else if (!values.empty() && !node.function->run)
    cell.value = node.function->fold(values, extras, {context.card.rounding.rounding});
  else if (node.function->counts && assessable)
    cell.value = Value::of(Rational(0));
  else if (all_exempt && looked_at)
    cell.value.absence = Absence::exempt;
  cell.value.incomplete = incomplete;
  cell.value.faulty = faulty || cell.value.fault != Fault::none;
  return cell;
}

Cell lag_value(const ExactContext& context, const CellLookup& cells, const Node& node, Period period) {
  Cell cell;
  cell.used = 1;
  cell.value = Value::missing(node.type);
  const Grain inside = context.graph.nodes[node.inputs[0]].grain;
  if (const auto target = lag_target(period, node.steps, node.lag_grain, inside, context.card.calendar)) {
    cell.value = cells.cell(node.inputs[0], *target).value;
    cell.value.fault = Fault::none;  // it arose there; `faulty` leads to it
  }
  return cell;
}

Cell gather_value(const ExactContext& context, const CellLookup& cells, NodeId id, Period period) {
  const Node& node = context.graph.nodes[id];
  Cell cell = Cell::of_all_inputs(Value::missing(node.type));
  if (context.timeline.begins_before_data(period)) return cell;
  std::vector<Value> extras;
  for (std::size_t i = 0; i + (node.has_where ? 2 : 1) < node.inputs.size(); ++i)
    extras.push_back(cells.cell(node.inputs[i], period).value);
  const Value& own = cells.cell(node.inputs.back(), period).value;
  cell.value =
      gathered(node, context.gathers.at(id, period), context.number, own, extras, {context.card.rounding.rounding});
  cell.value.faulty = cell.value.fault != Fault::none;
  return cell;
}

}  // namespace

std::optional<Reason> out_of_time(const Timeline& timeline, Period period) {
  if (timeline.begins_before_data(period)) return Reason::before_data;
  if (!timeline.in_force(period)) return Reason::out_of_force;
  return std::nullopt;
}

Rational carried(const Rational& value, const RoundingRule& rule) {
  return rule.carry == Carry::shown ? value.rounded(rule.decimals, rule.rounding) : value;
}

Cell evaluate(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const DayRange days = context.card.calendar.days(instance.period);
  Cell cell;
  switch (node.op) {
    case NodeOp::constant:
      cell.value = node.constant;
      break;
    case NodeOp::metric:
      cell.value = MetricReader{context.officer, context.days, *context.card.rulebook, context.timeline}.value(
          node.index, instance.period);
      break;
    case NodeOp::parameter:
      cell.value = context.card.parameters[node.index].on(days.last);
      break;
    case NodeOp::attribute:
      cell.value = attribute_value(context, node.index, days);
      break;
    case NodeOp::place:
      cell.value = place_value(context, node, instance.period);
      break;
    case NodeOp::call:
      return call_value(context, cells, node, instance.period);
    case NodeOp::fold:
      return fold_value(context, cells, node, instance.period);
    case NodeOp::lag:
      return lag_value(context, cells, node, instance.period);
    case NodeOp::item:
      return evaluate_item(context, cells, instance);
    case NodeOp::rolled_item:
      return evaluate_rolled_item(context, cells, instance);
    case NodeOp::category:
      return evaluate_category(context, cells, instance);
    case NodeOp::total:
      return evaluate_total(context, cells, instance);
    case NodeOp::adjustment:
      return evaluate_adjustment(context, cells, instance);
    case NodeOp::rolled_adjustment:
      return evaluate_rolled_adjustment(context, cells, instance);
    case NodeOp::veto:
      return evaluate_veto(context, cells, instance);
    case NodeOp::gather:
      return gather_value(context, cells, instance.node, instance.period);
    case NodeOp::rank:
    case NodeOp::grade:
      throw std::logic_error("ranks and grades are known only behind the rankings");
  }
  return cell;
}

}  // namespace cwp
