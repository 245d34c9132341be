#pragma once
// LaneOrder: when the steps of a pass run. Columns that are added up are read one behind the other, a figure's days of
// a week before those of the next figure, and what hangs on them alone comes as soon as they have been read: a week's
// sums and scores before the next week's columns.

#include "lane/lane_writer.hpp"

namespace cwp {

class LaneOrder {
 public:
  /// `steps`: the writer's, or those that stand for them; `runs`: whether one runs at all. O(steps and what they read).
  LaneOrder(const LaneWriter& writer, const std::vector<LaneStep>& steps, const std::vector<bool>& runs);

  /// By step. Whoever runs steps by their times, and those of one time in the order in which they were written, runs
  /// each behind those that it needs.
  const std::vector<std::size_t>& times() const { return times_; }
  /// From when on a register can be read; of a column, when it is read first.
  std::size_t time_of(LaneRegister reg) const;

 private:
  void find_first_reads(const std::vector<LaneStep>& steps, const std::vector<bool>& runs);
  void find_times(const std::vector<LaneStep>& steps, const std::vector<bool>& runs);

  const LaneWriter& writer_;
  std::vector<std::size_t> times_;
  std::vector<std::size_t> first_read_;  ///< by register: of a column
};

}  // namespace cwp
