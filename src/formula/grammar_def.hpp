#pragma once
// The grammar of formulas, defined. Each definition is a line of the grammar in docs/language.md; what is made of it is
// in parse_state.cpp. There is no backtracking over a node that was made, so parsing is linear.

#include <boost/fusion/include/at_c.hpp>

#include "formula/token_parser.hpp"

namespace cwp::grammar {

using Kind = TokenKind;
using boost::fusion::at_c;

/// `not in [constants]`, `in [constants]`
struct Membership {
  std::optional<Token> negation;
  Token in, right;
  std::vector<ParsedExpr> constants;
};
/// `[-2 month]`
struct Lag {
  std::optional<Token> minus, grain;
  Token number, right;
};
/// `by station, area`
struct By {
  Token word;
  std::vector<Token> names;
};

const x3::rule<struct disjunction_class, ParsedExpr> disjunction("disjunction");
const x3::rule<struct conjunction_class, ParsedExpr> conjunction("conjunction");
const x3::rule<struct negation_class, ParsedExpr> negation("negation");
const x3::rule<struct comparison_class, ParsedExpr> comparison("comparison");
const x3::rule<struct membership_class, Membership> membership("membership");
const x3::rule<struct sum_class, ParsedExpr> sum("sum");
const x3::rule<struct product_class, ParsedExpr> product("product");
const x3::rule<struct unary_class, ParsedExpr> unary("unary");
const x3::rule<struct power_class, ParsedExpr> power("power");
const x3::rule<struct postfix_class, ParsedExpr> postfix("postfix");
const x3::rule<struct lag_class, Lag> lag("lag");
const x3::rule<struct primary_class, ParsedExpr> primary("primary");
const x3::rule<struct number_class, ParsedExpr> number("number");
const x3::rule<struct constant_class, ParsedExpr> constant("constant");
const x3::rule<struct call_class, ParsedExpr> call("call");
const x3::rule<struct argument_class, ParsedExpr> argument("argument");
const x3::rule<struct by_class, By> by("by");
const expression_type expression_rule("expression");

// What the definitions do with what they have read.
namespace action {

inline ParseState& state_of(const auto& context) { return x3::get<state_tag>(context); }

const auto take = [](auto& ctx) { x3::_val(ctx) = std::move(x3::_attr(ctx)); };
const auto prefix = [](auto& ctx) {
  ParsedExpr& operand = at_c<1>(x3::_attr(ctx));
  x3::_pass(ctx) = state_of(ctx).prefix(at_c<0>(x3::_attr(ctx)), operand);
  x3::_val(ctx) = std::move(operand);
};
const auto join = [](auto& ctx) {
  auto& read = x3::_attr(ctx);
  x3::_pass(ctx) = state_of(ctx).join(x3::_val(ctx), at_c<0>(read), std::move(at_c<1>(read)));
};
const auto chain = [](auto& ctx) {
  auto& read = x3::_attr(ctx);
  x3::_pass(ctx) = state_of(ctx).chain(x3::_val(ctx), at_c<0>(read), std::move(at_c<1>(read)));
};
const auto can_chain = [](auto& ctx) {
  const std::string& sign = x3::_val(ctx).expr->text;
  x3::_pass(ctx) = sign == "<" || sign == "<=";
};
const auto member = [](auto& ctx) {
  Membership& read = x3::_attr(ctx);
  x3::_pass(ctx) = state_of(ctx).member(x3::_val(ctx), read.negation, read.in, std::move(read.constants), read.right);
};
const auto lagged = [](auto& ctx) {
  const Lag& read = x3::_attr(ctx);
  x3::_pass(ctx) = state_of(ctx).lag(x3::_val(ctx), read.minus, read.number, read.grain, read.right);
};
const auto parenthesise = [](auto& ctx) {
  auto& read = x3::_attr(ctx);
  state_of(ctx).parenthesise(at_c<1>(read), at_c<0>(read), at_c<2>(read));
  x3::_val(ctx) = std::move(at_c<1>(read));
};
const auto arrow = [](auto& ctx) { x3::_pass(ctx) = state_of(ctx).arrow(x3::_val(ctx), std::move(x3::_attr(ctx))); };

const auto number = [](auto& ctx) { x3::_val(ctx) = state_of(ctx).number(x3::_attr(ctx)); };
const auto percent = [](auto& ctx) { x3::_val(ctx) = state_of(ctx).percent(std::move(x3::_val(ctx)), x3::_attr(ctx)); };
const auto text = [](auto& ctx) { x3::_val(ctx) = state_of(ctx).text(x3::_attr(ctx)); };
const auto date = [](auto& ctx) {
  x3::_val(ctx) = state_of(ctx).date(at_c<0>(x3::_attr(ctx)), at_c<1>(x3::_attr(ctx)));
};
const auto boolean = [](auto& ctx) { x3::_val(ctx) = state_of(ctx).boolean(x3::_attr(ctx)); };
const auto name = [](auto& ctx) { x3::_val(ctx) = state_of(ctx).name(x3::_attr(ctx)); };

const auto begin_call = [](auto& ctx) { state_of(ctx).begin_call(x3::_val(ctx), at_c<0>(x3::_attr(ctx))); };
const auto add_argument = [](auto& ctx) {
  x3::_pass(ctx) = state_of(ctx).argument(x3::_val(ctx), std::move(x3::_attr(ctx)));
};
const auto per = [](auto& ctx) {
  auto& read = x3::_attr(ctx);
  state_of(ctx).per(x3::_val(ctx), at_c<0>(read), at_c<1>(read));
};
const auto over_last = [](auto& ctx) {
  auto& read = x3::_attr(ctx);
  state_of(ctx).over_last(x3::_val(ctx), at_c<0>(read), at_c<2>(read));
};
const auto over_to_date = [](auto& ctx) {
  auto& read = x3::_attr(ctx);
  state_of(ctx).over_to_date(x3::_val(ctx), at_c<0>(read), at_c<1>(read));
};
const auto by = [](auto& ctx) { state_of(ctx).by(x3::_val(ctx), x3::_attr(ctx).word, x3::_attr(ctx).names); };
const auto where = [](auto& ctx) {
  auto& read = x3::_attr(ctx);
  x3::_pass(ctx) = state_of(ctx).where(x3::_val(ctx), at_c<0>(read), std::move(at_c<1>(read)));
};
const auto end_call = [](auto& ctx) { state_of(ctx).end_call(x3::_val(ctx), x3::_attr(ctx)); };

/// Puts the token or node read into a member of the rule's attribute.
template <auto Member>
const auto into = [](auto& ctx) { x3::_val(ctx).*Member = std::move(x3::_attr(ctx)); };
template <auto Member>
const auto append = [](auto& ctx) { (x3::_val(ctx).*Member).push_back(std::move(x3::_attr(ctx))); };

}  // namespace action

const auto less = token(Kind::less, Kind::less_equal);
const auto comparator =
    token(Kind::less, Kind::less_equal, Kind::greater, Kind::greater_equal, Kind::equal, Kind::not_equal);
const auto comma = x3::omit[token(Kind::comma)];
const auto left_parenthesis = token(Kind::left_parenthesis);
const auto right_parenthesis = token(Kind::right_parenthesis);
const auto left_bracket = x3::omit[token(Kind::left_bracket)];
const auto right_bracket = token(Kind::right_bracket);
const auto grain = token(Kind::grain, Kind::name);  // a name where a grain stands is an unknown grain

const auto expression_rule_def = disjunction[action::take];
const auto disjunction_def = conjunction[action::take] >> *(token(Kind::word_or) >> conjunction)[action::join];
const auto conjunction_def = negation[action::take] >> *(token(Kind::word_and) >> negation)[action::join];
const auto negation_def = (token(Kind::word_not) >> comparison)[action::prefix] | comparison[action::take];
const auto comparison_def = sum[action::take] >> -((comparator >> sum)[action::join] >>
                                                       -(x3::eps[action::can_chain] >> (less >> sum)[action::chain]) |
                                                   membership[action::member]);
const auto membership_def = -token(Kind::word_not)[action::into<&Membership::negation>] >>
                            token(Kind::word_in)[action::into<&Membership::in>] >> left_bracket
                            >> constant[action::append<&Membership::constants>] % comma
                            >> right_bracket[action::into<&Membership::right>];
const auto sum_def = product[action::take] >> *(token(Kind::plus, Kind::minus) >> product)[action::join];
const auto product_def = unary[action::take] >> *(token(Kind::star, Kind::slash) >> unary)[action::join];
const auto unary_def = (token(Kind::minus) >> power)[action::prefix] | power[action::take];
const auto power_def = postfix[action::take] >> -(token(Kind::caret) >> unary)[action::join];
const auto postfix_def = primary[action::take] >> -lag[action::lagged];
const auto lag_def = left_bracket >> -token(Kind::minus)[action::into<&Lag::minus>] >>
                     token(Kind::number)[action::into<&Lag::number>] >>
                     -grain[action::into<&Lag::grain>] >> right_bracket[action::into<&Lag::right>];

const auto number_def = token(Kind::number)[action::number] >> -token(Kind::percent)[action::percent];
const auto text = token(Kind::text);
const auto date = token(Kind::word_date) >> text;
const auto truth = token(Kind::word_true, Kind::word_false);
const auto primary_def = number[action::take] | text[action::text] | date[action::date] | truth[action::boolean] |
                         call[action::take] | token(Kind::name)[action::name] |
                         (left_parenthesis >> expression_rule >> right_parenthesis)[action::parenthesise];
const auto constant_def = number[action::take] | (token(Kind::minus) >> number)[action::prefix] | text[action::text] |
                          date[action::date] | truth[action::boolean];

const auto call_def = (token(Kind::name, Kind::word_last) >> left_parenthesis)[action::begin_call] >>
                      -(argument[action::add_argument] % comma) >>
                      *((token(Kind::word_per) >> grain)[action::per] |
                        (token(Kind::word_over) >> token(Kind::word_last) >> token(Kind::number))[action::over_last] |
                        (token(Kind::word_over) >> grain >> token(Kind::word_to) >>
                         token(Kind::word_date))[action::over_to_date] |
                        by[action::by] | (token(Kind::word_where) >> expression_rule)[action::where]) >>
                      right_parenthesis[action::end_call];
const auto argument_def = expression_rule[action::take] >>
                          -(x3::omit[token(Kind::arrow)] >> expression_rule)[action::arrow];
const auto by_def = token(Kind::word_by)[action::into<&By::word>] >>
                    (x3::omit[token(Kind::word_all)] | token(Kind::name)[action::append<&By::names>] % comma);

BOOST_SPIRIT_DEFINE(disjunction, conjunction, negation, comparison, membership, sum, product, unary, power, postfix,
                    lag, primary, number, constant, call, argument, by, expression_rule)

}  // namespace cwp::grammar
