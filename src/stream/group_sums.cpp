#include "stream/group_sums.hpp"

#include <algorithm>

namespace cwp {
namespace {

template <typename T>
std::int64_t sum_of(const T* lanes, std::size_t count) {
  if constexpr (sizeof(T) <= 2) {
    if (count <= kMostInShortSum) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < count; ++i) sum += lanes[i];
      return sum;
    }
  }
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += lanes[i];
  return sum;
}

}  // namespace

GroupSums::GroupSums(LaneGather::Kind kind, std::size_t groups, SumGroups unit, Some begun)
    : kind_(kind), groups_(groups), figures_(std::make_unique_for_overwrite<std::int64_t[]>(groups)), unit_(unit) {
  begin(begun);
}

void GroupSums::begin(Some groups) {
  std::fill(figures_.get() + groups.first, figures_.get() + groups.end, nothing(kind_));
}

void GroupSums::take(std::size_t group, std::int64_t value) {
  std::int64_t& figure = figures_[group];
  if (kind_ == LaneGather::Kind::least)
    figure = std::min(figure, value);
  else if (kind_ == LaneGather::Kind::greatest)
    figure = std::max(figure, value);
  else
    figure += value;
}

/// Of one group's lanes, side by side.
template <typename T>
std::int64_t GroupSums::figure_of(const T* lanes, std::size_t count) const {
  if (kind_ == LaneGather::Kind::sum) return sum_of(lanes, count);
  std::int64_t value = lanes[0];
  for (std::size_t i = 1; i < count; ++i)
    value = kind_ == LaneGather::Kind::least ? std::min<std::int64_t>(value, lanes[i])
                                             : std::max<std::int64_t>(value, lanes[i]);
  return value;
}

template <typename T>
void GroupSums::add_lanes(const T* lanes, const std::int32_t* groups, std::size_t count) {
  for (std::size_t i = 0; i < count;) {
    std::size_t end = i + 1;
    while (end < count && groups[end] == groups[i]) ++end;
    take(std::size_t(groups[i]), figure_of(lanes + i, end - i));
    i = end;
  }
}

template <typename FigureOf>
void GroupSums::take_stretches(std::span<const std::uint32_t> begins, std::size_t first, std::size_t count,
                               const FigureOf& figure_of) {
  std::size_t group = std::size_t(std::upper_bound(begins.begin(), begins.end(), first) - begins.begin()) - 1;
  for (std::size_t i = first; i < first + count; ++group) {
    const std::size_t end = std::min<std::size_t>(begins[group + 1], first + count);
    if (end == i) continue;  // a group of nobody
    take(group, figure_of(i - first, end - i));
    i = end;
  }
}

template <typename T>
void GroupSums::add_stretches(const T* lanes, std::span<const std::uint32_t> begins, std::size_t first,
                              std::size_t count) {
  take_stretches(begins, first, count, [&](std::size_t at, std::size_t size) { return figure_of(lanes + at, size); });
}

void GroupSums::add_constant_in_order(std::int64_t value, std::span<const std::uint32_t> begins, std::size_t first,
                                      std::size_t count) {
  take_stretches(begins, first, count, [&](std::size_t, std::size_t size) {
    return kind_ == LaneGather::Kind::sum ? value * std::int64_t(size) : value;
  });
}

/// The groups that lie within the lanes as a whole at once; those at both ends may be cut off.
void GroupSums::add_sums(const std::uint16_t* lanes, std::span<const std::uint32_t> begins, std::size_t first,
                         std::size_t count) {
  const auto whole_from = std::lower_bound(begins.begin(), begins.end(), first);
  const auto whole_to = std::upper_bound(whole_from, begins.end(), first + count) - 1;
  if (whole_to < whole_from) return add_stretches(lanes, begins, first, count);  // all of one group
  const std::size_t before = *whole_from - first, behind = *whole_to - first;
  add_stretches(lanes, begins, first, before);
  const std::size_t group = std::size_t(whole_from - begins.begin());
  unit_(lanes + before, &*whole_from, std::size_t(whole_to - whole_from), figures_.get() + group);
  add_stretches(lanes + behind, begins, first + behind, count - behind);
}

void GroupSums::add_in_order(Lane lane, const void* lanes, std::span<const std::uint32_t> begins, std::size_t first,
                             std::size_t count) {
  switch (lane) {
    case Lane::u8:
      return add_stretches(static_cast<const std::uint8_t*>(lanes), begins, first, count);
    case Lane::u16:
      if (kind_ == LaneGather::Kind::sum)
        return add_sums(static_cast<const std::uint16_t*>(lanes), begins, first, count);
      return add_stretches(static_cast<const std::uint16_t*>(lanes), begins, first, count);
    case Lane::i32:
      return add_stretches(static_cast<const std::int32_t*>(lanes), begins, first, count);
    case Lane::i64:
      return add_stretches(static_cast<const std::int64_t*>(lanes), begins, first, count);
    case Lane::i128:
      return;  // what is gathered fits 64 bits
  }
}

void GroupSums::add(Lane lane, const void* lanes, const std::int32_t* groups, std::size_t count) {
  switch (lane) {
    case Lane::u8:
      return add_lanes(static_cast<const std::uint8_t*>(lanes), groups, count);
    case Lane::u16:
      return add_lanes(static_cast<const std::uint16_t*>(lanes), groups, count);
    case Lane::i32:
      return add_lanes(static_cast<const std::int32_t*>(lanes), groups, count);
    case Lane::i64:
      return add_lanes(static_cast<const std::int64_t*>(lanes), groups, count);
    case Lane::i128:
      return;
  }
}

template <typename T>
void GroupSums::add_some(const T* lanes, const std::int32_t* groups, const std::uint8_t* classes, std::uint8_t number,
                         std::size_t count) {
  for (std::size_t i = 0; i < count;) {
    std::size_t end = groups == nullptr ? count : i + 1;
    while (end < count && groups[end] == groups[i]) ++end;
    const std::size_t group = groups == nullptr ? 0 : std::size_t(groups[i]);
    if (kind_ == LaneGather::Kind::sum) {
      std::int64_t sum = 0;
      for (std::size_t k = i; k < end; ++k) sum += classes[k] == number ? std::int64_t{lanes[k]} : 0;
      figures_[group] += sum;
    } else {
      for (std::size_t k = i; k < end; ++k)
        if (classes[k] == number) take(group, lanes[k]);
    }
    i = end;
  }
}

void GroupSums::add_class(Lane lane, const void* lanes, const std::int32_t* groups, const std::uint8_t* classes,
                          std::uint8_t number, std::size_t count) {
  switch (lane) {
    case Lane::u8:
      return add_some(static_cast<const std::uint8_t*>(lanes), groups, classes, number, count);
    case Lane::u16:
      return add_some(static_cast<const std::uint16_t*>(lanes), groups, classes, number, count);
    case Lane::i32:
      return add_some(static_cast<const std::int32_t*>(lanes), groups, classes, number, count);
    case Lane::i64:
      return add_some(static_cast<const std::int64_t*>(lanes), groups, classes, number, count);
    case Lane::i128:
      return;
  }
}

void GroupSums::add_constant(std::int64_t value, const std::int32_t* groups, const std::uint8_t* classes,
                             std::uint8_t number, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    if (classes == nullptr || classes[i] == number) take(groups == nullptr ? 0 : std::size_t(groups[i]), value);
}

void GroupSums::merge(const GroupSums& other) {
  for (std::size_t g = 0; g < groups_; ++g)
    if (other.figures_[g] != nothing(kind_)) take(g, other.figures_[g]);
}

}  // namespace cwp
