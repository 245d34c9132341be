#pragma once
// LaneTurns: the steps of a pass in the order in which they run. A sum takes several turns where its parts come one by
// one, so that none of them has to be kept until the last is there.

#include <memory>

#include "lane/lane_joins.hpp"

namespace cwp {

struct LaneTurn {
  std::size_t step = 0;
  /// Of a sum: what it adds now; null where the step reads what it was written with.
  std::unique_ptr<std::vector<LaneRegister>> parts;
};

/// `steps`: the writer's, or those that stand for them; `runs`: whether one runs at all. A sum of which other steps
/// make all (`joins`) has no turn. O(steps and what they read).
std::vector<LaneTurn> lane_turns(const LaneWriter& writer, const std::vector<LaneStep>& steps,
                                 const std::vector<bool>& runs, const LaneJoins& joins);

}  // namespace cwp
