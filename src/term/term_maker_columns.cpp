// Formulas over a single fact: `minutes <= 30`.

#include <algorithm>

#include "term/term_maker.hpp"

namespace cwp {

ValueType value_type(AttributeType type) {
  switch (type) {
    case AttributeType::number:
      return ValueType::number;
    case AttributeType::date:
      return ValueType::date;
    case AttributeType::boolean:
      return ValueType::boolean;
    case AttributeType::text:
      break;
  }
  return ValueType::text;
}

std::optional<std::uint32_t> find_column(const EventTable& table, std::string_view name) {
  for (std::uint32_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].id.value == name) return i;
  return std::nullopt;
}

/// Null for a parameter or attribute, which means the same as everywhere.
TermPtr TermMaker::column_name(const Expr& expr, Grain place) {
  if (const auto column = find_column(*columns_, expr.text)) {
    Term term;
    term.kind = TermKind::column;
    term.type = value_type(columns_->columns[*column].type);
    term.place = place;
    term.index = *column;
    return finish(std::move(term), expr);
  }
  const Symbol* symbol = symbols_.find(expr.text);
  if (symbol && (symbol->kind == SymbolKind::parameter || symbol->kind == SymbolKind::attribute)) return nullptr;
  if (symbol || find_function(expr.text)) return not_of_a_fact(expr);
  std::vector<std::string> known;
  for (const EventColumn& column : columns_->columns) known.push_back(column.id.value);
  for (const auto& [name, other] : symbols_.all())
    if (other.kind == SymbolKind::parameter || other.kind == SymbolKind::attribute) known.push_back(name);
  return report("unknown-column", expr.place, {expr.text, columns_->id.value, nearest_name(expr.text, known)});
}

TermPtr TermMaker::not_of_a_fact(const Expr& expr) {
  return report("not-of-a-fact", expr.place, {to_text(expr), columns_->id.value});
}

}  // namespace cwp
