// What can become of items, categories, adjustments, vetoes and totals whose figures are open. Each function holds what
// the one of the same name in src/exact can make of any values within the reaches of its inputs.

#include <algorithm>

#include "reasons/open_reach.hpp"

namespace cwp {
OpenReach OpenFigures::item(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const ScoreItem& item = card().items[node.index];
  const Cell& own = cell(id, period);
  switch (own.facts.reason) {  // the calendar and the roster say so, whatever the figures are
    case Reason::before_data:
    case Reason::out_of_force:
    case Reason::not_begun:
    case Reason::not_present:
    case Reason::no_duty_day:
      return closed(id, period);
    default:
      break;
  }
  ValueBounds full = point(0);
  if (node.inputs[kFull] != kNoNode) {
    const OpenReach& marks = reach(node.inputs[kFull], period);
    if (marks.open || marks.absent) return {{}, true, true, true, true, {}};
    full = marks.bounds;
  }
  ValueBounds limits{std::nullopt, std::nullopt};
  bool unlimited = false;  // a limit may be absent
  for (const ItemInput input : {kMin, kMax}) {
    if (node.inputs[input] == kNoNode) continue;
    const OpenReach& limit = reach(node.inputs[input], period);
    unlimited = unlimited || limit.absent;
    if (input == kMin)
      limits.low = limit.bounds.low;
    else
      limits.high = limit.bounds.high;
    if (limit.open) unlimited = true;
  }
  if (unlimited) return {{}, true, true, true, true, {}};
  const auto clamped = [&](ValueBounds bounds) {
    if (limits.low) bounds = larger(bounds, point(*limits.low));
    if (limits.high) bounds = smaller(bounds, point(*limits.high));
    return carried(bounds, item.rounding);
  };
  ReachHull all;
  const auto add_missing = [&] {
    switch (item.if_missing) {
      case IfMissing::zero:
        return all.add(counts(carried(point(0), item.rounding)));
      case IfMissing::full:
        return all.add(counts(carried(full, item.rounding)));
      case IfMissing::drop:
        return all.add(not_there(true));
      case IfMissing::peers:
        all.add(counts({}));
        return all.add(not_there(true));
      case IfMissing::error:
        return all.add(not_there(false));
    }
  };
  bool goes_on = true;
  if (node.inputs[kExempt] != kNoNode) {
    const OpenReach& exempt = reach(node.inputs[kExempt], period);
    if (may_be_true(exempt) || exempt.exempt) all.add(not_there(true));
    if (exempt.absent) add_missing();
    goes_on = may_be_false(exempt);
  }
  if (goes_on && node.inputs[kApplies] != kNoNode) {
    const OpenReach& applies = reach(node.inputs[kApplies], period);
    if (applies.exempt) all.add(not_there(true));
    if (applies.absent) add_missing();
    if (may_be_false(applies)) {
      if (item.written->if_not_applicable == IfNotApplicable::drop)
        all.add(not_there(true));
      else
        all.add(
            counts(carried(item.written->if_not_applicable == IfNotApplicable::full ? full : point(0), item.rounding)));
    }
    goes_on = may_be_true(applies);
  }
  if (goes_on) {
    const OpenReach& points = reach(node.inputs[kPoints], period);
    if (points.exempt) all.add(not_there(true));
    if (points.absent) add_missing();
    if (points.there) all.add(counts(clamped(points.bounds)));
  }
  OpenReach result = all.done();
  result.reachable = full;
  apply_vetoes(id, period, item.rounding, result);
  return result;
}

OpenReach OpenFigures::rolled_item(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const ScoreItem& item = card().items[node.index];
  const Cell& own = cell(id, period);
  if (own.facts.reason == Reason::before_data || own.facts.reason == Reason::out_of_force ||
      own.facts.reason == Reason::not_present)
    return closed(id, period);
  if (node.inputs[kRolledFull] != kNoNode && reach(node.inputs[kRolledFull], period).open)
    return {{}, true, true, true, true, {}};
  ValueBounds sum = point(0), known_sum = point(0), all, some;
  std::int64_t certain = 0, possible = 0;
  bool exempt = false, first = true, first_optional = true;
  const PeriodRange range = rolled_counting(item.grain, period, run_.timeline());
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (run_.timeline().begins_before_data(p)) continue;
    const OpenReach& inner = reach(node.inputs[kOwn], p);
    exempt = exempt || inner.exempt;
    if (!inner.there) continue;
    all = first ? inner.bounds : either(all, inner.bounds);
    first = false;
    ++possible;
    sum = sum + (inner.absent ? with_zero(inner.bounds) : inner.bounds);
    if (!inner.absent) {
      ++certain;
      known_sum = known_sum + inner.bounds;
    } else {
      some = first_optional ? inner.bounds : either(some, inner.bounds);
      first_optional = false;
    }
  }
  if (possible == 0) return not_there(true);
  OpenReach result;
  result.open = true;
  result.absent = certain == 0;
  result.exempt = result.absent && exempt;
  result.bounds = all;
  if (item.roll_up == RollUpKind::sum) result.bounds = sum;
  if (item.roll_up == RollUpKind::mean && certain > 0) {
    // Those that may not count pull the mean towards themselves, all of them at most.
    result.bounds = known_sum * point(Rational(1, certain));
    if (possible > certain) {
      const Rational more(possible - certain);
      result.bounds = either(result.bounds, (known_sum + some * point(more)) * point(Rational(1, possible)));
    }
  }
  if (item.roll_up == RollUpKind::formula) {
    result = reach(node.inputs[kRollFormula], period);
    result.open = true;
    if (certain == 0) result.absent = result.exempt = true;
  }
  result.bounds = carried(result.bounds, item.rounding);
  // A longer place has the marks that its cell found: they hang on no figure.
  result.reachable = point(own.facts.full);
  if (item.roll_up == RollUpKind::sum && !own.facts.has_full) result.reachable = point(0);
  apply_vetoes(id, period, item.rounding, result);
  return result;
}

