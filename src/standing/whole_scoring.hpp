#pragma once
// WholeScoring: one scoring with all that its results came from, for those who will score some of it again.

#include <memory>

#include "cohort/gather.hpp"
#include "engine/scores_state.hpp"
#include "standing/make_rankings.hpp"

namespace cwp {

struct WholeScoring {
  std::unique_ptr<Run> run;             ///< of plan and data of `state`
  GatherEntries entries;                ///< where somebody wants them
  std::vector<OfficerResults> results;  ///< by officer; their rows stand in the tables
  Standings standings;                  ///< of the entries of `results`
  std::vector<RowIssue> award_issues;   ///< they stand in `state`, too, behind those of the officers
  std::shared_ptr<ScoresState> state;
};

/// Scores all of it. Errors: those of `score`.
Result<WholeScoring> score_whole(const Plan& plan, const Dataset& data, const ScoreOptions& options, bool keep_entries);

/// Grades and awards out of the standings, and broken promises, into `state`.
void make_honours(WholeScoring& scoring);
/// The issues of the data, of all officers and of the awards, into `state`.
void list_issues(WholeScoring& scoring);

}  // namespace cwp
