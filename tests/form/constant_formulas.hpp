#pragma once
// A tiny evaluator of formulas made of constants, given names and scalar functions: enough to see what figure a
// desugared form gives. No officers, no time.

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "cwp/formula.hpp"
#include "formula/function_row.hpp"

namespace cwp::test {

/// What the names in a formula stand for, each as a formula of constants.
using Figures = std::map<std::string, Value>;

inline Value number(const std::string& fraction) {
  const auto slash = fraction.find('/');
  const Rational top(Decimal::parse(fraction.substr(0, slash)).value());
  return Value::of(slash == std::string::npos ? top
                                              : top / Rational(Decimal::parse(fraction.substr(slash + 1)).value()));
}

inline Value evaluate(const Expr& expr, const Figures& figures) {
  switch (expr.kind) {
    case ExprKind::number:
      return Value::of(Rational(expr.number));
    case ExprKind::boolean:
      return Value::of_truth(expr.boolean);
    case ExprKind::text:
      return Value::of_text(expr.text);
    case ExprKind::name:
      return figures.at(expr.text);
    case ExprKind::call:
      break;
    default:
      throw std::logic_error("not a constant formula: " + to_text(expr));
  }
  if (!expr.clauses.empty()) throw std::logic_error("not a constant formula: " + to_text(expr));
  std::deque<Value> values;
  for (const ExprPtr& argument : expr.arguments) {
    if (argument->kind == ExprKind::arrow)
      for (const ExprPtr& end : argument->arguments) values.push_back(evaluate(*end, figures));
    else
      values.push_back(evaluate(*argument, figures));
  }
  std::vector<const Value*> operands;
  for (const Value& value : values) operands.push_back(&value);
  const FunctionRow* row = find_function(expr.text);
  if (row == nullptr) throw std::logic_error("no function " + expr.text);
  return apply_scalar(*row, operands, BodyContext{});
}

/// The value as `0.25`, `1/3`, `missing`, `exempt`.
inline std::string figure(const ExprPtr& expr, const Figures& figures = {}) {
  return to_text(evaluate(*expr, figures));
}

}  // namespace cwp::test
