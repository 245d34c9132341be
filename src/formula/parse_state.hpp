#pragma once
// What the grammar's actions work on: nodes under construction, and the errors found on the way.

#include <memory>
#include <optional>
#include <vector>

#include "cwp/formula.hpp"
#include "formula/token.hpp"

namespace cwp {

/// Of nested brackets, and of the tree. The deepest formula takes 0.5 MB of stack to parse, 3 MB without optimisation.
inline constexpr int kDeepest = 200;

/// A node under construction. Its range is that of the tokens it was made of, parentheses included.
struct ParsedExpr {
  std::shared_ptr<Expr> expr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int height = 1;
  bool literal = false;  ///< a bare number: `-` before it makes the negative number
};

/// One parse. The grammar asks `expects` wherever a token does not fit, so that the furthest place reached and all
/// that could have stood there are known when it fails.
class ParseState {
 public:
  ParseState(const PlainText& text, std::vector<Diagnostic>& diagnostics) : text_(text), diagnostics_(diagnostics) {}

  void expects(const Token* at, TokenKinds expected) {
    if (at > furthest_) furthest_ = at, expected_ = 0;
    if (at == furthest_) expected_ |= expected;
  }
  const Token* furthest() const { return furthest_; }
  TokenKinds expected() const { return expected_; }
  /// The operator at which the tree became too deep.
  const std::optional<Token>& too_deep() const { return too_deep_; }

  ParsedExpr number(const Token& token);
  ParsedExpr percent(ParsedExpr number, const Token& sign);
  ParsedExpr text(const Token& token);
  ParsedExpr date(const Token& word, const Token& text);
  ParsedExpr boolean(const Token& token);
  ParsedExpr name(const Token& token);
  void parenthesise(ParsedExpr& node, const Token& left, const Token& right);

  // These return false, and leave the left node as it is, when the tree would be too deep.
  bool prefix(const Token& sign, ParsedExpr& operand);
  bool join(ParsedExpr& left, const Token& sign, ParsedExpr right);
  /// `a < b` becomes `a < b and b <= c`.
  bool chain(ParsedExpr& comparison, const Token& sign, ParsedExpr right);
  bool member(ParsedExpr& left, const std::optional<Token>& negation, const Token& in,
              std::vector<ParsedExpr> constants, const Token& right);
  bool arrow(ParsedExpr& key, ParsedExpr value);
  bool lag(ParsedExpr& node, const std::optional<Token>& minus, const Token& number, const std::optional<Token>& grain,
           const Token& right);

  void begin_call(ParsedExpr& call, const Token& name);
  bool argument(ParsedExpr& call, ParsedExpr argument);
  void per(ParsedExpr& call, const Token& word, const Token& grain);
  void over_last(ParsedExpr& call, const Token& word, const Token& number);
  void over_to_date(ParsedExpr& call, const Token& word, const Token& grain);
  void by(ParsedExpr& call, const Token& word, const std::vector<Token>& names);  ///< no names: all
  bool where(ParsedExpr& call, const Token& word, ParsedExpr condition);
  void end_call(ParsedExpr& call, const Token& right);

 private:
  Place place(std::uint32_t begin, std::uint32_t end) const { return text_.place(begin, end); }
  Place place(const Token& token) const { return place(token.begin, token.end); }
  std::string written(const Token& token) const { return text_.text.substr(token.begin, token.end - token.begin); }
  void report(std::string_view slug, const Token& at, std::vector<std::string> arguments);
  bool fits(int height, const Token& at);
  ParsedExpr leaf(ExprKind kind, const Token& token) const;
  ParsedExpr call_of(std::string name, const Token& sign) const;
  void span(ParsedExpr& node, std::uint32_t begin, std::uint32_t end) const;
  std::optional<Grain> grain(const Token& token);
  std::optional<int> periods(const Token& at, const Token& number);
  void clause_once(bool there, const Token& word);

  const PlainText& text_;
  std::vector<Diagnostic>& diagnostics_;
  const Token* furthest_ = nullptr;
  TokenKinds expected_ = 0;
  std::optional<Token> too_deep_;
};

}  // namespace cwp
