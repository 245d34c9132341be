#include "stream/plain_scoring.hpp"

#include <algorithm>

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
  LaneScoring& lanes = made->lanes_;
  if (!lanes.make(sink) || !lanes.prints_all()) return nullptr;
  for (std::size_t c = 0; c < lanes.classes().size(); ++c)
    made->class_facts_.push_back(lanes.facts_of(LaneClasses::Number(c)));
  lanes.keep_facts();
  return made;
}

std::pair<std::size_t, std::size_t> PlainScoring::place_of(Period period) const {
  const std::vector<PublishedGrain>& all = run_.published();
  const auto grain = std::find_if(all.begin(), all.end(),
                                  [&](const PublishedGrain& published) { return published.grain == period.grain; });
  const auto found = std::find(grain->periods.begin(), grain->periods.end(), period);
  return {std::size_t(grain - all.begin()), std::size_t(found - grain->periods.begin())};
}

std::vector<PlainScoring::Rows> PlainScoring::rows() const {
  std::vector<Rows> rows;
  for (const PublishedGrain& published : run_.published())
    rows.emplace_back().of_period.resize(published.periods.size());
  const auto add = [&](const LaneScoring::AllFacts& facts, std::size_t officers) {
    for (std::size_t g = 0; g < rows.size(); ++g) {
      bool any = false;
      for (std::size_t p = 0; p < facts[g].size(); ++p) {
        any = any || facts[g][p].is_there;
        rows[g].of_period[p] += facts[g][p].is_there ? officers : 0;
      }
      rows[g].officers += any ? officers : 0;
    }
  };
  std::vector<std::size_t> of_class(class_facts_.size());
  const std::size_t officers = run_.data().officer_count();
  const bool all_alike = lanes_.classes().all_alike() && !lanes_.keeps_facts();
  if (all_alike) of_class[0] = officers;
  for (std::size_t officer = 0; officer < officers && !all_alike; ++officer) {
    if (const LaneScoring::AllFacts* own = lanes_.own_facts(officer))
      add(*own, 1);
    else
      ++of_class[lanes_.classes().of(officer)];
  }
  for (std::size_t c = 0; c < of_class.size(); ++c) add(class_facts_[c], of_class[c]);
  return rows;
}

bool PlainScoring::score(ScoreSink& sink) {
  Stopwatch watch;
  lanes_.run(sink);
  figures_ = watch.lap();
  const bool is_ranked = lanes_.rank(sink);
  rank_ = watch.lap();
  return is_ranked;
}

EngineReport PlainScoring::report() const {
  const ScoringReport lanes = lanes_.report();
  EngineReport report;
  report.classes = class_facts_.size();
  report.officers_in_lanes = lanes.officers - lanes.judged;
  report.officers_judged = lanes.judged;
  report.steps = lanes.steps;
  report.block = lanes.block;
  report.bytes_per_officer = lanes.bytes_live;
  report.cells = lanes.officers * run_.schedule().order().size();
  lanes_.report_steps(report);
  report.gather = lanes_.gather_time();
  report.figures = figures_;
  report.standing = rank_;
  return report;
}

}  // namespace cwp
