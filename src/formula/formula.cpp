// Trees of formulas: equality and the canonical text.

#include "cwp/formula.hpp"

#include <algorithm>
#include <array>

namespace cwp {
namespace {

bool equal(const ExprPtr& a, const ExprPtr& b) {
  if (!a || !b) return !a && !b;
  return equal(*a, *b);
}

bool equal(const Clauses& a, const Clauses& b) {
  const auto same_name = [](const NameUse& x, const NameUse& y) { return x.text == y.text; };
  return a.per == b.per && a.over_last == b.over_last && a.over_to_date == b.over_to_date && a.by_all == b.by_all &&
         std::equal(a.by.begin(), a.by.end(), b.by.begin(), b.by.end(), same_name) && equal(a.where, b.where);
}

}  // namespace

bool equal(const Expr& a, const Expr& b) {
  return &a == &b ||
         (a.kind == b.kind && a.number == b.number && a.text == b.text && a.date == b.date && a.boolean == b.boolean &&
          a.lag == b.lag && a.lag_grain == b.lag_grain && equal(a.clauses, b.clauses) &&
          std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(),
                     [](const ExprPtr& x, const ExprPtr& y) { return equal(x, y); }));
}

namespace {

/// How tightly a text holds together, loosest first, as in the grammar.
enum Level { kOr, kAnd, kNot, kCompare, kSum, kProduct, kUnary, kPower, kPostfix, kPrimary };

struct Infix {
  std::string_view name;
  Level level, left, right;
};
constexpr Infix kInfixes[] = {
    {"or", kOr, kOr, kAnd},          {"and", kAnd, kAnd, kNot},         {"=", kCompare, kSum, kSum},
    {"!=", kCompare, kSum, kSum},    {"<", kCompare, kSum, kSum},       {"<=", kCompare, kSum, kSum},
    {">", kCompare, kSum, kSum},     {">=", kCompare, kSum, kSum},      {"+", kSum, kSum, kProduct},
    {"-", kSum, kSum, kProduct},     {"*", kProduct, kProduct, kUnary}, {"/", kProduct, kProduct, kUnary},
    {"^", kPower, kPostfix, kUnary},
};

bool is_call(const Expr& expr, std::string_view name, std::size_t arguments) {
  return expr.kind == ExprKind::call && expr.text == name && expr.arguments.size() == arguments && expr.clauses.empty();
}
const Infix* find_infix(const Expr& expr) {
  for (const Infix& row : kInfixes) {
    if (is_call(expr, row.name, 2)) return &row;
  }
  return nullptr;
}
bool is_less(const Expr& expr) { return is_call(expr, "<", 2) || is_call(expr, "<=", 2); }
/// `a < b and b <= c`, which is written `a < b <= c`.
bool is_chain(const Expr& expr) {
  return is_call(expr, "and", 2) && is_less(*expr.arguments[0]) && is_less(*expr.arguments[1]) &&
         equal(*expr.arguments[0]->arguments[1], *expr.arguments[1]->arguments[0]);
}
bool is_membership(const Expr& expr) {
  return expr.kind == ExprKind::call && expr.text == "in" && expr.arguments.size() >= 2 && expr.clauses.empty();
}
bool is_outside(const Expr& expr) { return is_call(expr, "not", 1) && is_membership(*expr.arguments[0]); }

Level level_of(const Expr& expr) {
  if (expr.kind == ExprKind::lag) return kPostfix;
  if (expr.kind == ExprKind::number && expr.number.units < 0) return kUnary;
  if (expr.kind != ExprKind::call) return kPrimary;
  if (is_chain(expr) || is_membership(expr) || is_outside(expr)) return kCompare;
  if (is_call(expr, "not", 1)) return kNot;
  if (is_call(expr, "neg", 1)) return kUnary;
  const Infix* infix = find_infix(expr);
  return infix ? infix->level : kPrimary;
}

class Printer {
 public:
  std::string out;

