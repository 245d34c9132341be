#pragma once
// PlanState: what is behind a Plan.

#include "cwp/plan.hpp"
#include "graph/node.hpp"

namespace cwp {

struct PlanState {
  CheckedRulebook rules;
  Graph graph;
};

}  // namespace cwp
