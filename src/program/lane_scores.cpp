// Items, roll-ups, categories, totals and adjustments in lanes. What counts, and out of which marks, is the model's.

#include <algorithm>
#include <map>

#include "program/lane_builder.hpp"
#include "term/static_value.hpp"

namespace cwp {

LaneFigure LaneBuilder::carried(const LaneFigure& value, const RoundingRule& rule) {
  if (rule.carry != Carry::shown) return value;
  LaneFigure rounded = math_.in_places(math_.rounded(value, rule.decimals, rule.rounding), rule.decimals);
  if (!program_.writer.failed()) rounded.number = tabulated(program_, rounded.number);
  return rounded;
}

/// Holding and rounding may change places where the limit has no more places than are kept: then the quotient is
/// rounded first, and what follows is narrow.
LaneFigure LaneBuilder::carried_within(const LaneFigure& value, const Figure& low, const Figure& high,
                                       const RoundingRule& rule) {
  const auto is_kept = [&](const Figure& limit) {
    const auto constant = limit ? math_.constant_of(*limit) : std::optional(Rational(0));
    return constant && constant->rounded(rule.decimals, rule.rounding) == *constant;
  };
  const auto held = [&](LaneFigure figure) {
    if (low) figure = math_.greatest(figure, *low);
    return high ? math_.least(figure, *high) : figure;
  };
  if (rule.carry != Carry::shown || !value.divisor || !is_kept(low) || !is_kept(high))
    return carried(held(value), rule);
  // What is held at 0 or above afterwards may be held at 0 before: no sign has to be kept apart.
  LaneFigure positive = value;
  if (low && math_.constant_of(*low)->sign() >= 0)
    positive.number = program_.writer.greatest(value.number, program_.writer.constant(0));
  return carried(held(math_.rounded(positive, rule.decimals, rule.rounding)), rule);
}

LaneBuilder::Figure LaneBuilder::item(Instance instance) {
  const Node& node = this->node(instance.node);
  const ScoreFacts& facts = cell(instance).facts;
  const auto is_uniform_input = [&](ItemInput input) {
    return node.inputs[input] == kNoNode || is_uniform({node.inputs[input], instance.period});
  };
  if (!facts.counted || !is_uniform_input(kFull) || !is_uniform_input(kApplies) || !is_uniform_input(kExempt))
    return std::nullopt;
  if (facts.reason != Reason::none && facts.reason != Reason::missing_as_peers) return std::nullopt;
  const bool by_peers = facts.reason == Reason::missing_as_peers;
  if (by_peers && !is_uniform_input(kPoints)) return std::nullopt;
  Figure points = figure(node.inputs[by_peers ? kPeers : kPoints], instance.period);
  if (!points) return std::nullopt;
  Figure limits[2];
  for (const ItemInput bound : {kMin, kMax}) {
    if (by_peers || node.inputs[bound] == kNoNode) continue;
    Figure& limit = limits[bound - kMin];
    if (!(limit = figure(node.inputs[bound], instance.period))) return std::nullopt;
  }
  return carried_within(*points, limits[0], limits[1], model_.card.items[node.index].rounding);
}

LaneBuilder::Figure LaneBuilder::rolled_item(Instance instance) {
  const Node& node = this->node(instance.node);
  const ScoreItem& item = model_.card.items[node.index];
  if (!cell(instance).facts.counted) return std::nullopt;
  if (node.inputs[kRolledFull] != kNoNode && !is_uniform({node.inputs[kRolledFull], instance.period}))
    return std::nullopt;
  if (item.roll_up == RollUpKind::formula) {
    const Figure value = figure(node.inputs[kRollFormula], instance.period);
    if (!value) return std::nullopt;
    return carried(*value, item.rounding);
  }
  std::vector<LaneFigure> points;
  const PeriodRange all = rolled_periods(item.grain, instance.period, model_.timeline);
  const PeriodRange counting = rolled_counting(item.grain, instance.period, model_.timeline);
  for (Period p = std::max(counting.first, all.first); p.ordinal <= counting.last.ordinal; p = p + 1) {
    const Instance inner{node.inputs[kOwn], p};
    if (!cell(inner).facts.counted) continue;
    const Figure value = figure(inner);
    if (!value) return std::nullopt;
    points.push_back(*value);
  }
  const char* fold = "mean";
  switch (item.roll_up) {
    case RollUpKind::sum:
      fold = "sum";
      break;
    case RollUpKind::last:
      fold = "last";
      break;
    case RollUpKind::max:
      fold = "max";
      break;
    case RollUpKind::min:
      fold = "min";
      break;
    case RollUpKind::best:
      if (item.written->roll_up.best == 1)
        fold = "max";
      else if (item.written->roll_up.best < std::int64_t(points.size()))
        return std::nullopt;
      break;
    default:
      break;
  }
  const Figure rolled = folded(fold, std::move(points), false);
  return carried(*rolled, item.rounding);
}

std::optional<std::vector<LaneFigure>> LaneBuilder::parts(Instance instance, std::size_t first) {
  const Node& node = this->node(instance.node);
  std::vector<LaneFigure> figures;
  for (std::size_t i = first; i < node.inputs.size() - node.vetoes - node.adjustments; ++i) {
    const Instance part{node.inputs[i], instance.period};
    if (!cell(part).facts.counted) continue;
    const Figure points = figure(part);
    if (!points) return std::nullopt;
    figures.push_back(*points);
  }
  return figures;
}

LaneBuilder::Figure LaneBuilder::category(Instance instance) {
  const Node& node = this->node(instance.node);
  const ScoreCategory& category = model_.card.categories[node.index];
  const ScoreFacts& facts = cell(instance).facts;
  const auto figures = parts(instance, 0);
  if (!facts.counted || !figures || figures->empty()) return std::nullopt;
  LaneFigure points = math_.of(Rational(0));
  const Combine combine = category.written->combine;
  if (combine == Combine::sum || combine == Combine::capped) {
    const bool on_duty = model_.days.duty_days(model_.card.calendar.days(instance.period)) > 0;
    std::vector<LaneFigure> all = *figures;
    all.push_back(math_.of(on_duty ? category.start : Rational(0)));
    points = math_.sum(all);
    if (combine == Combine::capped) points = math_.least(points, math_.of(facts.full));
  } else {
    Rational reachable;
    std::vector<LaneFigure> shares;
    std::size_t next = 0;
    for (std::size_t i = 0; i < node.inputs.size() - node.vetoes - node.adjustments; ++i) {
      const ScoreFacts& part = cells_.cell(node.inputs[i], instance.period).facts;
      if (part.has_full) reachable += part.reachable;
      if (!part.counted) continue;
      const LaneFigure& figure = (*figures)[next++];
      if (part.has_full && part.reachable.sign() > 0)
        shares.push_back(math_.multiply(figure, math_.of(Rational(1) / part.reachable)));
    }
    if (shares.empty() || combine == Combine::geometric) return std::nullopt;
    if (combine == Combine::scaled)
      points = math_.multiply(math_.sum(*figures), math_.of(*category.full / reachable));
    else
      points = math_.multiply(*folded(combine == Combine::mean ? "mean" : "min", std::move(shares), false),
                              math_.of(*category.full));
  }
  const Figure after = adjusted(instance, carried(points, category.rounding));
  if (!after) return std::nullopt;
  points = *after;
  if (!category.written->beyond_full) {
    points = math_.greatest(points, math_.of(Rational(0)));
    if (category.full) points = math_.least(points, math_.of(facts.full));
  }
  return carried(points, category.rounding);
}

LaneBuilder::Figure LaneBuilder::total(Instance instance) {
  const Node& node = this->node(instance.node);
  const ScoreAssessment& assessment = *model_.card.assessments[std::size_t(node.grain)];
  if (!cell(instance).facts.counted) return std::nullopt;
  LaneFigure points;
  if (node.inputs[kFormula] != kNoNode) {
    const Figure value = figure(node.inputs[kFormula], instance.period);
    if (!value) return std::nullopt;
    points = *value;
  } else {
    const auto figures = parts(instance, kTotalInputs);
    if (!figures || figures->empty()) return std::nullopt;
    points = math_.sum(*figures);
    if (assessment.scale) points = math_.multiply(points, math_.of(*assessment.scale / cell(instance).facts.reachable));
    if (node.inputs[kCoefficient] != kNoNode) {
      const Figure coefficient = figure(node.inputs[kCoefficient], instance.period);
      if (!coefficient) return std::nullopt;
      points = math_.multiply(points, *coefficient);
    }
    const Figure after = adjusted(instance, points);
    if (!after) return std::nullopt;
    points = *after;
  }
  if (assessment.floor) points = math_.greatest(points, math_.of(*assessment.floor));
  if (assessment.cap) points = math_.least(points, math_.of(*assessment.cap));
  return carried(points, assessment.rounding);
}

LaneBuilder::Figure LaneBuilder::adjustment(Instance instance) {
  const Node& node = this->node(instance.node);
  const ScoreFacts& facts = cell(instance).facts;
  if (!facts.counted || facts.reason != Reason::none) return std::nullopt;
  const Figure amount = figure(node.inputs[kAmount], instance.period);
  if (!amount) return std::nullopt;
  LaneWriter& writer = program_.writer;
  // An amount below 0 is a row issue: the judge's.
  if (writer.range(amount->number).low < 0 &&
      !writer.flag(writer.negated(writer.at_least(amount->number, writer.constant(0)))))
    return std::nullopt;
  LaneFigure value = math_.greatest(*amount, math_.of(Rational(0)));
  if (node.inputs[kUpTo] != kNoNode) {
    const Figure cap = figure(node.inputs[kUpTo], instance.period);
    if (!cap) return std::nullopt;
    value = math_.least(value, math_.greatest(*cap, math_.of(Rational(0))));
  }
  return carried(value, model_.card.adjustments[node.index].rounding);
}

LaneBuilder::Figure LaneBuilder::rolled_adjustment(Instance instance) {
  const Node& node = this->node(instance.node);
  const ScoreAdjustment& adjustment = model_.card.adjustments[node.index];
  const ScoreFacts& facts = cell(instance).facts;
  if (!facts.counted || facts.reason != Reason::none) return std::nullopt;
  const bool mean = adjustment.roll_up[std::size_t(node.grain)] == AdjustmentRollUp::mean;
  std::vector<LaneFigure> amounts;
  std::int64_t on_duty = 0;
  const PeriodRange range = rolled_counting(adjustment.grain, instance.period, model_.timeline);
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (model_.timeline.begins_before_data(p) || !model_.timeline.in_force(p, adjustment.in_force)) continue;
    const bool has_duty = model_.days.duty_days(model_.card.calendar.days(p)) > 0;
    if (has_duty) ++on_duty;
    const Instance inner{node.inputs[0], p};
    if (!cell(inner).facts.counted || (mean && !has_duty)) continue;
    const Figure amount = figure(inner);
    if (!amount) return std::nullopt;
    amounts.push_back(*amount);
  }
  LaneFigure sum = math_.sum(amounts);
  if (!mean) return sum;
  if (on_duty == 0) return math_.of(Rational(0));
  sum = math_.multiply(sum, math_.of(Rational(1, on_duty)));
  return carried(sum, adjustment.rounding);
}

