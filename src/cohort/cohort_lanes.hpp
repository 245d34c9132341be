#pragma once
// CohortLanes: the columns of a cohort, lane by lane: what the steps of its program start from; and the planes of those
// who are unlike the model, and therefore the judge's, in an instance.

#include <deque>
#include <span>

#include "cohort/leaf_figures.hpp"
#include "program/lane_program.hpp"
#include "program/schedule_needs.hpp"

namespace cwp {

class CohortLanes : public LaneSource {
 public:
  explicit CohortLanes(const Cohort& cohort);

  bool begin(std::size_t position, Instance instance) override;
  bool flags_by_instance() const override { return true; }
  std::optional<LaneColumn> leaf(Instance instance) override;
  std::optional<LaneColumn> judged(Instance instance) override;
  std::optional<Groups> groups(Instance gather) override;

  /// By position in the schedule's order and officer of the cohort: whether his cell is the judge's. What needs such a
  /// cell is the judge's, too.
  const Planes& planes() const { return planes_; }
  /// The positions of what the instance at `position` needs, within the extent.
  std::span<const std::uint32_t> needs(std::size_t position) const {
    return is_held(position) ? needs_.of(position) : std::span<const std::uint32_t>();
  }

 private:
  /// Of the cell of each officer who is like the model so far; where a cell is unlike the model's, he is the judge's.
  template <typename CellOf>
  LaneColumn column_by(Instance instance, const CellOf& cell_of);
  LaneColumn column_of_rows(Instance leaf, const std::vector<LeafFigures::Row>& rows, const Value& without_row);
  /// Integers in the narrowest lane that holds them.
  LaneColumn column_of(const std::vector<std::optional<Rational>>& values, const Rational& otherwise);
  LaneColumn narrowest(const std::vector<std::int64_t>& units, LaneRange range, std::int64_t denominator);
  bool is_held(std::size_t position) const { return cohort_.extent().holds(run_.schedule(), position); }
  bool is_judged(std::size_t officer) const { return planes_.bit(position_, officer); }
  void leave_to_judge(std::size_t officer) { planes_.set(position_, officer); }

  const Cohort& cohort_;
  const Run& run_;
  const OfficerRun& model_;
  const std::vector<std::uint32_t>& officers_;
  Planes planes_;
  std::size_t position_ = 0;  ///< of the instance that was begun last
  ScheduleNeeds needs_;
  LeafFigures figures_;
  std::deque<std::vector<std::int64_t>> memory_;
  std::size_t judged_cells_ = 0;  ///< evaluated for instances that no step computes
};

}  // namespace cwp
