#pragma once
// Schedule: the instances (node, period) that a run needs, in an order that can be executed, and a slot for each.

#include <vector>

#include "graph/unroll.hpp"

namespace cwp {

class Schedule {
 public:
  /// Everything that `roots` need. The checker has seen to it that there is no cycle; one is a broken invariant.
  Schedule(const Graph& graph, const Scorecard& card, const Timeline& timeline, const std::vector<Instance>& roots);

  /// Instances, each behind its needs.
  const std::vector<Instance>& order() const { return order_; }
  std::size_t slots() const { return slots_; }
  /// The slot of an instance of the schedule.
  std::size_t slot(NodeId node, Period period) const {
    return first_slot_[node] + std::size_t(period.ordinal - first_ordinal_[node]);
  }
  /// From the first to the last day that any instance looks at, with a week to spare for weeks that straddle.
  DayRange days() const { return days_; }

 private:
  std::vector<Instance> order_;
  std::vector<std::int32_t> first_ordinal_;
  std::vector<std::size_t> first_slot_;
  std::size_t slots_ = 0;
  DayRange days_;
};

}  // namespace cwp
