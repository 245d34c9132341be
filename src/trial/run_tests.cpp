#include "cwp/run_tests.hpp"

#include <algorithm>
#include <map>

#include "check/checked_state.hpp"
#include "cwp/dataset.hpp"
#include "cwp/score.hpp"
#include "trial/run_test.hpp"
#include "trial/test_formulas.hpp"

namespace cwp {
namespace {

/// One test of a rulebook, from its rows to its figures.
class Trial {
 public:
  /// `formulas` is null where no test of the rulebook has any.
  Trial(const Plan& plan, const TestFormulas* formulas, const RuleTest& test, Language language)
      : plan_(plan), formulas_(formulas), test_(test), language_(language), builder_(plan.rules()) {}

  TestOutcome run(const std::function<void(const Scores&)>& seen) {
    outcome_.name = test_.name;
    outcome_.place = test_.place;
    add_rows();
    const Result<Dataset> data = builder_.finish();
    for (const Diagnostic& problem : data.diagnostics()) wrong_data(message(problem, language_));
    if (!data.ok()) return std::move(outcome_);
    for (const RowIssue& issue : data.value().issues()) {
      std::string where;
      for (const std::string& part : {issue.officer, issue.date, issue.metric, issue.value})
        if (!part.empty()) where += part + " ";
      wrong_data(where + message(issue, language_));
    }
    ScoreOptions options;
    options.provisional = true;
    const Result<Scores> scored = score(plan_, data.value(), options);
    for (const Diagnostic& problem : scored.diagnostics()) wrong_data(message(problem, language_));
    if (!scored.ok()) return std::move(outcome_);
    if (seen) seen(scored.value());
    for (const RuleTest::Expected& expected : test_.expect) compare(expected, scored.value());
    return std::move(outcome_);
  }

 private:
  void wrong_data(std::string what) { outcome_.differences.push_back({"", "", "", "", std::move(what), test_.place}); }

  static std::vector<std::string> dates_of(const RuleTest::Row& row) {
    if (!row.dates) return {row.date};
    std::vector<std::string> dates;
    for (Day day = row.dates->first; day <= row.dates->last; day = day + 1) dates.push_back(day.to_text());
    return dates;
  }

  static Recorded recorded(const RuleTest::History& history) { return {history.day, history.withdrawn}; }

  void add_rows() {
    if (test_.known_at) builder_.set_known_at(*test_.known_at);
    for (const RuleTest::Officer& officer : test_.officers) {
      std::map<std::string, std::string> attributes;
      for (const auto& [name, text] : officer.attributes) attributes[name.text] = text;
      const auto day = [](const auto& written) { return written ? std::optional(written->value) : std::nullopt; };
      builder_.add_officer(officer.key.value, day(officer.from), day(officer.to), std::move(attributes), {},
                           recorded(officer.history));
    }
    for (const RuleTest::Duty& duty : test_.duty)
      builder_.add_duty(duty.officer.value, duty.from, duty.to, duty.status.value, {}, recorded(duty.history));
    for (const RuleTest::Row& row : test_.metrics) add_figures(row);
    for (const RuleTest::Facts& facts : test_.events)
      for (const RuleTest::Row& row : facts.rows) {
        std::map<std::string, std::string> columns;
        for (const auto& [name, text] : row.values) columns[name.text] = text;
        for (const std::string& date : dates_of(row))
          builder_.add_fact(facts.table.text, row.subject, date, columns, {}, recorded(row.history));
      }
    if (test_.data) builder_.set_span(*test_.data);
  }

  /// In a row of figures the key of a metric that is about an attribute stands under the attribute's name.
  void add_figures(const RuleTest::Row& row) {
    const auto& metrics = plan_.rules().rulebook().metrics;
    const auto value_of = [&](const std::string& name) -> const std::string* {
      for (const auto& [key, text] : row.values)
        if (key.text == name) return &text;
      return nullptr;
    };
    for (const auto& [name, text] : row.values) {
      const auto metric = std::find_if(metrics.begin(), metrics.end(),
                                       [&, &id = name.text](const Metric& m) { return m.id.value == id; });
      const bool is_subject = std::any_of(metrics.begin(), metrics.end(), [&, &id = name.text](const Metric& m) {
        return m.about && m.about->text == id;
      });
      if (metric == metrics.end() && is_subject) continue;
      std::string subject = row.subject;
      if (metric != metrics.end() && metric->about)
        if (const std::string* about = value_of(metric->about->text)) subject = *about;
      for (const std::string& date : dates_of(row))
        builder_.add_metric(subject, date, name.text, text, {}, recorded(row.history));
    }
  }

