#include "cwp/score_files.hpp"

#include "engine/scores_state.hpp"
#include "files/csv_sink.hpp"
#include "files/folder_stream.hpp"
#include "files/marked_files.hpp"
#include "standing/score_problems.hpp"
#include "table/output_folder.hpp"
#include "table/receipt.hpp"

namespace cwp {
namespace {

/// A scoring whose rows are written as they come: the files of output_files, in its order, but for the receipt.
class RowsAsScored {
 public:
  explicit RowsAsScored(const OutputOptions& output) : output_(output), sink_(output) {}
  /// Whether this can be done; else nothing else may be asked. All arguments must outlive this.
  bool begin(const Plan& plan, const Dataset& data, const ScoreOptions& options, std::size_t least_officers) {
    if (output_.format != OutputFormat::csv || output_.writes(OutputTable::parts) ||
        data.officer_count() < least_officers)
      return false;
    if (!score_problems(plan, data, options).empty()) return false;
    how_ = fitted(options, data.officer_count());
    scoring_ = PlainScoring::of(plan, data, how_, sink_);
    return scoring_ != nullptr;
  }

  /// Nothing where a judged officer's figure cannot be ranked with the others, or where nothing more can be written:
  /// then what was written is not all.
  std::optional<Scores> write(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                              TextFiles& plain) try {
    TextFiles& files = files_.emplace(plain, output_.bom ? kCsvMark : std::string_view());
    StageProgress progress(options.progress, WorkStage::scoring, data.officer_count());
    sink_.attach(*scoring_, files, options.threads, progress);
    if (!scoring_->score(sink_)) return std::nullopt;
    count_rows();
    for (CsvSink::Ranked& ranked : sink_.take_rankings()) {
      counts_.rankings.emplace_back(ranked.id, ranked.rows);
      summary_.rankings.push_back(std::move(ranked.leaders));
    }
    auto state =
        std::make_shared<ScoresState>(ScoresState{plan, data, options, *data.span(), {}, {}, scoring_->issues()});
    state->options.progress = {};
    state->engine = scoring_->report();
    Scores scores(std::move(state));
    const auto add = [&](OutputTable table, std::string (*written)(const Scores&)) {
      if (!output_.writes(table)) return;
      const std::size_t file = files.add(file_name(table, output_.format));
      files.append(file, written(scores));
    };
    add(OutputTable::grades, grades_to_csv);
    add(OutputTable::awards, awards_to_csv);
    add(OutputTable::expect, expectations_to_csv);
    add(OutputTable::issues, issues_to_csv);
    return scores;
  } catch (const FilesEnded&) {
    sink_.wait();
    return std::nullopt;
  } catch (...) {
    sink_.wait();  // `files` may be gone when the exception has come out
    throw;
  }
  // Behind `write`.
  const RowCounts& counts() const { return counts_; }
  const std::vector<GrainSummary>& grains() const { return summary_.grains; }
  ScoreSummary take_summary() { return std::move(summary_); }

 private:
  void count_rows() {
    const std::vector<PlainScoring::Rows> rows = scoring_->rows();
    for (std::size_t g = 0; g < rows.size(); ++g) {
      const PublishedGrain& published = scoring_->run().published()[g];
      PublishedCounts counted{published.grain, {}, 0, 0};
      for (std::size_t p = 0; p < published.periods.size(); ++p) {
        if (rows[g].of_period[p] == 0) continue;
        counted.periods.push_back(published.periods[p]);
        counted.provisional += published.provisional[p] ? 1 : 0;
        counted.rows += rows[g].of_period[p];
      }
      summary_.grains.push_back({published.grain, counted.periods, rows[g].officers, counted.provisional});
      counts_.tables.push_back(std::move(counted));
    }
  }

  const OutputOptions& output_;
  std::optional<MarkedFiles> files_;  // not within `write`: the sink is waited for behind it
  CsvSink sink_;
  ScoreOptions how_;
  std::unique_ptr<PlainScoring> scoring_;
  RowCounts counts_;
  ScoreSummary summary_;
};

constexpr const char* kReceipt = "receipt.json";

std::vector<std::string> names_in(const std::vector<OutputFile>& files) {
  std::vector<std::string> names;
  for (const OutputFile& file : files) names.push_back(file.first);
  return names;
}

/// Scores that are kept, and then written.
Result<ScoredFolder> folder_of_kept(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                    const OutputOptions& output, const FolderOptions& folder) {
  Result<Scores> scores = score(plan, data, options);
  if (!scores.ok()) return scores.diagnostics();
  ScoreSummary summary = summarize(scores.value());
  const std::vector<OutputFile> files = output_files(scores.value(), output);
  if (folder.refuse)
    if (auto problems = folder.refuse(summary.grains); !problems.empty()) return problems;
  if (folder.scored) folder.scored();
  if (auto problems = write_output(folder.directory, files, folder.force, folder.stop); !problems.empty())
    return problems;
  return ScoredFolder{names_in(files), std::move(summary), scores.value()};
}

}  // namespace

Result<ScoredFiles> score_to_files(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                   const OutputOptions& output, std::size_t least_officers) {
  if (RowsAsScored rows(output); rows.begin(plan, data, options, least_officers)) {
    KeptTexts texts;
    if (std::optional<Scores> scores = rows.write(plan, data, options, texts)) {
      std::vector<OutputFile> files = texts.take();
      files.emplace_back(kReceipt, receipt_of(*scores, rows.counts(), digests_of(files, options.threads), output));
      return ScoredFiles{std::move(files), rows.take_summary(), *std::move(scores)};
    }
  }
  Result<Scores> scores = score(plan, data, options);
  if (!scores.ok()) return scores.diagnostics();
  return ScoredFiles{output_files(scores.value(), output), summarize(scores.value()), scores.value()};
}

Result<ScoredFolder> score_into_folder(const Plan& plan, const Dataset& data, const FolderOptions& folder,
                                       const ScoreOptions& options, const OutputOptions& output,
                                       std::size_t least_officers) {
  if (RowsAsScored rows(output); rows.begin(plan, data, options, least_officers)) {
    WholeFolder whole(folder.directory, folder.force, folder.stop);
    if (auto problem = whole.open()) return std::vector{*std::move(problem)};
    FolderStream stream(whole, options.threads > 1);
    if (std::optional<Scores> scores = rows.write(plan, data, options, stream)) {
      if (folder.refuse)
        if (auto problems = folder.refuse(rows.grains()); !problems.empty()) return problems;
      if (folder.scored) folder.scored();
      const std::vector<OutputDigest> digests = stream.close();
      ScoredFolder written{{}, rows.take_summary(), *std::move(scores)};
      for (const OutputDigest& digest : digests) written.files.push_back(digest.name);
      written.files.emplace_back(kReceipt);
      if (!whole.failed())
        whole.append(whole.add(kReceipt), receipt_of(written.scores, rows.counts(), digests, output));
      std::set<std::string> outdated;
      if (folder.force && !whole.failed()) outdated = results_in(folder.directory);
      for (const std::string& name : written.files) outdated.erase(name);
      if (auto problem = whole.finish(outdated)) return std::vector{*std::move(problem)};
      return written;
    }
    if (whole.failed())
      if (auto problem = whole.finish({})) return std::vector{*std::move(problem)};
  }
  return folder_of_kept(plan, data, options, output, folder);
}

}  // namespace cwp
