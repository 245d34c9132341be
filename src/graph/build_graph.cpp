#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

#include "graph/node.hpp"
#include "graph/order.hpp"

namespace cwp {

bool Scorecard::holds(Grain grain, const ScoreCategory& category) const {
  for (const std::uint32_t item : category.items)
    if (holds(grain, items[item])) return true;
  for (const std::uint32_t part : category.categories)
    if (holds(grain, categories[part])) return true;
  return false;
}

bool Scorecard::has_marks(Grain grain, const ScoreCategory& category) const {
  for (const std::uint32_t item : category.items)
    if (items[item].full && holds(grain, items[item])) return true;
  for (const std::uint32_t part : category.categories) {
    const ScoreCategory& inner = categories[part];
    const bool declared = inner.written->combine != Combine::sum || !inner.start.is_zero();
    if (holds(grain, inner) && (declared || has_marks(grain, inner))) return true;
  }
  return false;
}

namespace {

/// Score nodes are named before they are filled, so that a lag may lead back to one that is still being built.
class Builder {
 public:
  explicit Builder(const Scorecard& card) : card_(card) {
    for (auto& row : graph_.items) row.assign(card.items.size(), kNoNode);
    for (auto& row : graph_.categories) row.assign(card.categories.size(), kNoNode);
    for (auto& row : graph_.adjustments) row.assign(card.adjustments.size(), kNoNode);
    graph_.vetoes.assign(card.vetoes.size(), kNoNode);
    graph_.totals.fill(kNoNode);
  }

  Graph build() {
    for (const auto& assessment : card_.assessments) {
      if (!assessment) continue;
      total(assessment->grain);
      for (std::uint32_t i = 0; i < card_.items.size(); ++i)
        if (card_.holds(assessment->grain, card_.items[i])) item(i, assessment->grain);
      for (std::uint32_t c = 0; c < card_.categories.size(); ++c)
        if (card_.holds(assessment->grain, card_.categories[c])) category(c, assessment->grain);
      for (std::uint32_t a = 0; a < card_.adjustments.size(); ++a)
        if (card_.acts(assessment->grain, card_.adjustments[a])) adjustment(a, assessment->grain);
    }
    for (std::uint32_t v = 0; v < card_.vetoes.size(); ++v) veto(v);
    for (const ScoreRanking& ranking : card_.rankings) {
      Graph::RankingNodes nodes;
      nodes.of = term(ranking.of);
      nodes.eligible = term(ranking.eligible);
      for (const ScoreTie& tie : ranking.ties) nodes.ties.push_back(term(tie.value));
      graph_.rankings.push_back(std::move(nodes));
    }
    for (const ScoreGradeSet& set : card_.grades) {
      Graph::GradeNodes nodes;
      for (const ScoreLevel& level : set.levels) nodes.when.push_back(term(level.when));
      nodes.lower_by = term(set.lower_by);
      graph_.grades.push_back(std::move(nodes));
    }
    for (const ScoreAward& award : card_.awards) graph_.awards.push_back({term(award.when), term(award.pays)});
    for (const ScoreExpectation& promise : card_.expectations) graph_.expectations.push_back(term(promise.holds));
    while (!unfilled_.empty()) {
      const NodeId next = unfilled_.back();
      unfilled_.pop_back();
      fill(next);
    }
    return std::move(graph_);
  }

 private:
  NodeId item(std::uint32_t index, Grain grain) {
    return named(graph_.items[std::size_t(grain)][index],
                 card_.items[index].grain == grain ? NodeOp::item : NodeOp::rolled_item, index, grain,
                 card_.items[index].written->place);
  }
  NodeId category(std::uint32_t index, Grain grain) {
    return named(graph_.categories[std::size_t(grain)][index], NodeOp::category, index, grain,
                 card_.categories[index].written->place);
  }
  NodeId total(Grain grain) {
    const auto& assessment = card_.assessments[std::size_t(grain)];
    return named(graph_.totals[std::size_t(grain)], NodeOp::total, 0, grain,
                 assessment && assessment->written ? assessment->written->place : Place{});
  }