/// What the parts of a category or total come to.
struct OpenFigures::Parts {
  std::vector<const OpenReach*> all;  ///< that may count
  ValueBounds sum = point(0), reachable = point(0);
  bool certain = false;  ///< one of them counts
  bool fixed = true;     ///< which of them count is known
  bool exempt = false;   ///< one of them may be exempt

  /// Of points ÷ reachable marks over those that have any.
  std::vector<ValueBounds> shares() const {
    std::vector<ValueBounds> found;
    for (const OpenReach* part : all)
      if (!(part->reachable == point(0))) found.push_back(quotient(part->bounds, part->reachable, false));
    return found;
  }
};

OpenFigures::Parts OpenFigures::parts(NodeId id, std::size_t first, Period period) {
  const Node& node = graph().nodes[id];
  Parts parts;
  for (std::size_t i = first; i < node.inputs.size() - node.vetoes - node.adjustments; ++i) {
    if (cell(node.inputs[i], period).facts.reason == Reason::out_of_force) continue;
    const OpenReach& part = reach(node.inputs[i], period);
    parts.exempt = parts.exempt || part.exempt;
    if (!part.there) continue;
    parts.all.push_back(&part);
    parts.certain = parts.certain || !part.absent;
    parts.fixed = parts.fixed && !part.absent;
    parts.sum = parts.sum + (part.absent ? with_zero(part.bounds) : part.bounds);
    parts.reachable = parts.reachable + (part.absent ? with_zero(part.reachable) : part.reachable);
  }
  return parts;
}

