#include <fmt/format.h>

#include "graph/node.hpp"
#include "graph/standing_look_back.hpp"

namespace cwp {
namespace {

std::string operator_of(const Node& node, const Scorecard& card) {
  const Rulebook& rulebook = *card.rulebook;
  switch (node.op) {
    case NodeOp::constant:
      return to_text(node.constant);
    case NodeOp::metric:
      return "metric " + rulebook.metrics[node.index].id.value;
    case NodeOp::parameter:
      return "parameter " + rulebook.parameters[node.index].id.value;
    case NodeOp::attribute:
      return "attribute " + rulebook.attributes[node.index].id.value;
    case NodeOp::place:
      return "presence " + std::string(node.function->doc.name) + node.status;
    case NodeOp::call:
      return std::string(node.function->doc.name);
    case NodeOp::fold: {
      std::string text = fmt::format("{} per {}", node.function->doc.name, to_text(node.inner));
      if (node.over_last) text += fmt::format(" over last {}", *node.over_last);
      if (node.over_to_date) text += fmt::format(" over {} to date", to_text(*node.over_to_date));
      return text;
    }
    case NodeOp::lag:
      return fmt::format("lag {} {}", node.steps, to_text(node.lag_grain));
    case NodeOp::item:
      return "item " + card.items[node.index].written->id.value;
    case NodeOp::rolled_item:
      return "roll-up " + card.items[node.index].written->id.value;
    case NodeOp::category:
      return "category " + card.categories[node.index].written->id.value;
    case NodeOp::total:
      return "total";
    case NodeOp::adjustment:
      return "adjustment " + card.adjustments[node.index].written->id.value;
    case NodeOp::rolled_adjustment:
      return "roll-up " + card.adjustments[node.index].written->id.value;
    case NodeOp::veto:
      return "veto " + card.vetoes[node.index].written->id.value;
    case NodeOp::rank:
      return "rank in " + card.rankings[node.index].written->id.value;
    case NodeOp::grade:
      return "grade of " + card.grades[node.index].written->id.value;
    case NodeOp::gather: {
      std::string text(node.function->doc.name);
      std::string_view separator = " by ";
      if (node.by.empty()) text += " by all";
      for (const std::uint32_t attribute : node.by) {
        text += separator;
        text += rulebook.attributes[attribute].id.value;
        separator = ", ";
      }
      return text + (node.has_where ? " where" : "");
    }
  }
  return {};
}

std::string_view edge_kind(const Node& node, std::size_t input) {
  if (node.op == NodeOp::lag) return "lag";
  if (node.op == NodeOp::fold && input + 1 == node.inputs.size()) return "fold";
  if (node.op == NodeOp::rolled_item && input == kOwn) return "fold";
  if (node.op == NodeOp::rolled_adjustment) return "fold";
  if (node.op == NodeOp::gather && input + 1 == node.inputs.size()) return "gather";
  return "";
}

std::string look_back_text(const LookBack& back) {
  if (back.to_data_start) return "  (looks back to the data's start)";
  return back.days > 0 ? fmt::format("  (looks back {} days)", back.days) : "";
}

}  // namespace

std::string graph_to_text(const Graph& graph, const Scorecard& card) {
  std::string text;
  for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
    const Node& node = graph.nodes[id];
    text += fmt::format("#{:<4} {:<8} {}", id, to_text(node.grain), operator_of(node, card));
    std::string_view separator = "  <- ";
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
      if (node.inputs[i] == kNoNode) continue;
      const std::string_view kind = edge_kind(node, i);
      text += fmt::format("{}{}{}#{}", separator, kind, kind.empty() ? "" : " ", node.inputs[i]);
      separator = ", ";
    }
    text += look_back_text(graph.look_back[id]) + '\n';
  }
  for (const ScoreAward& award : card.awards)
    if (const std::string back = look_back_text(look_back_of(award)); !back.empty())
      text += fmt::format("award {}{}\n", award.written->id.value, back);
  return text;
}

std::string graph_to_dot(const Graph& graph, const Scorecard& card) {
  std::string dot = "digraph cwp {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n";
  for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
    std::string label = fmt::format("{} / {}", operator_of(graph.nodes[id], card), to_text(graph.nodes[id].grain));
    for (std::size_t at = 0; (at = label.find_first_of("\"\\", at)) != std::string::npos; at += 2)
      label.insert(at, 1, '\\');
    dot += fmt::format("  n{} [label=\"{}\"];\n", id, label);
  }
  for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
    const Node& node = graph.nodes[id];
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
      if (node.inputs[i] == kNoNode) continue;
      const std::string_view kind = edge_kind(node, i);
      const std::string style =
          kind.empty() ? "" : fmt::format(" [label=\"{}\", style={}]", kind, kind == "lag" ? "dotted" : "dashed");
      dot += fmt::format("  n{} -> n{}{};\n", node.inputs[i], id, style);
    }
  }
  return dot + "}\n";
}

}  // namespace cwp
