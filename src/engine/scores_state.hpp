#pragma once
// ScoresState: what is behind Scores.

#include <optional>
#include <vector>

#include "cwp/engine_report.hpp"
#include "cwp/score.hpp"
#include "exact/gather_table.hpp"

namespace cwp {

struct StandingNotes;

struct ScoresState {
  Plan plan;
  Dataset data;
  ScoreOptions options;
  DayRange span;
  std::vector<ScoreTable> tables;
  std::vector<RankingTable> rankings;
  std::vector<RowIssue> issues;
  std::shared_ptr<const GatherTables> gathers = {};  ///< so that explaining one officer needs no other
  std::vector<GradeTable> grades = {};
  std::vector<AwardTable> awards = {};
  std::vector<BrokenExpectation> broken_expectations = {};
  EngineReport engine = {};
  /// What explaining grades and awards needs of the others: standing/standing_notes.hpp. Null where nobody scored.
  std::shared_ptr<const StandingNotes> notes = {};
};

}  // namespace cwp
