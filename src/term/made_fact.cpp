#include "term/made_fact.hpp"

#include <algorithm>
#include <set>

#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostFacts = 4000;  // that are looked at

std::vector<Value> candidates(const EventColumn& column, const Term& formula, Day day) {
  std::set<Rational> numbers;
  std::set<std::string> texts;
  visit_terms(formula, [&](const Term& term) {
    if (term.kind != TermKind::constant || !term.constant.present()) return;
    if (term.type == ValueType::number) numbers.insert(term.constant.number);
    if (term.type == ValueType::text && term.constant.text) texts.insert(*term.constant.text);
  });
  std::vector<Value> values;
  switch (column.type) {
    case AttributeType::boolean:
      return {Value::of_truth(true), Value::of_truth(false)};
    case AttributeType::date:
      return {Value::of_date(day)};
    case AttributeType::text:
      for (const std::string& word : column.one_of) values.push_back(Value::of_text(word));
      if (values.empty())
        for (const std::string& text : texts) values.push_back(Value::of_text(text));
      if (values.empty()) values.push_back(Value::of_text("-"));
      return values;
    case AttributeType::number:
      break;
  }
  std::set<Rational> tried = {Rational(0), Rational(1)};
  for (const Rational& number : numbers)
    for (const Rational& near : {number - Rational(1), number, number + Rational(1)}) tried.insert(near);
  for (const auto& end : {column.min, column.max})
    if (end) tried.insert(Rational(*end));
  for (const Rational& number : tried)
    if (!(column.min && number < Rational(*column.min)) && !(column.max && Rational(*column.max) < number))
      values.push_back(Value::of(number));
  return values;
}

Value value_with(const Term& term, const std::vector<Value>& columns, const Scorecard& card, Day day) {
  if (term.kind == TermKind::constant) return term.constant;
  if (term.kind == TermKind::column) return columns[term.index];
  if (term.kind == TermKind::parameter) return card.parameters[term.index].on(day);
  if (term.kind != TermKind::call) return Value::missing(term.type);
  std::vector<Value> values;
  for (const TermPtr& child : term.children) values.push_back(value_with(*child, columns, card, day));
  std::vector<const Value*> operands;
  for (const Value& value : values) operands.push_back(&value);
  return apply_scalar(*term.function, operands, {card.rounding.rounding});
}

}  // namespace

std::optional<MadeFact> made_fact(std::uint32_t metric, const Scorecard& card, Day day) {
  const Metric& made = card.rulebook->metrics[metric];
  const auto& derived = card.derived[metric];
  if (!made.from || !derived || !derived->formula || derived->formula->kind == TermKind::invalid) return std::nullopt;
  const Derivation kind = made.from->kind;
  std::vector<std::vector<Value>> by_column;
  std::size_t count = 1;
  for (const EventColumn& column : card.rulebook->events[derived->table].columns) {
    by_column.push_back(candidates(column, *derived->formula, day));
    if (by_column.back().empty()) return std::nullopt;
    count = std::min(kMostFacts, count * by_column.back().size());
  }
  std::optional<MadeFact> best;
  for (std::size_t number = 0; number < count; ++number) {
    std::vector<Value> columns;
    std::size_t left = number;
    for (const std::vector<Value>& values : by_column) {
      columns.push_back(values[left % values.size()]);
      left /= values.size();
    }
    const Value value = value_with(*derived->formula, columns, card, day);
    if (!value.present() || value.number.sign() <= 0) continue;
    const bool counts = kind == Derivation::count || kind == Derivation::days;
    const Rational worth = counts ? Rational(1) : value.number;
    if (best && !(kind == Derivation::max ? best->worth < worth : worth < best->worth)) continue;
    best = MadeFact{{}, worth};
    for (const Value& column : columns) best->columns.push_back(plain_text(column));
  }
  return best;
}

}  // namespace cwp
