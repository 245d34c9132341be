#pragma once
// Late formulas: those of grades and awards that use `rank` or `grade`, finished when ranks are known.

#include <vector>

#include "engine/officer_results.hpp"

namespace cwp {

/// What is known of somebody by now.
struct LateNames {
  Value rank = Value::missing();
  Value grade = Value::missing(ValueType::text);
};

/// A fault that arose behind the ranks.
struct LateFault {
  NodeId node = kNoNode;
  Fault fault = Fault::none;
};

class LateFormulas {
 public:
  /// Of one ranking; `leaves` as in StandingNeeds.
  LateFormulas(const Graph& graph, const std::vector<NodeId>& leaves, const BodyContext& context)
      : graph_(graph), leaves_(leaves), context_(context) {}

  /// The value of a formula for the officer of an entry; `faults` receives those that arose on the way.
  Value value(NodeId formula, const RankingEntry& entry, const LateNames& names,
              std::vector<LateFault>* faults = nullptr) const;
  /// The same for a condition; one that is not there holds.
  Value condition(NodeId formula, const RankingEntry& entry, const LateNames& names) const;

 private:
  const Graph& graph_;
  const std::vector<NodeId>& leaves_;
  BodyContext context_;
};

}  // namespace cwp
