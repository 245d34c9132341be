#include "stream/lane_ranks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

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

/// What is ranked, by officer.
template <typename T>
struct Values {
  std::span<const T> of;
  std::int64_t low = 0, high = 0;
  bool all_ranked = true;

  bool has(std::size_t officer) const { return all_ranked || of[officer] != RankedLanes::kUnranked; }
};

/// All officers together, values few enough to be counted.
template <typename T>
void rank_by_counting(const Values<T>& values, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  const std::size_t range = std::size_t(values.high - values.low + 1);
  const T low = T(values.low);
  std::vector<std::uint32_t> equals(range), first(range);
  for (const T value : values.of) ++equals[std::size_t(value - low)];
  std::uint32_t before = 0, different = 0;
  for (std::size_t k = 0; k < range; ++k) {
    const std::size_t at = ranking.ascending ? k : range - 1 - k;
    if (equals[at] == 0) continue;
    first[at] = rank_of(ranking.method, before, different, equals[at], 0);
    before += equals[at];
    ++different;
  }
  if (ranking.method == RankMethod::ordinal)
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = first[std::size_t(values.of[i] - low)]++;
  else
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = first[std::size_t(values.of[i] - low)];
}

/// Some of the officers, `members` ascending.
template <typename T>
void rank_by_sorting(const Values<T>& values, std::span<const std::uint32_t> members, const LaneRanking& ranking,
                     std::span<std::uint32_t> ranks) {
  std::vector<std::uint32_t> order;
  for (const std::uint32_t member : members)
    if (values.has(member)) order.push_back(member);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return ranking.ascending ? values.of[a] < values.of[b] : values.of[b] < values.of[a];
  });
  std::uint32_t different = 0;
  for (std::size_t i = 0; i < order.size(); ++different) {
    std::size_t end = i;
    while (end < order.size() && values.of[order[end]] == values.of[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k)
      ranks[order[k]] =
          rank_of(ranking.method, std::uint32_t(i), different, std::uint32_t(end - i), std::uint32_t(k - i));
    i = end;
  }
}

/// Whether every group is of neighbours, and so small that each value is held against all of its group.
template <typename T>
bool has_small_groups(const Values<T>& values, const LaneRanking& ranking) {
  if (sizeof(T) > sizeof(std::int32_t) || ranking.groups == nullptr || !ranking.side_by_side || !values.all_ranked ||
      ranking.ascending || ranking.method != RankMethod::competition)
    return false;
  const std::span<const std::uint32_t> begins = ranking.begins;
  for (std::size_t g = 0; g + 1 < begins.size(); ++g)
    if (begins[g + 1] - begins[g] > kSmallGroup) return false;
  return true;
}

template <typename T>
void rank_any(const Values<T>& values, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  if (ranks.empty()) return;
  if (!values.all_ranked) std::fill(ranks.begin(), ranks.end(), 0U);
  if (values.all_ranked && ranking.groups == nullptr && values.high - values.low < kMostCounted)
    return rank_by_counting(values, ranking, ranks);
  if (has_small_groups(values, ranking))
    return ranking.rank_groups(sizeof(T) == 2 ? Lane::u16 : Lane::i32, values.of.data(), ranking.begins.data(),
                               ranking.begins.size() - 1, ranks.data());
  const std::vector<std::uint32_t> all = {0, std::uint32_t(ranks.size())};
  const std::span<const std::uint32_t> begins = ranking.groups == nullptr ? std::span(all) : ranking.begins;
  std::vector<std::uint32_t> members(ranks.size()), next(begins.begin(), begins.end() - 1);
  for (std::size_t i = 0; i < ranks.size(); ++i)
    members[next[ranking.groups == nullptr ? 0 : std::size_t(ranking.groups[i])]++] = std::uint32_t(i);
  for (std::size_t g = 0; g + 1 < begins.size(); ++g)
    rank_by_sorting(values, std::span(members).subspan(begins[g], begins[g + 1] - begins[g]), ranking, ranks);
}

std::size_t bytes_of(FigureUnits::Type type) {
  if (type == FigureUnits::Type::u16) return sizeof(std::uint16_t);
  return type == FigureUnits::Type::i32 ? sizeof(std::int32_t) : sizeof(std::int64_t);
}

}  // namespace

void RankedLanes::make_room(FigureUnits::Type type, std::size_t officers) {
  type_ = type;
  officers_ = officers;
  memory_ = room_.take(officers * bytes_of(type));
}

void RankedLanes::put(std::size_t first, FigureUnits values) {
  values.visit([&](const auto& some) {
    if (!some.empty()) std::memcpy(memory_ + first * bytes_of(type_), some.data(), some.size_bytes());
  });
}

void RankedLanes::put(std::size_t officer, std::int64_t value) {
  put(officer, std::span<const std::int64_t>(&value, 1));
}

void RankedLanes::rank_nobody() {
  std::fill_n(reinterpret_cast<std::int64_t*>(memory_), officers_, kUnranked);
  all_ranked = false;
}

FigureUnits RankedLanes::values() const {
  const void* const memory = memory_;
  if (type_ == FigureUnits::Type::u16) return std::span(static_cast<const std::uint16_t*>(memory), officers_);
  if (type_ == FigureUnits::Type::i32) return std::span(static_cast<const std::int32_t*>(memory), officers_);
  return std::span(static_cast<const std::int64_t*>(memory), officers_);
}

void rank_lanes(const RankedLanes& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  lanes.values().visit([&]<typename T>(std::span<const T> values) {
    rank_any(Values<T>{values, lanes.low, lanes.high, lanes.all_ranked}, ranking, ranks);
  });
}

}  // namespace cwp
