#include "formula/parse_state.hpp"

#include <algorithm>
#include <utility>

#include "calendar/later_grains.hpp"

namespace cwp {

void ParseState::report(std::string_view slug, const Token& at, std::vector<std::string> arguments) {
  diagnostics_.push_back({slug, place(at), std::move(arguments), {}});
}

bool ParseState::fits(int height, const Token& at) {
  if (height <= kDeepest) return true;
  if (!too_deep_) too_deep_ = at;
  return false;
}

void ParseState::span(ParsedExpr& node, std::uint32_t begin, std::uint32_t end) const {
  node.begin = begin;
  node.end = end;
  node.expr->place = place(begin, end);
}

ParsedExpr ParseState::leaf(ExprKind kind, const Token& token) const {
  ParsedExpr node{std::make_shared<Expr>()};
  node.expr->kind = kind;
  span(node, token.begin, token.end);
  return node;
}

ParsedExpr ParseState::call_of(std::string name, const Token& sign) const {
  ParsedExpr node{std::make_shared<Expr>()};
  node.expr->kind = ExprKind::call;
  node.expr->text = std::move(name);
  node.expr->name_place = place(sign);
  return node;
}

ParsedExpr ParseState::number(const Token& token) {
  const auto value = Decimal::parse(written(token));
  ParsedExpr node = leaf(value ? ExprKind::number : ExprKind::invalid, token);  // cut_tokens has said why it is none
  if (value) node.expr->number = *value;
  node.literal = true;
  return node;
}

ParsedExpr ParseState::percent(ParsedExpr number, const Token& sign) {
  Decimal& value = number.expr->number;
  int decimals = value.decimals + 2;
  while (decimals > 18 && value.units % 10 == 0) value.units /= 10, --decimals;
  span(number, number.begin, sign.end);
  if (decimals > 18) {
    report("number-too-long", {TokenKind::number, number.begin, number.end},
           {text_.text.substr(number.begin, number.end - number.begin)});
    number.expr->kind = ExprKind::invalid;
  } else {
    value.decimals = static_cast<std::uint8_t>(decimals);
  }
  return number;
}

ParsedExpr ParseState::text(const Token& token) {
  ParsedExpr node = leaf(ExprKind::text, token);
  for (std::uint32_t i = token.begin + 1; i < token.end; ++i) {
    if (text_.text[i] == '\'') ++i;  // '' is one quote, and the last ' is none
    if (i < token.end) node.expr->text += text_.text[i];
  }
  return node;
}

ParsedExpr ParseState::date(const Token& word, const Token& text_token) {
  const std::string content = text(text_token).expr->text;
  const auto day = Day::parse(content);
  ParsedExpr node = leaf(day ? ExprKind::date : ExprKind::invalid, text_token);
  span(node, word.begin, text_token.end);
  if (day) {
    node.expr->date = *day;
  } else {
    report("date-format", text_token, {content});
  }
  return node;
}

ParsedExpr ParseState::boolean(const Token& token) {
  ParsedExpr node = leaf(ExprKind::boolean, token);
  node.expr->boolean = token.kind == TokenKind::word_true;
  return node;
}

ParsedExpr ParseState::name(const Token& token) {
  ParsedExpr node = leaf(ExprKind::name, token);
  node.expr->text = written(token);
  return node;
}

void ParseState::parenthesise(ParsedExpr& node, const Token& left, const Token& right) {
  span(node, left.begin, right.end);
  node.literal = false;
}

bool ParseState::prefix(const Token& sign, ParsedExpr& operand) {
  if (sign.kind == TokenKind::minus && operand.literal) {
    operand.expr->number.units = -operand.expr->number.units;
    span(operand, sign.begin, operand.end);
    operand.literal = false;
    return true;
  }
  if (!fits(operand.height + 1, sign)) return false;
  ParsedExpr node = call_of(sign.kind == TokenKind::minus ? "neg" : "not", sign);
  node.height = operand.height + 1;
  span(node, sign.begin, operand.end);
  node.expr->arguments.push_back(std::move(operand.expr));
  operand = std::move(node);
  return true;
}

namespace {

/// The name under which the operator stands in the catalogue, whatever was typed for it (`==`, `&&`).
const char* operator_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::word_and:
      return "and";
    case TokenKind::word_or:
      return "or";
    case TokenKind::plus:
      return "+";
    case TokenKind::minus:
      return "-";
    case TokenKind::star:
      return "*";
    case TokenKind::slash:
      return "/";
    case TokenKind::caret:
      return "^";
    case TokenKind::less:
      return "<";
    case TokenKind::less_equal:
      return "<=";
    case TokenKind::greater:
      return ">";
    case TokenKind::greater_equal:
      return ">=";
    case TokenKind::equal:
      return "=";
    default:
      return "!=";
  }
}

}  // namespace

bool ParseState::join(ParsedExpr& left, const Token& sign, ParsedExpr right) {
  const int height = std::max(left.height, right.height) + 1;
  if (!fits(height, sign)) return false;
  ParsedExpr node = call_of(operator_name(sign.kind), sign);
  node.height = height;
  span(node, left.begin, right.end);
  node.expr->arguments = {std::move(left.expr), std::move(right.expr)};
  left = std::move(node);
  return true;
}

