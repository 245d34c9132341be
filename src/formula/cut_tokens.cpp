// The text of a formula, cut into tokens.

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "cwp/calendar.hpp"
#include "cwp/decimal.hpp"
#include "formula/token.hpp"

namespace cwp {
namespace {

struct Word {
  std::string_view text;
  TokenKind kind;
};

constexpr Word kWords[] = {
    {"and", TokenKind::word_and},   {"or", TokenKind::word_or},       {"not", TokenKind::word_not},
    {"in", TokenKind::word_in},     {"true", TokenKind::word_true},   {"false", TokenKind::word_false},
    {"date", TokenKind::word_date}, {"per", TokenKind::word_per},     {"over", TokenKind::word_over},
    {"last", TokenKind::word_last}, {"to", TokenKind::word_to},       {"by", TokenKind::word_by},
    {"all", TokenKind::word_all},   {"where", TokenKind::word_where},
};

/// Longer signs stand before those that begin them. `meant` is set for signs of other languages.
struct Sign {
  std::string_view text;
  TokenKind kind;
  std::string_view meant;
};
constexpr Sign kSigns[] = {
    {"->", TokenKind::arrow, ""},
    {"<=", TokenKind::less_equal, ""},
    {">=", TokenKind::greater_equal, ""},
    {"!=", TokenKind::not_equal, ""},
    {"==", TokenKind::equal, "="},
    {"=<", TokenKind::less_equal, "<="},
    {"=>", TokenKind::greater_equal, ">="},
    {"<>", TokenKind::not_equal, "!="},
    {"&&", TokenKind::word_and, "and"},
    {"||", TokenKind::word_or, "or"},
    {"**", TokenKind::caret, "^"},
    {"!", TokenKind::word_not, "not"},
    {"<", TokenKind::less, ""},
    {">", TokenKind::greater, ""},
    {"=", TokenKind::equal, ""},
    {"+", TokenKind::plus, ""},
    {"-", TokenKind::minus, ""},
    {"*", TokenKind::star, ""},
    {"/", TokenKind::slash, ""},
    {"^", TokenKind::caret, ""},
    {"%", TokenKind::percent, ""},
    {"(", TokenKind::left_parenthesis, ""},
    {")", TokenKind::right_parenthesis, ""},
    {"[", TokenKind::left_bracket, ""},
    {"]", TokenKind::right_bracket, ""},
    {",", TokenKind::comma, ""},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Cutter {
 public:
  Cutter(const PlainText& text, std::vector<Diagnostic>& diagnostics)
      : source_(text), text_(text.text), diagnostics_(diagnostics) {}

  std::vector<Token> cut() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_blank(c)) {
        ++at_;
      } else if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
        number();
      } else if (c == '\'') {
        text();
      } else if (letter_size(at_) != 0) {
        const std::size_t begin = at_;
        skip_word();
        put(word_kind(text_.substr(begin, at_ - begin)), begin);
      } else {
        sign();
      }
    }
    put(TokenKind::end, at_);
    return std::move(tokens_);
  }

 private:
  void put(TokenKind kind, std::size_t begin) {
    tokens_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)});
  }
  void report(std::string_view slug, std::size_t begin, std::vector<std::string> arguments) {
    diagnostics_.push_back({slug, source_.place(begin, at_), std::move(arguments), {}});
  }

  /// Size in bytes of the character at `at`; 1 for a byte that is not UTF-8.
  std::size_t character_size(std::size_t at, utf8proc_int32_t& code) const {
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text_.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text_.size() - at), &code);
    if (size > 0) return static_cast<std::size_t>(size);
    code = -1;
    return 1;
  }
  /// Size of the letter or `_` at `at`; 0 when there is none.
  std::size_t letter_size(std::size_t at) const {
    if (at >= text_.size()) return 0;
    const char c = text_[at];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return 1;
    if (static_cast<unsigned char>(c) < 0x80) return 0;
    utf8proc_int32_t code = -1;
    const std::size_t size = character_size(at, code);
    if (code < 0) return 0;
    const auto category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO ? size : 0;
  }
  void skip_word() {
    while (at_ < text_.size()) {
      const std::size_t size = is_digit(text_[at_]) ? 1 : letter_size(at_);
      if (size == 0) return;
      at_ += size;
    }
  }
  void skip_digits() {
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  }

  void number() {
    const std::size_t begin = at_;
    skip_digits();
    if (at_ - begin <= 3 && skip_thousands()) {
      put(TokenKind::number, begin);
      std::string digits(text_.substr(begin, at_ - begin));
      std::erase(digits, ',');
      report("number-format", begin, {std::string(text_.substr(begin, at_ - begin)), std::move(digits)});
      return;
    }
    const std::size_t whole_end = at_;
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      skip_digits();
    }
    const std::string whole(text_.substr(begin, whole_end - begin));
    std::string places(text_.substr(whole_end, at_ - whole_end));
    const std::size_t plain_end = at_;
    while (at_ < text_.size()) {  // whatever clings to it was meant to belong to it
      const std::size_t before = at_;
      if (text_[at_] == '.') ++at_;
      skip_word();
      const char last = text_[at_ - 1];
      const bool exponent = (last == 'e' || last == 'E') && at_ + 1 < text_.size() &&
                            (text_[at_] == '+' || text_[at_] == '-') && is_digit(text_[at_ + 1]) &&
                            plain_end + 1 == at_;
      if (exponent) ++at_;
      if (at_ == before) break;
    }
    const std::string written(text_.substr(begin, at_ - begin));
    put(TokenKind::number, begin);
    if (Decimal::parse(written)) return;
    if (at_ == plain_end && places != "." && !whole.empty() && (whole.size() == 1 || whole[0] != '0')) {
      report("number-too-long", begin, {written});
      return;
    }
    if (places == ".") places.clear();
    const std::string plain = (whole.empty() ? "0" : without_leading_zeros(whole)) + places;
    report("number-format", begin, {written, meant(plain, text_.substr(plain_end, at_ - plain_end))});
  }
  /// `1,000`: a group of three digits that begins with 0 is no number of its own, so the commas do not separate
  /// arguments. Reads on to the end of the last group when one of the next few is such a group.
  bool skip_thousands() {
    constexpr int kMostGroups = 6;  // a number has at most 18 digits
    bool zero = false;
    std::size_t end = at_;
    for (int i = 0; i < kMostGroups && end + 3 < text_.size() && text_[end] == ','; ++i) {
      const std::string_view group = text_.substr(end + 1, 3);
      const bool longer = end + 4 < text_.size() && is_digit(text_[end + 4]);
      if (longer || !std::all_of(group.begin(), group.end(), is_digit)) break;
      zero |= group[0] == '0';
      end += 4;
    }
    if (zero) at_ = end;
    return zero;
  }
  static std::string without_leading_zeros(const std::string& digits) {
    const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    return digits.substr(first);
  }
  /// What was probably meant by a number and what clings to it: `1` and `e3` are 1000, `3` and `visits` 3 * visits.
  static std::string meant(const std::string& plain, std::string_view rest) {
    if (rest.empty()) return plain;
    if (rest[0] == '_') {
      std::string digits = plain;
      for (const char c : rest) {
        if (is_digit(c)) digits += c;
      }
      return digits;
    }
    if (rest[0] == '.') return plain;
    const bool unit = rest.size() == 3 && static_cast<unsigned char>(rest[0]) >= 0xE3;  // one Chinese character
    if (unit) return plain;
    if (rest[0] != 'e' && rest[0] != 'E') return plain + " * " + std::string(rest);
    return with_exponent(plain, rest.substr(1)).value_or(plain + " * " + std::string(rest));
  }
  static std::optional<std::string> with_exponent(const std::string& plain, std::string_view exponent) {
    const bool negative = !exponent.empty() && exponent[0] == '-';
    if (!exponent.empty() && (exponent[0] == '-' || exponent[0] == '+')) exponent.remove_prefix(1);
    if (exponent.empty() || exponent.size() > 2 || !std::all_of(exponent.begin(), exponent.end(), is_digit)) {
      return std::nullopt;
    }
    const int shift = std::stoi(std::string(exponent)) * (negative ? -1 : 1);
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string digits = plain.substr(0, point) + (point < plain.size() ? plain.substr(point + 1) : "");
    int whole = static_cast<int>(point) + shift;
    if (whole > 18 || whole < -18) return std::nullopt;
    if (whole <= 0) {
      digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
      whole = 1;
    }
    if (digits.size() < static_cast<std::size_t>(whole)) digits.resize(static_cast<std::size_t>(whole), '0');
    std::string shifted = without_leading_zeros(digits.substr(0, static_cast<std::size_t>(whole)));
    std::string places = digits.substr(static_cast<std::size_t>(whole));
    while (!places.empty() && places.back() == '0') places.pop_back();
    return places.empty() ? shifted : shifted + "." + places;
  }

  void text() {
    const std::size_t begin = at_++;
    while (at_ < text_.size()) {
      if (text_[at_] == '\'') {
        ++at_;
        if (at_ == text_.size() || text_[at_] != '\'') {
          put(TokenKind::text, begin);
          return;
        }
      }
      ++at_;
    }
    put(TokenKind::text, begin);
    report("text-not-closed", begin, {});
  }

  void sign() {
    const std::size_t begin = at_;
    for (const Sign& row : kSigns) {
      if (!text_.substr(at_).starts_with(row.text)) continue;
      at_ += row.text.size();
      put(row.kind, begin);
      if (!row.meant.empty()) report("unknown-operator", begin, {std::string(row.text), std::string(row.meant)});
      return;
    }
    utf8proc_int32_t code = -1;
    at_ += character_size(at_, code);
    put(TokenKind::unknown, begin);
  }

  const PlainText& source_;
  std::string_view text_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

TokenKind word_kind(std::string_view word) {
  for (const Word& row : kWords) {
    if (row.text == word) return row.kind;
  }
  return parse_grain(word) ? TokenKind::grain : TokenKind::name;
}

std::vector<Token> cut_tokens(const PlainText& text, std::vector<Diagnostic>& diagnostics) {
  return Cutter(text, diagnostics).cut();
}

}  // namespace cwp
