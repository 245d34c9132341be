// Aggregates across officers: `mean(total by station where duty_days >= 15)`.

#include <algorithm>

#include "model/word_meant.hpp"
#include "term/term_maker.hpp"

namespace cwp {

std::vector<std::uint32_t> TermMaker::attributes(const std::vector<NameUse>& by) {
  std::vector<std::uint32_t> indices;
  for (const NameUse& name : by) {
    const Symbol* symbol = symbols_.find(name.text);
    if (symbol && symbol->kind == SymbolKind::attribute) {
      indices.push_back(symbol->index);
      continue;
    }
    std::vector<std::string> known;
    for (const Attribute& attribute : rulebook_.attributes) known.push_back(attribute.id.value);
    const std::string titled = id_titled(rulebook_, name.text);
    const bool fits = std::find(known.begin(), known.end(), titled) != known.end();
    report("unknown-attribute", name.place, {name.text, fits ? titled : nearest_name(name.text, known)});
  }
  return indices;
}

TermPtr TermMaker::gather(const Expr& expr, const FunctionRow& row, Grain place) {
  const Clauses& clauses = expr.clauses;
  const std::string signature(row.doc.signature);
  if (!row.across) return report("not-across-officers", expr.name_place, {expr.text});
  if (clauses.per || clauses.over_last || clauses.over_to_date)
    return report("time-and-group-clauses", expr.name_place, {expr.text});
  const auto extras = std::size_t(row.fold_extra);
  if (expr.arguments.size() != extras + 1)
    return report("argument-count", expr.name_place, {expr.text, signature, std::to_string(expr.arguments.size())});
  const Expr& inside = *expr.arguments.back();
  if (inside.kind == ExprKind::arrow) return report("arrow-outside-table", inside.place);
  Term term;
  term.kind = TermKind::gather;
  term.place = place;
  term.function = &row;
  term.by = attributes(clauses.by);
  if (term.by.size() != clauses.by.size()) return std::make_shared<const Term>();
  for (std::size_t i = 0; i < extras; ++i) term.children.push_back(make_number(*expr.arguments[i], place));
  check_domain(row, term.children, 0, extras);
  if (clauses.where) {
    term.has_where = true;
    term.children.push_back(make_condition(*clauses.where, place));
  }
  TermPtr value = make(inside, place);
  if (value->kind != TermKind::invalid && value->type != ValueType::number && value->type != ValueType::boolean)
    value = report("wrong-operand", inside.place, {expr.text, "number", std::string(to_text(value->type))});
  term.children.push_back(std::move(value));
  return finish(std::move(term), expr);
}

}  // namespace cwp
