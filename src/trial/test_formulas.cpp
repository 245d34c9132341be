#include "trial/test_formulas.hpp"

#include <algorithm>

#include "cohort/gather.hpp"

namespace cwp {
namespace {

/// The rulebook with its tests' formulas in the place of its promises: both are evaluated for every officer of a
/// period.
Plan plan_of_formulas(const CheckedRulebook& rules) {
  auto state = std::make_shared<CheckedState>(rules.state());
  Scorecard& card = state->scorecard;
  card.rulebook = &state->rulebook;
  card.expectations.clear();
  for (const ScoreTestFormula& formula : card.test_formulas)
    card.expectations.push_back({nullptr, formula.grain, formula.value, {}});
  card.rankings.clear();
  card.grades.clear();
  card.awards.clear();
  return compile(CheckedRulebook(std::move(state)));
}

}  // namespace

TestFormulas::TestFormulas(const CheckedRulebook& rules) : plan_(plan_of_formulas(rules)) {}

std::map<const RuleTest::Figure*, Value> TestFormulas::values(const RuleTest::Expected& row, const Dataset& data,
                                                              Period period, std::size_t officer) const {
  std::map<const RuleTest::Figure*, Value> values;
  ScoreOptions options;
  options.window = plan_.rules().calendar().days(period);
  options.grains = {period.grain};
  options.provisional = true;
  Run run(plan_, data, options);
  gather_all(run, options);
  const OfficerRun own(run, officer);
  const auto& formulas = run.card().test_formulas;
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    const RuleTest::Figure* figure = formulas[i].written;
    const bool of_row = std::any_of(row.figures.begin(), row.figures.end(),
                                    [&](const RuleTest::Figure& one) { return &one == figure; });
    // The run knows the days of what it evaluates, and no others.
    if (!of_row || run.standing().promises[i].empty()) continue;
    if (own.days().present_days(*options.window) > 0)
      values.emplace(figure, own.cell(run.graph().expectations[i], period).value);
  }
  return values;
}

std::string shown_value(const Value& value, const std::string& expected, int decimals, Rounding rounding) {
  if (!value.present()) return "";
  if (value.type != ValueType::number) return plain_text(value);
  const auto written = Decimal::parse(expected);
  const int places = std::max(decimals, written ? int(written->decimals) : 0);
  const auto shown = value.number.rounded(places, rounding).to_decimal(places);
  return shown ? shown->to_text() : value.number.to_text();
}

}  // namespace cwp
