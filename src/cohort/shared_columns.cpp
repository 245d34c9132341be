#include "cohort/shared_columns.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "columns/hold_promises.hpp"

namespace cwp {

std::optional<LaneColumn> SharedColumns::attribute(std::uint32_t index) {
  const auto known = attributes_.find(index);
  if (known != attributes_.end()) return known->second;
  return attributes_[index] = made(columns_.attributes[index]);
}

std::optional<LaneColumn> SharedColumns::made(const ColumnStore::StoredAttribute& stored) {
  LaneColumn column;
  column.uniform = stored.numbers.empty();
  if (column.uniform) return column;
  std::int64_t common = 1;
  std::vector<std::int64_t> units;
  for (const Value& value : stored.values) {
    const auto fraction = value.present() ? value.number.to_fraction() : std::nullopt;
    if (!fraction || fraction->denominator > 1'000'000) return std::nullopt;
    common = std::lcm(common, fraction->denominator);
    if (common > 1'000'000'000) return std::nullopt;
  }
  for (const Value& value : stored.values) {
    const auto whole = (value.number * Rational(common)).to_int64();
    if (!whole || !fits({*whole, *whole}, Lane::i64)) return std::nullopt;
    units.push_back(*whole);
  }
  const auto [low, high] = std::minmax_element(units.begin(), units.end());
  auto& lanes = memory_.emplace_back(stored.numbers.size());
  for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = units[stored.numbers[i]];
  return LaneColumn{Lane::i64, {*low, *high}, lanes.data(), common, false};
}

const void* SharedColumns::within_range(const StoredFigures& figures) {
  if (!figures.spills) return figures.data;
  const void*& known = within_range_[&figures];
  if (known != nullptr) return known;
  const std::size_t bytes = bytes_of(lane_of(figures.type));
  const std::size_t size = columns_.keys.size() * bytes;
  auto& memory = memory_.emplace_back(size / sizeof(std::int64_t) + 1);
  auto* const lanes = reinterpret_cast<char*>(memory.data());
  std::memcpy(lanes, figures.data, size);
  for (const auto* officers : {&figures.refused, &figures.absent})
    for (const std::uint32_t officer : *officers) std::memcpy(lanes + officer * bytes, &figures.low, bytes);
  return known = lanes;
}

const SharedColumns::Grouping* SharedColumns::grouping(const std::vector<std::uint32_t>& by) {
  const auto [known, fresh] = groupings_.try_emplace(by);
  if (!fresh) return known->second ? &*known->second : nullptr;
  Grouping grouping;
  if (by.empty()) {
    all_ = {0, std::uint32_t(columns_.keys.size())};
    grouping.begins = all_;
  } else {
    const ColumnStore::StoredAttribute& stored = columns_.attributes[by[0]];
    if (by.size() != 1 || stored.numbers.empty() || !stored.distinct) return nullptr;
    grouping.numbers = reinterpret_cast<const std::int32_t*>(stored.numbers.data());
    grouping.begins = stored.begins;
    grouping.side_by_side = stored.side_by_side;
  }
  for (std::size_t g = 0; g < grouping.groups(); ++g) grouping.most = std::max(grouping.most, grouping.size(g));
  known->second = std::move(grouping);
  return &*known->second;
}

const std::int32_t* SharedColumns::numbers(const Grouping& grouping) {
  if (grouping.numbers != nullptr) return grouping.numbers;
  zeros_.resize(columns_.keys.size());
  return zeros_.data();
}

}  // namespace cwp
