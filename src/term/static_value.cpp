#include "term/static_value.hpp"

#include <algorithm>
#include <string_view>

#include "graph/visit_terms.hpp"

namespace cwp {

std::optional<Rational> static_value(const Term& term, const Scorecard& card, Day day) {
  switch (term.kind) {
    case TermKind::constant:
      if (term.constant.present() && term.type != ValueType::text) return term.constant.number;
      return std::nullopt;
    case TermKind::parameter: {
      const Value value = card.parameters[term.index].on(day);
      return value.present() ? std::optional(value.number) : std::nullopt;
    }
    case TermKind::call: {
      std::vector<Value> values;
      for (const TermPtr& child : term.children) {
        if (child->type == ValueType::text) return std::nullopt;
        const auto value = static_value(*child, card, day);
        if (!value) return std::nullopt;
        values.push_back(Value::of(*value));
        values.back().type = child->type;
      }
      std::vector<const Value*> operands;
      for (const Value& value : values) operands.push_back(&value);
      const Value result = apply_scalar(*term.function, operands, {card.rounding.rounding});
      if (!result.present() || result.type == ValueType::text) return std::nullopt;
      return result.number;
    }
    default:
      return std::nullopt;
  }
}

bool always_integer(const Term& term, const Scorecard& card) {
  const auto all_children = [&](std::size_t from) {
    return std::all_of(term.children.begin() + std::ptrdiff_t(from), term.children.end(),
                       [&](const TermPtr& child) { return always_integer(*child, card); });
  };
  if (term.type == ValueType::boolean) return true;
  switch (term.kind) {
    case TermKind::constant:
      return !term.constant.present() || term.constant.number.is_integer();
    case TermKind::parameter: {
      const auto& values = card.parameters[term.index].values;
      return std::all_of(values.begin(), values.end(), [](const auto& value) { return value.second.is_integer(); });
    }
    case TermKind::metric: {
      const Metric& metric = card.rulebook->metrics[term.index];
      const bool counts =
          metric.from && (metric.from->kind == Derivation::count || metric.from->kind == Derivation::days);
      const bool whole =
          counts || (metric.type != NumberType::f32 && metric.type != NumberType::f64) || metric.decimals == 0;
      return metric.fold == Fold::count || (whole && (metric.fold != Fold::mean || metric.per.value == term.place));
    }
    case TermKind::place:
      return term.function->place != PlaceFunction::duty_share && term.function->place != PlaceFunction::present_share;
    case TermKind::lag:
      return all_children(0);
    case TermKind::fold: {
      const std::string_view name = term.function->doc.name;
      if (name == "count") return true;
      return (name == "sum" || name == "min" || name == "max" || name == "first" || name == "last") && all_children(0);
    }
    case TermKind::gather: {
      const std::string_view name = term.function->doc.name;
      if (name == "count" || name == "rank") return true;
      return (name == "sum" || name == "min" || name == "max") && always_integer(*term.children.back(), card);
    }
    case TermKind::call: {
      const std::string_view name = term.function->doc.name;
      if (name == "floor" || name == "ceil") return true;
      if (name == "if") return all_children(1);
      for (const std::string_view closed : {"+", "-", "*", "neg", "abs", "min", "max", "clamp", "first_of", "highest"})
        if (name == closed) return all_children(0);
      return name == "days_between" || name == "months_between";
    }
    default:
      return false;
  }
}

void collect_change_days(const Term& term, const Scorecard& card, std::set<Day>& days) {
  visit_terms(term, [&](const Term& part) {
    if (part.kind != TermKind::parameter) return;
    for (const auto& value : card.parameters[part.index].values)
      if (value.first != kFirstDay) days.insert(value.first);
  });
}

}  // namespace cwp
