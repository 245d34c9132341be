#pragma once
// Ranks of integers: by counting where there are few different ones, else by sorting; group by group.

#include <cstdint>
#include <span>
#include <vector>

#include "cwp/rulebook.hpp"

namespace cwp {

struct LaneRanking {
  RankMethod method = RankMethod::competition;
  bool ascending = false;
  const std::int32_t* groups = nullptr;  ///< by officer; null: all together
  std::size_t group_count = 1;
};

/// In place of a value: who has none gets rank 0.
inline constexpr std::int64_t kUnranked = INT64_MIN;

/// Ranks from 1, of `values` by officer; tenths for `fractional`. The same as standing/rank.hpp on officers without
/// ties to compare. O(officers + range) or O(officers log officers).
void rank_lanes(std::span<const std::int64_t> values, const LaneRanking& ranking, std::vector<std::uint32_t>& ranks);

}  // namespace cwp
