#include <algorithm>

#include "exact/evaluate.hpp"

namespace cwp {
namespace {

/// True for a period that was the officer's at all, so that its exemption says something.
bool was_his(const Cell& own) {
  switch (own.facts.reason) {
    case Reason::before_data:
    case Reason::out_of_force:
    case Reason::not_begun:
    case Reason::not_present:
      return false;
    default:
      return true;
  }
}

/// False in a period for which its category is not in force, and where no period of its own is.
bool is_in_force(const ExactContext& context, const ScoreItem& item, Period period) {
  return context.timeline.in_force(period, context.card.categories[item.category].in_force) &&
         is_rolled_in_force(item.grain, item.in_force, period, context.timeline);
}

Rational rolled_up(std::vector<Rational> points, const ScoreItem& item) {
  const auto sum_of = [&](std::size_t count) {
    Rational sum;
    for (std::size_t i = 0; i < count; ++i) sum += points[i];
    return sum;
  };
  const auto count = std::int64_t(points.size());
  switch (item.roll_up) {
    case RollUpKind::sum:
      return sum_of(points.size());
    case RollUpKind::last:
      return points.back();
    case RollUpKind::max:
      return *std::max_element(points.begin(), points.end());
    case RollUpKind::min:
      return *std::min_element(points.begin(), points.end());
    case RollUpKind::best: {
      std::sort(points.begin(), points.end(), [](const Rational& a, const Rational& b) { return b < a; });
      const std::int64_t best = std::min(count, std::int64_t{item.written->roll_up.best});
      return sum_of(std::size_t(best)) / Rational(best);
    }
    default:
      return sum_of(points.size()) / Rational(count);
  }
}

}  // namespace

Cell evaluate_rolled_item(const ExactContext& context, const CellLookup& cells, Instance instance) {
  const Node& node = context.graph.nodes[instance.node];
  const ScoreItem& item = context.card.items[node.index];
  const Period period = instance.period;
  const Timeline& timeline = context.timeline;
  Cell cell;
  cell.value = Value::missing();
  const auto settle = [&](Reason reason) {
    cell.facts.reason = reason;
    return cell;
  };
  if (timeline.begins_before_data(period)) return settle(Reason::before_data);
  if (!is_in_force(context, item, period)) return settle(Reason::out_of_force);
  // Nor is it his where he was there only for a week of it that reaches into the next.
  if (context.days.present_days(context.card.calendar.days(period)) == 0) return settle(Reason::not_present);

  ScoreFacts& facts = cell.facts;
  facts.is_period = true;
  const NodeId own = node.inputs[kOwn];
  cell.used |= std::uint64_t{1} << kOwn;
  Rational sum_of_full;
  const PeriodRange all = rolled_periods(item.grain, period, timeline);
  for (Period p = all.first; p.ordinal <= all.last.ordinal; p = p + 1) {
    const ScoreFacts& inner = cells.cell(own, p).facts;
    if (!inner.is_period) continue;
    ++facts.periods;
    if (inner.has_full) sum_of_full += inner.full;
  }
  std::vector<Rational> points;
  bool incomplete = false, faulty = false, exempt = false, his = false;
  const PeriodRange counting = rolled_counting(item.grain, period, timeline);
  for (Period p = std::max(counting.first, all.first); p.ordinal <= counting.last.ordinal; p = p + 1) {
    const Cell& inner = cells.cell(own, p);
    incomplete = incomplete || inner.value.incomplete;
    faulty = faulty || inner.value.faulty;
    if (inner.facts.counted) {
      if (inner.facts.is_period) ++facts.counted_periods;
      points.push_back(inner.value.number);
    }
    if (!was_his(inner)) continue;
    exempt = (exempt || !his) && inner.value.absence == Absence::exempt;
    his = true;
  }
  facts.coverage = facts.periods > 0 ? Rational(facts.counted_periods, facts.periods) : Rational(0);
  if (item.roll_up == RollUpKind::sum) {
    facts.has_full = item.full != nullptr;
    facts.full = sum_of_full;
  } else if (node.inputs[kRolledFull] != kNoNode) {
    cell.used |= std::uint64_t{1} << kRolledFull;
    const Value& full = cells.cell(node.inputs[kRolledFull], period).value;
    if (!full.present()) {  // a period is asked for exemption before its full marks, and so is what they make
      exempt = exempt && points.empty();
      if (exempt) cell.value = Value::exempt();
      cell.value.incomplete = incomplete;
      cell.value.faulty = faulty;
      return settle(exempt ? Reason::exempt : Reason::missing);
    }
    facts.has_full = true;
    facts.full = full.number;
  }

  if (item.roll_up == RollUpKind::formula && !points.empty()) {
    cell.used |= std::uint64_t{1} << kRollFormula;
    const Value& value = cells.cell(node.inputs[kRollFormula], period).value;
    incomplete = incomplete || value.incomplete;
    faulty = faulty || value.faulty;
    if (value.present()) {
      facts.counted = true;
      cell.value = Value::of(carried(value.number, item.rounding));
    } else {
      exempt = value.absence == Absence::exempt;
    }
  } else if (!points.empty()) {
    facts.counted = true;
    cell.value = Value::of(carried(rolled_up(std::move(points), item), item.rounding));
  }
  if (!facts.counted && exempt) cell.value = Value::exempt();
  cell.value.incomplete = incomplete;
  cell.value.faulty = faulty;
  apply_vetoes(context, cells, instance, item.rounding, cell);
  if (facts.counted) facts.reachable = facts.full;
  if (facts.counted) return cell;
  if (facts.reason == Reason::vetoed) {  // then it does not count, like an exempt one
    facts.coverage = Rational(0);
    return cell;
  }
  return settle(exempt ? Reason::exempt : Reason::nothing_counted);
}

}  // namespace cwp
