#include "reasons/open_figures.hpp"

#include <algorithm>

#include "bounds/bound_math.hpp"
#include "formula/function_row.hpp"

namespace cwp {
namespace {

/// With operands that are there, these have a value.
bool never_absent(std::string_view name) {
  for (const std::string_view one : {"+",          "-",         "*",           "neg",     "abs",      "min",
                                     "max",        "clamp",     "within",      "floor",   "ceil",     "round",
                                     "if",         "=",         "!=",          "<",       "<=",       ">",
                                     ">=",         "and",       "or",          "not",     "step",     "step_above",
                                     "linear",     "marginal",  "ratio",       "highest", "first_of", "line_or_zero",
                                     "is_missing", "is_exempt", "highest_case"})
    if (name == one) return true;
  return false;
}
/// They have a value whatever their operands are.
bool always_there(std::string_view name) {
  return name == "line_or_zero" || name == "is_missing" || name == "is_exempt";
}

ValueBounds hull(const std::vector<ValueBounds>& all) {
  ValueBounds bounds = all.empty() ? ValueBounds{} : all.front();
  for (const ValueBounds& one : all) bounds = either(bounds, one);
  return bounds;
}

}  // namespace

OpenReach either(const OpenReach& a, const OpenReach& b) {
  if (!a.there || !b.there) {
    OpenReach one = a.there ? a : b;
    one.absent = true;
    one.exempt = a.exempt || b.exempt;
    one.open = true;
    return one;
  }
  return {either(a.bounds, b.bounds), true, a.absent || b.absent,
          a.exempt || b.exempt,       true, either(a.reachable, b.reachable)};
}

OpenReach OpenFigures::closed(NodeId node, Period period) const {
  const Cell& own = cell(node, period);
  const bool score = graph().nodes[node].op >= NodeOp::item && graph().nodes[node].op <= NodeOp::rolled_adjustment;
  OpenReach reach;
  reach.there = score ? own.facts.counted : own.value.present();
  reach.absent = !reach.there;
  reach.exempt = own.value.absence == Absence::exempt;
  const bool number = own.value.type == ValueType::number || own.value.type == ValueType::boolean;
  if (reach.there && number) reach.bounds = point(own.value.number);
  reach.reachable = point(own.facts.reachable);
  return reach;
}

/// What is known and not known of a metric in the periods of its own grain inside another.
struct OpenFigures::OwnPeriods {
  std::vector<Rational> known;
  std::vector<bool> open;  ///< a figure may come; true: without it there would be a value, too (0)
};

OpenFigures::OwnPeriods OpenFigures::own_periods(std::uint32_t index, Period period) const {
  const Metric& metric = card().rulebook->metrics[index];
  const Grain own = metric.per.value;
  const Timeline& timeline = run_.timeline();
  OwnPeriods found;
  const PeriodRange range = own == period.grain ? PeriodRange{period, period} : card().calendar.inner(period, own);
  const MetricReader reader{officer_.record(), officer_.days(), *card().rulebook, timeline};
  const auto& cells = officer_.record().metrics[index];
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    const DayRange days = card().calendar.days(p);
    if (timeline.begins_before_data(p) || officer_.days().present_days(days) == 0) continue;
    const MetricCell* const row = cell_of(cells, p.ordinal);
    const Value value = reader.value(index, p);
    const bool refused = row != nullptr && (row->refused || row->incomplete);
    // A day of rest without a row lacks nothing, nor does one on which nothing happened.
    const bool lacking = !value.present() && metric.absent != AbsentRule::zero && officer_.days().duty_days(days) > 0;
    const bool may_come = row == nullptr && (known_ < days.last || lacking);
    if (refused || may_come)
      found.open.push_back(value.present());
    else if (value.present())
      found.known.push_back(value.number);
  }
  return found;
}

bool OpenFigures::is_open(NodeId id, Period period) {
  const auto known = known_open_.find({id, period.ordinal});
  if (known != known_open_.end()) return known->second;
  const Node& node = graph().nodes[id];
  bool open = false;
  if (node.op == NodeOp::metric)
    open = !own_periods(node.index, period).open.empty();
  else if (node.op == NodeOp::gather)
    open = is_open_of_any(id, period);
  else
    for_each_need(graph(), card(), run_.timeline(), {id, period},
                  [&](Instance need) { open = open || is_open(need.node, need.period); });
  return known_open_[{id, period.ordinal}] = open;
}

