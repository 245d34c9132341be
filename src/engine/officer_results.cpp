#include "engine/officer_results.hpp"

namespace cwp {
namespace {

std::optional<Decimal> shown(const Rational& value, int decimals, Rounding rounding) {
  return value.rounded(decimals, rounding).to_decimal(decimals);
}

/// Makes the parts of one row and notes figures that are too large to print.
class RowMaker {
 public:
  RowMaker(const Run& run, const OfficerRun& officer, Grain grain, bool provisional, std::vector<RowIssue>& issues)
      : run_(run), officer_(officer), grain_(grain), provisional_(provisional), issues_(issues) {}

  Part part(const Run::Column& column, Period period) {
    Part part;
    const NodeId node = run_.node_of(column, grain_);
    if (provisional_) part.state = State::provisional;
    if (node == kNoNode) {
      part.reason = Reason::not_held;
      return part;
    }
    const Cell& cell = officer_.cell(node, period);
    const RoundingRule rule = run_.rounding_of(column, grain_);
    part.reason = cell.facts.reason;
    if (!provisional_ && cell.value.incomplete) part.state = State::incomplete;
    if (cell.facts.counted) {
      part.points = shown(cell.value.number, rule.decimals, rule.rounding);
      if (!part.points) too_large(column, period, cell.value.number);
    }
    if (cell.facts.has_full) {
      part.full = shown(cell.facts.full, rule.decimals, Rounding::half_up);
      part.reachable = shown(cell.facts.reachable, rule.decimals, Rounding::half_up);
    }
    if (cell.facts.coverage) part.coverage = shown(*cell.facts.coverage, 4, Rounding::half_up);
    return part;
  }

 private:
  void too_large(const Run::Column& column, Period period, const Rational& value) {
    RowIssue issue;
    issue.reason = "score-too-large";
    issue.officer = officer_.record().key;
    issue.date = run_.card().calendar.label(period);
    issue.metric = column.kind == PartKind::total ? "total" : run_.id_of(column).value;
    issue.expected = issue.metric;
    issue.value = std::to_string(value.to_double());
    issues_.push_back(std::move(issue));
  }

  const Run& run_;
  const OfficerRun& officer_;
  Grain grain_;
  bool provisional_;
  std::vector<RowIssue>& issues_;
};

}  // namespace

std::optional<ScoreRow> score_row(const Run& run, const OfficerRun& officer, std::size_t grain, std::size_t i,
                                  PartKeeper& keeper, std::vector<RowIssue>& issues) {
  const PublishedGrain& published = run.published()[grain];
  const Period period = published.periods[i];
  if (officer.days().present_days(run.card().calendar.days(period)) == 0) return std::nullopt;
  RowMaker maker(run, officer, published.grain, published.provisional[i], issues);
  ScoreRow row;
  row.period = period;
  row.officer = officer.number();
  for (const Run::Column& column : run.columns()) keeper.add(maker.part(column, period));
  const Part total = maker.part({PartKind::total, 0}, period);
  keeper.add(total);
  row.parts = keeper.take_row();
  row.state = total.state;
  for (std::uint32_t v = 0; v < run.card().vetoes.size(); ++v)
    if (run.card().vetoes[v].grain == published.grain && officer.cell(run.graph().vetoes[v], period).value.is_true())
      row.vetoes.push_back(v);
  return row;
}

OfficerResults collect_results(const Run& run, const OfficerRun& officer) {
  PartKeeper keeper;
  return collect_results(run, officer, keeper);
}

OfficerResults collect_results(const Run& run, const OfficerRun& officer, PartKeeper& keeper) {
  OfficerResults results;
  std::vector<Instance> roots;
  for (std::size_t g = 0; g < run.published().size(); ++g) {
    auto& rows = results.rows.emplace_back();
    const PublishedGrain& published = run.published()[g];
    rows.reserve(published.periods.size());
    for (std::size_t i = 0; i < published.periods.size(); ++i) {
      std::optional<ScoreRow> row = score_row(run, officer, g, i, keeper, results.issues);
      if (!row) continue;
      rows.push_back(std::move(*row));
      for (const NodeId node : run.row_nodes(published.grain)) roots.push_back({node, published.periods[i]});
    }
  }
  collect_entries(run, officer, results);
  add_standing_roots(run, officer, roots);
  collect_fault_issues(run, officer, roots, results.issues);
  return results;
}

}  // namespace cwp
