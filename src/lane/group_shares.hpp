#pragma once
// GroupShares: what is divided once a group for a line of it.

#include "lane/group_lines.hpp"

namespace cwp {

/// The slopes and starts of a line by group, as LaneOp::by_group reads them: those of all groups, kSpareFigures more,
/// and then the others. `tables`: the figures by group, of i32. O(groups).
struct GroupShares {
  std::size_t groups = 0;  ///< slopes that stand before the starts
  std::vector<float> figures;
};
GroupShares shares_of(const GroupLine& line, const std::vector<std::vector<std::int64_t>>& tables, RunLanes unit);

}  // namespace cwp
