#include <algorithm>
#include <stdexcept>

#include "text/diagnostic_rows.hpp"

namespace cwp {

std::span<const DiagnosticRow> diagnostic_catalog() {
  static const std::vector<DiagnosticRow> rows = [] {
    std::vector<DiagnosticRow> all;
    for (const auto family :
         {source_rows(), yaml_rows(),     formula_rows(), form_rows_text(),   check_rows(),   lint_rows(),
          settle_rows(), standing_rows(), data_rows(),    score_rows(),       explain_rows(), reason_rows(),
          sample_rows(), verify_rows(),   state_rows(),   column_file_rows(), setting_rows(), format_rows(),
          survey_rows(), word_rows(),     command_rows(), usage_rows()})
      all.insert(all.end(), family.begin(), family.end());
    return all;
  }();
  return rows;
}

const DiagnosticRow& diagnostic_row(std::string_view slug) {
  static const std::vector<const DiagnosticRow*> by_slug = [] {
    std::vector<const DiagnosticRow*> rows;
    for (const DiagnosticRow& row : diagnostic_catalog()) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->slug < b->slug; });
    return rows;
  }();
  const auto row =
      std::lower_bound(by_slug.begin(), by_slug.end(), slug,
                       [](const DiagnosticRow* known, std::string_view wanted) { return known->slug < wanted; });
  if (row == by_slug.end() || (*row)->slug != slug)
    throw std::logic_error("no diagnostic is named '" + std::string(slug) + "'");
  return **row;
}

}  // namespace cwp
