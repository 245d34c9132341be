#pragma once
// GroupShares: what is divided once a group for a line of it.

#include <memory>

#include "lane/group_lines.hpp"

namespace cwp {

/// The slopes and starts of a line by group, as LaneOp::by_group reads them: those of all groups, kSpareFigures more,
/// and then the others. They are made when they are asked for, some groups at a time, so that each thread makes those
/// of its own officers, and reads them while they are in its caches.
class GroupShares {
 public:
  /// `tables`: the figures by group, of i32; they must outlive it.
  GroupShares(const GroupLine& line, const std::vector<std::vector<std::int64_t>>& tables, RunLanes unit);
  GroupShares(GroupShares&&) noexcept;
  ~GroupShares();

  /// Slopes that stand before the starts.
  std::size_t groups() const { return groups_; }
  const float* figures() const { return figures_.get(); }
  /// Those of groups first … last can be read from now on. O(1) where they are there, else O(groups asked for).
  void make(std::size_t first, std::size_t last);

 private:
  class Steps;

  RunLanes unit_;
  std::size_t groups_ = 0;
  std::unique_ptr<Steps> steps_;
  std::uint32_t slopes_ = 0, starts_ = 0;  ///< registers of the steps
  std::unique_ptr<float[]> figures_;
  std::vector<bool> made_;
};

}  // namespace cwp
