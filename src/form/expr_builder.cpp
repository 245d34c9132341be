#include "form/expr_builder.hpp"

#include <utility>

namespace cwp {

Expr ExprBuilder::node(ExprKind kind) const {
  Expr expr;
  expr.kind = kind;
  expr.place = place_;
  expr.name_place = name_place_;
  return expr;
}

ExprPtr ExprBuilder::number(std::int64_t value) const {
  Expr expr = node(ExprKind::number);
  expr.number = Decimal{value, 0};
  return std::make_shared<const Expr>(std::move(expr));
}

ExprPtr ExprBuilder::negated(ExprPtr value) const {
  if (value->kind != ExprKind::number) return call("neg", {std::move(value)});
  Expr expr = *value;
  expr.number.units = -expr.number.units;
  return std::make_shared<const Expr>(std::move(expr));
}

ExprPtr ExprBuilder::name(std::string_view name) const {
  Expr expr = node(ExprKind::name);
  expr.text = name;
  return std::make_shared<const Expr>(std::move(expr));
}

ExprPtr ExprBuilder::called(std::string_view function, std::vector<ExprPtr> arguments, Clauses clauses) const {
  Expr expr = node(ExprKind::call);
  expr.text = function;
  expr.arguments = std::move(arguments);
  expr.clauses = std::move(clauses);
  return std::make_shared<const Expr>(std::move(expr));
}

ExprPtr ExprBuilder::call(std::string_view function, std::vector<ExprPtr> arguments) const {
  return called(function, std::move(arguments), {});
}

ExprPtr ExprBuilder::fold(std::string_view function, ExprPtr argument, Grain grain) const {
  Clauses clauses;
  clauses.per = grain;
  return called(function, {std::move(argument)}, std::move(clauses));
}

ExprPtr ExprBuilder::gather(std::string_view function, ExprPtr argument, const std::vector<NameUse>& by) const {
  Clauses clauses;
  clauses.by = by;
  clauses.by_all = by.empty();
  return called(function, {std::move(argument)}, std::move(clauses));
}

ExprPtr ExprBuilder::arrow(ExprPtr key, ExprPtr value) const {
  Expr expr = node(ExprKind::arrow);
  expr.arguments = {std::move(key), std::move(value)};
  return std::make_shared<const Expr>(std::move(expr));
}

ExprPtr ExprBuilder::invalid() const { return std::make_shared<const Expr>(node(ExprKind::invalid)); }

ExprPtr ExprBuilder::prorated(ExprPtr threshold, Prorate prorate) const {
  if (prorate == Prorate::no) return threshold;
  const auto literal = written_number(*threshold);
  if (literal && literal->units == 0) return threshold;
  return call("*", {std::move(threshold), name(prorate == Prorate::duty ? "duty_share" : "present_share")});
}

std::optional<Decimal> written_number(const Expr& expr) {
  if (expr.kind == ExprKind::number) return expr.number;
  if (expr.kind != ExprKind::call || expr.text != "neg" || expr.arguments.size() != 1) return std::nullopt;
  const Expr& operand = *expr.arguments.front();
  if (operand.kind != ExprKind::number) return std::nullopt;
  return Decimal{-operand.number.units, operand.number.decimals};
}

}  // namespace cwp
