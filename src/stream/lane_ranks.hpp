#pragma once
// Ranks of integers: by counting where there are few different ones, else by sorting; group by group.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "cwp/rulebook.hpp"
#include "kernel/lane_step.hpp"

namespace cwp {

struct LaneRanking {
  RankMethod method = RankMethod::competition;
  bool ascending = false;
  // Groups; all together where there are none.
  const std::int32_t* groups = nullptr;   ///< by officer
  std::span<const std::uint32_t> begins;  ///< officers before those of each group, were they sorted by it; then all
  bool side_by_side = false;              ///< they are
  RankGroups rank_groups = nullptr;
};

/// Values by officer, all within low..high but for kUnranked, which gets rank 0.
template <typename T>
struct RankedLanes {
  static constexpr T kUnranked = std::numeric_limits<T>::min();
  std::unique_ptr<T[]> memory;  ///< written once, not cleared before
  std::span<T> values;
  std::int64_t low = 0, high = 0;
  bool all_ranked = true;

  void make_room(std::size_t officers) {
    memory = std::make_unique_for_overwrite<T[]>(officers);
    values = {memory.get(), officers};
  }
  void rank_nobody() {
    std::fill(values.begin(), values.end(), kUnranked);
    all_ranked = false;
  }
};

/// Ranks from 1, by officer; tenths for `fractional`. The same as standing/rank.hpp on officers without ties to
/// compare. O(officers + range) or O(officers log officers).
void rank_lanes(const RankedLanes<std::int32_t>& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks);
void rank_lanes(const RankedLanes<std::int64_t>& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks);

}  // namespace cwp
