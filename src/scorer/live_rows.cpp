#include "scorer/live_rows.hpp"

#include <algorithm>

#include "data/finish_dataset.hpp"

namespace cwp {

namespace {

/// Plain sheets are not copied; read_csv_rows leaves none.
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

Result<Dataset> LiveRows::finished(const CheckedRulebook& rules) { return finish_dataset(rules, copy_of(rows())); }

bool LiveRows::only_figures() {
  const InputRows& now = rows();
  return now.roster.size() == mark_.roster && now.duty.size() == mark_.duty && now.facts.size() == mark_.facts &&
         now.issues.size() == mark_.issues && now.span == mark_.span && now.known_at == mark_.known_at &&
         now.figures.size() >= mark_.figures;
}

void LiveRows::name_files(DatasetState& data) {
  const InputRows& now = rows();
  data.files = now.files;
  data.holds = now.holds;
  data.digests = now.digests;
  data.dialect = now.dialect;
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
  mark_ = mark_of(now);
}

void LiveRows::take_back() {
  cwp::take_back(rows(), mark_);
  for (auto& figures : figures_of_)
    while (!figures.empty() && figures.back() >= mark_.figures) figures.pop_back();
  indexed_ = std::min(indexed_, mark_.figures);
}

}  // namespace cwp
