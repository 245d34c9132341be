#pragma once
// Order: a topological order of a directed graph, or a cycle in it.

#include <cstdint>
#include <utility>
#include <vector>

#include "graph/node.hpp"

namespace cwp {

/// `order` has every vertex behind all that it needs; or `cycle` lists the vertices of one cycle, each needing the
/// next, the last needing the first.
struct Ordering {
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> cycle;
};

/// `needs`: pairs (vertex, what it needs). O(vertices + edges); the same input gives the same order.
Ordering order_or_cycle(std::size_t vertices, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& needs);

/// The nodes of a graph by all edges but those behind a lag.
Ordering order_nodes(const Graph& graph);

}  // namespace cwp
