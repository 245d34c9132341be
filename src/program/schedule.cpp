#include "program/schedule.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

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
    days_.first = std::min(days_.first, days.first - 7);
    days_.last = std::max(days_.last, days.last + 7);
  }
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    first_slot_.push_back(slots_);
    if (first_ordinal_[node] <= last_ordinal[node])
      slots_ += std::size_t(last_ordinal[node] - first_ordinal_[node] + 1);
  }
}

}  // namespace cwp
