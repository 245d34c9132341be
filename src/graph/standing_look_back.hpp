#pragma once
// How far awards look back: behind the ranks, so that no node of the graph tells it.

#include "graph/node.hpp"

namespace cwp {

/// `in_a_row` passes over who was absent and may go on to the data's start; `progress` needs the period before.
inline LookBack look_back_of(const ScoreAward& award) {
  LookBack back;
  back.to_data_start = award.written->in_a_row > 1;
  constexpr std::int32_t kLongest[kGrains] = {1, 7, 31, 92, 184, 366};
  if (award.written->progress) back.days = kLongest[std::size_t(award.grain)];
  return back;
}

}  // namespace cwp
