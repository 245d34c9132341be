#include "proof/example_scores.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "cohort/gather.hpp"
#include "engine/run.hpp"
#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

/// Of examples that are kept, all together: some hundred megabytes.
constexpr std::size_t kMostKeptParts = 1'000'000;

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
  const Period around = card.calendar.containing(begun, longest);
  Period best = card.calendar.first_day(around) < begun ? around + 1 : around;
  // Of months and quarters the longest of a year, with the most weeks: there is most to add up.
  const auto length = [&](Period period) {
    const std::int32_t weeks = longest > Grain::week ? card.calendar.inner(period, Grain::week).size() : 0;
    return std::pair(card.calendar.last_day(period) - card.calendar.first_day(period), weeks);
  };
  const Day year_on = card.calendar.first_day(best) + 360;
  for (Period next = best; card.calendar.last_day(next) <= std::min(year_on, card.effective_to); next = next + 1)
    if (length(best) < length(next)) best = next;
  return best;
}

}  // namespace

ExampleScores::ExampleScores(const CheckedRulebook& rules)
    : rules_(rules), plan_(compile(rules)), period_(scored_period(rules.state().scorecard)) {}

ExampleOfficer ExampleScores::officer(const Figures& figures) const {
  const Rulebook& rulebook = rules_.rulebook();
  ExampleOfficer officer;
  for (std::size_t a = 0; a < rulebook.attributes.size(); ++a) {
    const Attribute& attribute = rulebook.attributes[a];
    officer.attributes.emplace_back(attribute.id.value, plain_text(search_->attribute(a, figures)));
    if (!figures[rulebook.metrics.size() + a].is_zero()) officer.unusual.push_back(attribute.id.value);
  }
  bool shorter = false;  // of what comes more than once in `every`
  for (std::size_t m = 0; m < rulebook.metrics.size(); ++m) {
    const Metric& metric = rulebook.metrics[m];
    // A day without a row is 0 where the rulebook says so.
    const MadeFact* fact = search_->fact(std::uint32_t(m));
    if (metric.from && fact != nullptr && !figures[m].is_zero()) {
      const auto& derived = *rules_.state().scorecard.derived[m];
      const EventTable& table = rulebook.events[derived.table];
      ExampleOfficer::Fact made{table.id.value, int((figures[m] / fact->worth).to_decimal(0)->units), {}};
      for (std::size_t c = 0; c < table.columns.size(); ++c)
        if (!names_officer(derived.table, c)) made.values.emplace_back(table.columns[c].id.value, fact->columns[c]);
      officer.facts.push_back(std::move(made));
      shorter = shorter || figures.every.has_value();
    }
    if (metric.from || (figures[m].is_zero() && metric.absent == AbsentRule::zero)) continue;
    officer.figures.emplace_back(metric.id.value, figures[m].to_text());
    shorter = shorter || (figures.every && (metric.per.value < *figures.every || *figures.every == Grain::day));
  }
  if (shorter) officer.every = figures.every;
  return officer;
}

bool ExampleScores::has_figure(const Period& at, const std::optional<Grain>& every) const {
  if (!every || *every <= at.grain)
    return at.grain != Grain::day || every == Grain::day || calendar().is_workday(calendar().first_day(at));
  const Period around = calendar().holder(at, *every);
  if (at.grain != Grain::day) return calendar().inner(around, at.grain).first == at;
  Day first = calendar().first_day(around);
  while (!calendar().is_workday(first) && first < calendar().last_day(around)) first = first + 1;
  return calendar().first_day(at) == first;
}

bool ExampleScores::names_officer(std::uint32_t table, std::size_t column) const {
  const auto& derived = rules_.state().scorecard.derived;
  return std::any_of(derived.begin(), derived.end(),
                     [&](const auto& one) { return one && one->table == table && one->officer_column == column; });
}

void ExampleScores::add_facts(DatasetBuilder& builder, const ExampleOfficer::Fact& fact, const std::string& key,
                              const DayRange& span, const std::optional<Grain>& every) const {
  const auto& tables = rules_.rulebook().events;
  const auto table =
      std::find_if(tables.begin(), tables.end(), [&](const EventTable& one) { return one.id.value == fact.table; });
  std::map<std::string, std::string> values(fact.values.begin(), fact.values.end());
  for (std::size_t c = 0; c < table->columns.size(); ++c)
    if (names_officer(std::uint32_t(table - tables.begin()), c)) values[table->columns[c].id.value] = key;
  for (Day day = span.first; day <= span.last; day = day + 1)
    if (has_figure(calendar().containing(day, Grain::day), every))
      for (int i = 0; i < fact.count; ++i) builder.add_fact(fact.table, key, day.to_text(), values);
}

std::string ExampleScores::officer_key(std::size_t place) { return "example" + std::to_string(place + 1); }

