#include "bounds/value_bounds.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "bounds/bound_math.hpp"

namespace cwp {
namespace {

const ValueBounds kTruth{Rational(0), Rational(1)};
const ValueBounds kNotNegative{Rational(0), std::nullopt};

std::optional<Rational> rational(const std::optional<Decimal>& decimal) {
  return decimal ? std::optional(Rational(*decimal)) : std::nullopt;
}

/// What the type of a metric allows, narrowed by `min`, `max` and `range`.
ValueBounds promised_bounds(const Metric& metric) {
  ValueBounds bounds;
  switch (metric.type) {
    case NumberType::u8:
      bounds = {Rational(0), Rational(255)};
      break;
    case NumberType::u16:
      bounds = {Rational(0), Rational(65'535)};
      break;
    case NumberType::u32:
      bounds = {Rational(0), Rational(std::int64_t(4'294'967'295))};
      break;
    case NumberType::boolean:
      bounds = kTruth;
      break;
    default:
      break;
  }
  if (const auto min = rational(metric.min)) bounds.low = bounds.low ? std::max(*bounds.low, *min) : *min;
  if (const auto max = rational(metric.max)) bounds.high = bounds.high ? std::min(*bounds.high, *max) : *max;
  return bounds;
}

class BoundFinder {
 public:
  explicit BoundFinder(const Scorecard& card, const KnownBounds& known = {}) : card_(card), known_(known) {}

  ValueBounds of(const Term& term) const {
    if (known_)
      if (const auto bounds = known_(term)) return *bounds;
    const bool countable = term.type == ValueType::number || term.type == ValueType::boolean;
    if (!countable) return {};
    // What a formula asks of one figure twice is worked out once, or abs(abs(…)) would take twice as long at each
    // level.
    if (term.size == 1 && term.kind != TermKind::adjustment) return worked_out(term);
    if (const auto found = seen_.find(&term); found != seen_.end()) return found->second;
    return seen_[&term] = worked_out(term);
  }

 private:
  ValueBounds worked_out(const Term& term) const {
    const ValueBounds bounds = by_kind(term);
    return term.type == ValueType::boolean && !(bounds.low && bounds.high) ? kTruth : bounds;
  }

  ValueBounds by_kind(const Term& term) const {
    switch (term.kind) {
      case TermKind::constant:
        return term.constant.present() ? point(term.constant.number) : ValueBounds{};
      case TermKind::metric:
        return metric(term);
      case TermKind::parameter:
        return parameter(card_.parameters[term.index]);
      case TermKind::attribute:
        return attribute(card_.rulebook->attributes[term.index]);
      case TermKind::item:
        return item(card_.items[term.index], term.place);
      case TermKind::category:
        return card_.categories[term.index].written->beyond_full ? ValueBounds{} : kNotNegative;
      case TermKind::adjustment:
        return adjustment(card_.adjustments[term.index], term.place);
      case TermKind::place:
        return place(term);
      case TermKind::call:
        return call(term);
      case TermKind::fold:
        return gathered(term, most_periods(term.inner, term.over_to_date.value_or(term.place)));
      case TermKind::gather:
        return gathered(term, std::nullopt);
      case TermKind::lag:
        return of(*term.children.front());
      case TermKind::column:
      case TermKind::total:
      case TermKind::rank:
      case TermKind::grade:
      case TermKind::invalid:
        return {};
    }
    return {};
  }

  ValueBounds metric(const Term& term) const {
    const Metric& metric = card_.rulebook->metrics[term.index];
    const Grain own = metric.per.value;
    const int most = most_periods(own, term.place);
    if (metric.fold == Fold::count) return {Rational(0), Rational(most)};
    ValueBounds one = promised_bounds(metric);
    if (metric.from) {
      if (metric.from->kind == Derivation::count) one = kNotNegative;
      if (metric.from->kind == Derivation::days) one = kTruth;
      const auto& derived = card_.derived[term.index];
      const bool sums = metric.from->kind == Derivation::sum || metric.from->kind == Derivation::max;
      if (sums && derived) {
        // Any number of facts in a day: only the sign is known.
        const ValueBounds fact = of(*derived->formula);
        one = {fact.low && fact.low->sign() >= 0 ? std::optional(Rational(0)) : std::nullopt, std::nullopt};
      }
    }
    if (metric.absent == AbsentRule::zero) one = either(one, point(0));
    return metric.fold == Fold::sum ? repeated(one, most) : one;
  }

  static ValueBounds parameter(const ScoreParameter& parameter) {
    ValueBounds bounds;
    bool first = true;
    for (const auto& [from, value] : parameter.values) {
      bounds = first ? point(value) : either(bounds, point(value));
      first = false;
    }
    return bounds;
  }

  static ValueBounds attribute(const Attribute& attribute) {
    if (attribute.type == AttributeType::boolean) return kTruth;
    return {rational(attribute.min), rational(attribute.max)};
  }

  ValueBounds item(const ScoreItem& item, Grain place) const {
    ValueBounds bounds;
    if (item.min) bounds.low = of(*item.min).low;
    if (item.max) bounds.high = of(*item.max).high;
    if (bounds.low && bounds.low->sign() > 0)
      bounds.low = Rational(0);  // where it does not apply, or a figure is missing
    if (item.full && bounds.high) bounds = {bounds.low, either(bounds, of(*item.full)).high};
    for (const ScoreVeto& veto : card_.vetoes)
      if (veto.target == VetoTarget::item && &card_.items[veto.index] == &item) return {};
    if (item.grain == place) return rounded(bounds, item.rounding);
    if (item.roll_up == RollUpKind::formula) return {};
    const int most = item.roll_up == RollUpKind::sum ? most_periods(item.grain, place) : 1;
    return rounded(repeated(bounds, most), item.rounding);
  }

  ValueBounds adjustment(const ScoreAdjustment& adjustment, Grain place) const {
    ValueBounds bounds = kNotNegative;
    if (adjustment.amount) bounds.high = of(*adjustment.amount).high;
    if (adjustment.up_to) bounds = smaller(bounds, of(*adjustment.up_to));
    if (bounds.high && bounds.high->sign() < 0) bounds.high = Rational(0);
    const bool mean = adjustment.roll_up[std::size_t(place)] == AdjustmentRollUp::mean;
    const int most = mean ? 1 : most_periods(adjustment.grain, place);
    return rounded(repeated(either(bounds, point(0)), most), adjustment.rounding);
  }

  /// A bound that is published is rounded, perhaps away from the values.
  static ValueBounds rounded(const ValueBounds& bounds, const RoundingRule& rule) {
    return {bounds.low ? std::optional(bounds.low->rounded(rule.decimals, Rounding::floor)) : std::nullopt,
            bounds.high ? std::optional(bounds.high->rounded(rule.decimals, Rounding::ceil)) : std::nullopt};
  }

  static ValueBounds place(const Term& term) {
    switch (term.function->place) {
      case PlaceFunction::month_of_year:
        return {Rational(1), Rational(12)};
      case PlaceFunction::present_share:
        return kTruth;
      case PlaceFunction::duty_share:
        return kNotNegative;
      default:
        return {Rational(0), Rational(most_periods(Grain::day, term.place))};
    }
  }

  /// Of an aggregate; `most`: how many values it can have, nothing: any number.
  ValueBounds gathered(const Term& term, std::optional<int> most) const {
    const std::string_view name = term.function->doc.name;
    const ValueBounds value = of(*term.children.back());
    if (name == "count" || name == "streak" || name == "runs") {
      const bool within = most && !term.over_last && name != "streak";
      return {Rational(0), within ? std::optional(Rational(*most)) : std::nullopt};
    }
    if (name == "sum") {
      if (term.over_last) most = *term.over_last;
      if (most) return repeated(value, *most);
      return {value.low && value.low->sign() >= 0 ? value.low : std::nullopt,
              value.high && value.high->sign() <= 0 ? value.high : std::nullopt};
    }
    for (const std::string_view among :
         {"mean", "min", "max", "first", "last", "median", "best", "worst", "drop_lowest", "quantile"})
      if (name == among) return value;
    if (name == "rank") return {Rational(1), std::nullopt};
    if (name == "percent_rank" || name == "minmax") return kTruth;
    if (name == "stdev" || name == "stdev_sample") return kNotNegative;
    return {};
  }

  ValueBounds operand(const Term& term, std::size_t i) const { return of(*term.children[i]); }

  /// The values of the bands in which x can lie of a table `x, key, value, key, value …`, and 0 where it can lie below
  /// the first key.
  ValueBounds steps(const Term& term) const {
    const bool above = term.function->doc.name == "step_above";
    const ValueBounds x = operand(term, 0);
    const auto reached = [&](std::size_t key) {
      const ValueBounds edge = operand(term, key);
      return !x.high || !edge.low || *edge.low < *x.high || (!above && *edge.low == *x.high);
    };
    const auto passed = [&](std::size_t key) {
      const ValueBounds edge = operand(term, key);
      return x.low && edge.high && (*edge.high < *x.low || (!above && *edge.high == *x.low));
    };
    std::optional<ValueBounds> bounds;
    if (!passed(1)) bounds = point(0);
    for (std::size_t key = 1; key < term.children.size(); key += 2) {
      const bool left = key + 2 < term.children.size() && passed(key + 2);
      if (!left && reached(key)) bounds = bounds ? either(*bounds, operand(term, key + 1)) : operand(term, key + 1);
    }
    return bounds.value_or(ValueBounds{});
  }

  /// The same with straight lines: the values at the keys, and at the ends of x where they are known.
  ValueBounds lines(const Term& term) const {
    std::vector<std::pair<Rational, Rational>> rows;
    ValueBounds all = operand(term, 2);
    for (std::size_t key = 1; key < term.children.size(); key += 2) {
      all = either(all, operand(term, key + 1));
      const auto edge = operand(term, key).only(), value = operand(term, key + 1).only();
      if (edge && value) rows.emplace_back(*edge, *value);
    }
    if (2 * rows.size() + 1 != term.children.size()) return all;
    const ValueBounds x = operand(term, 0);
    const auto at = [&](const Rational& where) {
      if (where <= rows.front().first) return rows.front().second;
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& [from, low] = rows[i - 1];
        const auto& [to, high] = rows[i];
        if (where <= to) return low + (high - low) * (where - from) / (to - from);
      }
      return rows.back().second;
    };
    ValueBounds bounds =
        either(point(x.low ? at(*x.low) : rows.front().second), point(x.high ? at(*x.high) : rows.back().second));
    for (const auto& [edge, value] : rows)
      if (x.contains(edge)) bounds = either(bounds, point(value));
    return bounds;
  }

  /// The part of the way from `zero_at` to `at` that can be gone.
  ValueBounds attained(const Term& term) const {
    const auto at = operand(term, 1).only(), zero = operand(term, 2).only();
    if (!at || !zero || *at == *zero) return kTruth;
    const ValueBounds way = (operand(term, 0) + -point(*zero)) * point(Rational(1) / (*at - *zero));
    return smaller(larger(way, point(0)), point(1));
  }

  ValueBounds call(const Term& term) const {
    const std::string_view name = term.function->doc.name;
    const std::size_t count = term.children.size();
    const auto all = [&](auto&& combine) {
      ValueBounds bounds = operand(term, 0);
      for (std::size_t i = 1; i < count; ++i) bounds = combine(bounds, operand(term, i));
      return bounds;
    };
    if (name == "+") return operand(term, 0) + operand(term, 1);
    if (name == "-") return operand(term, 0) + -operand(term, 1);
    if (name == "neg") return -operand(term, 0);
    if (name == "*") return operand(term, 0) * operand(term, 1);
    if (name == "/") return quotient(operand(term, 0), operand(term, 1), false);
    if (name == "min") return all(smaller);
    if (name == "max") return all(larger);
    if (name == "first_of" || name == "highest") return all(either);
    if (name == "clamp") return smaller(larger(operand(term, 0), operand(term, 1)), operand(term, 2));
    if (name == "within") return smaller(larger(operand(term, 0), operand(term, 1)), operand(term, 2));
    if (name == "if") {
      const auto when = operand(term, 0).only();
      if (when) return operand(term, when->is_zero() ? 2 : 1);
      if (term.children[2]->kind == TermKind::constant && !term.children[2]->constant.present())
        return operand(term, 1);
      return either(operand(term, 1), operand(term, 2));
    }
    if (name == "=" || name == "!=" || name == "<" || name == "<=" || name == ">" || name == ">=") {
      const ValueType type = term.children[0]->type;
      if (type != ValueType::number && type != ValueType::boolean) return kTruth;
      return compared(name, operand(term, 0), operand(term, 1));
    }
    if (name == "and") return operand(term, 0) * operand(term, 1);
    if (name == "or") return larger(operand(term, 0), operand(term, 1));
    if (name == "not") return point(1) + -operand(term, 0);
    if (name == "ratio") return either(quotient(operand(term, 0), operand(term, 1), false), operand(term, 2));
    if (name == "abs") return larger(operand(term, 0), -operand(term, 0));
    if (name == "floor" || name == "ceil") {
      const ValueBounds x = operand(term, 0);
      return {x.low ? std::optional(name == "floor" ? x.low->floor() : x.low->ceil()) : std::nullopt,
              x.high ? std::optional(name == "floor" ? x.high->floor() : x.high->ceil()) : std::nullopt};
    }
    if (name == "step" || name == "step_above") return steps(term);
    if (name == "linear") return lines(term);
    if (name == "lookup") {
      ValueBounds bounds = operand(term, 2);
      for (std::size_t i = 4; i < count; i += 2) bounds = either(bounds, operand(term, i));
      return bounds;
    }
    if (name == "line_or_zero") return either(operand(term, 0), point(0));
    if (name == "highest_case") {
      ValueBounds bounds = count % 2 == 0 ? point(0) : operand(term, count - 1);
      for (std::size_t i = 1; i < count; i += 2) bounds = either(bounds, operand(term, i));
      return bounds;
    }
    if (name.starts_with("attainment")) return attained(term);
    if (name == "normal_cdf") return kTruth;
    if (name == "sqrt" || name == "exp") return kNotNegative;
    return {};
  }

  const Scorecard& card_;
  KnownBounds known_;
  mutable std::unordered_map<const Term*, ValueBounds> seen_;
};

}  // namespace

int most_periods(Grain inner, Grain outer) {
  constexpr std::array<std::array<int, kGrains>, kGrains> kMost = {{
      {1, 7, 31, 92, 184, 366},
      {0, 1, 5, 14, 27, 53},
      {0, 0, 1, 3, 6, 12},
      {0, 0, 0, 1, 2, 4},
      {0, 0, 0, 0, 1, 2},
      {0, 0, 0, 0, 0, 1},
  }};
  return std::max(1, kMost[std::size_t(inner)][std::size_t(outer)]);
}

ValueBounds bounds_of(const Term& term, const Scorecard& card, const KnownBounds& known) {
  return BoundFinder(card, known).of(term);
}

ValueBounds bounds_of(const Term& term, const Scorecard& card) { return BoundFinder(card).of(term); }

}  // namespace cwp
