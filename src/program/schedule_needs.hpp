#pragma once
// ScheduleNeeds: what each instance of a schedule needs, by position.

#include <span>

#include "program/schedule.hpp"

namespace cwp {

class ScheduleNeeds {
 public:
  /// The arguments are those the schedule was made of. O(needs).
  ScheduleNeeds(const Schedule& schedule, const Graph& graph, const Scorecard& card, const Timeline& timeline);

  std::size_t size() const { return first_.size() - 1; }
  /// Positions, all before `position`.
  std::span<const std::uint32_t> of(std::size_t position) const {
    return {needs_.data() + first_[position], needs_.data() + first_[position + 1]};
  }
  /// The position of an instance of the schedule.
  std::uint32_t position(const Schedule& schedule, Instance instance) const {
    return position_of_slot_[schedule.slot(instance.node, instance.period)];
  }

  /// Adds to `marked` (by position) whatever needs something marked, directly or not.
  void mark_users(std::vector<bool>& marked) const;
  /// What is marked and all that it needs, each behind its needs.
  std::vector<std::uint32_t> with_needs(std::vector<bool> marked) const;

 private:
  std::vector<std::uint32_t> position_of_slot_, needs_;
  std::vector<std::size_t> first_;
};

}  // namespace cwp
