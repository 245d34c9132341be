#include "bounds/value_set.hpp"

#include <algorithm>

namespace cwp {
namespace {

using CutEnd = std::optional<Cut>;

bool from_before(const CutEnd& a, const CutEnd& b) { return b && (!a || *a < *b); }
bool to_before(const CutEnd& a, const CutEnd& b) { return a && (!b || *a < *b); }

std::optional<Rational> constant(const Term& term) {
  if (term.kind == TermKind::constant && term.constant.present() && term.type == ValueType::number)
    return term.constant.number;
  if (term.kind == TermKind::call && term.function->doc.name == "neg")
    if (const auto number = constant(*term.children[0])) return -*number;
  return std::nullopt;
}

/// The values of a figure for which `figure COMPARISON number` holds.
std::optional<ValueSet> values_of(std::string_view comparison, const Rational& number) {
  const Cut before{number, false}, behind{number, true};
  if (comparison == "<") return ValueSet::between(std::nullopt, before);
  if (comparison == "<=") return ValueSet::between(std::nullopt, behind);
  if (comparison == ">") return ValueSet::between(behind, std::nullopt);
  if (comparison == ">=") return ValueSet::between(before, std::nullopt);
  if (comparison == "=") return ValueSet::between(before, behind);
  if (comparison == "!=") return ValueSet::between(before, behind).complement();
  return std::nullopt;
}

std::string_view turned(std::string_view comparison) {
  if (comparison == "<") return ">";
  if (comparison == "<=") return ">=";
  if (comparison == ">") return "<";
  if (comparison == ">=") return "<=";
  return comparison;
}

/// A condition that says nothing of numbers alone: it may hold for any value of any figure.
FigureCondition anything() { return {nullptr, ValueSet::all(), false}; }

}  // namespace

bool same_term(const Term& a, const Term& b) {
  if (a.kind == TermKind::invalid || a.kind != b.kind || a.type != b.type || a.place != b.place || a.index != b.index ||
      a.function != b.function || a.status != b.status || a.inner != b.inner || a.over_last != b.over_last ||
      a.over_to_date != b.over_to_date || a.by != b.by || a.has_where != b.has_where || a.steps != b.steps ||
      a.lag_grain != b.lag_grain || a.children.size() != b.children.size())
    return false;
  if (a.kind == TermKind::constant && !same_value(a.constant, b.constant)) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i)
    if (!same_term(*a.children[i], *b.children[i])) return false;
  return true;
}

ValueSet ValueSet::between(std::optional<Cut> from, std::optional<Cut> to) {
  if (from && to && *to <= *from) return none();
  return ValueSet({{std::move(from), std::move(to)}});
}

ValueSet ValueSet::complement() const {
  std::vector<Interval> rest;
  CutEnd from;
  for (const Interval& interval : intervals_) {
    if (interval.from) rest.push_back({from, interval.from});
    if (!interval.to) return ValueSet(std::move(rest));
    from = interval.to;
  }
  rest.push_back({from, std::nullopt});
  return ValueSet(std::move(rest));
}

ValueSet ValueSet::intersection(const ValueSet& other) const {
  std::vector<Interval> common;
  for (const Interval& a : intervals_)
    for (const Interval& b : other.intervals_) {
      const CutEnd from = from_before(a.from, b.from) ? b.from : a.from;
      const CutEnd to = to_before(a.to, b.to) ? a.to : b.to;
      if (!from || !to || *from < *to) common.push_back({from, to});
    }
  return ValueSet(std::move(common));
}

std::optional<FigureCondition> condition_on_figure(const Term& condition) {
  if (condition.kind != TermKind::call) return anything();
  const std::string_view name = condition.function->doc.name;
  if (name == "and" || name == "or") {
    const auto a = condition_on_figure(*condition.children[0]);
    const auto b = condition_on_figure(*condition.children[1]);
    if (!a || !b) return std::nullopt;
    if (a->figure && b->figure && !same_term(*a->figure, *b->figure)) {
      if (name == "or") return std::nullopt;
      return FigureCondition{a->figure, a->values, false};  // whatever the other one says
    }
    return FigureCondition{a->figure ? a->figure : b->figure,
                           name == "and" ? a->values.intersection(b->values) : a->values.united(b->values),
                           a->exact && b->exact};
  }
  if (name == "not") {
    const auto a = condition_on_figure(*condition.children[0]);
    if (!a || !a->figure || !a->exact) return a ? std::optional(anything()) : a;
    return FigureCondition{a->figure, a->values.complement(), true};
  }
  if (condition.children.size() != 2) return anything();
  const Term &left = *condition.children[0], &right = *condition.children[1];
  if (left.type != ValueType::number || right.type != ValueType::number) return anything();
  const auto as_set = [](const Term& figure, const std::optional<ValueSet>& values) -> std::optional<FigureCondition> {
    return values ? FigureCondition{&figure, *values, true} : anything();
  };
  if (const auto number = constant(right)) return as_set(left, values_of(name, *number));
  if (const auto number = constant(left)) return as_set(right, values_of(turned(name), *number));
  return anything();
}

}  // namespace cwp
