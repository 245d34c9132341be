#include "explain/explain_standing.hpp"

#include <algorithm>

#include "bulletin/titles.hpp"
#include "check/checked_state.hpp"
#include "engine/scores_state.hpp"
#include "explain/explainer.hpp"
#include "text/shown_words.hpp"

namespace cwp {
namespace {

std::string value_of(const RankedOfficer& row) { return row.value ? row.value->to_text() : ""; }

Explanation neighbour(std::string_view slug, const RankedOfficer& row, const Scores& scores, Language language) {
  Explanation step;
  step.label = wording(slug, {std::string(scores.data().officer_key(row.officer)), row.rank->to_text()}, language);
  step.value = value_of(row);
  return step;
}

const ScoreRanking& written_as(const Scores& scores, const std::string& id) {
  const auto& rankings = scores.state().plan.rules().state().scorecard.rankings;
  return *std::find_if(rankings.begin(), rankings.end(), [&](const auto& one) { return one.written->id.value == id; });
}

}  // namespace

std::vector<Explanation> explain_ranks(const Scores& scores, std::size_t officer, Period period, Language language) {
  std::vector<Explanation> steps;
  for (const RankingTable& table : scores.rankings()) {
    const ScoreRanking& ranking = written_as(scores, table.id);
    if (table.every != period.grain || ranking.unit) continue;
    const auto own = std::find_if(table.rows.begin(), table.rows.end(), [&](const RankedOfficer& row) {
      return row.period == period && row.officer == officer;
    });
    if (own == table.rows.end()) continue;
    const auto together = [&](const RankedOfficer& row) { return row.period == period && row.group == own->group; };
    Explanation step;
    step.label = table.id + (own->group.empty() ? "" : " " + own->group);
    step.rule = ranking.written->place;
    if (!own->rank) {
      step.value = wording("explain-no-rank", {}, language);
      step.remark = word_of("unranked", to_text(own->reason), language);
      if (!own->veto.empty()) step.remark = wording("words-about", {step.remark, own->veto}, language);
    } else {
      const auto ranked = std::count_if(table.rows.begin(), table.rows.end(),
                                        [&](const RankedOfficer& row) { return together(row) && row.rank; });
      step.value = own->rank->to_text();
      step.remark = wording("explain-rank", {std::to_string(ranked), value_of(*own)}, language);
      if (own != table.rows.begin() && together(*std::prev(own)))
        step.steps.push_back(neighbour("explain-before", *std::prev(own), scores, language));
      if (const auto next = std::next(own); next != table.rows.end() && together(*next) && next->rank)
        step.steps.push_back(neighbour("explain-behind", *next, scores, language));
    }
    for (const std::string& grouping : groupings(*ranking.written, scores.state().plan.rules().rulebook(), language))
      add_remark(step, grouping, language);
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace cwp
