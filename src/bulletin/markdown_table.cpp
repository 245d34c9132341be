#include "bulletin/markdown_table.hpp"

#include <algorithm>

#include "bulletin/defused.hpp"
#include "text/display_width.hpp"

namespace cwp {
namespace {

bool is_letter_or_digit(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || (c & 0x80) != 0;
}

/// `&amp;` would be shown as `&`.
bool begins_entity(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && is_letter_or_digit(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

/// An underscore between letters is one: `household_visits`.
bool needs_backslash(std::string_view text, std::size_t at) {
  constexpr std::string_view kSigns = "\\|`*<[~";
  if (text[at] == '&') return begins_entity(text, at);
  if (text[at] != '_') return kSigns.find(text[at]) != std::string_view::npos;
  return at == 0 || at + 1 == text.size() || !is_letter_or_digit(text[at - 1]) || !is_letter_or_digit(text[at + 1]);
}

std::string with_backslashes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (needs_backslash(text, i)) out += '\\';
    out += byte < 0x20 || byte == 0x7F ? ' ' : text[i];
  }
  return out;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

std::string markdown_text(std::string_view text) { return with_backslashes(defused(text)); }

std::string markdown_heading(std::string_view title) { return "## " + markdown_text(title) + "\n\n"; }

std::string percent(const std::optional<Decimal>& share) {
  if (!share) return "";
  Decimal hundredfold = *share;
  if (hundredfold.decimals >= 2)
    hundredfold.decimals = static_cast<std::uint8_t>(hundredfold.decimals - 2);
  else
    hundredfold.units *= hundredfold.decimals == 1 ? 10 : 100, hundredfold.decimals = 0;
  return hundredfold.to_short_text() + "%";
}

void MarkdownTable::add_row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  // `+2.00` of a column of figures is one of ours, and no formula.
  for (std::size_t i = 0; i < cells.size(); ++i)
    cells[i] = columns_[i].figures ? with_backslashes(cells[i]) : markdown_text(cells[i]);
  rows_.push_back(std::move(cells));
}

std::string MarkdownTable::to_text() const {
  std::vector<std::string> titles;
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    titles.push_back(markdown_text(columns_[i].title));
    std::size_t width = std::max<std::size_t>(3, display_width(titles[i]));
    for (const std::vector<std::string>& row : rows_) width = std::max(width, display_width(row[i]));
    widths.push_back(width);
  }
  std::string out = "|";
  for (std::size_t i = 0; i < columns_.size(); ++i)
    out += " " + padded(titles[i], widths[i], columns_[i].figures) + " |";
  out += "\n|";
  for (std::size_t i = 0; i < columns_.size(); ++i)
    out += columns_[i].figures ? std::string(widths[i] + 1, '-') + ":|" : std::string(widths[i] + 2, '-') + "|";
  out += "\n";
  for (const std::vector<std::string>& row : rows_) {
    out += "|";
    for (std::size_t i = 0; i < row.size(); ++i) out += " " + padded(row[i], widths[i], columns_[i].figures) + " |";
    out += "\n";
  }
  return out;
}

}  // namespace cwp
