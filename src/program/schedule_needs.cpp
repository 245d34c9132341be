#include "program/schedule_needs.hpp"

#include <algorithm>

namespace cwp {

ScheduleNeeds::ScheduleNeeds(const Schedule& schedule, const Graph& graph, const Scorecard& card,
                             const Timeline& timeline)
    : position_of_slot_(schedule.slots()) {
  const std::vector<Instance>& order = schedule.order();
  for (std::uint32_t i = 0; i < order.size(); ++i) position_of_slot_[schedule.slot(order[i].node, order[i].period)] = i;
  first_.reserve(order.size() + 1);
  for (const Instance& instance : order) {
    first_.push_back(needs_.size());
    for_each_need(graph, card, timeline, instance, [&](Instance need) { needs_.push_back(position(schedule, need)); });
  }
  first_.push_back(needs_.size());
}

void ScheduleNeeds::mark_users(std::vector<bool>& marked) const {
  for (std::size_t i = 0; i < size(); ++i)
    if (!marked[i])
      marked[i] = std::any_of(of(i).begin(), of(i).end(), [&](std::uint32_t need) { return marked[need]; });
}

std::vector<std::uint32_t> ScheduleNeeds::with_needs(std::vector<bool> marked) const {
  std::vector<std::uint32_t> positions;
  for (std::size_t i = size(); i-- > 0;) {
    if (!marked[i]) continue;
    positions.push_back(std::uint32_t(i));
    for (const std::uint32_t need : of(i)) marked[need] = true;
  }
  std::reverse(positions.begin(), positions.end());
  return positions;
}

}  // namespace cwp
