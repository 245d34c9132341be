#include <algorithm>

#include "graph/node.hpp"

namespace cwp {
namespace {

constexpr std::int32_t kDaysIn[kGrains] = {1, 7, 31, 92, 184, 366};
constexpr std::int32_t kTooFar = 110'000;  // more than the days of 1900–2200: a chain of lags that never ends

/// What the node itself adds to how far its inputs look back.
std::int32_t own_reach(const Node& node, const Graph& graph, const Scorecard& card) {
  const auto days = [](Grain grain) { return kDaysIn[std::size_t(grain)]; };
  std::int32_t reach = 0;
  switch (node.op) {
    case NodeOp::lag:
      reach = node.steps * days(node.lag_grain);
      break;
    case NodeOp::fold:
      if (node.over_last) reach = *node.over_last * days(node.inner);
      if (node.over_to_date) reach = days(*node.over_to_date);
      if (node.inner == Grain::week) reach += 6;
      break;
    case NodeOp::rolled_item:
      if (graph.nodes[node.inputs[kOwn]].grain == Grain::week) reach = 6;
      break;
    case NodeOp::rolled_adjustment:
      if (graph.nodes[node.inputs[0]].grain == Grain::week) reach = 6;
      break;
    case NodeOp::veto:
      if (card.vetoes[node.index].written->lasts_year) reach = days(Grain::year);
      break;
    case NodeOp::metric:
      reach = node.grain > Grain::week ? 6 : 0;  // weekly figures of a straddling week
      if (const Metric& metric = card.rulebook->metrics[node.index]; metric.carry_for)
        reach += *metric.carry_for + days(metric.per.value);
      break;
    default:
      break;
  }
  return std::min(reach, kTooFar);
}

}  // namespace

void propagate_look_back(Graph& graph, const Scorecard& card) {
  graph.look_back.assign(graph.nodes.size(), {});
  // Figures come down from inputs to users in one pass, but for inputs that stand behind their user: each of these may
  // ask for one more. What still grows then is fed by a chain of lags without end.
  std::size_t enough = 1;
  for (std::size_t id = 0; id < graph.nodes.size(); ++id)
    for (const NodeId input : graph.nodes[id].inputs) enough += input != kNoNode && input >= id;
  bool changed = true;
  for (std::size_t pass = 0; changed; ++pass) {
    changed = false;
    for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
      const Node& node = graph.nodes[id];
      LookBack reach;
      reach.to_data_start = node.op == NodeOp::fold && node.function->before_outer;
      if (node.op == NodeOp::metric) {
        const Metric& metric = card.rulebook->metrics[node.index];
        reach.to_data_start = metric.absent == AbsentRule::carry && !metric.carry_for;
      }
      for (const NodeId input : node.inputs) {
        if (input == kNoNode) continue;
        reach.days = std::max(reach.days, graph.look_back[input].days);
        reach.to_data_start = reach.to_data_start || graph.look_back[input].to_data_start;
      }
      reach.days = std::min(reach.days + own_reach(node, graph, card), kTooFar);
      if (pass > enough && reach.days > graph.look_back[id].days) reach.days = kTooFar;
      if (reach.days == kTooFar) reach.to_data_start = true;
      LookBack& known = graph.look_back[id];
      if (known.days != reach.days || known.to_data_start != reach.to_data_start) {
        known = reach;
        changed = true;
      }
    }
  }
}

}  // namespace cwp
