#include "engine/standing_needs.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace cwp {
namespace {

/// How far the awards from a ranking look back.
struct AwardReach {
  bool to_data_start = false;
  bool one_period = false;
};

AwardReach reach_of(const Scorecard& card, std::size_t ranking) {
  AwardReach reach;
  for (const ScoreAward& award : card.awards) {
    if (award.ranking != ranking) continue;
    reach.to_data_start = reach.to_data_start || award.written->in_a_row > 1;
    reach.one_period = reach.one_period || award.written->progress;
  }
  return reach;
}

std::vector<RankedPeriod> ranked_periods(const PublishedGrain& published, AwardReach reach, const Timeline& timeline,
                                         bool holds_weeks) {
  std::map<Period, RankedPeriod> periods;
  for (std::size_t i = 0; i < published.periods.size(); ++i)
    periods[published.periods[i]] = {published.periods[i], true, !published.provisional[i]};
  if (periods.empty()) return {};
  const auto look_back_at = [&](Period period) {
    if (timeline.begins_before_data(period)) return;
    // Before the rulebook's days there are no totals, but figures for looking back; no period there counts in a row.
    const bool complete = timeline.in_force(period) && timeline.complete(period, holds_weeks);
    periods.try_emplace(period, RankedPeriod{period, false, complete});
  };
  if (reach.one_period)
    for (const Period period : published.periods) look_back_at(period - 1);
  if (reach.to_data_start)
    for (Period p = timeline.calendar.containing(timeline.span.first, published.grain); p < published.periods.back();
         p = p + 1)
      if (timeline.in_force(p) && timeline.complete(p, holds_weeks)) look_back_at(p);
  std::vector<RankedPeriod> ranked;
  for (const auto& [period, one] : periods) ranked.push_back(one);
  return ranked;
}

/// What a formula needs that does not itself wait for ranks and grades.
void collect_leaves(const Graph& graph, NodeId node, std::set<NodeId>& leaves) {
  if (node == kNoNode) return;
  if (!graph.late[node]) {
    leaves.insert(node);
    return;
  }
  for (const NodeId input : graph.nodes[node].inputs) collect_leaves(graph, input, leaves);
}

std::vector<NodeId> leaves_of(const Graph& graph, const Scorecard& card, std::size_t ranking) {
  std::set<NodeId> leaves;
  for (std::size_t g = 0; g < card.grades.size(); ++g) {
    if (card.grades[g].ranking != ranking) continue;
    for (const NodeId when : graph.grades[g].when) collect_leaves(graph, when, leaves);
    collect_leaves(graph, graph.grades[g].lower_by, leaves);
  }
  for (std::size_t a = 0; a < card.awards.size(); ++a) {
    if (card.awards[a].ranking != ranking) continue;
    collect_leaves(graph, graph.awards[a].when, leaves);
    collect_leaves(graph, graph.awards[a].pays, leaves);
  }
  return {leaves.begin(), leaves.end()};
}

}  // namespace

bool waits_for_weeks(const Scorecard& card, Grain grain) {
  if (card.assessments[std::size_t(grain)]) return card.assessments[std::size_t(grain)]->holds_weeks;
  return grain > Grain::week && std::any_of(card.items.begin(), card.items.end(), [](const ScoreItem& item) {
           return item.grain == Grain::week && item.roll_up != RollUpKind::none;
         });
}

bool acts_on(const ScoreVeto& veto, const ScoreRanking& ranking) {
  const Veto& written = *veto.written;
  return veto.grain == ranking.grain &&
         (written.ranking != VetoRanking::unsaid || written.grade_at_most || written.bars_honours);
}

StandingNeeds::StandingNeeds(const Graph& graph, const Scorecard& card, const Timeline& timeline,
                             const std::function<std::optional<PublishedGrain>(Grain)>& published_of, bool awards) {
  for (std::size_t r = 0; r < card.rankings.size(); ++r) {
    const Grain grain = card.rankings[r].grain;
    const auto published = published_of(grain);
    wanted.push_back(published.has_value());
    const AwardReach reach = awards ? reach_of(card, r) : AwardReach();
    rankings.push_back(published ? ranked_periods(*published, reach, timeline, waits_for_weeks(card, grain))
                                 : std::vector<RankedPeriod>());
    leaves.push_back(leaves_of(graph, card, r));
  }
  for (const ScoreExpectation& promise : card.expectations) {
    const auto published = published_of(promise.grain);
    promises.push_back(published ? published->periods : std::vector<Period>());
  }
}

std::vector<NodeId> StandingNeeds::nodes(const Graph& graph, const Scorecard& card, std::size_t ranking) const {
  std::vector<NodeId> nodes = leaves[ranking];
  nodes.push_back(graph.rankings[ranking].of);
  if (graph.rankings[ranking].eligible != kNoNode) nodes.push_back(graph.rankings[ranking].eligible);
  nodes.insert(nodes.end(), graph.rankings[ranking].ties.begin(), graph.rankings[ranking].ties.end());
  for (std::size_t v = 0; v < card.vetoes.size(); ++v)
    if (acts_on(card.vetoes[v], card.rankings[ranking])) nodes.push_back(graph.vetoes[v]);
  return nodes;
}

void StandingNeeds::add_roots(const Graph& graph, const Scorecard& card, std::vector<Instance>& roots) const {
  for (std::size_t r = 0; r < rankings.size(); ++r) {
    const std::vector<NodeId> of_ranking = nodes(graph, card, r);
    for (const RankedPeriod& ranked : rankings[r])
      for (const NodeId node : of_ranking) roots.push_back({node, ranked.period});
  }
  for (std::size_t e = 0; e < promises.size(); ++e)
    for (const Period period : promises[e]) roots.push_back({graph.expectations[e], period});
}

}  // namespace cwp
