#include "scorer/live_rows.hpp"

#include "data/finish_dataset.hpp"

namespace cwp {

namespace {

/// Figures are not copied, nor plain sheets; read_csv_rows leaves none.
InputRows without_figures(const InputRows& rows) {
  return {rows.files,
          rows.holds,
          rows.digests,
          rows.keys,
          rows.roster,
          rows.duty,
          {},
          {},
          {},
          {},
          rows.facts,
          rows.remarks,
          rows.issues,
          rows.span,
          rows.known_at,
          rows.dialect,
          rows.least_in_columns,
          rows.threads,
          rows.of_scorer};
}

}  // namespace

Result<Dataset> LiveRows::finished(const CheckedRulebook& rules) {
  InputRows all = without_figures(rows());
  if (first_) {
    pack_figures();
    all.figures = std::move(rows().figures);
    all.figures_recorded = std::move(rows().figures_recorded);
    rows().figures.clear();
    rows().figures_recorded.clear();
    return finish_dataset(rules, std::move(all));
  }
  older_.unpack(all);
  const InputRows& now = rows();
  if (!now.figures_recorded.empty()) {
    all.figures_recorded.resize(all.figures.size());
    all.figures_recorded.insert(all.figures_recorded.end(), now.figures_recorded.begin(), now.figures_recorded.end());
  }
  all.figures.insert(all.figures.end(), now.figures.begin(), now.figures.end());
  return finish_dataset(rules, std::move(all));
}

void LiveRows::pack_figures() {
  const InputRows& now = rows();
  for (std::size_t i = 0; i < now.figures.size(); ++i)
    older_.add(now.figures[i], i < now.figures_recorded.size() ? now.figures_recorded[i] : Recorded{});
}

bool LiveRows::only_figures() {
  const InputRows& now = rows();
  return now.roster.size() == mark_.roster && now.duty.size() == mark_.duty && now.facts.size() == mark_.facts &&
         now.issues.size() == mark_.issues && now.span == mark_.span && now.known_at == mark_.known_at;
}

void LiveRows::name_files(DatasetState& data) {
  const InputRows& now = rows();
  data.files = now.files;
  data.holds = now.holds;
  data.digests = now.digests;
  data.dialect = now.dialect;
}

std::optional<std::vector<Amendment>> LiveRows::amended(const CheckedRulebook& rules, const DatasetState& data) {
  return amend_figures(rules, older_, rows(), officer_of_key_, data);
}

void LiveRows::keep(const DatasetState& data) {
  InputRows& now = rows();
  if (!only_figures() || officer_of_key_.empty()) {
    officer_of_key_.assign(now.keys.size(), std::nullopt);
    for (std::size_t officer = 0; officer < data.officers.size(); ++officer)
      if (const auto number = now.keys.find(data.officers[officer].key)) officer_of_key_[*number] = officer;
  }
  pack_figures();
  now.figures.clear();
  now.figures_recorded.clear();
  mark_ = mark_of(now);
  first_ = false;
}

void LiveRows::take_back() { cwp::take_back(rows(), mark_); }

}  // namespace cwp
