#include "cwp/score_files.hpp"

#include "engine/scores_state.hpp"
#include "files/csv_sink.hpp"
#include "standing/score_problems.hpp"
#include "table/receipt.hpp"

namespace cwp {
namespace {

/// The files of output_files, in its order.
std::vector<OutputFile> plain_files(const PlainScoring& scoring, CsvSink& sink, const Scores& scores,
                                    const OutputOptions& output, RowCounts& counts, ScoreSummary& summary) {
  std::vector<OutputFile> files;
  std::vector<std::string> tables = sink.take_tables();
  const std::vector<PlainScoring::Rows> rows = scoring.rows();
  for (std::size_t g = 0; g < tables.size(); ++g) {
    const PublishedGrain& published = scoring.run().published()[g];
    PublishedCounts counted{published.grain, {}, 0, 0};
    for (std::size_t p = 0; p < published.periods.size(); ++p) {
      if (rows[g].of_period[p] == 0) continue;
      counted.periods.push_back(published.periods[p]);
      counted.provisional += published.provisional[p] ? 1 : 0;
      counted.rows += rows[g].of_period[p];
    }
    summary.grains.push_back({published.grain, counted.periods, rows[g].officers, counted.provisional});
    counts.tables.push_back(std::move(counted));
    files.emplace_back(std::string(to_text(published.grain)) + ".csv", std::move(tables[g]));
  }
  for (CsvSink::Ranked& ranked : sink.take_rankings()) {
    counts.rankings.emplace_back(ranked.id, ranked.rows);
    summary.rankings.push_back(std::move(ranked.leaders));
    files.emplace_back("ranking_" + ranked.id + ".csv", std::move(ranked.csv));
  }
  files.emplace_back("grades.csv", grades_to_csv(scores));
  files.emplace_back("awards.csv", awards_to_csv(scores));
  files.emplace_back("expect.csv", expectations_to_csv(scores));
  files.emplace_back("issues.csv", issues_to_csv(scores));
  files.emplace_back("receipt.json", receipt_of(scores, counts, files, output));
  return files;
}

}  // namespace

Result<ScoredFiles> score_to_files(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                   const OutputOptions& output, std::size_t least_officers) {
  const bool as_rows = output.format == OutputFormat::csv && !output.details && data.officer_count() >= least_officers;
  if (as_rows && score_problems(plan, data, options).empty()) {
    CsvSink sink;
    const auto scoring = PlainScoring::of(plan, data, options, sink);
    StageProgress progress(options.progress, WorkStage::scoring, data.officer_count());
    if (scoring) sink.attach(*scoring, options.threads, progress);
    if (scoring && scoring->score(sink)) {
      auto state =
          std::make_shared<ScoresState>(ScoresState{plan, data, options, *data.span(), {}, {}, scoring->issues()});
      state->options.progress = {};
      state->engine = scoring->report();
      const Scores scores(std::move(state));
      RowCounts counts;
      ScoreSummary summary;
      std::vector<OutputFile> files = plain_files(*scoring, sink, scores, output, counts, summary);
      return ScoredFiles{std::move(files), std::move(summary), scores};
    }
  }
  Result<Scores> scores = score(plan, data, options);
  if (!scores.ok()) return scores.diagnostics();
  return ScoredFiles{output_files(scores.value(), output), summarize(scores.value()), scores.value()};
}

}  // namespace cwp
