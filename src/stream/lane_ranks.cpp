#include "stream/lane_ranks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

#include "kernel/around_caches.hpp"

namespace cwp {
namespace {

constexpr std::int64_t kMostCounted = 1 << 22;
constexpr std::size_t kFewMeasured = 1 << 16;  // officers

/// The rank of a value that `before` officers stand before, with `equals` officers of that value, the `nth` of them.
inline std::uint32_t rank_of(RankMethod method, std::uint32_t before, std::uint32_t different_before,
                             std::uint32_t equals, std::uint32_t nth) {
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
  T unranked = 0;
  bool all_ranked = true;

  bool has(std::size_t officer) const { return all_ranked || of[officer] != unranked; }
};

/// Between which values they are; 0 and -1 where there are none.
template <typename T>
void measure(Values<T>& values) {
  if (values.all_ranked) {
    T low = values.of[0], high = low;  // several at once: std::minmax_element has to know where they are
    for (const T value : values.of) low = std::min(low, value), high = std::max(high, value);
    values.low = low, values.high = high;
    return;
  }
  bool any = false;
  for (const T value : values.of) {
    if (value == values.unranked) continue;
    values.low = any ? std::min<std::int64_t>(values.low, value) : value;
    values.high = any ? std::max<std::int64_t>(values.high, value) : value;
    any = true;
  }
  if (!any) values.low = 0, values.high = -1;
}

/// Many ranks are nothing that is read soon: they are made a few at a time, and copied around the caches. `make` is
/// called with the first officer and where his and the next ones' ranks go.
template <typename Make>
void write_ranks(std::span<std::uint32_t> ranks, const Make& make) {
  if (ranks.size_bytes() < kAroundCachesFrom) return make(0, ranks);
  std::array<std::uint32_t, 1024> made;
  for (std::size_t from = 0; from < ranks.size(); from += made.size()) {
    const std::span some(made.data(), std::min(made.size(), ranks.size() - from));
    make(from, some);
    copy_around_caches(some.data(), ranks.data() + from, some.size_bytes());
  }
  end_around_caches();
}

/// Likewise of groups of neighbours, as many at a time as have room.
void write_group_ranks(Lane lane, const char* values, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  const std::span<const std::uint32_t> begins = ranking.begins;
  const std::size_t groups = begins.size() - 1;
  if (ranks.size_bytes() < kAroundCachesFrom)
    return ranking.rank_groups(lane, values, begins.data(), groups, ranks.data());
  std::array<std::uint32_t, 1024> made;
  static_assert(kSmallGroup <= made.size());
  for (std::size_t g = 0; g < groups;) {
    std::size_t end = g + 1;
    while (end < groups && begins[end + 1] - begins[g] <= made.size()) ++end;
    ranking.rank_groups(lane, values + begins[g] * bytes_of(lane), begins.data() + g, end - g, made.data());
    copy_around_caches(made.data(), ranks.data() + begins[g], (begins[end] - begins[g]) * sizeof(std::uint32_t));
    g = end;
  }
  end_around_caches();
}

/// Of each value, best first: how many officers have it becomes the rank of the first of them. Few officers have few of
/// many values, which no processor foresees: what nobody has gets a rank, too, that nobody reads.
template <RankMethod kMethod, typename At>
void counts_to_ranks(At at, At end) {
  std::uint32_t before = 0, different = 0;
  for (; at != end; ++at) {
    const std::uint32_t equals = *at;
    *at = rank_of(kMethod, before, different, equals, 0);
    before += equals;
    different += equals != 0 ? 1 : 0;
  }
}

template <typename At>
void counts_to_ranks(At at, At end, RankMethod method) {
  switch (method) {
    case RankMethod::competition:
      return counts_to_ranks<RankMethod::competition>(at, end);
    case RankMethod::dense:
      return counts_to_ranks<RankMethod::dense>(at, end);
    case RankMethod::ordinal:
      return counts_to_ranks<RankMethod::ordinal>(at, end);
    case RankMethod::fractional:
      return counts_to_ranks<RankMethod::fractional>(at, end);
  }
}

/// All officers together, values few enough to be counted. Those without a rank are counted in front, and not passed
/// on.
template <bool kAllRanked, typename T>
void rank_by_counting(const Values<T>& values, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  constexpr std::size_t kFront = kAllRanked ? 0 : 1;
  const std::size_t range = std::size_t(values.high - values.low + 1) + kFront;
  const T low = T(values.low);
  const auto place = [&](T value) {
    if (!kAllRanked && value == values.unranked) return std::size_t{0};
    return std::size_t(value - low) + kFront;
  };
  std::vector<std::uint32_t> first(range);  // how many there are of each, then the rank of the first of them
  for (const T value : values.of) ++first[place(value)];
  const std::span<std::uint32_t> ranked = std::span(first).subspan(kFront);
  ranking.ascending ? counts_to_ranks(ranked.begin(), ranked.end(), ranking.method)
                    : counts_to_ranks(ranked.rbegin(), ranked.rend(), ranking.method);
  if (!kAllRanked) first[0] = 0;
  if (ranking.method != RankMethod::ordinal)
    write_ranks(ranks, [&](std::size_t from, std::span<std::uint32_t> some) {
      for (std::size_t i = 0; i < some.size(); ++i) some[i] = first[place(values.of[from + i])];
    });
  else
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = values.has(i) ? first[place(values.of[i])]++ : 0;
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
bool has_small_groups(const LaneRanking& ranking) {
  if (sizeof(T) > sizeof(std::int32_t) || ranking.groups == nullptr || !ranking.side_by_side || ranking.ascending ||
      ranking.method != RankMethod::competition)
    return false;
  const std::span<const std::uint32_t> begins = ranking.begins;
  for (std::size_t g = 0; g + 1 < begins.size(); ++g)
    if (begins[g + 1] - begins[g] > kSmallGroup) return false;
  return true;
}

template <typename T>
void rank_any(Values<T> values, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  if (ranks.empty()) return;
  if (ranking.groups == nullptr) {
    // What was proved of them may be much more than there is: of few officers counts would be mostly of nobody.
    if (!values.all_ranked || values.of.size() < kFewMeasured) measure(values);
    if (values.high < values.low) return std::fill(ranks.begin(), ranks.end(), 0U);
    // Of judged officers' figures there may be any.
    const auto range = std::uint64_t(values.high) - std::uint64_t(values.low);
    if (range < std::uint64_t(kMostCounted))
      return values.all_ranked ? rank_by_counting<true>(values, ranking, ranks)
                               : rank_by_counting<false>(values, ranking, ranks);
  }
  if (has_small_groups<T>(ranking)) {
    // Whoever has no rank is behind all others.
    write_group_ranks(sizeof(T) == 2 ? Lane::u16 : Lane::i32, reinterpret_cast<const char*>(values.of.data()), ranking,
                      ranks);
    for (std::size_t i = 0; i < ranks.size() && !values.all_ranked; ++i) ranks[i] = values.has(i) ? ranks[i] : 0;
    return;
  }
  if (!values.all_ranked) std::fill(ranks.begin(), ranks.end(), 0U);
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

void RankedLanes::put(std::size_t first, std::size_t count, const FigureUnits* values, const std::uint8_t* classes,
                      std::uint8_t number) {
  if (values != nullptr && classes == nullptr) return put(first, *values);
  this->values().visit([&]<typename T>(std::span<const T>) {
    T* const own = reinterpret_cast<T*>(memory_) + first;
    const auto put = [&](const auto& value) {
      for (std::size_t i = 0; i < count; ++i) own[i] = classes == nullptr || classes[i] == number ? value(i) : own[i];
    };
    if (values == nullptr) return put([&](std::size_t) { return T(unranked); });
    values->visit([&](const auto& some) { put([&](std::size_t i) { return T(some[i]); }); });
  });
}

FigureUnits RankedLanes::values() const {
  const void* const memory = memory_;
  if (type_ == FigureUnits::Type::u16) return std::span(static_cast<const std::uint16_t*>(memory), officers_);
  if (type_ == FigureUnits::Type::i32) return std::span(static_cast<const std::int32_t*>(memory), officers_);
  return std::span(static_cast<const std::int64_t*>(memory), officers_);
}

void rank_lanes(const RankedLanes& lanes, const LaneRanking& ranking, std::span<std::uint32_t> ranks) {
  lanes.values().visit([&]<typename T>(std::span<const T> values) {
    rank_any(Values<T>{values, lanes.low, lanes.high, T(lanes.unranked), lanes.all_ranked}, ranking, ranks);
  });
}

}  // namespace cwp