  void compare(const RuleTest::Expected& expected, const Scores& scores) {
    const auto period = Period::parse(expected.period.value, plan_.rules().calendar());
    const auto officer = scores.data().find_officer(expected.officer.value);
    std::map<const RuleTest::Figure*, Value> formulas;
    const bool any = std::any_of(expected.figures.begin(), expected.figures.end(),
                                 [](const RuleTest::Figure& figure) { return figure.formula.has_value(); });
    if (any && formulas_ && period && officer) formulas = formulas_->values(expected, scores.data(), *period, *officer);
    const RoundingRule& rule = plan_.rules().state().scorecard.rounding;
    for (const RuleTest::Figure& figure : expected.figures) {
      std::optional<std::string> got;
      if (const auto value = formulas.find(&figure); value != formulas.end())
        got = shown_value(value->second, figure.expected, rule.decimals, rule.rounding);
      else if (period && !figure.formula)
        got = figure_of(scores, *period, officer, expected.officer.value, figure.key.value);
      const std::string shown = got.value_or("?");
      if (got && same(figure.expected, *got)) continue;
      outcome_.differences.push_back(
          {expected.officer.value, expected.period.value, figure.key.value, figure.expected, shown, figure.place});
    }
  }

  /// Numbers are compared by value.
  static bool same(const std::string& expected, const std::string& got) {
    const auto a = Decimal::parse(expected), b = Decimal::parse(got);
    return a && b ? *a == *b : expected == got;
  }

  static std::string text_of(const std::optional<Decimal>& number) { return number ? number->to_text() : ""; }

  /// Nothing when there is no such figure: an unknown key, or a period that is not scored. What a unit has stands under
  /// the unit's name, as in the tables of results.
  static std::optional<std::string> figure_of(const Scores& scores, Period period, std::optional<std::size_t> officer,
                                              const std::string& who, const std::string& key) {
    if (const ScoreTable* table = officer ? scores.table(period.grain) : nullptr)
      if (const ScoreRow* row = table->find(period, *officer)) {
        if (key == "reachable") return text_of(row->total().reachable);
        if (key == "coverage") return text_of(row->total().coverage);
        if (key == "state") return std::string(to_text(row->state));
        for (std::size_t i = 0; i < table->ids.size(); ++i)
          if (table->ids[i] == key) return text_of(row->parts[i].points);
      }
    const auto mine = [&](const auto& row) {
      return row.period == period && (row.subject.empty() ? row.officer == officer : row.subject == who);
    };
    for (const RankingTable& table : scores.rankings())
      if (table.id == key)
        for (const RankedOfficer& row : table.rows)
          if (mine(row)) return text_of(row.rank);
    for (const GradeTable& table : scores.grades())
      if (table.id == key)
        for (const GradedOfficer& row : table.rows)
          if (mine(row)) return row.grade;
    for (const AwardTable& table : scores.awards()) {
      if (table.id != key) continue;
      for (const AwardedOfficer& row : table.rows)
        if (mine(row)) return row.amount ? row.amount->to_text() : "true";
      return "";
    }
    return std::nullopt;
  }

  const Plan& plan_;
  const TestFormulas* formulas_;
  const RuleTest& test_;
  Language language_;
  DatasetBuilder builder_;
  TestOutcome outcome_;
};

}  // namespace

TestOutcome run_test(const Plan& plan, const RuleTest& test, Language language,
                     const std::function<void(const Scores&)>& seen) {
  std::optional<TestFormulas> formulas;
  if (!plan.rules().state().scorecard.test_formulas.empty()) formulas.emplace(plan.rules());
  return Trial(plan, formulas ? &*formulas : nullptr, test, language).run(seen);
}

std::vector<TestOutcome> run_tests(const CheckedRulebook& rules, Language language) {
  std::vector<TestOutcome> outcomes;
  const Plan plan = compile(rules);
  for (const RuleTest& test : rules.rulebook().tests) outcomes.push_back(run_test(plan, test, language));
  return outcomes;
}

}  // namespace cwp