  NodeId adjustment(std::uint32_t index, Grain grain) {
    return named(graph_.adjustments[std::size_t(grain)][index],
                 card_.adjustments[index].grain == grain ? NodeOp::adjustment : NodeOp::rolled_adjustment, index, grain,
                 card_.adjustments[index].written->place);
  }
  NodeId veto(std::uint32_t index) {
    return named(graph_.vetoes[index], NodeOp::veto, index, card_.vetoes[index].grain,
                 card_.vetoes[index].written->place);
  }
  /// The points of the item's peers, each as it is before anybody's gap is filled with them.
  NodeId peers_mean(std::uint32_t index) {
    NodeId none = kNoNode;
    const NodeId alone = named(none, NodeOp::item, index, card_.items[index].grain, card_.items[index].written->place);
    graph_.nodes[alone].alone = true;
    Node node;
    node.op = NodeOp::gather;
    node.grain = card_.items[index].grain;
    node.function = find_function("mean");
    node.source = card_.items[index].written->place;
    node.inputs = {alone};
    return add(std::move(node));
  }

  NodeId named(NodeId& slot, NodeOp op, std::uint32_t index, Grain grain, const Place& source) {
    if (slot != kNoNode) return slot;
    Node node;
    node.op = op;
    node.grain = grain;
    node.index = index;
    node.source = source;
    slot = add(std::move(node));
    unfilled_.push_back(slot);
    return slot;
  }

  void fill(NodeId id) {
    const Grain grain = graph_.nodes[id].grain;
    const std::uint32_t index = graph_.nodes[id].index;
    std::vector<NodeId> inputs;
    switch (graph_.nodes[id].op) {
      case NodeOp::item: {
        const ScoreItem& line = card_.items[index];
        const bool peers = line.if_missing == IfMissing::peers && !graph_.nodes[id].alone;
        inputs = {term(line.points),
                  term(line.full),
                  term(line.min),
                  term(line.max),
                  term(line.applies),
                  term(line.exempt),
                  peers ? peers_mean(index) : kNoNode};
        add_vetoes(id, VetoTarget::item, index, inputs);
        break;
      }
      case NodeOp::rolled_item: {
        const ScoreItem& line = card_.items[index];
        const auto& rolled = line.rolled[std::size_t(grain)];
        if (!rolled) throw std::logic_error("an item is rolled up to a grain that the checker did not prepare");
        inputs = {item(index, line.grain), term(rolled->full), term(rolled->formula)};
        add_vetoes(id, VetoTarget::item, index, inputs);
        break;
      }
      case NodeOp::category: {
        const ScoreCategory& group = card_.categories[index];
        for (const std::uint32_t part : group.items)
          if (card_.holds(grain, card_.items[part])) inputs.push_back(item(part, grain));
        for (const std::uint32_t part : group.categories)
          if (card_.holds(grain, card_.categories[part])) inputs.push_back(category(part, grain));
        add_adjustments(id, index, inputs);
        add_vetoes(id, VetoTarget::category, index, inputs);
        break;
      }
      case NodeOp::adjustment:
        inputs = {term(card_.adjustments[index].amount), term(card_.adjustments[index].up_to)};
        break;
      case NodeOp::rolled_adjustment:
        inputs = {adjustment(index, card_.adjustments[index].grain)};
        break;
      case NodeOp::veto:
        inputs = {term(card_.vetoes[index].when)};
        break;
      default: {
        const auto& assessment = card_.assessments[std::size_t(grain)];
        inputs = {kNoNode, kNoNode};
        if (assessment) inputs = {term(assessment->total), term(assessment->coefficient)};
        if (!assessment || !assessment->total) {
          for (std::uint32_t c = 0; c < card_.categories.size(); ++c)
            if (!card_.categories[c].parent && card_.holds(grain, card_.categories[c]))
              inputs.push_back(category(c, grain));
          add_adjustments(id, std::nullopt, inputs);
        }
        add_vetoes(id, VetoTarget::total, 0, inputs);
      }
    }
    graph_.nodes[id].inputs = std::move(inputs);
  }

