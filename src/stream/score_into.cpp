#include <algorithm>

#include "cohort/cohort_run.hpp"
#include "cohort/gather.hpp"
#include "engine/officer_threads.hpp"
#include "standing/make_awards.hpp"
#include "standing/score_problems.hpp"
#include "stream/lane_scoring.hpp"
#include "stream/score_run.hpp"

namespace cwp {
namespace {

/// What lanes cannot do together: officer by officer, kept until all are there.
class KeptScoring {
 public:
  KeptScoring(Run& run, const ScoreOptions& options) : run_(run), options_(options) {
    gather_all(run_, options_);
    results_.resize(run_.data().officer_count());
    report_ = for_each_officer_run(run_, Extent{run_.gathers()}, options_, [&](const OfficerRun& officer) {
      results_[officer.number()] = collect_results(run_, officer);
    });
  }

  void deliver(ScoreSink& sink) const {
    const std::size_t lanes = options_.engine.block != 0 ? options_.engine.block : 1024;
    for (std::size_t first = 0; first < results_.size(); first += lanes)
      for (std::size_t g = 0; g < run_.published().size(); ++g)
        for (std::size_t p = 0; p < run_.published()[g].periods.size(); ++p)
          deliver_block(sink, g, p, first, std::min(lanes, results_.size() - first));
  }

  void rank(ScoreSink& sink) const {
    const Standings standings = make_standings(run_, results_);
    for (const RankingTable& table : make_rankings(run_, standings)) {
      const auto& rankings = run_.card().rankings;
      const auto written = std::find_if(rankings.begin(), rankings.end(), [&](const ScoreRanking& ranking) {
        return ranking.written->id.value == table.id;
      });
      if (written->unit) continue;
      // Also of a period in which nobody is there.
      std::map<Period, std::vector<std::uint32_t>> ranks;
      for (const RankedPeriod& at : run_.standing().rankings[std::size_t(written - rankings.begin())])
        if (at.published) ranks[at.period].resize(results_.size());
      for (const RankedOfficer& row : table.rows) {
        auto& of_period = ranks[row.period];
        of_period.resize(results_.size());
        if (row.rank) of_period[row.officer] = std::uint32_t(row.rank->units);
      }
      const int decimals = written->written->method == RankMethod::fractional ? 1 : 0;
      for (const auto& [period, of_period] : ranks) {
        const std::span<std::uint32_t> room = sink.room_for_ranks(table.id, period, of_period.size());
        const bool has_room = room.size() == of_period.size();
        if (has_room) std::copy(of_period.begin(), of_period.end(), room.begin());
        sink.ranks({table.id, period, decimals, has_room ? room : std::span<const std::uint32_t>(of_period)});
      }
    }
  }

  ScoringReport report() const {
    ScoringReport report;
    report.officers = results_.size();
    report.judged = report_.officers_judged + report_.officers_unlike;
    report.steps = report_.steps;
    report.block = report_.block;
    report.bytes_live = report_.bytes_per_officer;
    report.issues = run_.data().issues;
    for (const OfficerResults& one : results_)
      report.issues.insert(report.issues.end(), one.issues.begin(), one.issues.end());
    return report;
  }

 private:
  void deliver_block(ScoreSink& sink, std::size_t grain, std::size_t period, std::size_t first,
                     std::size_t count) const {
    const PublishedGrain& published = run_.published()[grain];
    std::vector<Run::Column> columns = run_.columns();
    columns.push_back({PartKind::total, 0});
    ScoreBlock block;
    block.period = published.periods[period];
    block.provisional = published.provisional[period];
    block.first = first;
    block.count = count;
    std::vector<std::vector<std::int64_t>> units;
    units.reserve(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!sink.wants(columns[c].kind)) continue;
      auto& lanes = units.emplace_back(count, kNoFigure);
      for (std::size_t i = 0; i < count; ++i)
        for (const ScoreRow& row : results_[first + i].rows[grain])
          if (row.period == block.period && row.parts[c].points) lanes[i] = row.parts[c].points->units;
      FigureColumnView view;
      view.id = columns[c].kind == PartKind::total ? std::string_view("total") : run_.id_of(columns[c]).value;
      view.kind = columns[c].kind;
      view.decimals = run_.rounding_of(columns[c], published.grain).decimals;
      view.units = std::span<const std::int64_t>(lanes);
      block.columns.push_back(view);
    }
    sink.block(block);
  }

  Run& run_;
  const ScoreOptions& options_;
  std::vector<OfficerResults> results_;
  EngineReport report_;
};

}  // namespace

Result<ScoringReport> score_run(ScoreSink& sink, Run& run, const ScoreOptions& options, Stopwatch watch) {
  LaneScoring lanes(run, options, LaneScoring::Soon::one_thread);
  const double before = watch.lap();
  if (options.engine.least_in_lanes != 0 && lanes.make(sink)) {
    watch.lap();
    lanes.run(sink);
    const double figures = watch.lap();
    if (!lanes.rank(sink)) KeptScoring(run, options).rank(sink);
    ScoringReport report = lanes.report();
    report.bind = before + lanes.bind(), report.gather = lanes.gather_time(), report.figures = figures,
    report.rank = watch.lap();
    return report;
  }
  const KeptScoring kept(run, options);
  ScoringReport report = kept.report();
  if (options.strict && !report.issues.empty()) return strict_issue(report.issues.front());
  kept.deliver(sink);
  kept.rank(sink);
  return report;
}

Result<ScoringReport> score_into(ScoreSink& sink, const Plan& plan, const Dataset& data, const ScoreOptions& options) {
  if (auto problems = score_problems(plan, data, options); !problems.empty()) return problems;
  const Stopwatch watch;
  constexpr std::size_t kMany = 50'000;  // for whom threads may start while the program is made
  const bool are_many = data.officer_count() >= kMany;
  const ScoreOptions how = fitted(options, data.officer_count());
  const OfficerTeam team(how.threads, are_many ? OfficerTeam::Start::at_once : OfficerTeam::Start::when_needed);
  Run run(plan, data, how);
  return score_run(sink, run, how, watch);
}

}  // namespace cwp
