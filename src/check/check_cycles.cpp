#include "check/check_cycles.hpp"

#include <algorithm>

#include "graph/order.hpp"
#include "graph/unroll.hpp"
#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

bool is_score(const Node& node) { return node.op >= NodeOp::item; }

std::string name_of(const Node& node, const Scorecard& card) {
  switch (node.op) {
    case NodeOp::item:
    case NodeOp::rolled_item:
      return card.items[node.index].written->id.value;
    case NodeOp::category:
      return card.categories[node.index].written->id.value;
    case NodeOp::adjustment:
    case NodeOp::rolled_adjustment:
      return card.adjustments[node.index].written->id.value;
    case NodeOp::veto:
      return card.vetoes[node.index].written->id.value;
    default:
      return "total";
  }
}

bool refers_to(const Term& term, const Node& target) {
  if (target.op == NodeOp::total) return term.kind == TermKind::total;
  const bool adjustment = target.op == NodeOp::adjustment || target.op == NodeOp::rolled_adjustment;
  const TermKind wanted = adjustment                      ? TermKind::adjustment
                          : target.op == NodeOp::category ? TermKind::category
                                                          : TermKind::item;
  return term.kind == wanted && term.index == target.index;
}

Place place_of_use(const Node& user, const Node& target, const Scorecard& card) {
  std::vector<TermPtr> terms;
  if (user.op == NodeOp::item || user.op == NodeOp::rolled_item) {
    const ScoreItem& item = card.items[user.index];
    terms = {item.points, item.applies, item.exempt};
    if (const auto& rolled = item.rolled[std::size_t(user.grain)]) terms.push_back(rolled->formula);
  } else if (user.op == NodeOp::adjustment) {
    terms = {card.adjustments[user.index].amount};
  } else if (user.op == NodeOp::veto) {
    terms = {card.vetoes[user.index].when};
  } else if (user.op == NodeOp::total) {
    const auto& assessment = card.assessments[std::size_t(user.grain)];
    if (assessment) terms = {assessment->total, assessment->coefficient};
  }
  const auto names_it = [&](const Term& term) { return refers_to(term, target); };
  for (const TermPtr& term : terms)
    if (const Term* use = term ? first_term(*term, names_it) : nullptr) return use->source;
  return target.source;
}

/// The scores of a cycle in order, without the formula nodes between them, beginning with the first in the file.
std::vector<std::size_t> scores_of(const std::vector<NodeId>& cycle, const Graph& graph) {
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < cycle.size(); ++i)
    if (is_score(graph.nodes[cycle[i]])) steps.push_back(i);
  const auto first = std::min_element(steps.begin(), steps.end(), [&](std::size_t a, std::size_t b) {
    return graph.nodes[cycle[a]].source.span.begin < graph.nodes[cycle[b]].source.span.begin;
  });
  std::rotate(steps.begin(), first, steps.end());
  return steps;
}

}  // namespace

bool check_cycles(const Scorecard& card, const Graph& graph, std::vector<Diagnostic>& diagnostics) {
  const std::vector<NodeId> cycle = order_nodes(graph).cycle;
  if (cycle.empty()) return false;
  const std::vector<std::size_t> steps = scores_of(cycle, graph);
  std::vector<Note> notes;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Node& user = graph.nodes[cycle[steps[i]]];
    const Node& target = graph.nodes[cycle[steps[(i + 1) % steps.size()]]];
    notes.push_back({"cycle-step", place_of_use(user, target, card), {name_of(user, card), name_of(target, card)}});
  }
  // The first step that a formula makes is where a person would begin to mend it.
  const Node& first = graph.nodes[cycle[steps[0]]];
  Place place = notes[0].place;
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (graph.nodes[cycle[steps[i]]].op == NodeOp::item) {
      place = notes[i].place;
      break;
    }
  diagnostics.push_back({"cycle", place, {name_of(first, card)}, std::move(notes)});
  return true;
}

void check_straddling_lags(const Scorecard& card, const Graph& graph, std::vector<Diagnostic>& diagnostics) {
  const auto has = [&](auto&& condition) { return std::any_of(graph.nodes.begin(), graph.nodes.end(), condition); };
  if (!has([](const Node& node) { return node.op == NodeOp::lag; }) ||
      !has([](const Node& node) { return node.op == NodeOp::rolled_item || node.op == NodeOp::fold; }) ||
      !has([](const Node& node) { return node.grain == Grain::week; }))
    return;
  const Day start = card.effective_from == kFirstDay ? *Day::from_date(2026, 1, 1) : card.effective_from;
  const Period first_month = card.calendar.containing(start, Grain::month);
  Timeline timeline{card.calendar,
                    {card.calendar.first_day(first_month), card.calendar.last_day(first_month + 23)},
                    card.effective_from,
                    card.effective_to};
  if (kLastDay < timeline.span.last) return;
  std::vector<Instance> roots;
  for (const NodeId total : graph.totals) {
    if (total == kNoNode) continue;
    const Grain grain = graph.nodes[total].grain;
    for (Period p = card.calendar.containing(timeline.span.first, grain); timeline.begun(p); p = p + 1)
      roots.push_back({total, p});
  }
  const std::vector<Instance> cycle = unroll(graph, card, timeline, roots).cycle;
  if (cycle.empty()) return;
  std::vector<Note> notes;
  Place lag_place;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const Node& node = graph.nodes[cycle[i].node];
    if (node.op == NodeOp::lag) lag_place = node.source;
    if (!is_score(node)) continue;
    notes.push_back({"straddling-step", node.source, {name_of(node, card), card.calendar.label(cycle[i].period)}});
  }
  if (notes.empty()) return;
  diagnostics.push_back({"lag-meets-straddling-week", lag_place, notes.front().arguments, std::move(notes)});
}

}  // namespace cwp