  void add_adjustments(NodeId id, std::optional<std::uint32_t> category, std::vector<NodeId>& inputs) {
    const Grain grain = graph_.nodes[id].grain;
    for (std::uint32_t a = 0; a < card_.adjustments.size(); ++a) {
      if (card_.adjustments[a].category != category || !card_.acts(grain, card_.adjustments[a])) continue;
      inputs.push_back(adjustment(a, grain));
      ++graph_.nodes[id].adjustments;
    }
  }
  void add_vetoes(NodeId id, VetoTarget target, std::uint32_t index, std::vector<NodeId>& inputs) {
    for (std::uint32_t v = 0; v < card_.vetoes.size(); ++v) {
      const ScoreVeto& one = card_.vetoes[v];
      if (one.target != target || one.index != index || one.grain != graph_.nodes[id].grain) continue;
      inputs.push_back(veto(v));
      ++graph_.nodes[id].vetoes;
    }
  }

  NodeId term(const TermPtr& term_or_none) {
    if (!term_or_none) return kNoNode;
    const auto made = made_.find(term_or_none.get());
    return made != made_.end() ? made->second : made_[term_or_none.get()] = make(*term_or_none);
  }

  NodeId make(const Term& t) {
    Node node;
    node.grain = t.place;
    node.type = t.type;
    node.index = t.index;
    node.source = t.source;
    switch (t.kind) {
      case TermKind::item:
        return item(t.index, t.place);
      case TermKind::category:
        return category(t.index, t.place);
      case TermKind::total:
        return total(t.place);
      case TermKind::adjustment:
        return adjustment(t.index, t.place);
      case TermKind::gather:
        node.op = NodeOp::gather;
        node.function = t.function;
        node.by = t.by;
        node.has_where = t.has_where;
        break;
      case TermKind::rank:
        node.op = NodeOp::rank;
        break;
      case TermKind::grade:
        node.op = NodeOp::grade;
        break;
      case TermKind::column:
        throw std::logic_error("a column of a fact outside its table");
      case TermKind::invalid:   // reported already; the checker still looks for cycles in what could be read
      case TermKind::constant:  // (an invalid term's constant is missing)
        node.op = NodeOp::constant;
        node.constant = t.constant;
        break;
      case TermKind::metric:
        node.op = NodeOp::metric;
        break;
      case TermKind::parameter:
        node.op = NodeOp::parameter;
        break;
      case TermKind::attribute:
        node.op = NodeOp::attribute;
        break;
      case TermKind::place:
        node.op = NodeOp::place;
        node.function = t.function;
        node.status = t.status;
        break;
      case TermKind::call:
        node.op = NodeOp::call;
        node.function = t.function;
        break;
      case TermKind::fold:
        node.op = NodeOp::fold;
        node.function = t.function;
        node.inner = t.inner;
        node.over_last = t.over_last;
        node.over_to_date = t.over_to_date;
        node.inner_holds_weeks = t.inner_holds_weeks;
        break;
      case TermKind::lag:
        node.op = NodeOp::lag;
        node.steps = t.steps;
        node.lag_grain = t.lag_grain;
        break;
    }
    for (const TermPtr& child : t.children) node.inputs.push_back(term(child));
    const auto [known, fresh] = shared_.try_emplace(signature(node), kNoNode);
    if (fresh)
      known->second = add(std::move(node));
    else
      add_use(graph_.nodes[known->second], t.source);
    return known->second;
  }

  /// Whoever explains one of its uses wants to see the line of that one, too.
  static void add_use(Node& node, const Place& place) {
    constexpr std::size_t kMost = 8;
    const auto is_there = [&](const Place& one) {
      return one.source == place.source &&
             one.source.position(one.span.begin).line == place.source.position(place.span.begin).line;
    };
    if (node.op == NodeOp::constant || node.also.size() == kMost || is_there(node.source)) return;
    if (std::none_of(node.also.begin(), node.also.end(), is_there)) node.also.push_back(place);
  }

