#include "cwp/scores.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "engine/scores_state.hpp"
#include "engine/standing_needs.hpp"

namespace cwp {

std::string_view to_text(State state) {
  constexpr std::string_view kTexts[] = {"final", "provisional", "incomplete"};
  return kTexts[std::size_t(state)];
}

std::string_view to_text(Reason reason) {
  constexpr std::string_view kTexts[] = {"",
                                         "not-held",
                                         "before-data",
                                         "not-begun",
                                         "out-of-force",
                                         "not-present",
                                         "no-duty-day",
                                         "exempt",
                                         "not-applicable",
                                         "missing-as-zero",
                                         "missing-as-full",
                                         "missing-dropped",
                                         "missing",
                                         "nothing-counted",
                                         "missing-as-peers",
                                         "vetoed"};
  return kTexts[std::size_t(reason)];
}

std::string_view to_text(Unranked reason) {
  constexpr std::string_view kTexts[] = {"", "no total", "not eligible", "excluded by veto"};
  return kTexts[std::size_t(reason)];
}

std::string_view to_text(Ungraded reason) {
  constexpr std::string_view kTexts[] = {"", "no rank", "condition unknown", "no level holds"};
  return kTexts[std::size_t(reason)];
}

const ScoreRow* ScoreTable::find(Period period, std::size_t officer) const {
  const auto row =
      std::lower_bound(rows.begin(), rows.end(), std::pair(period, officer),
                       [](const ScoreRow& a, const auto& b) { return std::pair(a.period, a.officer) < b; });
  return row != rows.end() && row->period == period && row->officer == officer ? &*row : nullptr;
}

const ScoreTable* Scores::table(Grain grain) const {
  for (const ScoreTable& table : state_->tables)
    if (table.grain == grain) return &table;
  return nullptr;
}
const std::vector<ScoreTable>& Scores::tables() const { return state_->tables; }
const std::vector<RankingTable>& Scores::rankings() const { return state_->rankings; }
const RankingTable* Scores::ranking(std::string_view id) const {
  for (const RankingTable& table : state_->rankings)
    if (table.id == id) return &table;
  return nullptr;
}
const std::vector<GradeTable>& Scores::grades() const { return state_->grades; }
const std::vector<AwardTable>& Scores::awards() const { return state_->awards; }
const std::vector<BrokenExpectation>& Scores::broken_expectations() const { return state_->broken_expectations; }
const std::vector<RowIssue>& Scores::issues() const { return state_->issues; }
const EngineReport& Scores::engine() const { return state_->engine; }
const Dataset& Scores::data() const { return state_->data; }
bool Scores::is_provisional(Period period) const {
  const Scorecard& card = state_->plan.rules().state().scorecard;
  const Timeline timeline{card.calendar, state_->span, card.effective_from, card.effective_to};
  return !timeline.complete(period, waits_for_weeks(card, period.grain));
}

}  // namespace cwp
