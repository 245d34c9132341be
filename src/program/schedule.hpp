#pragma once
// Schedule: the instances (node, period) that a run needs, in an order that can be executed, and a slot for each.

#include <optional>
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
  /// An instance's stage: how many gathers lie one behind another below it, itself included. What is of stage s can be
  /// evaluated once the gathers of the stages up to s have their tables.
  std::uint32_t stage(std::size_t position) const { return stage_[position]; }
  /// The highest stage of a gather that needs the instance, directly or not; 0: none does.
  std::uint32_t feeds(std::size_t position) const { return feeds_[position]; }
  std::uint32_t stages() const { return stages_; }  ///< the highest stage
  /// From the first to the last day that any instance looks at, with a week to spare for weeks that straddle.
  DayRange days() const { return days_; }
  /// From the first to the last day of any instance; nothing where there is none. No figure is looked at of a period
  /// without one of these days (a straddling week has a day in whatever holds it), but for those that are carried
  /// (`absent: carry`) from before.
  const std::optional<DayRange>& looked_at() const { return looked_at_; }
  /// Whose presence and duty on a day matters for something in the schedule: within `looked_at`, or so many days around
  /// it, since weeks that belong to a month may begin before it or end behind it.
  static constexpr std::int32_t kDaysAround = 7;

 private:
  void find_stages(const Graph& graph, const Scorecard& card, const Timeline& timeline);

  std::vector<Instance> order_;
  std::vector<std::uint32_t> stage_, feeds_;  // by position in order_
  std::uint32_t stages_ = 0;
  std::vector<std::int32_t> first_ordinal_;
  std::vector<std::size_t> first_slot_;
  std::size_t slots_ = 0;
  DayRange days_;
  std::optional<DayRange> looked_at_;
};

}  // namespace cwp
