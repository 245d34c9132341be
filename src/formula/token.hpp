#pragma once
// Tokens of formulas: what the grammar reads. A token is a kind and a range of bytes; its content is decoded when a
// node is made of it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// The words of the grammar have kinds of their own, so that none of them can be a name.
enum class TokenKind : std::uint8_t {
  end,
  unknown,  ///< a character that has no place in formulas
  number,
  text,
  name,
  grain,
  word_and,
  word_or,
  word_not,
  word_in,
  word_true,
  word_false,
  word_date,
  word_per,
  word_over,
  word_last,
  word_to,
  word_by,
  word_all,
  word_where,
  plus,
  minus,
  star,
  slash,
  caret,
  percent,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  left_parenthesis,
  right_parenthesis,
  left_bracket,
  right_bracket,
  comma,
  arrow
};

/// A set of kinds, one bit each.
using TokenKinds = std::uint64_t;
constexpr TokenKinds kinds(TokenKind kind) { return TokenKinds{1} << static_cast<unsigned>(kind); }
template <class... More>
constexpr TokenKinds kinds(TokenKind kind, More... more) {
  return kinds(kind) | kinds(more...);
}

struct Token {
  TokenKind kind = TokenKind::end;
  std::uint32_t begin = 0;  ///< bytes of the text that was cut into tokens
  std::uint32_t end = 0;
};

/// A formula in which every full-width or typographic character outside texts was replaced by what is typed in
/// formulas; each byte still knows which byte of the written formula it stands for.
struct PlainText {
  std::string text;
  const SourceText* written = nullptr;
  std::vector<std::uint32_t> origins;  ///< one entry a byte of `text`, and one for its end

  Place place(std::size_t begin, std::size_t end) const { return written->place(origins[begin], origins[end]); }
};

/// Reports one `full-width-character` for each that is replaced. The result points to `text`. O(length).
PlainText replace_full_width(const SourceText& text, std::vector<Diagnostic>& diagnostics);

/// Cuts a formula into tokens; the last one is `end`. What is not a token is reported (`number-format`,
/// `number-too-long`, `text-not-closed`, `unknown-operator`) and taken for what was probably meant; other characters
/// become `unknown`. O(length).
std::vector<Token> cut_tokens(const PlainText& text, std::vector<Diagnostic>& diagnostics);

/// The kind of a word: `name` unless the grammar reserves it.
TokenKind word_kind(std::string_view word);

}  // namespace cwp
