#pragma once
// The only primitive parser of the grammar: one token of given kinds.

#include "formula/grammar.hpp"

namespace cwp::grammar {

/// Matches one token of any of `kinds`; its attribute is the token. A mismatch is remembered in the ParseState.
struct TokenParser : x3::parser<TokenParser> {
  using attribute_type = Token;
  static bool const has_attribute = true;
  static bool const handles_container = false;

  explicit constexpr TokenParser(TokenKinds some) : expected(some) {}

  template <class It, class Ctx, class RuleContext, class Attribute>
  bool parse(It& first, const It& last, const Ctx& context, RuleContext&, Attribute& attribute) const {
    if (first != last && (kinds(first->kind) & expected) != 0) {
      x3::traits::move_to(Token(*first), attribute);
      ++first;
      return true;
    }
    x3::get<state_tag>(context).expects(first, expected);
    return false;
  }

  TokenKinds expected;
};

/// A token of one of these kinds.
template <class... Kinds>
constexpr TokenParser token(Kinds... some) {
  return TokenParser(kinds(some...));
}

}  // namespace cwp::grammar
