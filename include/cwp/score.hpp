#pragma once
// score: a plan and data to scores.

#include <optional>
#include <vector>

#include "cwp/plan.hpp"
#include "cwp/scores.hpp"

namespace cwp {

/// Which periods are published. Nothing here changes a figure: a period scored alone equals the same period of a long
/// run.
struct ScoreOptions {
  std::optional<DayRange> window;  ///< periods wholly inside; default: all that the data's span touches
  std::vector<Grain> grains;       ///< default: all that the rulebook assesses
  bool provisional = false;        ///< also periods that are not over yet
  bool strict = false;             ///< the first row issue is an error
  int threads = 1;                 ///< results do not depend on it
};

/// Scores every officer in every published period. Errors: a grain that the rulebook does not assess
/// (`grain-not-assessed`), data without any row (`no-data`), with `strict` the first row issue (`strict-issue`).
/// Time: officers × (graph nodes × periods).
Result<Scores> score(const Plan& plan, const Dataset& data, const ScoreOptions& options = {});
/// One period and nothing else, provisional if it must be.
Result<Scores> score(const Plan& plan, const Dataset& data, Period period);

}  // namespace cwp
