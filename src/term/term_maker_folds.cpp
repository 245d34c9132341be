#include "term/static_value.hpp"
#include "term/term_maker.hpp"

namespace cwp {

TermPtr TermMaker::fold(const Expr& expr, const FunctionRow& row, Grain place) {
  const std::size_t extras = std::size_t(row.fold_extra);
  if (expr.arguments.size() != extras + 1)
    return report("argument-count", expr.name_place,
                  {expr.text, std::string(row.doc.signature), std::to_string(expr.arguments.size())});
  const Expr& inside = *expr.arguments.back();
  if (inside.kind == ExprKind::arrow) return report("arrow-outside-table", inside.place);
  const auto inner = inner_grain(expr, inside, place);
  if (!inner) return std::make_shared<const Term>();
  if (expr.clauses.over_to_date && *expr.clauses.over_to_date < place)
    return report("over-shorter-than-place", expr.place,
                  {std::string(to_text(*expr.clauses.over_to_date)), std::string(to_text(place))});

  Term term;
  term.kind = TermKind::fold;
  term.place = place;
  term.function = &row;
  term.inner = *inner;
  term.over_last = expr.clauses.over_last;
  term.over_to_date = expr.clauses.over_to_date;
  for (std::size_t i = 0; i < extras; ++i) term.children.push_back(make_number(*expr.arguments[i], place));
  check_domain(row, term.children, 0, extras);
  TermPtr value = make(inside, *inner);
  if (value->kind != TermKind::invalid && value->type != ValueType::number && value->type != ValueType::boolean)
    value = report("wrong-operand", inside.place, {expr.text, "number", std::string(to_text(value->type))});
  if (row.run && value->kind != TermKind::invalid && value->type != ValueType::boolean)
    value = report("wrong-operand", inside.place, {expr.text, "condition", std::string(to_text(value->type))});
  if (value->kind != TermKind::invalid) term.inner_holds_weeks = holds_weeks(*value, *inner);
  if (expr.clauses.where) {
    // An inner period in which the condition does not hold has no value: if(condition, value, missing).
    const TermPtr condition = make_condition(*expr.clauses.where, *inner);
    Term none, choice;
    none.kind = TermKind::constant;
    none.type = value->type;
    none.constant = Value::missing(value->type);
    none.source = expr.clauses.where->place;
    choice.kind = TermKind::call;
    choice.type = value->type;
    choice.function = find_function("if");
    choice.place = none.place = *inner;
    choice.children = {condition, value, std::make_shared<const Term>(std::move(none))};
    value = finish(std::move(choice), inside);
  }
  term.children.push_back(std::move(value));
  return finish(std::move(term), expr);
}

std::optional<Grain> TermMaker::inner_grain(const Expr& expr, const Expr& inside, Grain place) {
  if (expr.clauses.per) {
    if (*expr.clauses.per <= place) return expr.clauses.per;
    report("per-longer-than-place", expr.place, {std::string(to_text(*expr.clauses.per)), std::string(to_text(place))});
    return std::nullopt;
  }
  NamedGrains named;
  collect_grains(inside, named);
  if (named.scores || named.grains.size() != 1 || *named.grains.begin() >= place) {
    report("grain-needed", expr.place, {expr.text});
    return std::nullopt;
  }
  return *named.grains.begin();
}

/// What an inner period must wait for: a category or total of an assessment that holds anything weekly, or a weekly
/// item or adjustment rolled up. Inside a further aggregate, or behind a lag, other periods are meant.
bool TermMaker::holds_weeks(const Term& term, Grain inner) const {
  if (term.kind == TermKind::fold || term.kind == TermKind::lag || inner <= Grain::week) return false;
  if (term.kind == TermKind::item) return card_.items[term.index].grain == Grain::week;
  if (term.kind == TermKind::adjustment) return card_.adjustments[term.index].grain == Grain::week;
  if (term.kind == TermKind::category || term.kind == TermKind::total) {
    for (const ScoreAdjustment& adjustment : card_.adjustments)
      if (adjustment.grain == Grain::week && card_.acts(inner, adjustment)) return true;
    for (const ScoreItem& item : card_.items)
      if (item.grain == Grain::week && item.roll_up != RollUpKind::none) return true;
    return false;
  }
  for (const TermPtr& child : term.children)
    if (holds_weeks(*child, inner)) return true;
  return false;
}

/// Of constants outside its domain the body itself says so, asked with 1 in the place of whatever hangs on data.
void TermMaker::check_domain(const FunctionRow& row, const std::vector<TermPtr>& children, std::size_t first,
                             std::size_t count) {
  std::vector<Value> constants;
  for (std::size_t i = first; i < first + count; ++i) {
    if (children[i]->kind == TermKind::invalid) return;
    const auto value = static_value(*children[i], card_, kLastDay);
    if (!value) return;
    constants.push_back(Value::of(*value));
  }
  if (constants.empty()) return;
  const Value one = Value::of(1);
  Value made;
  if (row.fold_extra > 0) {
    made = row.fold(std::span(&one, 1), constants, {});
  } else {
    std::vector<const Value*> operands(first, &one);
    for (const Value& constant : constants) operands.push_back(&constant);
    made = apply_scalar(row, operands, {});
  }
  if (made.fault == Fault::out_of_domain)
    report("outside-domain", children[first]->source, {constants[0].number.to_text(), std::string(row.doc.signature)});
}

}  // namespace cwp
