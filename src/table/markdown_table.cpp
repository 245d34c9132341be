#include "table/markdown_table.hpp"

#include <algorithm>

#include "text/display_width.hpp"

namespace cwp {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

void MarkdownTable::add_row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = escaped(cell);
  rows_.push_back(std::move(cells));
}

std::string MarkdownTable::to_text() const {
  std::vector<std::string> titles;
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    titles.push_back(escaped(columns_[i].title));
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
