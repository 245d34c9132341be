// What can become of adjustments and vetoes, and of the points on which they act, while figures are open.

#include <algorithm>

#include "reasons/open_reach.hpp"

namespace cwp {

OpenReach OpenFigures::adjustment(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const Cell& own = cell(id, period);
  if (!own.facts.counted) return closed(id, period);  // it does not act: the calendar and the roster say so
  const OpenReach& amount = reach(node.inputs[kAmount], period);
  OpenReach result = counts(larger(amount.bounds, point(0)));
  if (node.inputs[kUpTo] != kNoNode) {
    const OpenReach& cap = reach(node.inputs[kUpTo], period);
    result.bounds = smaller(result.bounds, larger(cap.bounds, point(0)));
    if (cap.absent) result.bounds = with_zero(result.bounds);
  }
  if (amount.absent) result.bounds = amount.there ? with_zero(result.bounds) : point(0);
  result.bounds = carried(result.bounds, card().adjustments[node.index].rounding);
  return result;
}

OpenReach OpenFigures::rolled_adjustment(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const ScoreAdjustment& adjustment = card().adjustments[node.index];
  if (!cell(id, period).facts.counted) return closed(id, period);
  const bool mean = adjustment.roll_up[std::size_t(node.grain)] == AdjustmentRollUp::mean;
  ValueBounds sum = point(0);
  std::int64_t on_duty = 0;
  const PeriodRange range = rolled_counting(adjustment.grain, period, run_.timeline());
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (run_.timeline().begins_before_data(p) || !run_.timeline().in_force(p, adjustment.in_force)) continue;
    const OpenReach& inner = reach(node.inputs[0], p);
    const bool has_duty = officer_.days().duty_days(card().calendar.days(p)) > 0;
    if (has_duty) ++on_duty;
    if (inner.there && (has_duty || !mean)) sum = sum + (inner.absent ? with_zero(inner.bounds) : inner.bounds);
  }
  if (mean) sum = on_duty > 0 ? carried(sum * point(Rational(1, on_duty)), adjustment.rounding) : point(0);
  return counts(sum);
}

void OpenFigures::adjust(NodeId id, Period period, ValueBounds& points) {
  const Node& node = graph().nodes[id];
  std::map<std::pair<std::uint32_t, bool>, ValueBounds> groups;
  const std::size_t last = node.inputs.size() - node.vetoes;
  for (std::size_t i = last - node.adjustments; i < last; ++i) {
    const OpenReach& amount = reach(node.inputs[i], period);
    const ScoreAdjustment& adjustment = card().adjustments[graph().nodes[node.inputs[i]].index];
    if (!amount.there) continue;
    const ValueBounds bounds = amount.absent ? with_zero(amount.bounds) : amount.bounds;
    if (adjustment.group) {
      auto& sum = groups.try_emplace({*adjustment.group, adjustment.written->gives}, point(0)).first->second;
      sum = sum + bounds;
    } else {
      points = points + (adjustment.written->gives ? bounds : -bounds);
    }
  }
  for (auto& [group, sum] : groups) {
    const TermPtr& cap = card().groups[group.first].up_to;
    if (cap) sum = smaller(sum, larger(bounds_of(*cap, card()), point(0)));
    points = points + (group.second ? sum : -sum);
  }
}

void OpenFigures::apply_vetoes(NodeId id, Period period, const RoundingRule& rule, OpenReach& points) {
  const Node& node = graph().nodes[id];
  if (!points.there) return;
  ReachHull all;
  bool any = false, certain = false;
  for (std::size_t i = node.inputs.size() - node.vetoes; i < node.inputs.size(); ++i) {
    const OpenReach& fired = reach(node.inputs[i], period);
    const Veto& veto = *card().vetoes[graph().nodes[node.inputs[i]].index].written;
    if (!may_be_true(fired) || !(veto.no_score || veto.set || veto.cap || veto.factor)) continue;
    any = true;
    certain = certain || !may_be_false(fired);
    OpenReach with = points;
    with.open = true;
    if (veto.no_score) {
      with = not_there(true);
    } else if (veto.set) {
      with.bounds = point(Rational(veto.set->value));
    } else {
      std::vector<ValueBounds> ways;
      if (veto.cap) ways.push_back(smaller(points.bounds, point(Rational(veto.cap->value))));
      if (veto.factor) ways.push_back(points.bounds * point(Rational(veto.factor->value)));
      with.bounds = either(ways.front(), ways.back());
    }
    with.bounds = carried(with.bounds, rule);
    all.add(with);
  }
  if (!any) return;
  // Of several the worst for the officer acts, which is one of them.
  OpenReach result = certain ? all.done() : either(all.done(), points);
  result.absent = result.absent || points.absent;
  result.reachable = points.reachable;
  result.open = true;
  points = std::move(result);
}

OpenReach OpenFigures::veto(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  bool may = false, must = false;
  const PeriodRange range = veto_range(card().vetoes[node.index], period, run_.timeline());
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (!run_.timeline().in_force(p) || officer_.days().present_days(card().calendar.days(p)) == 0) continue;
    const OpenReach& when = reach(node.inputs[0], p);
    may = may || may_be_true(when);
    must = must || (!when.absent && !may_be_false(when));
  }
  return counts({Rational(must ? 1 : 0), Rational(may ? 1 : 0)});
}

}  // namespace cwp
