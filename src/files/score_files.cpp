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
  const Run& run = scoring.run();
  for (std::size_t g = 0; g < tables.size(); ++g) {
    const PublishedGrain& published = run.published()[g];
    const std::size_t officers = run.data().officer_count();
    std::size_t provisional = 0;
    for (const bool is : published.provisional) provisional += is ? 1 : 0;
    counts.tables.push_back({published.grain, published.periods, provisional, published.periods.size() * officers});
    summary.grains.push_back(
        {published.grain, published.periods, published.periods.empty() ? 0 : officers, provisional});
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
    if (const auto scoring = PlainScoring::of(plan, data, options, sink)) {
      StageProgress progress(options.progress, WorkStage::scoring, data.officer_count());
      sink.attach(*scoring, options.threads, progress);
      scoring->score(sink);
      auto state = std::make_shared<ScoresState>(ScoresState{plan, data, options, *data.span(), {}, {}, data.issues()});
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
