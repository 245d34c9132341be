#include "cwp/coverage.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

constexpr const char* kCovered = R"YAML(cwp: 1
id: small
parameters: {least: 3}
attributes: {area: {}}
metrics: {visits: {type: u16}, missed: {type: u16, better: less}, praise: {type: u16}}
categories:
  - id: work
    full: 30
    items:
      - {id: calls, per: month, full: 10, bands: {of: visits, table: [[0, 0], [5, 8], [9, 10]]}}
      - {id: losses, per: month, full: 10, deduct: {of: missed, each: 2}}
      - id: steps
        per: month
        full: 10
        cases: [{when: visits >= 8, points: 10}, {when: visits >= least, points: 5}, {otherwise: 0}]
adjustments: [{id: merit, per: month, gives: "if(area = 'urban', praise, 2 * praise)"}]
vetoes: [{id: veto, per: month, when: missed > 9, set: 0}]
rankings: [{id: all, every: month, of: total}]
grades: [{id: grade, ranking: all, levels: [{id: good, when: total >= 20}, {id: poor}]}]
awards: [{id: first, from: all, top: 1, when: total >= 29}]
)YAML";

std::string with_test(const std::string& rows, const std::string& expected) {
  return std::string(kCovered) + "tests:\n  - name: t\n    officers: {ann: {area: urban}}\n    metrics:\n" + rows +
         "    expect:\n      - {officer: ann, period: 2026-03, " + expected + "}\n" +
         "    data: {from: 2026-03-01, to: 2026-03-31}\n";
}

/// What no test touched; `!` before a condition that always held.
std::string untouched_of(const std::string& text) {
  std::string told;
  for (const CoverPoint& point : cover_tests(checked_text(text)))
    if (!point.touched)
      told += std::string(to_text(point.kind)) + " " + (point.otherwise ? "!" : "") + point.what + "\n";
  return told;
}

TEST(Coverage, WithoutTestsNothingIsTouched) {
  EXPECT_EQ(
      untouched_of(kCovered),
      "item calls\nband 0\nband 5\nband 9\nitem losses\nloss losses\nitem steps\nbranch visits >= 8\nbranch visits "
      ">= least\nbranch !visits >= least\nbonus merit\nbranch area = 'urban'\nbranch !area = 'urban'\nveto veto\n"
      "level grade.good\nlevel grade.poor\naward first\n");
}

TEST(Coverage, ConditionsCountWhereTheyDecide) {
  // 8 visits: the second band and the first case. The second condition holds, too, but nothing hangs on it.
  EXPECT_EQ(untouched_of(with_test("      - {officer: ann, date: 2026-03-02, visits: 8}\n", "calls: 8, total: 28")),
            "band 0\nband 9\nloss losses\nbranch visits >= least\nbranch !visits >= least\nbonus merit\nbranch !area = "
            "'urban'\nveto veto\nlevel grade.poor\naward first\n");
}

TEST(Coverage, LossesBonusesAndVetoesAreTouchedWhenTheyWereThere) {
  const std::string told = untouched_of(
      with_test("      - {officer: ann, date: 2026-03-02, visits: 4, missed: 10, praise: 1}\n", "total: 0"));
  for (const char* gone : {"losses", "merit", "veto", "band 0", "branch visits >= least\n", "poor"})
    EXPECT_EQ(told.find(gone), std::string::npos) << gone << "\n" << told;
  EXPECT_NE(told.find("band 9"), std::string::npos) << told;
}

/// `KEY: BEFORE -> AFTER` of what no test noticed.
std::string unnoticed_of(const std::string& text, MutationOutcome outcome = MutationOutcome::unnoticed) {
  std::string told;
  for (const Mutation& one : mutate_tests(checked_text(text)))
    if (one.outcome == outcome) told += one.id + " " + one.key + ": " + one.before + " -> " + one.after + "\n";
  return told;
}

TEST(Mutate, AChangeIsNoticedWhenAFigureComesOutOtherwise) {
  const std::string text = with_test("      - {officer: ann, date: 2026-03-02, visits: 8, missed: 1, praise: 2}\n",
                                     "calls: 8, losses: 8, steps: 10, merit: 2, total: 28, all: 1, grade: good");
  // 8 visits are in the band from 5 on, whose edge is not near; the first case is just held.
  EXPECT_EQ(unnoticed_of(text),
            "least : 3 -> 4\n"
            "calls full: 10 -> 11\n"
            "calls bands.table: 0 -> 1\n"
            "calls bands.table: 0 -> 1\n"
            "calls bands.table: 5 -> 6\n"
            "calls bands.table: 9 -> 10\n"
            "calls bands.table: 10 -> 11\n"
            "steps full: 10 -> 11\n"
            "steps cases: 10 -> 11\n"  // no more than the full marks
            "steps cases: >= -> >\n"
            "steps cases: 5 -> 6\n"
            "steps cases: 0 -> 1\n"
            "merit gives: * -> /\n"
            "merit gives: 2 -> 3\n"
            "veto when: > -> >=\n"
            "veto when: 9 -> 10\n"
            "veto set: 0 -> 1\n"
            "grade.good when: >= -> >\n"
            "grade.good when: 20 -> 21\n"
            "first when: >= -> >\n"
            "first when: 29 -> 30\n");
  EXPECT_EQ(unnoticed_of(text, MutationOutcome::noticed),
            "calls bands.table: 8 -> 9\n"
            "losses full: 10 -> 11\n"
            "losses deduct.each: 2 -> 3\n"
            "steps cases: >= -> >\n"
            "steps cases: 8 -> 9\n"
            "merit gives: = -> !=\n");
}

}  // namespace
}  // namespace cwp
