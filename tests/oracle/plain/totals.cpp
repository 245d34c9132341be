// Categories and totals, in the order of the page's section 7.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {
namespace {

/// The worths of parts, added up as categories and totals do it.
struct PartsWorth {
  Rational points, full, reachable;
  bool counted = false, has_full = false, all_exempt = true, incomplete = false;
  Rational weighted, coverages;
  Numbers shares;  // points / reachable, of those with something reachable
  int parts = 0;

  void add(const Worth& part) {
    ++parts;
    incomplete = incomplete || part.points.incomplete;
    all_exempt = all_exempt && part.points.absence == Absence::exempt;
    coverages += part.coverage.value_or(Rational(0));
    if (part.full) {
      has_full = true;
      full += *part.full;
      reachable += part.reachable.value_or(Rational(0));
      weighted += *part.full * part.coverage.value_or(Rational(0));
    }
    if (!part.counted) return;
    counted = true;
    points += part.points.number;
    if (part.reachable && !part.reachable->is_zero()) shares.push_back(part.points.number / *part.reachable);
  }
  std::optional<Rational> coverage() const {
    if (!full.is_zero()) return weighted / full;
    if (parts == 0) return std::nullopt;
    return coverages / Rational(parts);
  }
};

std::vector<Value> as_values(const Numbers& numbers) {
  std::vector<Value> values;
  for (const Rational& number : numbers) values.push_back(Value::of(number));
  return values;
}

/// Whether anything that is added up in a category has full marks: an item that says some, base marks, or a category
/// within that is not a plain sum, for such a one declares its own. What is out of force is as if it were not written.
template <class InForce>
bool parts_have_marks(const Scorecard& card, const ScoreCategory& category, Grain grain, const InForce& in_force) {
  bool found = false;
  for (const std::uint32_t part : category.items)
    found = found || (card.holds(grain, card.items[part]) && in_force(card.items[part]) &&
                      card.items[part].written->full.has_value());
  for (const std::uint32_t part : category.categories) {
    const ScoreCategory& inner = card.categories[part];
    if (!card.holds(grain, inner) || !in_force(inner)) continue;
    found = found || inner.written->combine != Combine::sum || inner.start.sign() != 0 ||
            parts_have_marks(card, inner, grain, in_force);
  }
  return found;
}

}  // namespace

Worth Oracle::category(std::size_t officer, std::size_t index, Period period) {
  const Key key{officer, index, period};
  const auto known = categories_.find(key);
  if (known != categories_.end()) return known->second;
  const Worth worth = make_category(officer, index, period);
  categories_[key] = worth;
  return worth;
}

