#include "yaml/yaml_slips.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "yaml/broken_signs.hpp"
#include "yaml/open_signs.hpp"
#include "yaml/uneven_indents.hpp"

namespace cwp {
namespace {

struct WideSign {
  std::string_view wide;
  std::string_view plain;
};
constexpr std::size_t kLongestLine = 300;  // that is shown again

constexpr WideSign kWideSigns[] = {{"：", ":"}, {"，", ","}, {"［", "["}, {"］", "]"}, {"｛", "{"}, {"｝", "}"},
                                   {"【", "["}, {"】", "]"}, {"＃", "#"}, {"－", "-"}, {"—", "-"},  {"；", ","}};

const WideSign* wide_sign(std::string_view text, std::size_t at) {
  for (const WideSign& sign : kWideSigns)
    if (text.substr(at, sign.wide.size()) == sign.wide) return &sign;
  return nullptr;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
}
std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }
bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

bool opens(const WideSign& sign) { return sign.plain == "[" || sign.plain == "{"; }
/// Signs that names and texts have, too: they count where nothing else can stand.
bool is_common(const WideSign& sign) { return sign.wide == "—" || sign.wide == "；"; }
bool ends_value(const WideSign& sign) { return sign.plain == "," || sign.plain == "]" || sign.plain == "}"; }

Slip full_width(std::string_view text, std::size_t at, const WideSign& sign) {
  const auto offset = static_cast<std::uint32_t>(at);
  const auto size = static_cast<std::uint32_t>(sign.wide.size());
  const bool blank_behind = at + size < text.size() && is_space(text[at + size]);
  const bool apart = (sign.plain == ":" || sign.plain == "," || sign.plain == "-") && !blank_behind;
  return {"full-width-structure",
          {offset, offset + size},
          {std::string(sign.wide), std::string(sign.plain)},
          {{offset, size, std::string(sign.plain) + (apart ? " " : "")}}};
}

Slip colon_without_blank(std::string_view text, std::size_t colon, std::size_t key) {
  const auto offset = static_cast<std::uint32_t>(colon);
  std::size_t value = colon + 1;
  while (const std::size_t size = foreign_blank(text, value)) value += size;
  std::size_t end = value;
  while (end < text.size() && !is_space(text[end]) && text[end] != ',' && text[end] != '}') ++end;
  const std::string name(text.substr(key, colon - key));
  return {
      "colon-without-blank",
      {offset, offset + 1},
      {name + std::string(text.substr(colon, end - colon)), name + ": " + std::string(text.substr(value, end - value))},
      {{offset + 1, static_cast<std::uint32_t>(value - colon - 1), " "}}};
}

/// A slip between `from` and `to`, which hold one line or a key: a full-width sign of structure at the place of a key
/// or behind one, or `name:value`. Values are looked into only as far as they are in brackets.
std::optional<Slip> find_structure_slip(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t key = from;  // where a key or value starts
  bool in_key = true;      // nothing but a name since `key`
  std::size_t depth = 0;
  for (std::size_t at = from; at < to; ++at) {
    const char c = text[at];
    if (c == '#' && (at == from || is_space(text[at - 1]))) break;
    const bool starts = at == key;
    if (starts && (is_blank(c) || (c == '-' && at + 1 < to && is_blank(text[at + 1])))) {
      ++key;
    } else if (starts && (c == '"' || c == '\'')) {
      at = std::min(text.find(c, at + 1), to);
      in_key = false;
    } else if ((starts && (c == '{' || c == '[')) || (depth > 0 && c == ',')) {
      depth += c == ',' ? 0 : 1;
      key = at + 1;
      in_key = true;
    } else if (const WideSign* sign = wide_sign(text, at);
               sign != nullptr && ((in_key && (starts || !is_common(*sign))) || (starts && opens(*sign)) ||
                                   (depth > 0 && ends_value(*sign)))) {
      return full_width(text, at, *sign);
    } else if (c == ':' && in_key) {
      const char next = at + 1 < text.size() ? text[at + 1] : ' ';
      if (!is_space(next) && next != ':' && next != '/') return colon_without_blank(text, at, key);
      key = at + 1;
      in_key = at + 1 < to && text.substr(key, to - key).find_first_not_of(" \t") != std::string_view::npos &&
               std::string_view("{[").find(text[text.find_first_not_of(" \t", key)]) != std::string_view::npos;
    } else if (!is_name_byte(c)) {
      in_key = false;
    }
  }
  return std::nullopt;
}

/// The end of a formula that starts at `at` and goes on over brackets, up to a comma or bracket outside of them.
std::size_t formula_end(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  bool quoted = false;
  for (; at < text.size() && text[at] != '\n' && text[at] != '\r'; ++at) {
    const char c = text[at];
    if (c == '\'') quoted = !quoted;
    if (quoted) continue;
    if (c == '#' && at > 0 && is_blank(text[at - 1])) break;
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']' || c == '}' || c == ',') {
      if (depth == 0) break;
      if (c == ')' || c == ']') --depth;
    }
  }
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at;
}

