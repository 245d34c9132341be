#include "stream/lane_ranks.hpp"

#include <algorithm>

namespace cwp {
namespace {

constexpr std::int64_t kMostCounted = 1 << 22;
constexpr std::size_t kSmallGroup = 64;

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

/// All officers together, values within low..high, few enough to be counted. `sign`: -1 turns the order.
void rank_by_counting(std::span<const std::int64_t> values, std::int64_t low, std::int64_t high,
                      const LaneRanking& ranking, std::vector<std::uint32_t>& ranks) {
  const std::size_t range = std::size_t(high - low + 1);
  std::vector<std::uint32_t> equals(range), first(range), nth;
  for (const std::int64_t value : values) ++equals[std::size_t(value - low)];
  std::uint32_t before = 0, different = 0;
  for (std::size_t k = 0; k < range; ++k) {
    const std::size_t at = ranking.ascending ? k : range - 1 - k;
    if (equals[at] == 0) continue;
    first[at] = rank_of(ranking.method, before, different, equals[at], 0);
    before += equals[at];
    ++different;
  }
  const bool ordinal = ranking.method == RankMethod::ordinal;
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::uint32_t& rank = first[std::size_t(values[i] - low)];
    ranks[i] = ordinal ? rank++ : rank;
  }
}

/// Some of the officers, `members` ascending.
void rank_by_sorting(std::span<const std::int64_t> values, std::span<const std::uint32_t> members,
                     const LaneRanking& ranking, std::vector<std::uint32_t>& ranks) {
  std::vector<std::uint32_t> order;
  for (const std::uint32_t member : members)
    if (values[member] != kUnranked) order.push_back(member);
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

/// A few officers who stand side by side: whoever has more is before.
void rank_small(std::span<const std::int64_t> values, bool ascending, std::uint32_t* ranks) {
  std::int32_t held[kSmallGroup];
  const std::size_t count = values.size();
  for (std::size_t i = 0; i < count; ++i) held[i] = std::int32_t(ascending ? -values[i] : values[i]);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t before = 0;
    for (std::size_t k = 0; k < count; ++k) before += held[k] > held[i] ? 1U : 0U;
    ranks[i] = before + 1;
  }
}

bool is_small(std::int64_t value) { return -(1LL << 30) < value && value < (1LL << 30); }

}  // namespace

void rank_lanes(std::span<const std::int64_t> values, const LaneRanking& ranking, std::vector<std::uint32_t>& ranks) {
  ranks.assign(values.size(), 0);
  if (values.empty()) return;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const bool all_ranked = *low != kUnranked;
  if (all_ranked && ranking.groups == nullptr && *high - *low < kMostCounted)
    return rank_by_counting(values, *low, *high, ranking, ranks);
  // Officers by group: where each group begins, then its members.
  const auto group_of = [&](std::size_t i) {
    return ranking.groups == nullptr ? 0U : std::uint32_t(ranking.groups[i]);
  };
  std::vector<std::uint32_t> begins(ranking.group_count + 1), members;
  bool side_by_side = true;
  for (std::size_t i = 0; i < values.size(); ++i) {
    ++begins[group_of(i) + 1];
    side_by_side = side_by_side && (i == 0 || group_of(i - 1) <= group_of(i));
  }
  for (std::size_t g = 0; g < ranking.group_count; ++g) begins[g + 1] += begins[g];
  const bool quick =
      all_ranked && side_by_side && ranking.method == RankMethod::competition && is_small(*low) && is_small(*high);
  members.resize(values.size());
  if (!quick) {
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for (std::size_t i = 0; i < values.size(); ++i) members[next[group_of(i)]++] = std::uint32_t(i);
  }
  for (std::size_t g = 0; g < ranking.group_count; ++g) {
    const std::size_t first = begins[g], count = begins[g + 1] - first;
    if (quick && count <= kSmallGroup)
      rank_small(values.subspan(first, count), ranking.ascending, &ranks[first]);
    else {
      if (quick)
        for (std::size_t i = 0; i < count; ++i) members[first + i] = std::uint32_t(first + i);
      rank_by_sorting(values, std::span(members).subspan(first, count), ranking, ranks);
    }
  }
}

}  // namespace cwp
