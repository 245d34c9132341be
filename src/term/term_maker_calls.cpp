#include <algorithm>
#include <set>

#include "model/word_meant.hpp"
#include "term/static_value.hpp"
#include "term/term_maker.hpp"

namespace cwp {
namespace {

bool numeric(ValueType type) { return type == ValueType::number || type == ValueType::boolean; }

/// The arrows among the arguments of a call become two operands each.
std::vector<ExprPtr> operands_of(const Expr& expr) {
  std::vector<ExprPtr> operands;
  for (const ExprPtr& argument : expr.arguments) {
    if (argument->kind == ExprKind::arrow)
      operands.insert(operands.end(), argument->arguments.begin(), argument->arguments.end());
    else
      operands.push_back(argument);
  }
  return operands;
}

bool is_table(TypeRule rule) { return rule == TypeRule::number_table || rule == TypeRule::text_table; }

}  // namespace

bool is_fold(const Expr& expr, const FunctionRow& row) {
  const Clauses& clauses = expr.clauses;
  if ((!row.fold && !row.run) || row.only_across || !clauses.by.empty() || clauses.by_all) return false;
  return clauses.per || clauses.over_last || clauses.over_to_date || !row.scalar ||
         int(expr.arguments.size()) < row.least;
}

TermPtr TermMaker::call(const Expr& expr, Grain place) {
  const FunctionRow* row = find_function(expr.text);
  const Place& name_place = expr.kind == ExprKind::call ? expr.name_place : expr.place;
  if (!row) {
    std::vector<std::string> known;
    for (const FunctionRow* other : function_rows()) known.emplace_back(other->doc.name);
    const std::string near = word_meant(expr.text, known);
    return report("unknown-function", name_place, {expr.text, near});
  }
  if (columns_ && (!row->scalar || is_fold(expr, *row) || !expr.clauses.empty())) return not_of_a_fact(expr);
  if (!expr.clauses.by.empty() || expr.clauses.by_all) return gather(expr, *row, place);
  if (is_fold(expr, *row)) return fold(expr, *row, place);
  if (row->across && !row->scalar && row->place == PlaceFunction::none)
    return report("by-needed", name_place, {std::string(row->doc.signature)});
  if (!row->scalar && row->place == PlaceFunction::none) return report("not-yet", name_place, {expr.text});
  if (!expr.clauses.empty()) return report("clause-without-aggregate", name_place, {expr.text});
  return scalar_call(expr, *row, place);
}

TermPtr TermMaker::scalar_call(const Expr& expr, const FunctionRow& row, Grain place) {
  const int count = int(expr.arguments.size());
  const Place& name_place = expr.kind == ExprKind::call ? expr.name_place : expr.place;
  if (count < row.least || (row.most >= 0 && count > row.most))
    return report("argument-count", name_place, {expr.text, std::string(row.doc.signature), std::to_string(count)});
  for (int i = 0; i < count; ++i) {
    const bool arrow = expr.arguments[std::size_t(i)]->kind == ExprKind::arrow;
    const bool wanted = is_table(row.types) && i > 0;
    if (wanted && !arrow)
      return report("arrow-wanted", expr.arguments[std::size_t(i)]->place, {std::string(row.doc.signature)});
    if (arrow && !wanted) return report("arrow-outside-table", expr.arguments[std::size_t(i)]->place);
  }
  Term term;
  term.place = place;
  term.function = &row;
  term.kind = row.place == PlaceFunction::none ? TermKind::call : TermKind::place;
  for (const ExprPtr& operand : operands_of(expr)) term.children.push_back(make(*operand, place));
  for (const TermPtr& child : term.children)
    if (child->kind == TermKind::invalid) return child;
  if (!types_fit(row, term)) return std::make_shared<const Term>();
  if (row.types == TypeRule::numbers && row.scalar && count > 1)
    check_domain(row, term.children, 1, std::size_t(count) - 1);
  return finish(std::move(term), expr);
}

/// Demands of the row's TypeRule on the children, and the type of the result.
bool TermMaker::types_fit(const FunctionRow& row, Term& term) {
  const std::size_t before = diagnostics_.size();
  const auto& children = term.children;
  const auto demand = [&](const Term& child, bool fits, std::string_view wanted) {
    if (!fits)
      report("wrong-operand", child.source,
             {std::string(row.doc.name), std::string(wanted), std::string(to_text(child.type))});
  };
  const auto demand_numbers = [&](std::size_t from, std::size_t step) {
    for (std::size_t i = from; i < children.size(); i += step)
      demand(*children[i], numeric(children[i]->type), "number");
  };
  const auto demand_same = [&](std::size_t from, std::size_t step) {
    for (std::size_t i = from + step; i < children.size(); i += step) {
      const bool both_numeric = numeric(children[i]->type) && numeric(children[from]->type);
      demand(*children[i], both_numeric || children[i]->type == children[from]->type, to_text(children[from]->type));
    }
    bool number = false;
    for (std::size_t i = from; i < children.size(); i += step)
      number = number || children[i]->type == ValueType::number;
    return number ? ValueType::number : children[from]->type;
  };
  term.type = ValueType::number;
  switch (row.types) {
    case TypeRule::none:
      break;
    case TypeRule::numbers:
      demand_numbers(0, 1);
      break;
    case TypeRule::order:
      demand(*children[0], children[0]->type != ValueType::text, "number, date");
      demand_same(0, 1);
      term.type = ValueType::boolean;
      break;
    case TypeRule::equality:
    case TypeRule::membership:
      demand_same(0, 1);
      check_known_option(term);
      term.type = ValueType::boolean;
      break;
    case TypeRule::logic:
      for (const TermPtr& child : children) demand(*child, child->type == ValueType::boolean, "condition");
      term.type = ValueType::boolean;
      break;
    case TypeRule::test:
      term.type = ValueType::boolean;
      break;
    case TypeRule::choice:
      demand(*children[0], children[0]->type == ValueType::boolean, "condition");
      term.type = demand_same(1, 1);
      break;
    case TypeRule::cases:
      for (std::size_t i = 0; i < children.size(); ++i) {
        const bool condition = i % 2 == 0 && i + 1 < children.size();
        demand(*children[i], condition ? children[i]->type == ValueType::boolean : numeric(children[i]->type),
               condition ? "condition" : "number");
      }
      break;
    case TypeRule::same:
      term.type = demand_same(0, 1);
      break;
    case TypeRule::number_table:
      demand_numbers(0, 1);
      check_table(term);
      break;
    case TypeRule::text_table:
      demand(*children[0], children[0]->type == ValueType::text, "text");
      for (std::size_t i = 1; i < children.size(); i += 2)
        demand(*children[i], children[i]->kind == TermKind::constant && children[i]->type == ValueType::text, "'text'");
      check_known_option(term);
      term.type = demand_same(2, 2);
      break;
    case TypeRule::two_dates:
      for (const TermPtr& child : children) demand(*child, child->type == ValueType::date, "date");
      break;
    case TypeRule::text_constant: {
      const Term& status = *children[0];
      demand(status, status.kind == TermKind::constant && status.type == ValueType::text, "'text'");
      if (status.type != ValueType::text || status.kind != TermKind::constant) break;
      std::vector<std::string> known = {"on_duty", "rest"};
      for (const DutyRule& rule : rulebook_.duty) known.push_back(rule.status.value);
      term.status = *status.constant.text;
      if (std::find(known.begin(), known.end(), term.status) == known.end())
        report("unknown-status", status.source, {term.status, nearest_name(term.status, known)});
      term.children.clear();
      break;
    }
    case TypeRule::date_result:
      term.type = ValueType::date;
      break;
  }
  return diagnostics_.size() == before;
}

/// Keys that are known without data must ascend: `5-7` is -2, and a parameter may be changed past its neighbour.
void TermMaker::check_table(const Term& term) {
  for (std::size_t i = 3; i < term.children.size(); i += 2) {
    const Term& key = *term.children[i];
    const Term& last = *term.children[i - 2];
    std::set<Day> days = {kLastDay};
    collect_change_days(key, card_, days);
    collect_change_days(last, card_, days);
    for (const Day day : days) {
      const auto before = static_value(last, card_, day), here = static_value(key, card_, day);
      if (!before || !here || *before < *here) continue;
      report("table-not-ascending", key.source, {here->to_text(), before->to_text()});
      break;
    }
  }
}

/// An attribute or column with `one_of` compared with a text that it can never have.
void TermMaker::check_known_option(const Term& term) {
  check_known_level(term);
  for (const TermPtr& subject : term.children) {
    if (subject->kind == TermKind::attribute) {
      const Attribute& attribute = rulebook_.attributes[subject->index];
      check_option_of(attribute.id.value, attribute.one_of, term);
    } else if (subject->kind == TermKind::column) {
      const EventColumn& column = columns_->columns[subject->index];
      check_option_of(column.id.value, column.one_of, term);
    } else {
      continue;
    }
    return;
  }
}

void TermMaker::check_option_of(const std::string& id, const std::vector<std::string>& one_of, const Term& term) {
  if (one_of.empty()) return;
  for (const TermPtr& other : term.children) {
    if (other->kind != TermKind::constant || other->type != ValueType::text) continue;
    const std::string& text = *other->constant.text;
    if (std::find(one_of.begin(), one_of.end(), text) == one_of.end())
      report("unknown-option", other->source, {text, id, nearest_name(text, one_of)});
  }
}

}  // namespace cwp
