#include "stream/group_sums.hpp"

#include <algorithm>

namespace cwp {
namespace {

std::int64_t nothing(LaneGather::Kind kind) {
  if (kind == LaneGather::Kind::least) return INT64_MAX;
  return kind == LaneGather::Kind::greatest ? INT64_MIN : 0;
}

}  // namespace

GroupSums::GroupSums(LaneGather::Kind kind, std::size_t groups) : kind_(kind), figures_(groups, nothing(kind)) {}

void GroupSums::take(std::size_t group, std::int64_t value) {
  std::int64_t& figure = figures_[group];
  if (kind_ == LaneGather::Kind::least)
    figure = std::min(figure, value);
  else if (kind_ == LaneGather::Kind::greatest)
    figure = std::max(figure, value);
  else
    figure += value;
}

template <typename T>
void GroupSums::add_lanes(const T* lanes, const std::int32_t* groups, std::size_t count) {
  // Officers of a group mostly stand side by side: one sum for each stretch of them.
  for (std::size_t i = 0; i < count;) {
    const std::int32_t group = groups[i];
    std::int64_t value = lanes[i++];
    if (kind_ == LaneGather::Kind::sum)
      for (; i < count && groups[i] == group; ++i) value += lanes[i];
    else if (kind_ == LaneGather::Kind::least)
      for (; i < count && groups[i] == group; ++i) value = std::min<std::int64_t>(value, lanes[i]);
    else
      for (; i < count && groups[i] == group; ++i) value = std::max<std::int64_t>(value, lanes[i]);
    take(std::size_t(group), value);
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
  }
}

void GroupSums::add_constant(std::int64_t value, const std::int32_t* groups, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) take(std::size_t(groups[i]), value);
}

void GroupSums::merge(const GroupSums& other) {
  for (std::size_t g = 0; g < figures_.size(); ++g)
    if (other.figures_[g] != nothing(kind_)) take(g, other.figures_[g]);
}

std::vector<std::int64_t> GroupSums::figures() const {
  std::vector<std::int64_t> figures = figures_;
  if (nothing(kind_) != 0) std::replace(figures.begin(), figures.end(), nothing(kind_), std::int64_t{0});
  return figures;
}

}  // namespace cwp
