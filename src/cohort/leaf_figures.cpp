#include "cohort/leaf_figures.hpp"

#include "data/column_store.hpp"

namespace cwp {
namespace {

LeafFigures::Row row_of(const MetricCell& cell) {
  const auto plain = cell.refused || cell.incomplete ? std::nullopt : cell.value.to_fraction();
  if (!plain) return {0, 1, LeafFigures::Row::Kind::odd};
  return {plain->numerator, plain->denominator, LeafFigures::Row::Kind::plain};
}

}  // namespace

LeafFigures::LeafFigures(const Cohort& cohort) : cohort_(cohort) {
  const Run& run = cohort.run();
  const std::vector<Metric>& metrics = run.card().rulebook->metrics;
  leaves_.resize(metrics.size());
  for (std::size_t i = 0; i < run.schedule().order().size(); ++i) {
    const Instance& instance = run.schedule().order()[i];
    const Node& node = run.graph().nodes[instance.node];
    if (node.op != NodeOp::metric || !cohort.extent().holds(run.schedule(), i)) continue;
    const Metric& metric = metrics[node.index];
    if (metric.per.value != instance.period.grain || metric.absent == AbsentRule::carry) continue;
    if (leaves_[node.index].try_emplace(instance.period.ordinal, rows_.size()).second)
      rows_.emplace_back(cohort.officers().size());
  }
  if (run.data().columns != nullptr) {
    take_columns(*run.data().columns);
    return;
  }
  for (std::size_t i = 0; i < cohort.officers().size(); ++i) {
    const OfficerRecord& officer = run.data().officers[cohort.officers()[i]];
    for (std::size_t metric = 0; metric < leaves_.size(); ++metric) {
      if (leaves_[metric].empty()) continue;
      for (const MetricCell& cell : officer.metrics[metric])
        if (const auto leaf = leaves_[metric].find(cell.period); leaf != leaves_[metric].end())
          rows_[leaf->second][i] = row_of(cell);
    }
  }
}

void LeafFigures::take_columns(const ColumnStore& columns) {
  const std::vector<std::uint32_t>& officers = cohort_.officers();
  const auto rows_of = [&](std::uint32_t metric, std::int32_t period) -> std::vector<Row>* {
    const auto leaf = leaves_[metric].find(period);
    return leaf == leaves_[metric].end() ? nullptr : &rows_[leaf->second];
  };
  for (const auto& [of, figures] : columns.figures) {
    std::vector<Row>* const rows = rows_of(of.first, of.second.ordinal);
    if (rows == nullptr) continue;
    const std::int64_t power = power_of_ten(figures.decimals);
    std::vector<Row::Kind> kinds(columns.keys.size(), Row::Kind::plain);
    for (const std::uint32_t officer : figures.refused) kinds[officer] = Row::Kind::odd;
    for (const std::uint32_t officer : figures.absent) kinds[officer] = Row::Kind::none;
    for (std::size_t i = 0; i < officers.size(); ++i)
      if (kinds[officers[i]] != Row::Kind::none) (*rows)[i] = {figures.units(officers[i]), power, kinds[officers[i]]};
  }
  for (std::size_t i = 0; i < officers.size() && !columns.others.empty(); ++i) {
    const auto others = columns.others.find(officers[i]);
    if (others == columns.others.end()) continue;
    for (const auto& [metric, cell] : others->second)
      if (std::vector<Row>* const rows = rows_of(metric, cell.period)) (*rows)[i] = row_of(cell);
  }
}

const std::vector<LeafFigures::Row>* LeafFigures::rows(const Instance& leaf) const {
  const Node& node = cohort_.run().graph().nodes[leaf.node];
  if (leaves_.empty() || node.op != NodeOp::metric) return nullptr;
  if (cohort_.run().card().rulebook->metrics[node.index].per.value != leaf.period.grain) return nullptr;
  const auto found = leaves_[node.index].find(leaf.period.ordinal);
  return found == leaves_[node.index].end() ? nullptr : &rows_[found->second];
}

std::optional<Value> LeafFigures::without_row(const Instance& leaf) const {
  const Run& run = cohort_.run();
  const std::uint32_t metric = run.graph().nodes[leaf.node].index;
  OfficerRecord record;
  record.metrics.resize(leaves_.size());
  const MetricReader reader{record, cohort_.model().days(), *run.card().rulebook, run.timeline()};
  Value without = reader.value(metric, leaf.period);
  record.metrics[metric].push_back({leaf.period.ordinal, false, false, Rational(1), {}});
  if (!reader.value(metric, leaf.period).present()) return std::nullopt;
  return without;
}

}  // namespace cwp