bool ParseState::chain(ParsedExpr& comparison, const Token& sign, ParsedExpr right) {
  const Expr& first = *comparison.expr;
  ParsedExpr middle{std::const_pointer_cast<Expr>(first.arguments[1]), 0, 0, comparison.height - 1};
  middle.begin = comparison.end;  // only the place of the second comparison needs it
  if (!fits(std::max(comparison.height, right.height + 1) + 1, sign)) return false;
  const Place middle_place = first.arguments[1]->place;
  const std::uint32_t end = right.end;
  if (!join(middle, sign, std::move(right))) return false;
  middle.expr->place = {middle_place.source, {middle_place.span.begin, middle.expr->place.span.end}};
  ParsedExpr node = call_of("and", sign);
  node.height = std::max(comparison.height, middle.height) + 1;
  span(node, comparison.begin, end);
  node.expr->arguments = {std::move(comparison.expr), std::move(middle.expr)};
  comparison = std::move(node);
  return true;
}

bool ParseState::member(ParsedExpr& left, const std::optional<Token>& negation, const Token& in,
                        std::vector<ParsedExpr> constants, const Token& right) {
  if (!fits(left.height + 2, in)) return false;
  ParsedExpr node = call_of("in", in);
  node.height = left.height + 1;
  span(node, left.begin, right.end);
  node.expr->arguments.push_back(std::move(left.expr));
  for (ParsedExpr& constant : constants) node.expr->arguments.push_back(std::move(constant.expr));
  if (negation) {
    ParsedExpr negated = call_of("not", *negation);
    negated.height = node.height + 1;
    span(negated, node.begin, node.end);
    negated.expr->arguments.push_back(std::move(node.expr));
    node = std::move(negated);
  }
  left = std::move(node);
  return true;
}

bool ParseState::arrow(ParsedExpr& key, ParsedExpr value) {
  const int height = std::max(key.height, value.height) + 1;
  if (!fits(height, {TokenKind::arrow, key.begin, value.end})) return false;
  ParsedExpr node{std::make_shared<Expr>()};
  node.expr->kind = ExprKind::arrow;
  node.height = height;
  span(node, key.begin, value.end);
  node.expr->arguments = {std::move(key.expr), std::move(value.expr)};
  key = std::move(node);
  return true;
}

std::optional<Grain> ParseState::grain(const Token& token) {
  const auto found = parse_grain(written(token));
  if (!found) report(is_later_grain(written(token)) ? "not-yet" : "unknown-grain", token, {written(token)});
  return found;
}

std::optional<int> ParseState::periods(const Token& at, const Token& number) {
  constexpr std::int64_t kMost = 200'000;  // more days than the calendar has
  const auto value = Decimal::parse(written(number));
  if (value && value->decimals == 0 && value->units >= 1 && value->units <= kMost) {
    return static_cast<int>(value->units);
  }
  const Token all{TokenKind::number, at.begin, number.end};
  report("lag-not-positive", all, {written(all)});
  return std::nullopt;
}

bool ParseState::lag(ParsedExpr& inside, const std::optional<Token>& minus, const Token& number,
                     const std::optional<Token>& grain_token, const Token& right) {
  if (!fits(inside.height + 1, number)) return false;
  ParsedExpr node{std::make_shared<Expr>()};
  node.height = inside.height + 1;
  span(node, inside.begin, right.end);
  node.expr->kind = ExprKind::lag;
  node.expr->arguments.push_back(std::move(inside.expr));
  if (minus) {
    node.expr->lag = periods(*minus, number).value_or(0);
  } else {
    report("lag-not-positive", number, {written(number)});
  }
  if (grain_token) {
    node.expr->lag_grain = grain(*grain_token);
    if (!node.expr->lag_grain) node.expr->lag = 0;
  }
  if (node.expr->lag == 0) node.expr->kind = ExprKind::invalid;
  inside = std::move(node);
  return true;
}

void ParseState::begin_call(ParsedExpr& call, const Token& name) {
  call = call_of(written(name), name);
  call.begin = name.begin;
}

bool ParseState::argument(ParsedExpr& call, ParsedExpr argument) {
  if (!fits(argument.height + 1, {TokenKind::name, argument.begin, argument.end})) return false;
  call.height = std::max(call.height, argument.height + 1);
  call.expr->arguments.push_back(std::move(argument.expr));
  return true;
}

void ParseState::clause_once(bool there, const Token& word) {
  if (there) report("clause-twice", word, {written(word)});
}

void ParseState::per(ParsedExpr& call, const Token& word, const Token& grain_token) {
  Clauses& clauses = call.expr->clauses;
  clause_once(clauses.per.has_value(), word);
  clauses.per = grain(grain_token);
}

void ParseState::over_last(ParsedExpr& call, const Token& word, const Token& number) {
  Clauses& clauses = call.expr->clauses;
  clause_once(clauses.over_last || clauses.over_to_date, word);
  clauses.over_last = periods(number, number);
}

void ParseState::over_to_date(ParsedExpr& call, const Token& word, const Token& grain_token) {
  Clauses& clauses = call.expr->clauses;
  clause_once(clauses.over_last || clauses.over_to_date, word);
  clauses.over_to_date = grain(grain_token);
}

void ParseState::by(ParsedExpr& call, const Token& word, const std::vector<Token>& names) {
  Clauses& clauses = call.expr->clauses;
  clause_once(clauses.by_all || !clauses.by.empty(), word);
  clauses.by_all = names.empty();
  for (const Token& name : names) clauses.by.push_back({written(name), place(name)});
}

bool ParseState::where(ParsedExpr& call, const Token& word, ParsedExpr condition) {
  if (!fits(condition.height + 1, word)) return false;
  clause_once(call.expr->clauses.where != nullptr, word);
  call.height = std::max(call.height, condition.height + 1);
  call.expr->clauses.where = std::move(condition.expr);
  return true;
}

void ParseState::end_call(ParsedExpr& call, const Token& right) { span(call, call.begin, right.end); }

}  // namespace cwp
