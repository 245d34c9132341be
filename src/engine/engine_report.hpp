#pragma once
// EngineReport: how the work of a run was done.

#include <cstdint>

namespace cwp {

struct EngineReport {
  std::size_t classes = 0;             ///< of officers, that ran in lanes
  std::size_t officers_in_lanes = 0;   ///< whose figures came out of lanes
  std::size_t officers_judged = 0;     ///< evaluated one by one, in a class or in none
  std::size_t steps = 0;               ///< of all programs
  std::size_t steps_of_lane[4] = {};   ///< u8, u16, i32, i64
  std::size_t instances_in_lanes = 0;  ///< of the schedule, over all programs
  std::size_t instances_uniform = 0;   ///< the same for everyone of the class
  std::size_t instances_judged = 0;    ///< no step computes them
  std::size_t bytes_per_officer = 0;   ///< of the largest program
  std::size_t block = 0;               ///< officers in its blocks
};

}  // namespace cwp
