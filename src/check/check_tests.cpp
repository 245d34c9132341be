// The names in a rulebook's own tests, so that a misspelt one is found before the test is run.

#include "check/check_tests.hpp"

#include <algorithm>

namespace cwp {
namespace {

using Names = std::vector<std::string>;

template <typename T>
Names names_among(const std::vector<T>& things) {
  Names names;
  for (const T& thing : things) names.push_back(thing.id.value);
  return names;
}

void add_ids(const std::vector<Category>& categories, Names& names) {
  for (const Category& category : categories) {
    names.push_back(category.id.value);
    add_ids(category.categories, names);
    for (const Item& item : category.items) names.push_back(item.id.value);
  }
}

class TestNames {
 public:
  TestNames(const Rulebook& rulebook, const Calendar& calendar, std::vector<Diagnostic>& diagnostics)
      : rulebook_(rulebook), calendar_(calendar), diagnostics_(diagnostics) {
    figures_ = {"total", "reachable", "coverage", "state"};
    add_ids(rulebook.categories, figures_);
    for (const Names& names : {names_among(rulebook.adjustments), names_among(rulebook.rankings),
                               names_among(rulebook.grades), names_among(rulebook.awards)})
      figures_.insert(figures_.end(), names.begin(), names.end());
    attributes_ = names_among(rulebook.attributes);
    metrics_ = names_among(rulebook.metrics);
    for (const Metric& metric : rulebook.metrics)
      if (metric.about) metrics_.push_back(metric.about->text);  // the key of its rows
    tables_ = names_among(rulebook.events);
  }

  void check(const RuleTest& test) {
    Names officers;
    for (const RuleTest::Officer& officer : test.officers) {
      officers.push_back(officer.key.value);
      for (const auto& [name, text] : officer.attributes)
        if (is_unit(name.text)) officers.push_back(text);
      for (const auto& [name, text] : officer.attributes) find("unknown-attribute", name.text, name.place, attributes_);
    }
    for (const RuleTest::Row& row : test.metrics)
      for (const auto& [name, text] : row.values) find("test-unknown-metric", name.text, name.place, metrics_);
    for (const RuleTest::Facts& facts : test.events)
      find("unknown-table", facts.table.text, facts.table.place, tables_);
    for (const RuleTest::Expected& expected : test.expect) {
      find("test-unknown-officer", expected.officer.value, expected.officer.place, officers);
      if (!Period::parse(expected.period.value, calendar_))
        report("test-unknown-period", expected.period.place, {expected.period.value});
      for (const RuleTest::Figure& figure : expected.figures)
        if (!figure.formula) find("test-unknown-figure", figure.key.value, figure.key.place, figures_);
    }
  }

 private:
  /// True for an attribute whose values are ranked: they have ranks and awards as officers have.
  bool is_unit(const std::string& attribute) const {
    return std::any_of(rulebook_.rankings.begin(), rulebook_.rankings.end(),
                       [&](const Ranking& ranking) { return ranking.unit && ranking.unit->text == attribute; });
  }
  void find(std::string_view slug, const std::string& name, const Place& place, const Names& known) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      report(slug, place, {name, nearest_name(name, known)});
  }
  void report(std::string_view slug, const Place& place, std::vector<std::string> arguments) {
    diagnostics_.push_back({slug, place, std::move(arguments)});
  }

  const Rulebook& rulebook_;
  const Calendar& calendar_;
  std::vector<Diagnostic>& diagnostics_;
  Names figures_, attributes_, metrics_, tables_;
};

}  // namespace

void check_tests(const Rulebook& rulebook, const Calendar& calendar, std::vector<Diagnostic>& diagnostics) {
  TestNames names(rulebook, calendar, diagnostics);
  for (const RuleTest& test : rulebook.tests) names.check(test);
}

}  // namespace cwp
