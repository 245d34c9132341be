#pragma once
// MarkdownTable: a table that is Markdown, and reads well as plain text, too.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/decimal.hpp"

namespace cwp {

/// Columns are as wide as their widest cell, in cells of a terminal (a Chinese character takes two). Figures stand at
/// the right.
class MarkdownTable {
 public:
  struct Column {
    std::string title;
    bool figures = false;
  };
  explicit MarkdownTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// One cell for each column. Nothing in them can break the table, or be more than text: see markdown_text().
  void add_row(std::vector<std::string> cells);
  std::string to_text() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// A text that says in Markdown what it says: signs that Markdown or HTML would take for their own have a backslash in
/// front, control characters are blanks, and what a spreadsheet would take for a formula, once the table is pasted
/// into one, has an apostrophe in front.
std::string markdown_text(std::string_view text);
/// `## TITLE` and the empty line below it.
std::string markdown_heading(std::string_view title);

/// `62.5%`; empty where there is no share.
std::string percent(const std::optional<Decimal>& share);
/// A cell; empty where there is no figure.
inline std::string shown(const std::optional<Decimal>& figure) { return figure ? figure->to_text() : std::string(); }

}  // namespace cwp
