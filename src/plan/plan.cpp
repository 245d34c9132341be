#include "cwp/plan.hpp"

#include "check/checked_state.hpp"
#include "plan/plan_state.hpp"

namespace cwp {

const CheckedRulebook& Plan::rules() const { return state_->rules; }
std::size_t Plan::size() const { return state_->graph.nodes.size(); }
std::string Plan::to_text(Language language) const {
  return graph_to_text(state_->graph, state_->rules.state().scorecard, language);
}
std::string Plan::to_dot(Language language) const {
  return graph_to_dot(state_->graph, state_->rules.state().scorecard, language);
}

Plan compile(const CheckedRulebook& rules) {
  return Plan(std::make_shared<const PlanState>(rules, build_graph(rules.state().scorecard)));
}

}  // namespace cwp