LaneBuilder::Figure LaneBuilder::adjusted(Instance instance, LaneFigure points) {
  const Node& node = this->node(instance.node);
  std::map<std::pair<std::uint32_t, bool>, std::vector<LaneFigure>> groups;
  const std::size_t last = node.inputs.size() - node.vetoes;
  for (std::size_t i = last - node.adjustments; i < last; ++i) {
    const Instance at{node.inputs[i], instance.period};
    if (!cell(at).facts.counted) continue;
    const Figure amount = figure(at);
    if (!amount) return std::nullopt;
    const ScoreAdjustment& adjustment = model_.card.adjustments[this->node(node.inputs[i]).index];
    if (adjustment.group)
      groups[{*adjustment.group, adjustment.written->gives}].push_back(*amount);
    else
      points = adjustment.written->gives ? math_.add(points, *amount) : math_.subtract(points, *amount);
  }
  for (const auto& [group, amounts] : groups) {
    LaneFigure sum = math_.sum(amounts);
    const TermPtr& cap = model_.card.groups[group.first].up_to;
    const auto most =
        cap ? static_value(*cap, model_.card, model_.card.calendar.last_day(instance.period)) : std::nullopt;
    if (most) sum = math_.least(sum, math_.of(std::max(*most, Rational(0))));
    points = group.second ? math_.add(points, sum) : math_.subtract(points, sum);
  }
  return points;
}

}  // namespace cwp