  /// Everything that makes two nodes the same, and nothing else (not the place in the rulebook).
  static std::string signature(const Node& node) {
    std::string key = std::to_string(int(node.op)) + ' ' + std::to_string(int(node.grain)) + ' ' +
                      std::to_string(int(node.type)) + ' ' + std::to_string(node.index);
    if (node.op == NodeOp::constant) key += " =" + to_text(node.constant);
    if (node.function) key += ' ' + std::string(node.function->doc.name) + ' ' + node.status;
    if (node.op == NodeOp::fold) {
      key += " inner" + std::to_string(int(node.inner)) + (node.inner_holds_weeks ? "w" : "");
      if (node.over_last) key += " last" + std::to_string(*node.over_last);
      if (node.over_to_date) key += " date" + std::to_string(int(*node.over_to_date));
    }
    if (node.op == NodeOp::gather) {
      key += node.has_where ? " where" : " ";
      for (const std::uint32_t attribute : node.by) key += "by" + std::to_string(attribute);
    }
    if (node.op == NodeOp::lag) key += " back" + std::to_string(node.steps) + 'g' + std::to_string(int(node.lag_grain));
    for (const NodeId input : node.inputs) key += ',' + std::to_string(input);
    return key;
  }

  NodeId add(Node node) {
    graph_.nodes.push_back(std::move(node));
    return NodeId(graph_.nodes.size() - 1);
  }

  const Scorecard& card_;
  Graph graph_;
  std::map<std::string, NodeId> shared_;
  std::map<const Term*, NodeId> made_;  // terms that several formulas hold in common
  std::vector<NodeId> unfilled_;
};

void renumber(Graph& graph, const std::vector<std::uint32_t>& order) {
  std::vector<NodeId> fresh(graph.nodes.size(), kNoNode);
  for (std::size_t i = 0; i < order.size(); ++i) fresh[order[i]] = NodeId(i);
  const auto move_to = [&](NodeId& id) {
    if (id != kNoNode) id = fresh[id];
  };
  std::vector<Node> nodes(graph.nodes.size());
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) nodes[fresh[i]] = std::move(graph.nodes[i]);
  for (Node& node : nodes)
    for (NodeId& input : node.inputs) move_to(input);
  graph.nodes = std::move(nodes);
  for (auto& row : graph.items)
    for (NodeId& id : row) move_to(id);
  for (auto& row : graph.categories)
    for (NodeId& id : row) move_to(id);
  for (NodeId& id : graph.totals) move_to(id);
  for (auto& row : graph.adjustments)
    for (NodeId& id : row) move_to(id);
  for (auto* list : {&graph.vetoes, &graph.expectations})
    for (NodeId& id : *list) move_to(id);
  for (auto& set : graph.grades) {
    for (NodeId& id : set.when) move_to(id);
    move_to(set.lower_by);
  }
  for (auto& award : graph.awards) {
    move_to(award.when);
    move_to(award.pays);
  }
  for (auto& ranking : graph.rankings) {
    move_to(ranking.of);
    move_to(ranking.eligible);
    for (NodeId& id : ranking.ties) move_to(id);
  }
}

/// Nodes stand behind their inputs by now, but for lags, and no lag leads to a late node.
void mark_late(Graph& graph) {
  graph.late.assign(graph.nodes.size(), false);
  for (std::size_t id = 0; id < graph.nodes.size(); ++id) {
    const Node& node = graph.nodes[id];
    bool late = node.op == NodeOp::rank || node.op == NodeOp::grade;
    for (const NodeId input : node.inputs) late = late || (input != kNoNode && graph.late[input]);
    graph.late[id] = late;
  }
}

}  // namespace

Graph build_graph(const Scorecard& card) {
  Graph graph = Builder(card).build();
  const Ordering ordering = order_nodes(graph);
  if (ordering.cycle.empty()) {
    renumber(graph, ordering.order);
    mark_late(graph);
    propagate_look_back(graph, card);
  }
  return graph;
}

}  // namespace cwp
