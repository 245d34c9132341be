// From the text of a formula to its tree: characters, tokens, depth, grammar.

#include <utility>

#include "formula/grammar.hpp"
#include "formula/syntax_error.hpp"

namespace cwp {
namespace {

/// The token at which the parser would go deeper than allowed: brackets, and powers of powers, are what it recurses
/// on. Null when there is none. Asked first, so that no text can overflow the stack.
const Token* too_deep(const std::vector<Token>& tokens) {
  std::vector<int> powers = {0};  // of each open bracket
  int depth = 0;
  for (const Token& token : tokens) {
    switch (token.kind) {
      case TokenKind::left_parenthesis:
      case TokenKind::left_bracket:
        powers.push_back(0);
        ++depth;
        break;
      case TokenKind::right_parenthesis:
      case TokenKind::right_bracket:
        if (powers.size() > 1) {
          depth -= powers.back() + 1;
          powers.pop_back();
        }
        break;
      case TokenKind::caret:
        ++powers.back();
        ++depth;
        break;
      case TokenKind::minus:
        break;  // may stand before an exponent
      case TokenKind::plus:
      case TokenKind::star:
      case TokenKind::slash:
      case TokenKind::comma:
      case TokenKind::arrow:
      case TokenKind::word_and:
      case TokenKind::word_or:
        depth -= powers.back();
        powers.back() = 0;
        break;
      default:
        break;
    }
    if (depth > kDeepest) return &token;
  }
  return nullptr;
}

ParsedExpr invalid(const PlainText& text) {
  ParsedExpr node{std::make_shared<Expr>()};
  node.expr->place = text.place(0, text.text.size());
  return node;
}

ParsedExpr parse_tree(const PlainText& text, std::vector<Diagnostic>& diagnostics) {
  const std::vector<Token> tokens = cut_tokens(text, diagnostics);
  const auto report_depth = [&](const Token& at) {
    diagnostics.push_back({"formula-too-deep", text.place(at.begin, at.end), {std::to_string(kDeepest)}, {}});
  };
  if (const Token* deep = too_deep(tokens)) {
    report_depth(*deep);
    return invalid(text);
  }
  ParseState state(text, diagnostics);
  ParsedExpr root;
  grammar::Iterator at = tokens.data();
  const grammar::Iterator end = tokens.data() + tokens.size() - 1;
  const bool read = boost::spirit::x3::parse(
      at, end, boost::spirit::x3::with<grammar::state_tag>(state)[grammar::expression()], root);
  if (state.too_deep()) {
    report_depth(*state.too_deep());
    return invalid(text);
  }
  if (read && at == end) return root;
  diagnostics.push_back(syntax_error(state, text, tokens));
  return invalid(text);
}

}  // namespace

Result<Formula> parse_formula(const SourceText& text) {
  std::vector<Diagnostic> diagnostics;
  const PlainText plain = replace_full_width(text, diagnostics);
  const std::size_t wide = diagnostics.size();
  Formula formula{parse_tree(plain, diagnostics).expr, text.text, text.place()};
  // A full-width sign that cannot stand where it does is one mistake, not two.
  if (diagnostics.size() > wide && diagnostics.back().slug == "formula-syntax")
    for (std::size_t i = 0; i < wide; ++i)
      if (diagnostics[i].place.span == diagnostics.back().place.span) {
        diagnostics.pop_back();
        break;
      }
  sort_diagnostics(diagnostics);
  return {std::move(formula), std::move(diagnostics)};
}

Result<Formula> parse_formula(std::string text) {
  return parse_formula(SourceText::whole(Source("", std::move(text))));
}

}  // namespace cwp
