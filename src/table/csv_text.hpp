#pragma once
// CsvText: CSV, cell by cell, safe to open in a spreadsheet.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/decimal.hpp"

namespace cwp {

/// `text` as one cell: defused(), then quotes where RFC 4180 needs them.
std::string csv_cell(std::string_view text);

/// Rows of CSV under a header.
class CsvText {
 public:
  explicit CsvText(const std::vector<std::string>& header);

  CsvText& cell(std::string_view text);
  /// With the decimals it has; an absent one is empty.
  CsvText& cell(const std::optional<Decimal>& figure);
  void end_row();

  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
  bool row_begun_ = false;
};

}  // namespace cwp
