#include "yaml/broken_signs.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "keys/key_table.hpp"
#include "yaml/open_signs.hpp"

namespace cwp {
namespace {

constexpr int kLines = 2;  // the line of the error and those before it that are looked at
constexpr std::size_t kShown = 60;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

std::size_t line_begin(std::string_view text, std::size_t at) { return at == 0 ? 0 : text.rfind('\n', at - 1) + 1; }

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}
Edit put(std::size_t at, std::string inserted, std::size_t removed = 0) {
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(removed), std::move(inserted)};
}

/// `-id: x`, and what stands below it: below the dash and a blank, or below the first letter.
std::vector<Slip> dash_without_blank(std::string_view text, std::size_t line) {
  std::size_t dash = line;
  while (dash < text.size() && text[dash] == ' ') ++dash;
  std::size_t end = dash + 1;
  if (end >= text.size() || text[dash] != '-') return {};
  while (end < text.size() && is_name_byte(text[end])) ++end;
  if (end == dash + 1 && text[end] == '{') ++end;
  if (end == dash + 1 || (text[dash + 1] >= '0' && text[dash + 1] <= '9')) return {};
  const std::string name(text.substr(dash + 1, end - dash - 1));
  const Slip apart{"dash-without-blank", span(dash, dash + 1), {"-" + name, "- " + name}, {put(dash + 1, " ")}};
  if (dash == line) return {apart};
  return {apart, {apart.slug, apart.span, apart.arguments, {put(dash - 1, "- ", 2)}}};
}

/// A value that begins with a sign which YAML keeps for itself: `unit: %`.
std::optional<Slip> text_needs_quotes(std::string_view text, std::size_t at, bool between) {
  if (at >= text.size() || std::string_view("%@`*|>").find(text[at]) == std::string_view::npos) return std::nullopt;
  if (text[at] == '*' && text.find(" &") != std::string_view::npos) return std::nullopt;  // an anchor misspelt
  const bool is_block = text[at] == '|' || text[at] == '>';  // a text on the lines below, unless more follows
  if (is_block && (at + 1 >= text.size() || !is_name_byte(text[at + 1]))) return std::nullopt;
  std::size_t end = content_end(text, line_begin(text, at));
  if (between) end = std::min(end, text.find_first_of(",]}\n", at));
  while (end > at && is_blank(text[end - 1])) --end;
  if (end <= at) return std::nullopt;
  const std::string value(text.substr(at, end - at));
  if (value.size() > kShown || value.find_first_of("\"\\") != std::string::npos) return std::nullopt;
  return Slip{"text-needs-quotes", span(at, end), {value.substr(0, 1), value}, {put(at, "\""), put(end, "\"")}};
}

/// `{per: month full: 10}`, `{per: month; full: 10}`, `[0, 0] [5, 8]`: the error is at the colon or bracket.
std::optional<Slip> comma_missing(std::string_view text, std::size_t at) {
  if (at >= text.size() || std::string_view(":[{").find(text[at]) == std::string_view::npos) return std::nullopt;
  std::size_t begin = at;
  if (text[at] == ':')
    while (begin > 0 && is_name_byte(text[begin - 1])) --begin;
  std::size_t gap = begin;
  while (gap > 0 && (is_blank(text[gap - 1]) || text[gap - 1] == ';')) --gap;
  if (gap == 0 || (text[at] == ':' && (gap == begin || begin == at))) return std::nullopt;
  const char before = text[gap - 1];
  const bool behind_value = text[at] == ':' ? std::string_view(":,{[\n").find(before) == std::string_view::npos
                                            : before == ']' || before == '}';
  if (!behind_value) return std::nullopt;
  const std::size_t end = text[at] == ':' ? at : at + 1;
  return Slip{
      "comma-missing", span(begin, end), {std::string(text.substr(begin, end - begin))}, {put(gap, ", ", begin - gap)}};
}

