#pragma once
// EngineReport: how the work of a scoring was done. Nothing here changes a figure.

#include <cstddef>
#include <cstdint>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// Counts and times of one scoring.
struct EngineReport {
  std::size_t classes = 0;             ///< cohorts of officers that ran in lanes
  std::size_t officers_in_lanes = 0;   ///< of those cohorts
  std::size_t officers_unlike = 0;     ///< of them, those who were unlike the others somewhere
  std::size_t officers_judged = 0;     ///< evaluated one by one by the exact evaluator
  std::size_t cells = 0;               ///< figures of all officers in lanes, in all periods
  std::size_t cells_judged = 0;        ///< of them, those left to the exact evaluator
  std::size_t steps = 0;               ///< of all programs
  std::size_t steps_of_lane[5] = {};   ///< in lanes of 1, 2, 4, 8 and 16 bytes
  std::size_t instances_in_lanes = 0;  ///< figures of the schedule, over all programs
  std::size_t instances_uniform = 0;   ///< the same for everyone of the class
  std::size_t instances_judged = 0;    ///< that no step computes: judged officer by officer, then in lanes
  std::size_t bytes_per_officer = 0;   ///< live in registers, of the largest program
  std::size_t block = 0;               ///< officers in its blocks
  /// Seconds by the clock: aggregates across officers, figures, rankings and what hangs on them.
  double gather = 0;    ///< seconds by the clock: aggregates across officers
  double figures = 0;   ///< seconds: the figures of all periods
  double standing = 0;  ///< seconds: rankings and what hangs on them
};

}  // namespace cwp
