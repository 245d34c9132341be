#include "table/csv_text.hpp"

#include "bulletin/defused.hpp"

namespace cwp {
std::string csv_cell(std::string_view text) {
  std::string cell = defused(text);
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
