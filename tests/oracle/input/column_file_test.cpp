// Random rulebooks and rows as a column file: scored month by month, it gives what one scoring of the same columns in
// memory does.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <iostream>

#include "check/checked_state.hpp"
#include "column_file/written_bureau.hpp"
#include "oracle/published.hpp"
#include "oracle/random/random_rulebook.hpp"
#include "row/officer_order.hpp"

namespace cwp::oracle {
namespace {

/// What of random rows can be columns: everybody has the attributes of his first row, on the days of all his rows, and
/// one figure of a metric in a period.
class ColumnsOfRows {
 public:
  ColumnsOfRows(const InputRows& rows, const CheckedRulebook& rules) : rows_(rows), rules_(rules) {
    for (const OfficerRow& row : rows.roster) keys_.push_back(row.officer);
    sort_officer_keys(keys_);
    for (std::size_t i = 0; i < keys_.size(); ++i) numbers_.emplace(keys_[i], i);
    const Calendar& calendar = rules.calendar();
    for (const MetricRow& row : rows.metrics) {
      const auto& metrics = rules.rulebook().metrics;
      const auto metric =
          std::find_if(metrics.begin(), metrics.end(), [&](const Metric& one) { return one.id.value == row.metric; });
      const auto officer = numbers_.find(row.officer);
      char* end = nullptr;
      const double figure = std::strtod(row.value.c_str(), &end);
      if (metric == metrics.end() || metric->about || derived(std::size_t(metric - metrics.begin())) ||
          officer == numbers_.end() || row.value.empty() || *end != 0)
        continue;
      auto period = Period::parse(row.date, calendar);
      if (const auto day = Day::parse(row.date)) period = calendar.containing(*day, metric->per.value);
      if (!period || period->grain != metric->per.value) continue;
      std::vector<double>& column = figures_[{row.metric, *period}];
      column.resize(keys_.size(), NAN);
      column[officer->second] = figure;
    }
    for (const Attribute& attribute : rules.rulebook().attributes) {
      Numbered& made = attributes_.emplace_back();
      made.name = attribute.id.value;
      made.numbers.assign(keys_.size(), 0);
      made.values = {""};
      for (const OfficerRow& row : rows.roster) {
        const auto value = row.attributes.find(made.name);
        if (value == row.attributes.end() || made.numbers[numbers_[row.officer]] != 0) continue;
        made.values.push_back(value->second);
        made.numbers[numbers_[row.officer]] = std::uint32_t(made.values.size() - 1);
      }
    }
  }

  template <typename Builder>
  void give(Builder& builder) const {
    builder.set_keys(keys_);
    for (const Numbered& one : attributes_) builder.set_attribute(one.name, one.values, one.numbers);
    for (const DutyRow& row : rows_.duty)
      if (const auto officer = numbers_.find(row.officer); officer != numbers_.end() && knows(row.status))
        builder.add_duty(officer->second, {row.from.value_or(kFirstDay), row.to.value_or(kLastDay)}, row.status);
    for (const OfficerRow& row : rows_.roster)
      if (row.from || row.to)
        builder.add_presence(numbers_.at(row.officer), {row.from.value_or(kFirstDay), row.to.value_or(kLastDay)});
    for (const auto& [of, column] : figures_) builder.add_figures(of.first, of.second, std::span<const double>(column));
    builder.set_span(rows_.span);
  }
  std::size_t officers() const { return keys_.size(); }
  std::size_t columns() const { return figures_.size(); }

 private:
  bool derived(std::size_t metric) const { return rules_.state().scorecard.derived[metric].has_value(); }
  bool knows(const std::string& status) const {
    const auto& duty = rules_.rulebook().duty;
    return status == "on_duty" || status == "rest" ||
           std::any_of(duty.begin(), duty.end(), [&](const DutyRule& rule) { return rule.status.value == status; });
  }

  struct Numbered {
    std::string name;
    std::vector<std::string> values;
    std::vector<std::uint32_t> numbers;
  };

  const InputRows& rows_;
  const CheckedRulebook& rules_;
  std::vector<std::string> keys_;
  std::map<std::string, std::size_t> numbers_;
  std::map<std::pair<std::string, Period>, std::vector<double>> figures_;
  std::vector<Numbered> attributes_;
};

struct FileTally {
  std::size_t cases = 0, columns = 0, months = 0, issues = 0;
};

void compare_case(const OracleCase& one, const CheckedRulebook& rules, const std::string& path, FileTally& tally) {
  const ColumnsOfRows columns(one.rows, rules);
  if (columns.officers() == 0) return;
  ColumnsBuilder builder(rules, columns.officers());
  columns.give(builder);
  const Dataset data = builder.finish().value();
  ColumnFileWriter writer(rules, columns.officers(), path);
  columns.give(writer);
  ASSERT_TRUE(writer.finish().ok());
  const ColumnFile file = open_column_file(rules, path).value();
  ScoreOptions options;
  options.provisional = one.rulebook.size() % 3 != 0;
  compare_with_file(compile(rules), data, file, options);
  ++tally.cases;
  tally.columns += columns.columns();
  const Calendar& calendar = rules.calendar();
  tally.months += std::size_t(calendar.containing(data.span()->last, Grain::month).ordinal -
                              calendar.containing(data.span()->first, Grain::month).ordinal + 1);
  tally.issues += file.issues().size();
}

TEST(ColumnFiles, OfRandomRulebooksGiveWhatColumnsInMemoryDo) {
  const PassingFile passing;
  FileTally wild, ordinary;
  for_random_cases(10, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice&) {
    compare_case(one, rules, passing.path, wild);
  });
  const std::uint64_t first = from_environment("CWP_ORACLE_SEED", 1);
  for (std::uint64_t seed = first; seed < first + from_environment("CWP_ORACLE_RULEBOOKS", kRulebooks) / 10; ++seed) {
    const OracleCase one = ordinary_case(seed);
    const auto rules = load_and_check(Source("rulebook.yaml", one.rulebook));
    if (!rules.ok() || one.rows.span.size() > 100) continue;
    SCOPED_TRACE("ordinary seed " + std::to_string(seed));
    compare_case(one, rules.value(), passing.path, ordinary);
    if (testing::Test::HasFailure()) return;
  }
  for (const auto& [name, tally] : {std::pair("wild", wild), std::pair("ordinary", ordinary)})
    std::cout << name << ": " << tally.cases << " rulebooks, " << tally.columns << " columns, " << tally.months
              << " months, " << tally.issues << " issues\n";
  if (shorter_run()) return;
  EXPECT_GE(wild.cases, 20U);
  EXPECT_GE(wild.months, 2 * wild.cases);
  EXPECT_GE(wild.issues, 100U);
  EXPECT_GE(ordinary.cases, 10U);
}

}  // namespace
}  // namespace cwp::oracle
