#include "bounds/part_bounds.hpp"

#include <algorithm>

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

}  // namespace

ValueBounds PartBounds::item(std::uint32_t index, Grain grain) const {
  ValueBounds bounds = of(TermKind::item, index, grain);
  const ScoreItem& item = card_.items[index];
  // Nobody has more than the formula gives, or the 0 of whoever has no figure.
  const bool sum = item.roll_up == RollUpKind::sum || item.roll_up == RollUpKind::formula;
  const bool given = item.if_missing == IfMissing::full || item.if_missing == IfMissing::peers ||
                     (item.applies && item.written->if_not_applicable == IfNotApplicable::full);
  if (!bounds.high || given || (grain != item.grain && sum)) return bounds;
  if (const PartBound most = bounds_of(*item.points, card_).high)
    bounds.high = std::min(*bounds.high, std::max(*most, Rational(0)).rounded(item.rounding.decimals, Rounding::ceil));
  return bounds;
}

ValueBounds PartBounds::category(std::uint32_t index, Grain grain, const PublishedFull& full) const {
  if (card_.categories[index].written->beyond_full) return {};
  ValueBounds bounds{Rational(0), most_of_category(index, grain, full)};
  for (const ScoreVeto& veto : card_.vetoes)
    if (veto.target == VetoTarget::category && veto.index == index) act(veto, bounds);
  return bounds;
}

ValueBounds PartBounds::total(const ScoreAssessment& assessment, const PublishedFull& full) const {
  ValueBounds bounds{assessment.floor, assessment.cap};
  if (!assessment.total && !bounds.high) bounds.high = most_of_sum(assessment, full);
  if (bounds.high && bounds.low) bounds.high = std::max(*bounds.high, *bounds.low);
  for (const ScoreVeto& veto : card_.vetoes)
    if (veto.target == VetoTarget::total) act(veto, bounds);
  return bounds;
}

ValueBounds PartBounds::of(TermKind kind, std::uint32_t index, Grain grain) const {
  Term term;
  term.kind = kind;
  term.index = index;
  term.place = grain;
  return bounds_of(term, card_);
}

/// At most its full marks where it declares some, else what its parts can have.
PartBound PartBounds::most_of_category(std::uint32_t index, Grain grain, const PublishedFull& full) const {
  const ScoreCategory& category = card_.categories[index];
  const PartBound parts = category.written->combine == Combine::sum ? most_of_parts(index, grain, full) : std::nullopt;
  if (!category.full) return parts;
  const auto marks = full.find(category.written->id.value);
  if (marks == full.end()) return parts;
  return parts ? std::min(*parts, Rational(marks->second)) : Rational(marks->second);
}
PartBound PartBounds::most_of_parts(std::uint32_t index, Grain grain, const PublishedFull& full) const {
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
    const PartBound most = this->category(part, grain, full).high;
    if (!most) return std::nullopt;
    sum += *most;
  }
  return sum.rounded(category.rounding.decimals, Rounding::ceil);
}

PartBound PartBounds::most_of_sum(const ScoreAssessment& assessment, const PublishedFull& full) const {
  Rational sum;
  for (std::uint32_t i = 0; i < card_.categories.size(); ++i) {
    const ScoreCategory& category = card_.categories[i];
    if (category.parent || !card_.holds(assessment.grain, category)) continue;
    const PartBound most = this->category(i, assessment.grain, full).high;
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
  for (std::uint32_t i = 0; i < card_.adjustments.size(); ++i) {
    const ScoreAdjustment& adjustment = card_.adjustments[i];
    if (adjustment.category || !adjustment.written->gives || !card_.acts(assessment.grain, adjustment)) continue;
    const PartBound most = this->adjustment(i, assessment.grain).high;
    if (!most) return std::nullopt;
    sum += *most;
  }
  return sum.rounded(assessment.rounding.decimals, Rounding::ceil);
}

}  // namespace cwp
