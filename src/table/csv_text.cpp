#include "table/csv_text.hpp"

#include <algorithm>
#include <array>

namespace cwp {
namespace {

// What spreadsheets take for the beginning of a formula; some also take the full-width signs.
constexpr std::array<std::string_view, 11> kFormulaStarts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                             "\n", "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view text) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); }) &&
         !Decimal::parse(text);
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = looks_like_formula(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

CsvText::CsvText(const std::vector<std::string>& header) {
  for (const std::string& name : header) cell(name);
  end_row();
}

CsvText& CsvText::cell(std::string_view text) {
  if (row_begun_) text_ += ',';
  row_begun_ = true;
  text_ += csv_cell(text);
  return *this;
}

CsvText& CsvText::cell(const std::optional<Decimal>& figure) {
  return cell(figure ? figure->to_text() : std::string());
}

void CsvText::end_row() {
  text_ += '\n';
  row_begun_ = false;
}

}  // namespace cwp
