#pragma once
// LaneJoins: figures that nobody wants but one sum. Their steps add them to that sum as they find them, so that they
// need neither a place of their own nor a step that reads them again.

#include <memory>

#include "lane/lane_writer.hpp"

namespace cwp {

struct LaneJoins {
  static constexpr std::size_t kNone = ~std::size_t{0};

  /// `steps`: the writer's, or those that stand for them; `runs`: whether one runs at all. O(steps).
  LaneJoins(const LaneWriter& writer, const std::vector<LaneStep>& steps, const std::vector<bool>& runs,
            const std::vector<LaneRegister>& wanted);

  std::vector<std::size_t> sum;  ///< by step: the step whose sum it adds to; kNone
  /// By step of a sum that others add to: what it still has to add itself; null where none does.
  std::vector<std::unique_ptr<std::vector<LaneRegister>>> rest;
};

}  // namespace cwp
