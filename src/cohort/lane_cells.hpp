#pragma once
// LaneCells: the cells of one officer of a block after another: the model's, with figures out of his lane; or judged,
// where he is unlike the model.

#include "cohort/cohort.hpp"
#include "program/lane_program.hpp"

namespace cwp {

class LaneCells : public CellLookup {
 public:
  /// `registers`: of the block; they hold all that is looked up. All must outlive it. O(instances).
  LaneCells(const Cohort& cohort, const LaneProgram& program, void* const* registers);

  /// Goes on to another officer of the cohort. `judged`: the positions in the schedule's order where he is unlike the
  /// model, ascending. Evaluates those instances. `record` and `days`, his, must live until the next call.
  void take(std::size_t number, const OfficerRecord& record, const OfficerDays& days, std::size_t lane,
            const std::vector<std::uint32_t>& judged);

  const Cell& cell(NodeId node, Period period) const override;

 private:
  Cell evaluated(Instance instance) const;

  const Cohort& cohort_;
  const Run& run_;
  const LaneProgram& program_;
  void* const* registers_;
  std::size_t number_ = 0, lane_ = 0;
  const OfficerRecord* record_ = nullptr;
  const OfficerDays* days_ = nullptr;
  // By slot: the cell, and for which officer it was made; where a judged one is, the model's must be put back.
  mutable std::vector<Cell> cells_;
  mutable std::vector<std::uint32_t> made_for_;
  mutable std::vector<Instance> spoiled_;
  std::uint32_t now_ = 0;
};

}  // namespace cwp
