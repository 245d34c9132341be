// Each form is sugar for one formula: the formulas, by hand, of forms in one line and over several lines.

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "cwp/explain.hpp"

namespace cwp {
namespace {

constexpr std::string_view kManyForms = R"yaml(cwp: 1
id: forms
attributes: {station: {}}
metrics: {visits: {type: u16}, missed: {type: u16}, survey: {per: month, fold: last}}
values: {pace: visits / 20}
categories:
  - id: work
    items:
      - {id: lost, title: {en: Persons missed}, per: month, full: 10, deduct: {of: missed, each: 2}}
      - id: aimed
        per: month
        full: 10
        target:
          of: visits
          at: 40
          beyond: {each: 1, unit: 5, up_to: 2}
      - id: cased
        per: month
        full: 5
        cases:
          - when: visits > 3
            points: 5
          - otherwise: 2
      - {id: daily, per: month, full: 10, award: {of: visits, each: 2, at_most: 3, whole: exact, per: day}}
      - {id: banded, per: week, full: 8, prorate: duty, roll_up: none, bands: {of: visits, table: [[0, 0], [5, 8]]}}
      - {id: placed, per: month, full: 10, ranked: {of: pace + 1, by: station, linear: [10, 1]}}
      - {id: free, per: month, min: none, if_missing: zero, points: "mean(visits per week) - first_of(survey[-1], 1/3)"}
      - {id: short, per: month, full: 5, min: -5, if_missing: zero, all_or: {of: visits, out_of: missed, all: 5, each_short: 0.5}}
      - {id: lined, per: month, full: 10, start: 10, lines: [{points: -missed, at_most: 3}]}
      - {id: quoted, per: month, full: 10, start: 10, lines: [{points: "0 - missed", at_most: 3}]}
adjustments:
  - {id: bonus, per: month, gives: pace, up_to: 3}
assessments: {month: {}}
)yaml";

std::string formula(std::string_view id) {
  return explain_formula(checked_text(std::string(kManyForms)), id).value().value;
}

TEST(ExplainFormula, SaysWhatAFormStandsForWithTheLimitsOfItsPoints) {
  EXPECT_EQ(formula("lost"), "clamp(10 - 2 * missed, 0, 10)");
  EXPECT_EQ(formula("aimed"),
            "clamp(10 * attainment(visits, 40, 0) + min(1 * (max(0, visits - 40) / 5), 2), 0, 10 + 2)");
  EXPECT_EQ(formula("cased"), "clamp(if(visits > 3, 5, 2), 0, 5)");
  EXPECT_EQ(formula("daily"), "clamp(sum(min(2 * visits, 3) per day), 0, 10)");
  EXPECT_EQ(formula("banded"), "clamp(step(visits, 0 -> 0, 5 * duty_share -> 8), 0, 8)");
  EXPECT_EQ(formula("placed"),
            "clamp(10 - (10 - 1) * ratio(rank(pace + 1 by station) - 1, count(pace + 1 by station) - 1, 0), 0, 10)");
  EXPECT_EQ(formula("short"), "clamp(if(visits = missed, 5, -0.5 * max(missed - visits, 0)), -5, 5)");
}

TEST(ExplainFormula, ShowsWhatAFormPutsAroundAFormulaAsItIsWritten) {
  EXPECT_EQ(formula("lined"), "clamp(10 + line_or_zero(clamp(-missed, -3, 3)), 0, 10)");
  EXPECT_EQ(formula("quoted"), "clamp(10 + line_or_zero(clamp(0 - missed, -3, 3)), 0, 10)");
}

TEST(ExplainFormula, LeavesWhatIsWrittenAsItIs) {
  EXPECT_EQ(formula("free"), "mean(visits per week) - first_of(survey[-1], 1/3)");
  EXPECT_EQ(formula("bonus"), "min(visits / 20, 3)");
}

TEST(ExplainFormula, NamesTheItemAndItsLine) {
  const CheckedRulebook rules = checked_text(std::string(kManyForms));
  const std::vector<Explanation> all = explain_formulas(rules);
  ASSERT_EQ(all.size(), 11U);
  EXPECT_EQ(to_text(all.front()).substr(0, 53), "lost Persons missed = clamp(10 - 2 * missed, 0, 10)  ");
  EXPECT_EQ(all.front().rule.source.position(all.front().rule.span.begin).line, 9U);
  EXPECT_EQ(explain_formula(rules, "work").diagnostics().at(0).slug, "unknown-item");
}

}  // namespace
}  // namespace cwp
