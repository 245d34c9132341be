#include "graph/order.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>

namespace cwp {
namespace {

using Needs = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// Collects vertices as they are finished (what they need first), and the first back edge with the path to it.
struct Collector : boost::default_dfs_visitor {
  Ordering* result;
  std::vector<std::uint32_t>* path;

  void discover_vertex(Needs::vertex_descriptor vertex, const Needs&) const { path->push_back(std::uint32_t(vertex)); }
  void back_edge(Needs::edge_descriptor edge, const Needs& graph) const {
    if (!result->cycle.empty()) return;
    const auto start = std::find(path->begin(), path->end(), std::uint32_t(boost::target(edge, graph)));
    result->cycle.assign(start, path->end());
  }
  void finish_vertex(Needs::vertex_descriptor vertex, const Needs&) const {
    path->pop_back();
    result->order.push_back(std::uint32_t(vertex));
  }
};

}  // namespace

Ordering order_or_cycle(std::size_t vertices, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& needs) {
  Needs graph(needs.begin(), needs.end(), vertices);
  Ordering result;
  result.order.reserve(vertices);
  std::vector<std::uint32_t> path;
  Collector collector;
  collector.result = &result;
  collector.path = &path;
  boost::depth_first_search(graph, boost::visitor(collector));
  if (!result.cycle.empty()) result.order.clear();
  return result;
}

Ordering order_nodes(const Graph& graph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> needs;
  for (NodeId id = 0; id < graph.nodes.size(); ++id) {
    const Node& node = graph.nodes[id];
    if (node.op == NodeOp::lag) continue;
    for (const NodeId input : node.inputs)
      if (input != kNoNode) needs.emplace_back(id, input);
  }
  return order_or_cycle(graph.nodes.size(), needs);
}

}  // namespace cwp