OpenReach OpenFigures::category(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const ScoreCategory& category = card().categories[node.index];
  const Cell& own = cell(id, period);
  if (own.facts.reason == Reason::before_data || own.facts.reason == Reason::out_of_force) return closed(id, period);
  const Parts of = parts(id, 0, period);
  if (of.all.empty()) return not_there(true);
  const Combine combine = category.written->combine;
  const ValueBounds full = point(own.facts.full);
  OpenReach result;
  result.open = true;
  result.absent = !of.certain;
  result.exempt = result.absent;
  result.bounds = of.sum;
  result.reachable = of.reachable;
  if (combine == Combine::sum || combine == Combine::capped) {
    const bool has_start = officer_.days().duty_days(card().calendar.days(period)) > 0;
    if (has_start) result.bounds = result.bounds + point(category.start);
    result.reachable = smaller(has_start ? result.reachable + point(category.start) : result.reachable, full);
    if (combine == Combine::capped) {
      result.bounds = smaller(result.bounds, full);
      result.reachable = either(result.reachable, full);
    }
  } else {
    const std::vector<ValueBounds> shares = of.shares();
    if (shares.empty()) return {{}, true, true, true, true, full};
    ValueBounds share = shares.front(), sum = point(0), least = shares.front();
    for (const ValueBounds& one : shares) share = either(share, one), sum = sum + one, least = smaller(least, one);
    const bool all_shared = shares.size() == of.all.size();
    if (combine == Combine::scaled && of.fixed && of.reachable.only())
      share = quotient(of.sum, of.reachable, false);
    else if (combine == Combine::scaled && !all_shared)
      share = {};  // else it is a weighted mean of the shares
    if (combine == Combine::mean && of.fixed && all_shared)
      share = sum * point(Rational(1, std::int64_t(shares.size())));
    if (combine == Combine::min && of.fixed && all_shared) share = least;
    result.bounds = share * full;
    result.reachable = full;
    const bool sure = std::any_of(of.all.begin(), of.all.end(), [](const OpenReach* part) {
      return !part->absent && part->reachable.low && part->reachable.low->sign() > 0;
    });
    result.absent = result.absent || !sure || combine == Combine::geometric;
  }
  result.bounds = carried(result.bounds, category.rounding);
  adjust(id, period, result.bounds);
  apply_vetoes(id, period, category.rounding, result);
  if (result.there && !category.written->beyond_full) {
    result.bounds = larger(result.bounds, point(0));
    if (category.full) result.bounds = smaller(result.bounds, full);
  }
  result.bounds = carried(result.bounds, category.rounding);
  return result;
}

OpenReach OpenFigures::total(NodeId id, Period period) {
  const Node& node = graph().nodes[id];
  const ScoreAssessment& assessment = *card().assessments[std::size_t(node.grain)];
  const Cell& own = cell(id, period);
  if (own.facts.reason == Reason::before_data || own.facts.reason == Reason::out_of_force) return closed(id, period);
  OpenReach result;
  result.open = true;
  if (node.inputs[kFormula] != kNoNode) {
    result = reach(node.inputs[kFormula], period);
    result.open = true;
  } else {
    const Parts of = parts(id, kTotalInputs, period);
    if (of.all.empty()) return not_there(true);
    result.bounds = of.sum;
    result.absent = !of.certain;
    if (assessment.scale) {
      result.bounds = quotient(of.sum * point(*assessment.scale), of.reachable, false);
      result.absent = result.absent || !of.reachable.low || of.reachable.low->sign() <= 0;
    }
    if (node.inputs[kCoefficient] != kNoNode) {
      const OpenReach& coefficient = reach(node.inputs[kCoefficient], period);
      result.absent = result.absent || coefficient.absent;
      result.bounds = result.bounds * coefficient.bounds;
      if (!coefficient.there) return not_there(true);
    }
    adjust(id, period, result.bounds);
    result.exempt = result.absent;
  }
  if (assessment.floor) result.bounds = larger(result.bounds, point(*assessment.floor));
  if (assessment.cap) result.bounds = smaller(result.bounds, point(*assessment.cap));
  result.bounds = carried(result.bounds, assessment.rounding);
  apply_vetoes(id, period, assessment.rounding, result);
  return result;
}

}  // namespace cwp
