#include "stream/column_lanes.hpp"

#include <algorithm>

#include "columns/hold_promises.hpp"

namespace cwp {

ColumnLanes::ColumnLanes(const Run& run, const OfficerRun& model, LaneClasses& classes, LaneClasses::Number number,
                         SharedColumns& shared, const BroughtByAll& brought, bool as_guests)
    : run_(run),
      model_(model),
      classes_(classes),
      number_(number),
      shared_(shared),
      brought_(brought),
      as_guests_(as_guests),
      columns_(*run.data().columns) {
  for (const auto& [officer, cells] : columns_.others) judge(officer);
}

void ColumnLanes::judge(std::uint32_t officer) {
  if (classes_.of(officer) == number_) classes_.judge(officer);
}

LaneColumn ColumnLanes::stored(const StoredFigures& figures) {
  for (const auto* officers : {&figures.refused, &figures.absent})
    for (const std::uint32_t officer : *officers) judge(officer);
  return {lane_of(figures.type),
          {figures.low, figures.high},
          shared_.within_range(figures),
          power_of_ten(figures.decimals),
          false};
}

LaneColumn ColumnLanes::without(const StoredFigures& figures) {
  auto absent = figures.absent.begin();
  for (std::uint32_t officer = 0; officer < columns_.keys.size(); ++officer) {
    while (absent != figures.absent.end() && *absent < officer) ++absent;
    if (absent == figures.absent.end() || *absent != officer) judge(officer);
  }
  LaneColumn uniform;
  uniform.uniform = true;
  return uniform;
}

std::optional<LaneColumn> ColumnLanes::leaf(Instance instance) {
  const Node& node = run_.graph().nodes[instance.node];
  if (node.op == NodeOp::attribute) return shared_.attribute(node.index);
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
  const MetricCell* const cell = cell_of(model_.record().metrics[node.index], instance.period.ordinal);
  if (cell == nullptr) return metric.absent == AbsentRule::carry ? std::optional<LaneColumn>() : without(found->second);
  if (!model.present() || model.number != cell->value) return std::nullopt;
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
  if (found == columns_.figures.end()) return uniform;
  return cell_of(model_.record().metrics[node.index], own.ordinal) == nullptr ? without(found->second)
                                                                              : stored(found->second);
}

std::optional<LaneSource::Groups> ColumnLanes::groups(Instance gather) {
  const SharedColumns::Grouping* grouping = shared_.grouping(run_.graph().nodes[gather.node].by);
  if (grouping == nullptr) return std::nullopt;
  Groups groups;
  groups.column.lane = Lane::i32;
  groups.column.range = {0, Wide(grouping->groups()) - 1};
  groups.column.data = shared_.numbers(*grouping);
  groups.column.ascending = grouping->side_by_side;
  groups.most = grouping->most;
  if (const auto found = brought_.find({gather.node, gather.period}); found != brought_.end())
    groups.each = found->second;
  groups.for_guests = as_guests_;
  groups.counted_alone = classes_.may_differ();
  return groups;
}

}  // namespace cwp
