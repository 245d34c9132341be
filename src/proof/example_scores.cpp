#include "proof/example_scores.hpp"

#include <algorithm>

#include "check/checked_state.hpp"

namespace cwp {
namespace {

constexpr const char* kExampleKey = "example";

/// The longest grain of anything that has points, and the first of its periods in which all has begun.
Period scored_period(const Scorecard& card) {
  Grain longest = Grain::month;
  Day begun = card.effective_from == kFirstDay ? *Day::from_date(2026, 1, 1) : card.effective_from;
  for (const ScoreItem& item : card.items) {
    longest = std::max(longest, item.grain);
    if (item.in_force.first != kFirstDay) begun = std::max(begun, item.in_force.first);
  }
  for (const auto& assessment : card.assessments)
    if (assessment) longest = std::max(longest, assessment->grain);
  for (const ScoreParameter& parameter : card.parameters)
    if (!parameter.values.empty() && parameter.values.back().first != kFirstDay)
      begun = std::max(begun, parameter.values.back().first);
  const Period first = card.calendar.containing(begun, longest);
  return card.calendar.first_day(first) < begun ? first + 1 : first;
}

}  // namespace

ExampleScores::ExampleScores(const CheckedRulebook& rules)
    : rules_(rules), plan_(compile(rules)), period_(scored_period(rules.state().scorecard)) {}

ExampleOfficer ExampleScores::officer(const Figures& figures) const {
  const Rulebook& rulebook = rules_.rulebook();
  ExampleOfficer officer;
  for (const Attribute& attribute : rulebook.attributes)
    officer.attributes.emplace_back(attribute.id.value, plain_text(usual_attribute(attribute, day())));
  for (std::size_t m = 0; m < rulebook.metrics.size(); ++m) {
    const Metric& metric = rulebook.metrics[m];
    // A day without a row is 0 where the rulebook says so.
    if (metric.from || (figures[m].is_zero() && metric.absent == AbsentRule::zero)) continue;
    officer.figures.emplace_back(metric.id.value, figures[m].to_text());
  }
  return officer;
}

std::optional<Scores> ExampleScores::score(const Figures& figures) const {
  const Scorecard& card = rules_.state().scorecard;
  const ExampleOfficer officer = this->officer(figures);
  // Weeks that belong to the period may end behind it, and begin before it.
  const DayRange days = calendar().days(period_);
  const DayRange span{days.first - 7, days.last + 7};
  DatasetBuilder builder(rules_);
  builder.add_officer(kExampleKey, std::nullopt, std::nullopt, {officer.attributes.begin(), officer.attributes.end()});
  for (const auto& figure : officer.figures) {
    const std::string &id = figure.first, &value = figure.second;
    const auto& metrics = card.rulebook->metrics;
    const auto metric =
        std::find_if(metrics.begin(), metrics.end(), [&](const Metric& one) { return one.id.value == id; });
    const auto about = card.about[std::size_t(metric - metrics.begin())];
    const std::string& key = about ? officer.attributes[*about].second : kExampleKey;
    const Grain grain = metric->per.value;
    const Period last = calendar().containing(span.last, grain);
    for (Period at = calendar().containing(span.first, grain); at <= last; at = at + 1)
      if (grain != Grain::day || calendar().is_workday(calendar().first_day(at)))
        builder.add_metric(key, calendar().label(at), id, value);
  }
  builder.set_span(span);
  const Result<Dataset> data = builder.finish();
  if (!data.ok() || !data.value().issues().empty()) return std::nullopt;
  ScoreOptions options;
  options.window = days;
  const Result<Scores> scores = cwp::score(plan_, data.value(), options);
  if (!scores.ok()) return std::nullopt;
  return scores.value();
}

}  // namespace cwp
