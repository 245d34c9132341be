#include <fmt/format.h>

#include "graph/node.hpp"

namespace cwp {
namespace {

std::string operator_of(const Node& node, const Scorecard& card, Language language) {
  const Rulebook& rulebook = *card.rulebook;
  const auto say = [&](std::string_view slug, const std::vector<std::string>& arguments) {
    return wording(slug, arguments, language);
  };
  const auto named = [&](std::string_view slug, const auto& thing) { return say(slug, {thing.id.value}); };
  switch (node.op) {
    case NodeOp::constant:
      return to_text(node.constant);
    case NodeOp::metric:
      return named("node-metric", rulebook.metrics[node.index]);
    case NodeOp::parameter:
      return named("node-parameter", rulebook.parameters[node.index]);
    case NodeOp::attribute:
      return named("node-attribute", rulebook.attributes[node.index]);
    case NodeOp::place:
      return say("node-presence", {std::string(node.function->doc.name) + node.status});
    case NodeOp::call:
      return std::string(node.function->doc.name);
    case NodeOp::fold: {
      std::vector<std::string> parts = {std::string(node.function->doc.name), std::string(to_text(node.inner))};
      if (node.over_last) return parts.push_back(std::to_string(*node.over_last)), say("node-fold-last", parts);
      if (!node.over_to_date) return say("node-fold", parts);
      parts.emplace_back(to_text(*node.over_to_date));
      return say("node-fold-to-date", parts);
    }
    case NodeOp::lag:
      return say("node-lag", {std::to_string(node.steps), std::string(to_text(node.lag_grain))});
    case NodeOp::item:
      return named("node-item", *card.items[node.index].written);
    case NodeOp::rolled_item:
      return named("node-roll-up", *card.items[node.index].written);
    case NodeOp::category:
      return named("node-category", *card.categories[node.index].written);
    case NodeOp::total:
      return say("node-total", {});
    case NodeOp::adjustment:
      return named("node-adjustment", *card.adjustments[node.index].written);
    case NodeOp::rolled_adjustment:
      return named("node-roll-up", *card.adjustments[node.index].written);
    case NodeOp::veto:
      return named("node-veto", *card.vetoes[node.index].written);
    case NodeOp::rank:
      return named("node-rank", *card.rankings[node.index].written);
    case NodeOp::grade:
      return named("node-grade", *card.grades[node.index].written);
    case NodeOp::gather: {
      std::string groups;
      for (const std::uint32_t attribute : node.by) {
        const std::string& name = rulebook.attributes[attribute].id.value;
        groups = groups.empty() ? name : say("words-more", {groups, name});
      }
      const std::string function(node.function->doc.name);
      const std::string text =
          groups.empty() ? say("node-gather-all", {function}) : say("node-gather", {function, groups});
      return node.has_where ? say("node-where", {text}) : text;
    }
  }
  return {};
}

/// The row that names the edge; empty: it needs no name.
std::string_view edge_kind(const Node& node, std::size_t input) {
  if (node.op == NodeOp::lag) return "edge-lag";
  if (node.op == NodeOp::fold && input + 1 == node.inputs.size()) return "edge-fold";
  if (node.op == NodeOp::rolled_item && input == kOwn) return "edge-fold";
  if (node.op == NodeOp::rolled_adjustment) return "edge-fold";
  if (node.op == NodeOp::gather && input + 1 == node.inputs.size()) return "edge-gather";
  return "";
}

std::string look_back_text(const LookBack& back, Language language) {
  if (back.to_data_start) return wording("looks-back-to-start", {}, language);
  return back.days > 0 ? wording("looks-back", {std::to_string(back.days)}, language) : "";
}

}  // namespace

std::string graph_to_text(const Graph& graph, const Scorecard& card, Language language) {
  std::string text;
  for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
    const Node& node = graph.nodes[id];
    text += fmt::format("#{:<4} {:<8} {}", id, to_text(node.grain), operator_of(node, card, language));
    std::string_view separator = "  <- ";
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
      if (node.inputs[i] == kNoNode) continue;
      const std::string_view kind = edge_kind(node, i);
      const std::string name = kind.empty() ? "" : wording(kind, {}, language) + " ";
      text += fmt::format("{}{}#{}", separator, name, node.inputs[i]);
      separator = ", ";
    }
    const std::string back = look_back_text(graph.look_back[id], language);
    text += back.empty() ? "\n" : "  (" + back + ")\n";
  }
  return text;
}

std::string graph_to_dot(const Graph& graph, const Scorecard& card, Language language) {
  std::string dot = "digraph cwp {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n";
  for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
    std::string label =
        fmt::format("{} / {}", operator_of(graph.nodes[id], card, language), to_text(graph.nodes[id].grain));
    for (std::size_t at = 0; (at = label.find_first_of("\"\\", at)) != std::string::npos; at += 2)
      label.insert(at, 1, '\\');
    dot += fmt::format("  n{} [label=\"{}\"];\n", id, label);
  }
  for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
    const Node& node = graph.nodes[id];
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
      if (node.inputs[i] == kNoNode) continue;
      const std::string_view kind = edge_kind(node, i);
      const std::string style = kind.empty() ? ""
                                             : fmt::format(" [label=\"{}\", style={}]", wording(kind, {}, language),
                                                           kind == "edge-lag" ? "dotted" : "dashed");
      dot += fmt::format("  n{} -> n{}{};\n", node.inputs[i], id, style);
    }
  }
  return dot + "}\n";
}

}  // namespace cwp
