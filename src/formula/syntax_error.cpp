#include "formula/syntax_error.hpp"

#include <utility>

#include "text/visible_sign.hpp"

namespace cwp {
namespace {

using Kind = TokenKind;

struct Words {
  std::string en, zh;
};

constexpr TokenKinds kComparators =
    kinds(Kind::less, Kind::less_equal, Kind::greater, Kind::greater_equal, Kind::equal, Kind::not_equal);

/// What is expected, and the kinds it stands for: the first row that has one of them speaks.
struct Expectation {
  TokenKinds kinds;
  const char *en, *zh;
};
constexpr Expectation kExpectations[] = {
    {kinds(Kind::left_parenthesis) | kinds(Kind::word_true), "a value", "一个值"},
    {kinds(Kind::plus), "", ""},  // operators: expected_after_value
    {kinds(Kind::grain), "day, week, month, quarter, half or year",
     "day（日）、week（周）、month（月）、quarter（季）、half（半年）或 year（年）"},
    {kinds(Kind::number, Kind::minus), "[-1] for the period before", " [-1] 的写法（上一周期）"},
    {kinds(Kind::word_date), "'to date'", " to date"},
    {kinds(Kind::word_to), "'to date'", " to date"},
    {kinds(Kind::word_all), "a name, or 'all'", "一个名称或 all"},
    {kinds(Kind::name), "a name", "一个名称"},
    {kinds(Kind::text), "a text in single quotes", "用单引号括起来的文本"},
    {kinds(Kind::number), "a whole number", "一个整数"},
    {kinds(Kind::left_bracket), "'['", "“[”"},
    {kinds(Kind::right_bracket), "']'", "“]”"},
    {kinds(Kind::comma), "',' or ')'", "“,”或“)”"},
};

Words expected_after_value(TokenKinds expected, Kind found) {
  if ((kinds(found) & kComparators) != 0) return {"'and' between two comparisons", "用 and 连接两个比较"};
  if ((expected & kinds(Kind::comma)) != 0) return {"an operator, ',' or ')'", "运算符、“,”或“)”"};
  if ((expected & kinds(Kind::right_parenthesis)) != 0) return {"an operator or ')'", "运算符或“)”"};
  return {"an operator or the end of the formula", "运算符或公式末尾"};
}

Words expected_words(TokenKinds expected, Kind found) {
  for (const Expectation& row : kExpectations) {
    if ((expected & row.kinds) != row.kinds) continue;
    if (row.en[0] == '\0') return expected_after_value(expected, found);
    return {row.en, row.zh};
  }
  return {"the end of the formula", "公式末尾"};
}

std::string_view written(const PlainText& text, const Token& token) {
  return std::string_view(text.text).substr(token.begin, token.end - token.begin);
}

Words found_words(const PlainText& text, const Token& token) {
  if (token.kind == Kind::end) return {"the end of the formula", "公式末尾"};
  constexpr std::size_t kShown = 40;
  std::string shown(written(text, token));
  if (shown.size() > kShown) {
    std::size_t cut = kShown;
    while ((static_cast<unsigned char>(shown[cut]) & 0xC0) == 0x80) --cut;
    shown = shown.substr(0, cut) + "…";
  }
  shown = visible_sign(shown);
  return {"'" + shown + "'", "“" + shown + "”"};
}

/// What people write where an operator must stand, and what it is here.
constexpr std::pair<std::string_view, const char*> kForeignOperators[] = {
    {"且", "and"},    {"并且", "and"}, {"而且", "and"},  {"或", "or"},       {"或者", "or"},     {"等于", "="},
    {"大于", ">"},    {"小于", "<"},   {"不等于", "!="}, {"大于等于", ">="}, {"小于等于", "<="}, {"不小于", ">="},
    {"不大于", "<="}, {"AND", "and"},  {"OR", "or"},     {"‰", "/ 1000"},    {"x", "*"},         {"X", "*"},
};

const char* operator_meant(std::string_view written) {
  for (const auto& [foreign, meant] : kForeignOperators)
    if (foreign == written) return meant;
  return nullptr;
}

const Token* innermost_open(const std::vector<Token>& tokens) {
  std::vector<const Token*> open;
  for (const Token& token : tokens) {
    const bool opens = token.kind == Kind::left_parenthesis || token.kind == Kind::left_bracket;
    const bool closes = token.kind == Kind::right_parenthesis || token.kind == Kind::right_bracket;
    if (opens) open.push_back(&token);
    if (closes && !open.empty()) open.pop_back();
  }
  return open.empty() ? nullptr : open.back();
}

/// A comma and three digits that cling to the number before them.
bool is_thousands_group(const Token* comma) {
  return comma->kind == Kind::comma && comma[1].kind == Kind::number && comma[-1].end == comma->begin &&
         comma->end == comma[1].begin && comma[1].end - comma[1].begin >= 3;
}

/// `1,000`: the whole number around the comma at which the parse stopped; nothing when it is none.
std::optional<Token> thousands(const PlainText& text, const std::vector<Token>& tokens, const Token* at) {
  if (at == tokens.data() || at[-1].kind != Kind::number || at[-1].end - at[-1].begin > 3) return std::nullopt;
  const Token* last = at;
  for (const Token* comma = at; is_thousands_group(comma); comma += 2) {
    const std::string_view group = written(text, comma[1]);
    if (group.size() != 3 && group[3] != '.') break;
    last = comma + 1;
  }
  if (last == at) return std::nullopt;
  return Token{Kind::number, at[-1].begin, last->end};
}

}  // namespace

Diagnostic syntax_error(const ParseState& state, const PlainText& text, const std::vector<Token>& tokens) {
  const Token& found = *state.furthest();
  if (const auto number = thousands(text, tokens, state.furthest())) {
    std::string digits;
    for (const char c : written(text, *number)) {
      if (c != ',') digits += c;
    }
    return {"number-format",
            text.place(number->begin, number->end),
            {std::string(written(text, *number)), std::move(digits)},
            {}};
  }
  if (found.kind == Kind::end) {
    if (const Token* open = innermost_open(tokens)) {
      return {"unclosed-parenthesis", text.place(open->begin, open->end), {std::string(written(text, *open))}, {}};
    }
  }
  if ((state.expected() & kinds(Kind::plus)) != 0)
    if (const char* meant = operator_meant(written(text, found)))
      return {"unknown-operator", text.place(found.begin, found.end), {std::string(written(text, found)), meant}, {}};
  const Words got = found_words(text, found);
  const bool quoted = found.kind == Kind::unknown && written(text, found) == "\"";
  const Words expected = expected_words(quoted ? kinds(Kind::text) : state.expected(), found.kind);
  return {"formula-syntax", text.place(found.begin, found.end), {got.en, expected.en, got.zh, expected.zh}, {}};
}

}  // namespace cwp
