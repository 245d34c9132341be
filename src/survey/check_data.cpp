#include "cwp/check_data.hpp"

#include "check/checked_state.hpp"
#include "data/dataset_state.hpp"
#include "lint/settle_warnings.hpp"
#include "survey/data_doubts.hpp"

namespace cwp {

std::string percent_text(const Rational& share) {
  return (share * Rational(100)).rounded(1, Rounding::half_up).to_text() + " %";
}

std::vector<Diagnostic> check_data(const Scores& scores) {
  const CheckedRulebook& rules = scores.data().state().rules;
  std::vector<Diagnostic> diagnostics;
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
