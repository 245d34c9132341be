#include "cwp/check_data.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "data/dataset_state.hpp"
#include "engine/scores_state.hpp"
#include "lint/settle_warnings.hpp"
#include "survey/data_doubts.hpp"

namespace cwp {

std::string percent_text(const Rational& share) {
  return (share * Rational(100)).rounded(1, Rounding::half_up).to_text() + " %";
}

namespace {

/// Days behind the last year whose holidays are listed: there every weekday counts as a workday.
std::vector<Diagnostic> unlisted_holidays(const Rulebook& rulebook, Day last) {
  if (rulebook.calendar.holidays.empty()) return {};
  int listed = 0;
  for (const DayRange& days : rulebook.calendar.holidays) listed = std::max(listed, days.first.year());
  if (last.year() <= listed) return {};
  return {{"data-holidays-end",
           rulebook.calendar_place,
           {std::to_string(listed), last.to_text(), std::to_string(last.year())},
           {}}};
}

}  // namespace

std::vector<Diagnostic> holiday_doubts(const CheckedRulebook& rules, Day last) {
  std::vector<Diagnostic> doubts = unlisted_holidays(rules.rulebook(), last);
  settle_warnings(rules.rulebook(), WarningStage::data, doubts);
  std::erase_if(doubts, [](const Diagnostic& doubt) { return doubt.slug == "warnings-silenced"; });
  return doubts;
}

std::vector<Diagnostic> check_data(const Scores& scores) {
  const CheckedRulebook& rules = scores.data().state().rules;
  std::vector<Diagnostic> diagnostics = unlisted_holidays(rules.rulebook(), scores.state().span.last);
  const DataDoubts doubts{scores, rules.state().scorecard, diagnostics};
  doubt_even_items(doubts);
  doubt_spread(doubts);
  doubt_small_groups(doubts);
  doubt_arrivals(doubts);
  doubt_odd_values(doubts);
  settle_warnings(rules.rulebook(), WarningStage::data, diagnostics);
  sort_diagnostics(diagnostics);
  return diagnostics;
}

}  // namespace cwp