std::optional<Dataset> ExampleScores::data(const std::vector<Figures>& officers) const {
  const Scorecard& card = rules_.state().scorecard;
  // Weeks that belong to the period may end behind it, and begin before it.
  const DayRange days = window();
  const DayRange span{days.first - 7, days.last + 7};
  // All have the same attributes, and with them the figures about these.
  for (std::size_t m = 0; m < card.about.size(); ++m)
    for (const Figures& figures : officers)
      if (card.about[m] && figures[m] != officers.front()[m]) return std::nullopt;
  DatasetBuilder builder(rules_);
  for (std::size_t place = 0; place < officers.size(); ++place) {
    const ExampleOfficer officer = this->officer(officers[place]);
    builder.add_officer(officer_key(place), std::nullopt, std::nullopt,
                        {officer.attributes.begin(), officer.attributes.end()});
    if (officers[place].every == Grain::day)
      builder.add_duty(officer_key(place), std::nullopt, std::nullopt, "on_duty");
    for (const auto& figure : officer.figures) {
      const std::string &id = figure.first, &value = figure.second;
      const auto& metrics = card.rulebook->metrics;
      const auto metric =
          std::find_if(metrics.begin(), metrics.end(), [&](const Metric& one) { return one.id.value == id; });
      const auto about = card.about[std::size_t(metric - metrics.begin())];
      if (about && place > 0) continue;
      const std::string key = about ? officer.attributes[*about].second : officer_key(place);
      const Grain grain = metric->per.value;
      const Period last = calendar().containing(span.last, grain);
      for (Period at = calendar().containing(span.first, grain); at <= last; at = at + 1)
        if (has_figure(at, officers[place].every)) builder.add_metric(key, calendar().label(at), id, value);
    }
    for (const ExampleOfficer::Fact& fact : officer.facts)
      add_facts(builder, fact, officer_key(place), span, officers[place].every);
  }
  builder.set_span(span);
  const Result<Dataset> data = builder.finish();
  if (!data.ok() || !data.value().issues().empty()) return std::nullopt;
  return data.value();
}

std::optional<Scores> ExampleScores::score_all(const std::vector<Figures>& officers) const {
  const auto data = this->data(officers);
  if (!data) return std::nullopt;
  ScoreOptions options;
  options.window = window();
  const Result<Scores> scores = cwp::score(plan_, *data, options);
  return scores.ok() ? std::optional(scores.value()) : std::nullopt;
}

std::optional<Scores> ExampleScores::score(const Figures& figures) const {
  const auto known = kept_.find(figures);
  if (known != kept_.end()) return known->second;
  std::optional<Scores> found = score_all({figures});
  if (found)
    for (const ScoreTable& table : found->tables()) kept_parts_ += table.rows.size() * table.ids.size();
  if (kept_parts_ < kMostKeptParts) kept_.emplace(figures, found);
  return found;
}

namespace {

/// The rulebook with these formulas in the place of its promises: both are evaluated for every officer of a period.
Plan plan_of_probes(const CheckedRulebook& rules, const std::vector<TermPtr>& terms) {
  auto state = std::make_shared<CheckedState>(rules.state());
  Scorecard& card = state->scorecard;
  card.rulebook = &state->rulebook;
  card.expectations.clear();
  for (const TermPtr& term : terms)
    if (term) card.expectations.push_back({nullptr, term->place, term, {}});
  card.rankings.clear();
  card.grades.clear();
  card.awards.clear();
  card.test_formulas.clear();
  // Where nothing asks for the scores of assessments, these need not be evaluated.
  const auto assessments = card.assessments;
  card.assessments.fill(std::nullopt);
  bool asked = false;
  const auto look = [&](const Term& term) {
    asked = asked || term.kind == TermKind::category || term.kind == TermKind::total;
  };
  visit_terms(card, look);
  for (const ScoreItem& item : card.items)
    for (const auto& rolled : item.rolled) asked = asked || (rolled && rolled->formula);
  if (asked) card.assessments = assessments;
  return compile(CheckedRulebook(std::move(state)));
}

}  // namespace

ExampleProbes::ExampleProbes(const CheckedRulebook& rules, const ExampleScores& examples, std::vector<TermPtr> terms)
    : examples_(examples), terms_(std::move(terms)), plan_(plan_of_probes(rules, terms_)) {}

std::optional<std::vector<ExampleProbes::Values>> ExampleProbes::values(const std::vector<Figures>& officers) const {
  const auto data = examples_.data(officers);
  if (!data) return std::nullopt;
  ScoreOptions options;
  options.window = examples_.window();
  Run run(plan_, *data, options);
  gather_all(run, options);
  std::vector<Values> all;
  for (std::size_t place = 0; place < officers.size(); ++place) {
    const OfficerRun own(run, data->find_officer(ExampleScores::officer_key(place)).value_or(0));
    Values values(terms_.size());
    std::size_t number = 0;
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      if (!terms_[t]) continue;
      const NodeId node = run.graph().expectations[number];
      const bool part = terms_[t]->kind == TermKind::item;
      for (const Period& period : run.standing().promises[number++]) {
        const Cell& cell = own.cell(node, period);
        const bool counted = !part || (cell.facts.counted && cell.facts.reason == Reason::none);
        values[t].push_back({period, cell.value, counted});
      }
    }
    all.push_back(std::move(values));
  }
  return all;
}

}  // namespace cwp
