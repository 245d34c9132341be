#pragma once
// Ranks of integers: by counting where there are few different ones, else by sorting; group by group.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "columns/column_memory.hpp"
#include "cwp/rulebook.hpp"
#include "cwp/score_sink.hpp"
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

/// Values by officer, in the width in which they were computed, all within low..high but for `unranked`, which is below
/// them and gets rank 0; and for those of judged officers, where these are not all ranked.
class RankedLanes {
 public:
  static constexpr std::int64_t kUnranked = std::numeric_limits<std::int64_t>::min();
  std::int64_t low = 0, high = 0;
  std::int64_t unranked = kUnranked;  ///< of narrower lanes low - 1
  bool all_ranked = true;

  /// For so many officers; what they have is written once, and not cleared before.
  void make_room(FigureUnits::Type type, std::size_t officers);
  /// The values of the officers from `first` on, of the same type.
  void put(std::size_t first, FigureUnits values);
  void put(std::size_t officer, std::int64_t value);  ///< likewise, of i64
  FigureUnits values() const;
  /// Those of class `number` have these; null: nobody of them has one. `classes`: of the officers from `first`
  /// on; null: all are of it.
  void put(std::size_t first, std::size_t count, const FigureUnits* values, const std::uint8_t* classes,
           std::uint8_t number);

 private:
  ColumnMemory room_;
  std::byte* memory_ = nullptr;
  std::size_t officers_ = 0;
  FigureUnits::Type type_ = FigureUnits::Type::i64;
};

/// Ranks from 1, by officer; tenths for `fractional`. The same as standing/rank.hpp on officers without ties to
/// compare. O(officers + range) or O(officers log officers).
void rank_lanes(const RankedLanes& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks);

}  // namespace cwp
