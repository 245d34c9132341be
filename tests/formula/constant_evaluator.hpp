#pragma once
// Evaluates formulas of constants, and the examples of the catalogue: of an aggregate the values stand one behind the
// other (of one among peers the officer's own first), and place functions stand in March 2026 (see FunctionRow::doc).
// The names `missing` and `exempt` stand for absent numbers.

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string>
#include <vector>

#include "cwp/formula.hpp"
#include "formula/function_row.hpp"

namespace cwp::test {

inline Value evaluate_place(const FunctionRow& row) {
  CalendarRules rules;
  rules.month_starts = 21;
  const Calendar calendar(rules);
  const Period march{Grain::month, 2026 * 12 + 2};
  const DayRange days = calendar.days(march);
  constexpr int kLeave = 2;
  const std::int64_t work_days = calendar.workdays(days);
  switch (row.place) {
    case PlaceFunction::calendar_days:
    case PlaceFunction::present_days:
      return Value::of(std::int64_t{days.size()});
    case PlaceFunction::work_days:
      return Value::of(work_days);
    case PlaceFunction::duty_days:
      return Value::of(work_days - kLeave);
    case PlaceFunction::days_with:
      return Value::of(kLeave);
    case PlaceFunction::period_start:
      return Value::of_date(days.first);
    case PlaceFunction::period_end:
      return Value::of_date(days.last);
    case PlaceFunction::month_of_year:
      return Value::of(march.ordinal % 12 + 1);
    case PlaceFunction::duty_share:
      return Value::of(Rational(work_days - kLeave, work_days));
    case PlaceFunction::present_share:
      return Value::of(1);
    case PlaceFunction::none:
      break;
  }
  throw std::logic_error("not a place function");
}

/// As an evaluator calls an aggregate across officers: `among` for the peer whose value is the first.
inline Value evaluate_across(const FunctionRow& row, std::span<const Value> extra, std::span<const Value> peers) {
  std::vector<Value> ascending(peers.begin(), peers.end());
  std::ranges::stable_sort(ascending, [](const Value& a, const Value& b) { return a.number < b.number; });
  if (row.among == nullptr) return row.fold(ascending, extra, {});
  const std::vector<Value> group = row.group == nullptr ? std::vector<Value>{} : row.group(ascending, {});
  return row.among(peers.front(), ascending, group, {});
}

/// An absent condition is an unknown step; constants have no periods to pass over.
inline Value evaluate_run(const FunctionRow& row, std::span<const Value> conditions) {
  std::vector<RunStep> steps;
  for (const Value& c : conditions)
    steps.push_back(!c.present() ? RunStep::unknown : c.truth() ? RunStep::yes : RunStep::no);
  return row.run(steps);
}

inline Value evaluate(const Expr& expr) {
  const auto refuse = [&]() -> Value { throw std::logic_error("cannot evaluate " + to_text(expr)); };
  switch (expr.kind) {
    case ExprKind::number:
      return Value::of(Rational(expr.number));
    case ExprKind::boolean:
      return Value::of_truth(expr.boolean);
    case ExprKind::text:
      return Value::of_text(expr.text);
    case ExprKind::date:
      return Value::of_date(expr.date);
    case ExprKind::name:
      if (expr.text == "missing") return Value::missing();
      if (expr.text == "exempt") return Value::exempt();
      break;
    case ExprKind::call:
      break;
    default:
      return refuse();
  }
  const FunctionRow* row = find_function(expr.text);
  if (row == nullptr || !expr.clauses.empty()) return refuse();
  if (row->place != PlaceFunction::none) return evaluate_place(*row);
  std::deque<Value> values;
  for (const ExprPtr& argument : expr.arguments) {
    if (argument->kind == ExprKind::arrow) {
      for (const ExprPtr& end : argument->arguments) values.push_back(evaluate(*end));
    } else {
      values.push_back(evaluate(*argument));
    }
  }
  if (row->scalar != nullptr) {
    std::vector<const Value*> operands;
    for (const Value& value : values) operands.push_back(&value);
    return apply_scalar(*row, operands, {});
  }
  const std::vector<Value> all(values.begin(), values.end());
  const std::span<const Value> given(all);
  const auto extra = static_cast<std::size_t>(row->fold_extra);
  if (row->among != nullptr || row->only_across) return evaluate_across(*row, given.first(extra), given.subspan(extra));
  if (row->run != nullptr) return evaluate_run(*row, given);
  if (row->fold == nullptr) return refuse();
  return row->fold(given.subspan(extra), given.first(extra), {});
}

/// `0.25`, `missing`, `'text'`, or the problems of the formula.
inline std::string answer(const std::string& text) {
  const auto formula = parse_formula(text);
  if (!formula.ok()) return render(formula.diagnostics());
  return to_text(evaluate(*formula.value().root));
}

inline Fault fault_of(const std::string& formula) { return evaluate(*parse_formula(formula).value().root).fault; }

/// A formula of constants, and what it gives.
struct Figure {
  const char *formula, *figure;
};
inline void expect_figures(std::initializer_list<Figure> figures) {
  for (const Figure& row : figures) EXPECT_EQ(answer(row.formula), row.figure) << row.formula;
}

}  // namespace cwp::test