bool OpenFigures::is_open_of_any(NodeId id, Period period) {
  const auto known = known_open_of_any_.find({id, period.ordinal});
  if (known != known_open_of_any_.end()) return known->second;
  bool open = of_all_.contains({id, period.ordinal});
  for_each_need(graph(), card(), run_.timeline(), {id, period},
                [&](Instance need) { open = open || is_open_of_any(need.node, need.period); });
  return known_open_of_any_[{id, period.ordinal}] = open;
}

void OpenFigures::find_open(NodeId id, Period period, OpenInstances& found) {
  if (!searched_.insert({id, period.ordinal}).second) return;
  const Node& node = graph().nodes[id];
  if (node.op == NodeOp::metric && is_open(id, period)) found.insert({id, period.ordinal});
  for_each_need(graph(), card(), run_.timeline(), {id, period},
                [&](Instance need) { find_open(need.node, need.period, found); });
}

const OpenReach& OpenFigures::reach(NodeId node, Period period) {
  const auto known = known_reaches_.find({node, period.ordinal});
  if (known != known_reaches_.end()) return known->second;
  OpenReach reach = is_open(node, period) ? worked_out(node, period) : closed(node, period);
  return known_reaches_[{node, period.ordinal}] = std::move(reach);
}

OpenReach OpenFigures::worked_out(NodeId id, Period period) {
  switch (graph().nodes[id].op) {
    case NodeOp::metric:
      return metric(id, period);
    case NodeOp::call:
      return call(id, period);
    case NodeOp::fold:
      return fold(id, period);
    case NodeOp::lag:
      return lag(id, period);
    case NodeOp::item:
      return item(id, period);
    case NodeOp::rolled_item:
      return rolled_item(id, period);
    case NodeOp::category:
      return category(id, period);
    case NodeOp::total:
      return total(id, period);
    case NodeOp::adjustment:
      return adjustment(id, period);
    case NodeOp::rolled_adjustment:
      return rolled_adjustment(id, period);
    case NodeOp::veto:
      return veto(id, period);
    case NodeOp::gather: {
      const std::string_view name = graph().nodes[id].function->doc.name;
      OpenReach reach{{}, true, true, true, true, {}};
      if (name == "percent_rank" || name == "minmax") reach.bounds = {Rational(0), Rational(1)};
      if (name == "rank") reach.bounds = {Rational(1), Rational(std::int64_t(run_.data().officer_count()))};
      if (name == "count") reach.bounds = {Rational(0), Rational(std::int64_t(run_.data().officer_count()))};
      return reach;
    }
    default:
      return {{}, true, true, true, true, {}};
  }
}

OpenReach OpenFigures::metric(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const Metric& metric = card().rulebook->metrics[node.index];
  const OwnPeriods own = own_periods(node.index, period);
  Term term;
  term.kind = TermKind::metric;
  term.type = node.type;
  term.index = node.index;
  term.place = metric.per.value;
  const ValueBounds one = bounds_of(term, card());
  OpenReach reach;
  reach.open = true;
  reach.absent = own.known.empty() && std::none_of(own.open.begin(), own.open.end(), [](bool zero) { return zero; });
  std::vector<ValueBounds> all = {one};
  for (const Rational& value : own.known) all.push_back(point(value));
  if (own.known.empty() && !reach.absent) all.push_back(point(0));
  reach.bounds = hull(all);
  const auto count = std::int64_t(own.open.size());
  if (metric.fold == Fold::sum) {
    ValueBounds sum = point(0);
    for (const Rational& value : own.known) sum = sum + point(value);
    const ValueBounds more = cwp::either(one, point(0));
    reach.bounds = sum + more * point(Rational(count));
  } else if (metric.fold == Fold::count) {
    reach.bounds = {Rational(0), Rational(std::int64_t(own.known.size()) + count)};
  } else if (metric.fold == Fold::max && !own.known.empty()) {
    reach.bounds.low = *std::max_element(own.known.begin(), own.known.end());
  } else if (metric.fold == Fold::min && !own.known.empty()) {
    reach.bounds.high = *std::min_element(own.known.begin(), own.known.end());
  }
  return reach;
}

