#pragma once
// MarkdownTable: a table that is Markdown, and reads well as plain text, too.

#include <optional>
#include <string>
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

  /// One cell for each column. `|` and line breaks in them cannot break the table.
  void add_row(std::vector<std::string> cells);
  std::string to_text() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// A cell; empty where there is no figure.
inline std::string shown(const std::optional<Decimal>& figure) { return figure ? figure->to_text() : std::string(); }

}  // namespace cwp