/// The start of the plain or quoted scalar on whose tail `at` stands: behind the last `: `, `[`, `{` or `,` outside
/// parentheses on its line.
std::size_t formula_begin(std::string_view text, std::size_t at) {
  const std::size_t line = line_begin(text, at);
  std::size_t begin = line, depth = 0;
  bool quoted = false;
  for (std::size_t i = line; i < at; ++i) {
    const char c = text[i];
    if (c == '\'') quoted = !quoted;
    if (quoted) continue;
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (depth > 0) continue;
    const bool colon = c == ':' && i + 1 < at && is_blank(text[i + 1]);
    const bool dash = c == '-' && text.substr(line, i - line).find_first_not_of(' ') == std::string_view::npos;
    if (colon || dash || c == '[' || c == '{' || c == ',') begin = i + 1;
  }
  while (begin < at && is_blank(text[begin])) ++begin;
  return begin;
}

std::optional<Slip> find_cut(std::string_view text, std::size_t at) {
  if (at >= text.size() || at == 0) return std::nullopt;
  std::size_t before = at;
  while (before > 0 && is_blank(text[before - 1])) --before;
  if (before == 0) return std::nullopt;
  const char last = text[before - 1];
  const bool index = text[at] == '[' && (is_name_byte(last) || last == ')');
  const bool behind_text = last == '\'' && text[at] != ':' && text[at] != ',';
  if (!index && !behind_text) return std::nullopt;
  const std::size_t begin = formula_begin(text, before);
  const std::size_t end = formula_end(text, begin);
  if (end <= at || text.substr(begin, end - begin).find_first_of("\"\\") != std::string_view::npos) return std::nullopt;
  return cut_formula(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

/// What is meant of a formula in quotes that do not hold it together: full-width ones, or `'` around texts in `'`.
Span inside_quotes(std::string_view text, Span span) {
  const std::string_view formula = text.substr(span.begin, span.end - span.begin);
  const auto is_wide = [](std::string_view sign) { return sign == "“" || sign == "”"; };
  if (formula.size() > 6 && is_wide(formula.substr(0, 3)) && is_wide(formula.substr(formula.size() - 3)))
    return {span.begin + 3, span.end - 3};
  if (formula.size() > 3 && formula.front() == '\'' && formula.ends_with("''")) return {span.begin + 1, span.end - 1};
  return span;
}

}  // namespace

Slip cut_formula(std::string_view text, Span span) {
  const Span inner = inside_quotes(text, span);
  const std::size_t first = line_begin(text, span.begin);
  const std::size_t last = line_end(text, span.end);
  std::string line = "\"…\"";
  if (last - first <= kLongestLine) {
    line = text.substr(first, span.begin - first);
    line += '"' + std::string(text.substr(inner.begin, inner.end - inner.begin)) + '"';
    line += text.substr(span.end, last - span.end);
    line.erase(0, line.find_first_not_of(' '));
  }
  return {"formula-cut-by-yaml",
          span,
          {line},
          {{span.begin, inner.begin - span.begin, "\""}, {inner.end, span.end - inner.end, "\""}}};
}

std::vector<Slip> find_bad_characters(std::string_view text) {
  constexpr std::size_t kMost = 20;
  std::vector<Slip> slips;
  bool indenting = true;
  for (std::size_t at = 0; at < text.size() && slips.size() < kMost;) {
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    const auto offset = static_cast<std::uint32_t>(at);
    if (size <= 0) {
      slips.push_back({"not-utf8", {offset, offset + 1}, {}, {}});
      break;  // what follows is likely no UTF-8 either
    }
    at += static_cast<std::size_t>(size);
    const bool lone_return = point == '\r' && (at >= text.size() || text[at] != '\n');
    if ((point < 0x20 && point != '\n' && point != '\r' && point != '\t') || point == 0x7F || lone_return) {
      constexpr char kDigits[] = "0123456789ABCDEF";
      const auto code = static_cast<unsigned>(point);
      slips.push_back({"control-character",
                       {offset, offset + 1},
                       {std::string("U+00") + kDigits[code / 16] + kDigits[code % 16]},
                       {}});
      if (point == 0) break;  // no text at all
    } else if (point == '\t' && indenting) {
      const std::size_t rest = text.find_first_not_of(" \t\r", at);
      if (rest != std::string_view::npos && text[rest] != '\n' && text[rest] != '#')
        slips.push_back({"tab-indent", {offset, offset + 1}, {}, {{offset, 1, "  "}}});
      indenting = false;
    }
    indenting = point == '\n' || (indenting && point == ' ');
  }
  return slips;
}

std::vector<Slip> explain_syntax_error(std::string_view text, std::size_t at) {
  std::vector<Slip> slips;
  if (auto cut = find_cut(text, at)) slips.push_back(std::move(*cut));
  std::size_t from = line_begin(text, at);
  for (int lines = 0; lines < 4; ++lines) {
    if (auto slip = find_structure_slip(text, from, line_end(text, from))) slips.push_back(std::move(*slip));
    if (from == 0) break;
    from = line_begin(text, from - 1);
  }
  for (Slip& slip : explain_broken_signs(text, at)) slips.push_back(std::move(slip));
  for (Slip& slip : uneven_indents(text, at)) slips.push_back(std::move(slip));
  return slips;
}

std::optional<Slip> explain_lonely_key(std::string_view text, Span key) {
  return find_structure_slip(text, key.begin, key.end);
}

}  // namespace cwp
