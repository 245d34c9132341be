#include "stream/lane_ranks.hpp"

#include <algorithm>

namespace cwp {
namespace {

constexpr std::int64_t kMostCounted = 1 << 22;

/// The rank of a value that `before` officers stand before, with `equals` officers of that value, the `nth` of them.
std::uint32_t rank_of(RankMethod method, std::uint32_t before, std::uint32_t different_before, std::uint32_t equals,
                      std::uint32_t nth) {
  switch (method) {
    case RankMethod::competition:
      return before + 1;
    case RankMethod::dense:
      return different_before + 1;
    case RankMethod::ordinal:
      return before + 1 + nth;
    case RankMethod::fractional:
      return 10 * (before + 1) + 5 * (equals - 1);
  }
  return 0;
}

/// All officers together, values few enough to be counted.
template <typename T>
void rank_by_counting(const RankedLanes<T>& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  const std::size_t range = std::size_t(lanes.high - lanes.low + 1);
  std::vector<std::uint32_t> equals(range), first(range);
  for (const T value : lanes.values) ++equals[std::size_t(value - lanes.low)];
  std::uint32_t before = 0, different = 0;
  for (std::size_t k = 0; k < range; ++k) {
    const std::size_t at = ranking.ascending ? k : range - 1 - k;
    if (equals[at] == 0) continue;
    first[at] = rank_of(ranking.method, before, different, equals[at], 0);
    before += equals[at];
    ++different;
  }
  if (ranking.method == RankMethod::ordinal)
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = first[std::size_t(lanes.values[i] - lanes.low)]++;
  else
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = first[std::size_t(lanes.values[i] - lanes.low)];
}

/// Some of the officers, `members` ascending.
template <typename T>
void rank_by_sorting(const RankedLanes<T>& lanes, std::span<const std::uint32_t> members, const LaneRanking& ranking,
                     std::span<std::uint32_t> ranks) {
  const std::span<const T> values = lanes.values;
  std::vector<std::uint32_t> order;
  for (const std::uint32_t member : members)
    if (lanes.all_ranked || values[member] != RankedLanes<T>::kUnranked) order.push_back(member);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return ranking.ascending ? values[a] < values[b] : values[b] < values[a];
  });
  std::uint32_t different = 0;
  for (std::size_t i = 0; i < order.size(); ++different) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k)
      ranks[order[k]] =
          rank_of(ranking.method, std::uint32_t(i), different, std::uint32_t(end - i), std::uint32_t(k - i));
    i = end;
  }
}

template <typename T>
void rank_any(const RankedLanes<T>& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  if (ranks.empty()) return;
  if (!lanes.all_ranked) std::fill(ranks.begin(), ranks.end(), 0U);
  if (lanes.all_ranked && ranking.groups == nullptr && lanes.high - lanes.low < kMostCounted)
    return rank_by_counting(lanes, ranking, ranks);
  const std::vector<std::uint32_t> all = {0, std::uint32_t(ranks.size())};
  const std::span<const std::uint32_t> begins = ranking.groups == nullptr ? std::span(all) : ranking.begins;
  const auto size_of = [&](std::size_t g) { return begins[g + 1] - begins[g]; };
  if constexpr (sizeof(T) == sizeof(std::int32_t)) {
    bool small = true;
    for (std::size_t g = 0; g + 1 < begins.size(); ++g) small = small && size_of(g) <= kSmallGroup;
    if (small && ranking.side_by_side && lanes.all_ranked && !ranking.ascending &&
        ranking.method == RankMethod::competition)
      return ranking.rank_groups(lanes.values.data(), begins.data(), begins.size() - 1,
                                 0 <= lanes.low && lanes.high <= 0xFFFF, ranks.data());
  }
  std::vector<std::uint32_t> members(ranks.size()), next(begins.begin(), begins.end() - 1);
  for (std::size_t i = 0; i < ranks.size(); ++i)
    members[next[ranking.groups == nullptr ? 0 : std::size_t(ranking.groups[i])]++] = std::uint32_t(i);
  for (std::size_t g = 0; g + 1 < begins.size(); ++g)
    rank_by_sorting(lanes, std::span(members).subspan(begins[g], size_of(g)), ranking, ranks);
}

}  // namespace

void rank_lanes(const RankedLanes<std::int32_t>& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  rank_any(lanes, ranking, ranks);
}
void rank_lanes(const RankedLanes<std::int64_t>& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  rank_any(lanes, ranking, ranks);
}

}  // namespace cwp