/// `id: people full: 40` on one line, without brackets: the error is at the second colon. Only of a key of the
/// language, for a text may hold a colon, too.
std::optional<Slip> second_key(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != ':') return std::nullopt;
  const std::size_t line = line_begin(text, at);
  std::size_t key = at;
  while (key > line && is_name_byte(text[key - 1])) --key;
  const std::string name(text.substr(key, at - key));
  const auto rows = key_rows();
  if (std::none_of(rows.begin(), rows.end(), [&](const KeyRow& row) { return row.name == name; })) return std::nullopt;
  std::size_t gap = key;
  while (gap > line && (is_blank(text[gap - 1]) || text[gap - 1] == ',')) --gap;
  std::size_t first = line;
  while (first < gap && (text[first] == ' ' || (text[first] == '-' && text[first + 1] == ' '))) ++first;
  const std::size_t colon = text.find(": ", first);
  if (gap == key || colon >= gap || text[gap - 1] == ':') return std::nullopt;
  return Slip{
      "second-key-on-line", span(key, at), {name}, {put(gap, "\n" + std::string(first - line, ' '), key - gap)}};
}

/// Where a text between brackets should have ended that was not closed: before a comma or bracket outside parentheses.
std::size_t value_end(std::string_view text, std::size_t begin, std::size_t end) {
  int depth = 0;
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')') --depth;
    if (depth <= 0 && std::string_view(",]}").find(text[at]) != std::string_view::npos) return at;
  }
  return end;
}

std::optional<Slip> quote_not_closed(std::string_view text, const OpenSigns& open) {
  if (!open.quote) return std::nullopt;
  const std::size_t begin = *open.quote;
  std::size_t end = std::max(begin + 1, std::min(text.find_first_of("\r\n", begin), text.size()));
  if (open.quote_in_brackets) end = value_end(text, begin + 1, end);
  while (end > begin + 1 && is_blank(text[end - 1])) --end;
  const std::string quote(text.substr(begin, 1));
  return Slip{"quote-not-closed", span(begin, begin + 1), {quote}, {put(end, quote)}};
}

/// A line begins where a bracket of a line before it should have been closed.
std::optional<Slip> bracket_not_closed(std::string_view text, std::size_t at, const OpenSigns& open) {
  if (open.brackets.empty()) return std::nullopt;
  std::size_t line = line_begin(text, at);
  const std::string_view before = text.substr(line, at - line);  // nothing, a dash, or a key
  if (!std::all_of(before.begin(), before.end(), [](char c) { return is_blank(c) || c == '-' || is_name_byte(c); }))
    return std::nullopt;
  std::size_t end = line;
  while (line > 0 && end == line) {
    line = line_begin(text, line - 1);
    end = content_end(text, line);
  }
  std::string closing;
  for (auto bracket = open.brackets.rbegin(); bracket != open.brackets.rend(); ++bracket)
    closing += text[*bracket] == '[' ? ']' : '}';
  const std::size_t innermost = open.brackets.back();
  if (end <= innermost || closing.size() > kShown) return std::nullopt;
  return Slip{"bracket-not-closed",
              span(innermost, innermost + 1),
              {std::string(text.substr(innermost, 1)), closing},
              {put(end, closing)}};
}

}  // namespace

std::optional<Slip> foreign_indents(std::string_view text) {
  std::optional<Slip> slip;
  for (const std::size_t begin : find_foreign_indents(text)) {
    std::size_t at = begin;
    std::string blanks;
    while (foreign_blank(text, at) != 0 || is_blank(text[at])) {
      blanks += text[at] == '\xE3' ? "  " : " ";  // as wide as it looks
      at += std::max<std::size_t>(foreign_blank(text, at), 1);
    }
    if (!slip) slip = Slip{"foreign-indent", span(begin, at), {}, {}};
    slip->edits.push_back(put(begin, blanks, at - begin));
  }
  return slip;
}

std::vector<Slip> explain_broken_signs(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  std::vector<Slip> slips;
  const auto add = [&](std::optional<Slip> slip) {
    if (slip) slips.push_back(std::move(*slip));
  };
  const OpenSigns open = find_open_signs(text, at);
  std::size_t line = line_begin(text, at);
  for (int lines = 0; lines < kLines; ++lines) {
    for (Slip& slip : dash_without_blank(text, line)) slips.push_back(std::move(slip));
    if (line == 0) break;
    line = line_begin(text, line - 1);
  }
  add(text_needs_quotes(text, at, !open.brackets.empty()));
  add(open.brackets.empty() ? second_key(text, at) : comma_missing(text, at));
  add(quote_not_closed(text, open));
  add(bracket_not_closed(text, at, open));
  return slips;
}

}  // namespace cwp
