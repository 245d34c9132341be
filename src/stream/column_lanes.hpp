#pragma once
// ColumnLanes: the columns of a Dataset of columns, all officers side by side and nothing copied that need not be, as
// the officers of one class see them: those who have a figure where most of it lack one, or lack it where most have it,
// are judged.

#include "cohort/lane_classes.hpp"
#include "cohort/shared_columns.hpp"
#include "engine/run.hpp"

namespace cwp {

/// What anybody brings to gathers to which several programs bring something.
using BroughtByAll = std::map<std::pair<NodeId, Period>, LaneSummands>;

class ColumnLanes : public LaneSource {
 public:
  /// `model`: of the class, evaluated. `as_guests`: whoever brings nothing to a gather reads it.
  ColumnLanes(const Run& run, const OfficerRun& model, LaneClasses& classes, LaneClasses::Number number,
              SharedColumns& shared, const BroughtByAll& brought, bool as_guests);

  std::optional<LaneColumn> leaf(Instance instance) override;
  std::optional<LaneColumn> summand(Instance instance, Period own) override;
  std::optional<LaneColumn> judged(Instance) override { return std::nullopt; }
  std::optional<Groups> groups(Instance gather) override;
  bool nobody_reads(Instance gather) const override {
    return !is_there(gather.period) || classes_.nobody_on_duty(run_.card().calendar.days(gather.period));
  }

 private:
  /// Whether the class is there on some day of the period.
  bool is_there(Period period) const { return model_.days().present_days(run_.card().calendar.days(period)) > 0; }
  /// If he is of the class.
  void judge(std::uint32_t officer);
  LaneColumn stored(const StoredFigures& figures);
  /// Of a column in which most of the class have no figure.
  LaneColumn without(const StoredFigures& figures);

  const Run& run_;
  const OfficerRun& model_;
  LaneClasses& classes_;
  LaneClasses::Number number_;
  SharedColumns& shared_;
  const BroughtByAll& brought_;
  bool as_guests_;
  const ColumnStore& columns_;
};

}  // namespace cwp
