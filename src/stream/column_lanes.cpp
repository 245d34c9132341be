#include "stream/column_lanes.hpp"

#include <algorithm>
#include <numeric>

#include "columns/hold_promises.hpp"

namespace cwp {
void ColumnLanes::judge(std::uint32_t officer) {
  judges_.resize(run_.data().officer_count());
  judges_[officer] = 1;
}

LaneColumn ColumnLanes::stored(const StoredFigures& figures) {
  for (const auto* officers : {&figures.refused, &figures.absent})
    for (const std::uint32_t officer : *officers) judge(officer);
  return {lane_of(figures.type), {figures.low, figures.high}, figures.data, power_of_ten(figures.decimals), false};
}

std::optional<LaneColumn> ColumnLanes::leaf(Instance instance) {
  const Node& node = run_.graph().nodes[instance.node];
  if (node.op == NodeOp::attribute) return attribute(node.index);
  const Metric& metric = run_.card().rulebook->metrics[node.index];
  if (metric.per.value != node.grain) return std::nullopt;
  const Value& model = model_.cell(instance.node, instance.period).value;
  LaneColumn uniform;
  uniform.uniform = true;
  const auto found = columns_.figures.find({node.index, instance.period});
  if (found == columns_.figures.end()) {
    if (run_.card().about[node.index]) return std::nullopt;
    // Where figures are carried, everybody has his own.
    const auto next = columns_.figures.upper_bound({node.index, instance.period});
    const bool has_earlier = next != columns_.figures.begin() && std::prev(next)->first.first == node.index;
    return metric.absent == AbsentRule::carry && has_earlier ? std::optional<LaneColumn>() : uniform;
  }
  if (!model.present()) return std::nullopt;
  const Rational own(found->second.units(0), power_of_ten(found->second.decimals));
  if (model.number != own) return std::nullopt;
  return stored(found->second);
}

std::optional<LaneColumn> ColumnLanes::summand(Instance instance, Period own) {
  const Node& node = run_.graph().nodes[instance.node];
  const Metric& metric = run_.card().rulebook->metrics[node.index];
  const DayRange days = run_.card().calendar.days(own);
  const Timeline& timeline = run_.timeline();
  if (metric.absent != AbsentRule::zero || run_.card().about[node.index] || run_.card().derived[node.index])
    return std::nullopt;
  LaneColumn uniform;
  uniform.uniform = true;
  if (timeline.begins_before_data(own) || timeline.span.last < days.last) return uniform;  // it counts nowhere, yet
  const auto found = columns_.figures.find({node.index, own});
  return found == columns_.figures.end() ? uniform : stored(found->second);
}

std::optional<LaneColumn> ColumnLanes::attribute(std::uint32_t index) {
  const ColumnStore::StoredAttribute& stored = columns_.attributes[index];
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

const ColumnLanes::Grouping* ColumnLanes::grouping(const std::vector<std::uint32_t>& by) {
  const auto [known, fresh] = groupings_.try_emplace(by);
  if (!fresh) return known->second ? &*known->second : nullptr;
  Grouping grouping;
  if (by.empty()) {
    all_ = {0, std::uint32_t(run_.data().officer_count())};
    grouping.begins = all_;
  } else {
    const ColumnStore::StoredAttribute& stored = columns_.attributes[by[0]];
    if (by.size() != 1 || stored.numbers.empty() || !stored.distinct) return nullptr;
    grouping.numbers = reinterpret_cast<const std::int32_t*>(stored.numbers.data());
    grouping.begins = stored.begins;
    grouping.side_by_side = stored.side_by_side;
  }
  known->second = std::move(grouping);
  return &*known->second;
}

std::optional<LaneSource::Groups> ColumnLanes::groups(Instance gather) {
  const Grouping* grouping = this->grouping(run_.graph().nodes[gather.node].by);
  if (grouping == nullptr) return std::nullopt;
  Groups groups;
  groups.column.lane = Lane::i32;
  groups.column.range = {0, Wide(grouping->groups()) - 1};
  if (grouping->numbers == nullptr) zeros_.resize(run_.data().officer_count());
  groups.column.data = grouping->numbers != nullptr ? grouping->numbers : zeros_.data();
  for (std::size_t g = 0; g < grouping->groups(); ++g) groups.most = std::max(groups.most, grouping->size(g));
  return groups;
}

}  // namespace cwp
