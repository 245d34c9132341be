#pragma once
// Diagnostics and trees as short texts.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cwp/formula.hpp"

namespace cwp::test {

inline std::string text_at(const Place& place) {
  return std::string(place.source.text().substr(place.span.begin, place.span.end - place.span.begin));
}

/// `slug 'the text it points at': message`, one line for each.
inline std::string pictures(const std::vector<Diagnostic>& diagnostics, Language language = Language::en) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Span span = diagnostic.place.span;
    if (!out.empty()) out += '\n';
    out.append(diagnostic.slug).append(" at ").append(std::to_string(span.begin)).append(" '");
    out.append(diagnostic.place.source.text().substr(span.begin, span.end - span.begin)).append("': ");
    out += message(diagnostic, language);
  }
  return out;
}

/// What parse_formula says of the text; empty when nothing.
inline std::string problems(const std::string& text, Language language = Language::en) {
  return pictures(parse_formula(text).diagnostics(), language);
}

/// The first problem's slug and the text it points at: `number-format '1e3'`; empty when there is none.
inline std::string first_problem(const std::string& text) {
  const auto formula = parse_formula(text);
  if (formula.diagnostics().empty()) return "";
  const Diagnostic& first = formula.diagnostics().front();
  const Span span = first.place.span;
  return std::string(first.slug) + " '" +
         std::string(first.place.source.text().substr(span.begin, span.end - span.begin)) + "'";
}

/// The tree with every call spelt out: `+(a, *(b, c))`. Clauses stand in braces.
inline std::string tree(const Expr& expr) {
  const auto list = [](const std::vector<ExprPtr>& items) {
    std::string out;
    for (const ExprPtr& item : items) out += (out.empty() ? "" : ", ") + tree(*item);
    return out;
  };
  switch (expr.kind) {
    case ExprKind::number:
      return expr.number.to_short_text();
    case ExprKind::text:
      return "'" + expr.text + "'";
    case ExprKind::date:
      return "date " + expr.date.to_text();
    case ExprKind::boolean:
      return expr.boolean ? "true" : "false";
    case ExprKind::name:
      return expr.text;
    case ExprKind::arrow:
      return tree(*expr.arguments[0]) + " -> " + tree(*expr.arguments[1]);
    case ExprKind::lag:
      return "lag(" + list(expr.arguments) + ", " + std::to_string(expr.lag) +
             (expr.lag_grain ? " " + std::string(to_text(*expr.lag_grain)) : "") + ")";
    case ExprKind::invalid:
      return "invalid";
    case ExprKind::call:
      break;
  }
  std::string out = expr.text + "(" + list(expr.arguments) + ")";
  const Clauses& clauses = expr.clauses;
  if (clauses.per) out.append("{per ").append(to_text(*clauses.per)).append("}");
  if (clauses.over_last) out += "{over last " + std::to_string(*clauses.over_last) + "}";
  if (clauses.over_to_date) out.append("{over ").append(to_text(*clauses.over_to_date)).append(" to date}");
  if (clauses.by_all) out += "{by all}";
  for (const NameUse& name : clauses.by) out += "{by " + name.text + "}";
  if (clauses.where) out += "{where " + tree(*clauses.where) + "}";
  return out;
}

/// The tree of a formula without mistakes; its problems otherwise.
inline std::string tree_of(const std::string& text) {
  const auto formula = parse_formula(text);
  return formula.ok() ? tree(*formula.value().root) : pictures(formula.diagnostics());
}

}  // namespace cwp::test
