#pragma once
// score_to_files, score_into_folder: from data to the files of results, without keeping a row for each officer where
// that can be helped.

#include <functional>
#include <string>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/score.hpp"
#include "cwp/write.hpp"

namespace CWP_API cwp {

/// What was published of one grain.
struct GrainSummary {
  Grain grain = Grain::month;   ///< of the periods
  std::vector<Period> periods;  ///< with at least one row, ascending
  std::size_t officers = 0;     ///< who have one
  std::size_t provisional = 0;  ///< periods that are not over yet
};
/// Who leads one ranking in its last period.
struct RankingSummary {
  RankingTable leaders;         ///< the first three of each of the first five groups
  std::size_t more_groups = 0;  ///< that are not among them
};
/// What was published, in short.
struct ScoreSummary {
  std::vector<GrainSummary> grains;      ///< finest grain first
  std::vector<RankingSummary> rankings;  ///< in file order
};
/// Of scores that are in memory. O(rows).
ScoreSummary summarize(const Scores& scores);

/// Results as files, and what else there is to say of them.
struct ScoredFiles {
  std::vector<OutputFile> files;  ///< those of output_files, byte for byte
  ScoreSummary summary;           ///< what they hold
  Scores scores;                  ///< where rows were written as they came, without those of tables and rankings
};

/// Scores and words the results: what output_files makes of what `score` gives, and its errors. As CSV without details,
/// of data in columns (many plain rows of a CSV, ColumnsBuilder, a column file), for a rulebook with neither vetoes,
/// grades, awards nor promises whose totals lanes can rank (score_into), rows are written as they are scored: then
/// there is no Scores of millions of rows. Officers on leave, those who came or left, and those whose figures are
/// refused or missing are among them; under `strict` everything is kept where somebody is judged. `least_officers`:
/// fewer are kept in any case.
Result<ScoredFiles> score_to_files(const Plan& plan, const Dataset& data, const ScoreOptions& options = {},
                                   const OutputOptions& output = {}, std::size_t least_officers = 1000);

/// Results in a folder.
struct ScoredFolder {
  std::vector<std::string> files;  ///< their names, in the order of output_files
  ScoreSummary summary;            ///< what they hold
  Scores scores;                   ///< as in ScoredFiles
};

/// Where the files go, and who is asked.
struct FolderOptions {
  std::string directory;
  bool force = false;  ///< as in write_output
  /// As in write_output; may be asked by another thread.
  std::function<bool()> stop = {};
  /// Asked before anything can be seen on the disk, with what is published: what it returns, if anything, is what comes
  /// out.
  std::function<std::vector<Diagnostic>(const std::vector<GrainSummary>&)> refuse = {};
  /// Told when everybody is scored; what is left is writing.
  std::function<void()> scored = {};
};

/// score_to_files and write_output in one: the same files, byte for byte, all of them or none, and the errors of both.
/// Where rows are written as they are scored they go to the disk at once, so that tables of any length need no memory,
/// and are finished with it soon after the last officer; with several threads one more writes, and finds the digests
/// for the receipt. What is wrong with the folder is then known before anybody is scored.
Result<ScoredFolder> score_into_folder(const Plan& plan, const Dataset& data, const FolderOptions& folder,
                                       const ScoreOptions& options = {}, const OutputOptions& output = {},
                                       std::size_t least_officers = 1000);

}  // namespace cwp
