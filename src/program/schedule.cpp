#include "program/schedule.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "program/schedule_needs.hpp"

namespace cwp {

Schedule::Schedule(const Graph& graph, const Scorecard& card, const Timeline& timeline,
                   const std::vector<Instance>& roots) {
  Unrolled unrolled = unroll(graph, card, timeline, roots);
  if (!unrolled.cycle.empty()) throw std::logic_error("a checked rulebook has a cycle over time");
  order_ = std::move(unrolled.order);
  days_ = timeline.span;
  first_ordinal_.assign(graph.nodes.size(), std::numeric_limits<std::int32_t>::max());
  std::vector<std::int32_t> last_ordinal(graph.nodes.size(), std::numeric_limits<std::int32_t>::min());
  for (const Instance& instance : order_) {
    std::int32_t& first = first_ordinal_[instance.node];
    first = std::min(first, instance.period.ordinal);
    last_ordinal[instance.node] = std::max(last_ordinal[instance.node], instance.period.ordinal);
    const DayRange days = timeline.calendar.days(instance.period);
    if (!looked_at_) looked_at_ = days;
    looked_at_ = DayRange{std::min(looked_at_->first, days.first), std::max(looked_at_->last, days.last)};
  }
  if (looked_at_)
    days_ = {std::min(days_.first, looked_at_->first - kDaysAround),
             std::max(days_.last, looked_at_->last + kDaysAround)};
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    first_slot_.push_back(slots_);
    if (first_ordinal_[node] <= last_ordinal[node])
      slots_ += std::size_t(last_ordinal[node] - first_ordinal_[node] + 1);
  }
  find_stages(graph, card, timeline);
}

void Schedule::find_stages(const Graph& graph, const Scorecard& card, const Timeline& timeline) {
  stage_.assign(order_.size(), 0);
  feeds_.assign(order_.size(), 0);
  const auto is_gather = [&](const Node& node) { return node.op == NodeOp::gather; };
  if (std::none_of(graph.nodes.begin(), graph.nodes.end(), is_gather)) return;
  const ScheduleNeeds needs(*this, graph, card, timeline);
  for (std::size_t i = 0; i < order_.size(); ++i) {
    for (const std::uint32_t need : needs.of(i)) stage_[i] = std::max(stage_[i], stage_[need]);
    if (is_gather(graph.nodes[order_[i].node])) ++stage_[i];
    stages_ = std::max(stages_, stage_[i]);
  }
  for (std::size_t i = order_.size(); i-- > 0;) {
    const std::uint32_t own = is_gather(graph.nodes[order_[i].node]) ? stage_[i] : 0;
    for (const std::uint32_t need : needs.of(i)) feeds_[need] = std::max({feeds_[need], feeds_[i], own});
  }
}

}  // namespace cwp
