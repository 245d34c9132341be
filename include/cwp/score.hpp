#pragma once
// score: a plan and data to scores.

#include <optional>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/isa.hpp"
#include "cwp/plan.hpp"
#include "cwp/progress.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// How the work is done. No figure depends on any of it.
struct EngineOptions {
  /// Officers are computed side by side in lanes, when there are at least so many of them. Where one is unlike the
  /// others (on leave, without a figure that they have, a veto in force, a division by 0, a refused row), that figure
  /// and what hangs on it are worked out by the exact evaluator. 0: everything is, officer by officer.
  std::size_t least_in_lanes = 8;
  /// So many who were present and on duty on the same days are a cohort of their own; the others are unlike the largest
  /// one on some days. In `score_into` they have a program of their own if they are one officer in 5,000, too, up to 31
  /// programs; the officers of smaller classes are worked out by the exact evaluator.
  std::size_t least_in_cohort = 64;
  std::size_t block = 0;  ///< officers in a block, at most all; 0: as many as suit the caches
  Isa isa = Isa::best;    ///< the instruction set of the lanes
};

/// Which periods are published. Nothing here changes a figure: a period scored alone equals the same period of a long
/// run.
struct ScoreOptions {
  std::optional<DayRange> window;  ///< periods wholly inside; default: all that the data's span touches
  std::vector<Grain> grains;       ///< default: all that the rulebook assesses
  bool provisional = false;        ///< also periods that are not over yet
  bool strict = false;             ///< the first row issue is an error
  int threads = 1;                 ///< results do not depend on it
  EngineOptions engine;            ///< how the work is done
  Progress progress = {};          ///< told of each share of the officers that is scored; not by score_into
};

/// Scores every officer in every published period. Errors: a grain that the rulebook does not assess
/// (`grain-not-assessed`), data without any row (`no-data`), data that were made for another rulebook than the plan
/// (`data-of-other-rules`, by CheckedRulebook::hash; so of all that takes both), with `strict` the first row issue
/// (`strict-issue`).
/// Time: officers × (graph nodes × periods).
Result<Scores> score(const Plan& plan, const Dataset& data, const ScoreOptions& options = {});
/// One period and nothing else, provisional if it must be.
Result<Scores> score(const Plan& plan, const Dataset& data, Period period);

}  // namespace cwp