Worth Oracle::make_category(std::size_t officer, std::size_t index, Period period) {
  const ScoreCategory& category = card_.categories[index];
  Worth worth;
  if (data_.begins_before_data(period) || !in_force(period) || !in_force(category, period)) return worth;
  PartsWorth parts;
  for (const std::uint32_t part : category.items)
    if (card_.holds(period.grain, card_.items[part]) && in_force(card_.items[part], period))
      parts.add(item(officer, part, period));
  for (const std::uint32_t part : category.categories)
    if (card_.holds(period.grain, card_.categories[part]) && in_force(card_.categories[part], period))
      parts.add(this->category(officer, part, period));
  worth.coverage = parts.coverage();
  worth.counted = parts.counted;

  const Combine combine = category.written->combine;
  const bool by_full = combine != Combine::sum && combine != Combine::capped;  // against the declared full marks
  Rational full = by_full ? category.full.value() : parts.full + category.start;
  Rational reachable = by_full ? Rational(0) : parts.reachable;
  if (by_full && parts.counted) reachable = full;
  Value points = Value::of(parts.points);
  if (by_full) {
    if (parts.shares.empty())
      points = Value::missing();
    else if (combine == Combine::scaled)
      points = Value::of(parts.points / parts.reachable);
    else if (combine == Combine::min)
      points = Value::of(sorted(parts.shares).front());
    else
      points = aggregate(combine == Combine::mean ? "mean" : "geomean", as_values(parts.shares), {});
    points.number = points.number * full;
  } else {
    if (parts.counted && data_.duty_days(officer, period) > 0) {
      points.number += category.start;
      reachable += category.start;
    }
    if (combine == Combine::capped) {
      const auto in_force = [&](const auto& part) { return this->in_force(part, period); };
      if (!parts_have_marks(card_, category, period.grain, in_force)) {
        full = *category.full;
        reachable = parts.counted ? full : Rational(0);
      }
      full = std::min(full, *category.full);
      reachable = std::min(reachable, full);
      points.number = std::min(points.number, full);
    }
  }
  if (parts.has_full || !category.start.is_zero() || category.full) {
    worth.full = full;
    worth.reachable = reachable;
  }
  worth.points = parts.all_exempt && parts.parts > 0 ? Value::exempt() : Value::missing();
  worth.points.incomplete = parts.incomplete;
  if (!parts.counted) return worth;
  worth.points = points;
  worth.points.incomplete = parts.incomplete;
  if (!points.present()) {
    worth.counted = false;
    if (worth.reachable) worth.reachable = Rational(0);
    return worth;
  }

  // Rounded, adjusted, vetoed, clamped (ruling 58).
  worth.points.number = carried(points.number, category.rounding).number;
  const Net net = this->net(officer, index, period);
  worth.points.number += net.amount;
  worth.points.incomplete = worth.points.incomplete || net.incomplete;
  let_vetoes_act(officer, VetoTarget::category, index, period, worth);
  if (!worth.points.present()) {
    if (worth.reachable) worth.reachable = Rational(0);
    return worth;
  }
  if (!category.written->beyond_full) {
    const Rational before = worth.points.number;
    if (category.full && before > full) worth.points.number = full;
    if (before < Rational(0)) worth.points.number = Rational(0);
    worth.clamped = worth.points.number != before;
  }
  worth.points.number = carried(worth.points.number, category.rounding).number;
  return worth;
}

Worth Oracle::total(std::size_t officer, Period period) {
  const auto known = totals_.find({officer, period});
  if (known != totals_.end()) return known->second;
  const Worth worth = make_total(officer, period);
  totals_[{officer, period}] = worth;
  return worth;
}

Worth Oracle::make_total(std::size_t officer, Period period) {
  Worth worth;
  if (data_.begins_before_data(period) || !in_force(period)) return worth;
  const ScoreAssessment& assessment = card_.assessments[static_cast<std::size_t>(period.grain)].value();
  Value sum = Value::missing();
  if (assessment.total) {
    sum = term(officer, *assessment.total, period);
  } else {
    PartsWorth parts;
    for (std::size_t index = 0; index < card_.categories.size(); ++index)
      if (!card_.categories[index].parent && card_.holds(period.grain, card_.categories[index]) &&
          in_force(card_.categories[index], period))
        parts.add(category(officer, index, period));
    worth.coverage = parts.coverage();
    if (parts.has_full) {
      worth.full = parts.full;
      worth.reachable = parts.reachable;
    }
    if (parts.counted && !(assessment.scale && parts.reachable.is_zero())) {
      sum = Value::of(assessment.scale ? parts.points * *assessment.scale / parts.reachable : parts.points);
    } else if (!parts.counted && parts.parts > 0 && parts.all_exempt) {
      sum = Value::exempt();
    }
    sum.incomplete = parts.incomplete;
    if (assessment.coefficient) {
      const Value coefficient = term(officer, *assessment.coefficient, period);
      if (sum.present() && coefficient.present())
        sum.number = sum.number * coefficient.number;
      else if (sum.present())
        sum.absence = Absence::missing;
      sum.incomplete = sum.incomplete || coefficient.incomplete;
    }
    if (sum.present()) {
      const Net net = this->net(officer, std::nullopt, period);
      sum.number += net.amount;
      sum.incomplete = sum.incomplete || net.incomplete;
    }
  }
  worth.points = sum;
  if (!sum.present()) return worth;
  Rational value = sum.number;
  if (assessment.cap && value > *assessment.cap) value = *assessment.cap;
  if (assessment.floor && value < *assessment.floor) value = *assessment.floor;
  worth.clamped = value != sum.number;
  worth.counted = true;
  worth.points.number = carried(value, assessment.rounding).number;
  let_vetoes_act(officer, VetoTarget::total, 0, period, worth);
  if (worth.vetoed) worth.points.number = carried(worth.points.number, assessment.rounding).number;
  return worth;
}

}  // namespace cwp::oracle
