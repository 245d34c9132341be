#include "scorer/live_rows.hpp"

#include <algorithm>

#include "data/finish_dataset.hpp"
#include "row/spread_sheets.hpp"

namespace cwp {

namespace {

/// Rows that are not plain sheets are copied; there are no others here.
InputRows copy_of(const InputRows& rows) {
  return {rows.files,
          rows.holds,
          rows.digests,
          rows.keys,
          rows.roster,
          rows.duty,
          rows.figures,
          rows.figures_recorded,
          {},
          {},
          rows.facts,
          rows.remarks,
          rows.issues,
          rows.span,
          rows.known_at,
          rows.dialect,
          rows.least_in_columns,
          rows.threads};
}

}  // namespace

Result<Dataset> LiveRows::finished(const CheckedRulebook& rules) {
  InputRows& now = rows();
  if (!now.sheets.empty() || !now.rosters.empty()) {
    spread_sheets(now);
    figures_of_.clear();  // they may have another order
    indexed_ = 0;
  }
  return finish_dataset(rules, copy_of(now));
}

bool LiveRows::only_figures() {
  const InputRows& now = rows();
  return now.files.size() == mark_.files && now.roster.size() == mark_.roster && now.duty.size() == mark_.duty &&
         now.sheets.empty() && now.rosters.empty() && now.facts.size() == mark_.facts &&
         now.issues.size() == mark_.issues && now.span == mark_.span && now.known_at == mark_.known_at &&
         now.dialect == mark_.dialect && now.figures.size() >= mark_.figures;
}

void LiveRows::index_figures() {
  const InputRows& now = rows();
  figures_of_.resize(now.keys.size());
  for (; indexed_ < now.figures.size(); ++indexed_)
    figures_of_[now.figures[indexed_].officer].push_back(std::uint32_t(indexed_));
}

std::optional<std::vector<Amendment>> LiveRows::amended(const CheckedRulebook& rules, const DatasetState& data) {
  index_figures();
  return amend_figures(rules, rows(), mark_.figures, figures_of_, officer_of_key_, data);
}

void LiveRows::keep(const DatasetState& data) {
  InputRows& now = rows();
  if (!only_figures() || officer_of_key_.empty()) {
    officer_of_key_.assign(now.keys.size(), std::nullopt);
    for (std::size_t officer = 0; officer < data.officers.size(); ++officer)
      if (const auto number = now.keys.find(data.officers[officer].key)) officer_of_key_[*number] = officer;
  }
  mark_ = {now.files.size(), now.roster.size(),  now.duty.size(),   now.figures.size(), now.figures_recorded.size(),
           now.facts.size(), now.remarks.size(), now.issues.size(), now.span,           now.known_at,
           now.dialect};
}

void LiveRows::take_back() {
  InputRows& now = rows();
  now.files.resize(mark_.files);
  now.holds.resize(mark_.files);
  now.digests.resize(mark_.files);
  now.roster.resize(mark_.roster);
  now.duty.resize(mark_.duty);
  now.figures.resize(mark_.figures);
  now.figures_recorded.resize(mark_.recorded);
  now.sheets.clear();
  now.rosters.clear();
  now.facts.resize(mark_.facts);
  now.remarks.resize(mark_.remarks);
  now.issues.resize(mark_.issues);
  now.span = mark_.span;
  now.known_at = mark_.known_at;
  now.dialect = mark_.dialect;
  for (auto& figures : figures_of_)
    while (!figures.empty() && figures.back() >= mark_.figures) figures.pop_back();
  indexed_ = std::min(indexed_, mark_.figures);
}

}  // namespace cwp