OpenReach OpenFigures::call(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const std::string_view name = node.function->doc.name;
  std::vector<const OpenReach*> operands;
  Term term;
  term.kind = TermKind::call;
  term.type = node.type;
  term.place = node.grain;
  term.function = node.function;
  OpenReach reach;
  reach.open = true;
  for (const NodeId input : node.inputs) {
    operands.push_back(&this->reach(input, period));
    auto child = std::make_shared<Term>();
    child->type = graph().nodes[input].type;
    child->place = graph().nodes[input].grain;
    if (graph().nodes[input].op == NodeOp::constant) {
      child->kind = TermKind::constant;
      child->constant = graph().nodes[input].constant;
    }
    child->index = std::uint32_t(operands.size() - 1);
    term.children.push_back(std::move(child));
    reach.absent = reach.absent || operands.back()->absent;
    reach.exempt = reach.exempt || operands.back()->exempt;
  }
  reach.absent = reach.absent || !never_absent(name);
  if (name == "/" && operands[1]->bounds.low && operands[1]->bounds.high && !operands[1]->bounds.contains(Rational(0)))
    reach.absent = operands[0]->absent || operands[1]->absent;
  if (always_there(name)) reach.absent = reach.exempt = false;
  reach.bounds = bounds_of(term, card(), [&](const Term& child) -> std::optional<ValueBounds> {
    if (child.kind != TermKind::invalid) return std::nullopt;
    return operands[child.index]->bounds;
  });

  // Tables and targets go up or down between the figures they name: their values there, and at the ends, are the ends.
  const bool table = name == "step" || name == "step_above" || name == "linear" || name == "marginal";
  const bool alone = operands[0]->open && operands[0]->bounds.low && operands[0]->bounds.high &&
                     std::none_of(operands.begin() + 1, operands.end(), [](const OpenReach* one) { return one->open; });
  if (!alone || (!table && !name.starts_with("attainment"))) return reach;
  std::vector<const Value*> values;
  for (const NodeId input : node.inputs) values.push_back(&cell(input, period).value);
  std::vector<Rational> at = {*operands[0]->bounds.low, *operands[0]->bounds.high};
  std::vector<ValueBounds> ends;
  for (std::size_t i = 1; table && i + 1 < values.size(); i += 2)
    if (values[i]->present() && operands[0]->bounds.contains(values[i]->number)) {
      at.push_back(values[i]->number);
      if (name.starts_with("step") && values[i + 1]->present()) ends.push_back(point(values[i + 1]->number));
    }
  for (const Rational& x : at) {
    const Value there = Value::of(x);
    values[0] = &there;
    const Value value = apply_scalar(*node.function, values, {card().rounding.rounding});
    if (!value.present()) {
      reach.absent = true;
      return reach;
    }
    ends.push_back(point(value.number));
  }
  reach.bounds = hull(ends);
  reach.absent = operands[0]->absent;
  reach.exempt = operands[0]->exempt;
  return reach;
}

OpenReach OpenFigures::fold(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const std::string_view name = node.function->doc.name;
  const Timeline& timeline = run_.timeline();
  OpenReach reach{{}, true, true, true, true, {}};
  for (std::size_t i = 0; i + 1 < node.inputs.size(); ++i)
    if (this->reach(node.inputs[i], period).open) return reach;
  std::vector<ValueBounds> all;
  ValueBounds sum = point(0);
  std::int64_t certain = 0, possible = 0;
  reach.exempt = true;
  const bool truths = graph().nodes[node.inputs.back()].type == ValueType::boolean;
  bool any_there = false, any_exempt = false;
  const PeriodRange range = fold_range(node, period, timeline);
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (timeline.begins_before_data(p)) continue;
    const OpenReach& inner = this->reach(node.inputs.back(), p);
    any_exempt = any_exempt || inner.exempt;
    if (!inner.there) continue;
    any_there = any_there || !inner.absent;
    all.push_back(inner.bounds);
    sum = sum + (inner.absent ? cwp::either(inner.bounds, point(0)) : inner.bounds);
    const bool holds = !truths || (inner.bounds.low && inner.bounds.low->sign() > 0);
    const bool never = truths && inner.bounds.high && inner.bounds.high->sign() <= 0;
    if (!inner.absent && holds) ++certain;
    if (!never) ++possible;
  }
  reach.absent = !any_there;
  reach.exempt = reach.absent && any_exempt;
  if (name == "sum") reach.bounds = sum;
  if (name == "count") reach.bounds = {Rational(certain), Rational(possible)};
  for (const std::string_view among :
       {"mean", "min", "max", "first", "last", "median", "best", "worst", "drop_lowest", "quantile"})
    if (name == among) reach.bounds = hull(all);
  if (name == "drop_lowest") reach.absent = true;
  const bool known = name == "sum" || name == "count" || !(reach.bounds == ValueBounds{});
  if (!known) reach.absent = true;
  return reach;
}

OpenReach OpenFigures::lag(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const Grain inside = graph().nodes[node.inputs[0]].grain;
  const auto target = lag_target(period, node.steps, node.lag_grain, inside, card().calendar);
  if (!target) return closed(id, period);
  OpenReach reach = this->reach(node.inputs[0], *target);
  reach.open = true;
  return reach;
}

}  // namespace cwp
