#pragma once
// ClassLanes: the columns of one class of officers, lane by lane: what the steps of its program start from.

#include <deque>

#include "engine/run.hpp"
#include "program/lane_program.hpp"

namespace cwp {

class ClassLanes : public LaneSource {
 public:
  /// `model`: evaluated; one of `officers`, whose presence and duty all share.
  ClassLanes(const Run& run, const OfficerRun& model, const std::vector<std::uint32_t>& officers)
      : run_(run), model_(model), officers_(officers), judges_(officers.size()) {}

  std::optional<LaneColumn> leaf(Instance instance) override;
  std::optional<LaneColumn> judged(Instance instance) override;
  std::optional<Groups> groups(Instance gather) override;

  /// By lane: not 0 where the officer is the judge's.
  std::vector<std::uint8_t>& judges() { return judges_; }

 private:
  /// Integers in the narrowest lane that holds them.
  LaneColumn column_of(const std::vector<std::optional<Rational>>& values);
  LaneColumn narrowest(const std::vector<std::int64_t>& units, LaneRange range, std::int64_t denominator);

  const Run& run_;
  const OfficerRun& model_;
  const std::vector<std::uint32_t>& officers_;
  std::vector<std::uint8_t> judges_;
  std::deque<std::vector<std::int64_t>> memory_;
  std::size_t judged_cells_ = 0;  ///< evaluated for instances that no step computes
};

}  // namespace cwp
