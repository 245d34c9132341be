#include "stream/plain_scoring.hpp"

#include <algorithm>

#include "cohort/officer_classes.hpp"
#include "data/column_store.hpp"
#include "engine/stopwatch.hpp"

namespace cwp {

std::unique_ptr<PlainScoring> PlainScoring::of(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                               const ScoreSink& sink) {
  if (data.state().columns == nullptr || options.engine.least_in_lanes == 0) return nullptr;
  std::unique_ptr<PlainScoring> made(new PlainScoring(plan, data, options));
  const Scorecard& card = made->run_.card();
  const bool has_units = std::any_of(card.rankings.begin(), card.rankings.end(),
                                     [](const ScoreRanking& ranking) { return ranking.unit.has_value(); });
  if (has_units || !card.grades.empty() || !card.awards.empty() || !card.expectations.empty() || !card.vetoes.empty())
    return nullptr;
  // What stands beside the figures (coverage, what could be reached) is one officer's for all.
  const ColumnStore& columns = *data.state().columns;
  if (!columns.stays.empty()) return nullptr;  // whoever is not there has no row
  if (!columns.duty.empty() && officer_classes(data.state(), made->run_.schedule().days()).size() > 1) return nullptr;
  if (!made->lanes_.prepare(sink) || !made->lanes_.is_plain() || !made->lanes_.prints_all()) return nullptr;
  return made;
}

PlainScoring::TotalFacts PlainScoring::total_facts(Period period) const {
  const Run::Column total{PartKind::total, 0};
  const Cell& cell = lanes_.model().cell(run_.node_of(total, period.grain), period);
  const int decimals = run_.rounding_of(total, period.grain).decimals;
  const auto shown = [](const Rational& value, int places) {
    return value.rounded(places, Rounding::half_up).to_decimal(places);
  };
  TotalFacts facts;
  if (cell.facts.has_full) facts.reachable = shown(cell.facts.reachable, decimals);
  if (cell.facts.coverage) facts.coverage = shown(*cell.facts.coverage, 4);
  return facts;
}

void PlainScoring::score(ScoreSink& sink) {
  Stopwatch watch;
  lanes_.gather();
  gather_ = watch.lap();
  lanes_.run(sink);
  figures_ = watch.lap();
  lanes_.rank(sink);
  rank_ = watch.lap();
}

EngineReport PlainScoring::report() const {
  const ScoringReport lanes = lanes_.report();
  EngineReport report;
  report.classes = 1;
  report.officers_in_lanes = lanes.officers;
  report.steps = lanes.steps;
  report.block = lanes.block;
  report.bytes_per_officer = lanes.bytes_live;
  report.cells = lanes.officers * run_.schedule().order().size();
  lanes_.report_steps(report);
  report.gather = gather_;
  report.figures = figures_;
  report.standing = rank_;
  return report;
}

}  // namespace cwp