  void print(const Expr& expr, Level least) {
    const bool parenthesise = level_of(expr) < least;
    if (parenthesise) out += '(';
    print(expr);
    if (parenthesise) out += ')';
  }

 private:
  void print(const Expr& expr) {
    switch (expr.kind) {
      case ExprKind::number:
        out += expr.number.to_short_text();
        return;
      case ExprKind::text:
        quoted(expr.text);
        return;
      case ExprKind::date:
        out += "date ";
        quoted(expr.date.to_text());
        return;
      case ExprKind::boolean:
        out += expr.boolean ? "true" : "false";
        return;
      case ExprKind::name:
        out += expr.text;
        return;
      case ExprKind::arrow:
        print(*expr.arguments[0], kOr);
        out += " -> ";
        print(*expr.arguments[1], kOr);
        return;
      case ExprKind::lag:
        print(*expr.arguments[0], kPrimary);
        out += "[-" + std::to_string(expr.lag);
        if (expr.lag_grain) out.append(" ").append(to_text(*expr.lag_grain));
        out += ']';
        return;
      case ExprKind::invalid:
        out += '?';
        return;
      case ExprKind::call:
        break;
    }
    if (is_chain(expr)) {
      const Expr& second = *expr.arguments[1];
      print(*expr.arguments[0], kCompare);
      out += ' ' + second.text + ' ';
      print(*second.arguments[1], kSum);
    } else if (is_membership(expr)) {
      membership(expr, " in [");
    } else if (is_outside(expr)) {
      membership(*expr.arguments[0], " not in [");
    } else if (is_call(expr, "not", 1)) {
      out += "not ";
      print(*expr.arguments[0], kCompare);
    } else if (is_call(expr, "neg", 1)) {
      negated(*expr.arguments[0]);
    } else if (const Infix* infix = find_infix(expr)) {
      print(*expr.arguments[0], infix->left);
      out.append(" ").append(infix->name).append(" ");
      print(*expr.arguments[1], infix->right);
    } else {
      call(expr);
    }
  }

  void negated(const Expr& operand) {
    out += '-';
    // -2 is the number -2; the negation of the number 2 is -(2)
    print(operand, operand.kind == ExprKind::number ? static_cast<Level>(kPrimary + 1) : kPower);
  }

  void membership(const Expr& in, std::string_view words) {
    print(*in.arguments[0], kSum);
    out += words;
    list(in.arguments, 1);
    out += ']';
  }

  void list(const std::vector<ExprPtr>& items, std::size_t from) {
    for (std::size_t i = from; i < items.size(); ++i) {
      if (i > from) out += ", ";
      print(*items[i], kOr);
    }
  }

  void call(const Expr& expr) {
    out += expr.text + '(';
    list(expr.arguments, 0);
    std::string_view blank = expr.arguments.empty() ? "" : " ";
    const auto clause = [&](std::string_view words) {
      out.append(blank).append(words);
      blank = " ";
    };
    const Clauses& clauses = expr.clauses;
    if (clauses.per) clause("per "), out += to_text(*clauses.per);
    if (clauses.over_last) clause("over last "), out += std::to_string(*clauses.over_last);
    if (clauses.over_to_date) clause("over "), out.append(to_text(*clauses.over_to_date)).append(" to date");
    if (clauses.by_all) clause("by all");
    for (const NameUse& name : clauses.by) {
      if (&name == &clauses.by.front()) {
        clause("by ");
      } else {
        out += ", ";
      }
      out += name.text;
    }
    if (clauses.where) clause("where "), print(*clauses.where, kOr);
    out += ')';
  }

  void quoted(std::string_view text) {
    out += '\'';
    for (const char c : text) {
      if (c == '\'') out += '\'';
      out += c;
    }
    out += '\'';
  }
};

}  // namespace

std::string to_text(const Expr& expr) {
  Printer printer;
  printer.print(expr, kOr);
  return std::move(printer.out);
}

}  // namespace cwp
