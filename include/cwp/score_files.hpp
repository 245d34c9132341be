#pragma once
// score_to_files: from data to the files of results, without keeping a row for each officer where that can be helped.

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

}  // namespace cwp
