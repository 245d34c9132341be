#pragma once
// PlanState: what is behind a Plan.

#include "cwp/plan.hpp"
#include "graph/node.hpp"
#include "plan/kept_models.hpp"
#include "plan/kept_programs.hpp"
#include "plan/kept_schedule.hpp"

namespace cwp {

struct PlanState {
  PlanState(const CheckedRulebook& of, Graph made) : rules(of), graph(std::move(made)) {}

  CheckedRulebook rules;
  Graph graph;
  // What scorings have made before. No result hangs on it.
  mutable KeptSchedule schedule;
  mutable KeptModels models;
  mutable KeptPrograms programs;
};

}  // namespace cwp
