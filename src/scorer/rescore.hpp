#pragma once
// rescore: what hangs on changed data, scored and ranked again in place.

#include "cwp/moved.hpp"
#include "cwp/scorer.hpp"
#include "program/schedule_needs.hpp"
#include "scorer/data_change.hpp"
#include "standing/whole_scoring.hpp"

namespace cwp {

/// A whole scoring, and what it takes to score some of it again.
struct LiveScoring {
  WholeScoring whole;
  std::shared_ptr<GatherTables> tables;  ///< those of `whole.run`
  std::optional<ScheduleNeeds> needs;    ///< of the run's schedule

  explicit LiveScoring(WholeScoring scoring);
  /// For the data that `whole.state` has now: another run, and its needs. The tables stay.
  void plan_anew();
};

/// What was published, and what of the standing was made, by the run before.
struct FormerRun {
  std::vector<PublishedGrain> published;
  StandingNeeds standing;
  DayRange span;
};
/// Scores again what hangs on the change; `whole.state` has the data as they are now, and the run is of these. The
/// issues of the data stay those that were listed. Returns what moved.
Movement rescore(LiveScoring& live, const DataChange& change, const FormerRun& before, UpdateReport& report);

}  // namespace cwp
