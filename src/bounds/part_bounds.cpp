#include "bounds/part_bounds.hpp"

#include <algorithm>

#include "bounds/bound_math.hpp"

namespace cwp {
namespace {

ValueBounds factored(const ValueBounds& bounds, const Rational& factor) {
  const bool shrinks = factor.sign() >= 0 && factor <= Rational(1);
  if (!shrinks) return {};
  ValueBounds result = bounds;
  if (result.low && result.low->sign() > 0) result.low = *result.low * factor;
  if (result.high && result.high->sign() < 0) result.high = *result.high * factor;
  return result;
}

/// What a veto makes of points may lie outside.
void act(const ScoreVeto& veto, ValueBounds& bounds) {
  if (veto.written->set) {
    const Rational set(veto.written->set->value);
    if (bounds.low) bounds.low = std::min(*bounds.low, set);
    if (bounds.high) bounds.high = std::max(*bounds.high, set);
  }
  if (veto.written->cap && bounds.low) bounds.low = std::min(*bounds.low, Rational(veto.written->cap->value));
  if (veto.written->factor) bounds = factored(bounds, Rational(veto.written->factor->value));
}

/// It has a value on each day of the rulebook.
bool is_always_there(const Term& term, const Scorecard& card) {
  if (term.kind == TermKind::parameter) {
    const auto& values = card.parameters[term.index].values;
    return !values.empty() && values.front().first <= card.effective_from;
  }
  return std::all_of(term.children.begin(), term.children.end(),
                     [&](const TermPtr& child) { return is_always_there(*child, card); });
}
PartBound cap_of(const ScoreGroup& group, const Scorecard& card) {
  if (!group.up_to || !is_always_there(*group.up_to, card)) return std::nullopt;
  const PartBound most = bounds_of(*group.up_to, card).high;
  return most ? PartBound(std::max(*most, Rational(0))) : std::nullopt;
}

}  // namespace

ValueBounds PartBounds::item(std::uint32_t index, Grain grain) const {
  const ValueBounds bounds = of(TermKind::item, index, grain);
  const ScoreItem& item = card_.items[index];
  const bool vetoed = std::any_of(card_.vetoes.begin(), card_.vetoes.end(), [&](const ScoreVeto& veto) {
    return veto.target == VetoTarget::item && veto.index == index;
  });
  const bool given = item.if_missing == IfMissing::full || item.if_missing == IfMissing::peers ||
                     (item.applies && item.written->if_not_applicable == IfNotApplicable::full);
  if (vetoed || given || item.points->kind == TermKind::invalid) return bounds;
  if (grain != item.grain && item.roll_up == RollUpKind::formula) return bounds;
  // What the formula gives, between its ends, or the 0 of whoever has no figure.
  ValueBounds points = bounds_of(*item.points, card_);
  if (item.max) points = smaller(points, bounds_of(*item.max, card_));
  if (item.min) points = larger(points, bounds_of(*item.min, card_));
  points = either(points, point(Rational(0)));
  const bool sum = grain != item.grain && item.roll_up == RollUpKind::sum;
  points = repeated(points, sum ? most_periods(item.grain, grain) : 1);
  const int decimals = item.rounding.decimals;
  if (points.low) points.low = points.low->rounded(decimals, Rounding::floor);
  if (points.high) points.high = points.high->rounded(decimals, Rounding::ceil);
  return {points.low && bounds.low ? std::max(*points.low, *bounds.low)
          : points.low             ? points.low
                                   : bounds.low,
          points.high && bounds.high ? std::min(*points.high, *bounds.high)
          : points.high              ? points.high
                                     : bounds.high};
}

ValueBounds PartBounds::category(std::uint32_t index, Grain grain) const {
  if (card_.categories[index].written->beyond_full) return {};
  ValueBounds bounds{Rational(0), most_of_category(index, grain)};
  for (const ScoreVeto& veto : card_.vetoes)
    if (veto.target == VetoTarget::category && veto.index == index) act(veto, bounds);
  return bounds;
}

ValueBounds PartBounds::total(Grain grain) const {
  const auto& assessment = card_.assessments[std::size_t(grain)];
  if (!assessment) return {};
  ValueBounds sum;
  if (assessment->total)
    sum = of_formula(*assessment);
  else
    sum.high = most_of_sum(*assessment);
  ValueBounds bounds = sum;
  if (assessment->floor) bounds = larger(bounds, point(*assessment->floor));
  if (assessment->cap) bounds = smaller(bounds, point(*assessment->cap));
  for (const ScoreVeto& veto : card_.vetoes)
    if (veto.target == VetoTarget::total) act(veto, bounds);
  return bounds;
}

/// By what is known of the scores that it asks for.
ValueBounds PartBounds::of_formula(const ScoreAssessment& assessment) const {
  if (assessment.total->kind == TermKind::invalid || !open_.insert(assessment.grain).second) return {};
  const ValueBounds bounds = bounds_of(*assessment.total, card_, [&](const Term& term) -> std::optional<ValueBounds> {
    if (term.kind == TermKind::total) return total(term.place);
    if (term.kind == TermKind::category) return category(term.index, term.place);
    if (term.kind == TermKind::item) return item(term.index, term.place);
    return std::nullopt;
  });
  open_.erase(assessment.grain);
  const int decimals = assessment.rounding.decimals;
  return {bounds.low ? PartBound(bounds.low->rounded(decimals, Rounding::floor)) : std::nullopt,
          bounds.high ? PartBound(bounds.high->rounded(decimals, Rounding::ceil)) : std::nullopt};
}

ValueBounds PartBounds::of(TermKind kind, std::uint32_t index, Grain grain) const {
  Term term;
  term.kind = kind;
  term.index = index;
  term.place = grain;
  return bounds_of(term, card_);
}

/// At most its full marks where it declares some, else what its parts can have.
PartBound PartBounds::most_of_category(std::uint32_t index, Grain grain) const {
  const ScoreCategory& category = card_.categories[index];
  const PartBound parts = category.written->combine == Combine::sum ? most_of_parts(index, grain) : std::nullopt;
  if (!category.full) return parts;
  const auto of_grain = full_.find(grain);
  if (of_grain == full_.end()) return parts;
  const auto marks = of_grain->second.find(category.written->id.value);
  if (marks == of_grain->second.end()) return parts;
  return parts ? std::min(*parts, Rational(marks->second)) : Rational(marks->second);
}
PartBound PartBounds::most_of_parts(std::uint32_t index, Grain grain) const {
  const ScoreCategory& category = card_.categories[index];
  for (const ScoreAdjustment& adjustment : card_.adjustments)
    if (adjustment.category == index && adjustment.written->gives) return std::nullopt;
  Rational sum = category.start;
  for (const std::uint32_t part : category.items) {
    if (!card_.holds(grain, card_.items[part])) continue;
    const PartBound most = item(part, grain).high;
    if (!most) return std::nullopt;
    sum += std::max(*most, Rational(0));
  }
  for (const std::uint32_t part : category.categories) {
    if (!card_.holds(grain, card_.categories[part])) continue;
    const PartBound most = this->category(part, grain).high;
    if (!most) return std::nullopt;
    sum += *most;
  }
  return sum.rounded(category.rounding.decimals, Rounding::ceil);
}

PartBound PartBounds::most_of_sum(const ScoreAssessment& assessment) const {
  Rational sum;
  for (std::uint32_t i = 0; i < card_.categories.size(); ++i) {
    const ScoreCategory& category = card_.categories[i];
    if (category.parent || !card_.holds(assessment.grain, category)) continue;
    const PartBound most = this->category(i, assessment.grain).high;
    if (!most) return std::nullopt;
    sum += *most;
  }
  if (assessment.scale) {
    // What is scaled are points over what could be reached: more than that is possible where an item has no full
    // marks, or can go beyond them.
    for (std::uint32_t i = 0; i < card_.items.size(); ++i) {
      const ScoreItem& item = card_.items[i];
      if (!card_.holds(assessment.grain, item)) continue;
      const PartBound marks = item.full ? bounds_of(*item.full, card_).low : std::nullopt;
      const PartBound most = this->item(i, item.grain).high;
      if (!marks || !most || *marks < *most) return std::nullopt;
    }
    for (const ScoreCategory& category : card_.categories)
      if (category.start.sign() != 0 || category.written->combine != Combine::sum) return std::nullopt;
    for (const ScoreAdjustment& adjustment : card_.adjustments)
      if (adjustment.category && adjustment.written->gives) return std::nullopt;
    sum = *assessment.scale;
  }
  if (assessment.coefficient) {
    const PartBound most = bounds_of(*assessment.coefficient, card_).high;
    if (!most) return std::nullopt;
    sum = std::max(sum * *most, Rational(0));
  }
  const PartBound given = most_given(assessment.grain);
  if (!given) return std::nullopt;
  sum += *given;
  return sum.rounded(assessment.rounding.decimals, Rounding::ceil);
}

/// By the bonuses on a total, with the caps of their groups.
PartBound PartBounds::most_given(Grain grain) const {
  Rational sum;
  std::map<std::uint32_t, PartBound> groups;
  for (std::uint32_t i = 0; i < card_.adjustments.size(); ++i) {
    const ScoreAdjustment& adjustment = card_.adjustments[i];
    if (adjustment.category || !adjustment.written->gives || !card_.acts(grain, adjustment)) continue;
    const PartBound most = this->adjustment(i, grain).high;
    const PartBound cap = adjustment.group ? cap_of(card_.groups[*adjustment.group], card_) : std::nullopt;
    if (!cap && !most) return std::nullopt;
    if (!cap) {
      sum += *most;
      continue;
    }
    PartBound& group = groups.try_emplace(*adjustment.group, Rational(0)).first->second;
    group = most ? std::min(*group + *most, *cap) : *cap;
  }
  for (const auto& [group, most] : groups) sum += *most;
  return sum;
}

}  // namespace cwp
