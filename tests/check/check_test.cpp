// What the checker reports, each at its place; rulebooks that have nothing wrong pass without a word.

#include "cwp/check.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

constexpr std::string_view kAll = "      - {id: each_one, per: month, points: visits + survey + hours + quota}\n";

/// The problems of a rulebook with one more item (line 14) after one that uses everything (line 13).
std::string problems_with(std::string_view item, std::string_view more = "") {
  return problems_of(rulebook_with(std::string(kAll) + "      - " + std::string(item) + "\n", more));
}

TEST(Check, ASoundRulebookHasNoProblems) { EXPECT_EQ(problems_of(rulebook_with(kAll)), ""); }

TEST(Check, AMisspeltNameIsReportedWithTheNearest) {
  const auto result = load_and_check(
      Source("r.yaml", rulebook_with(std::string(kAll) + "      - {id: a, per: month, points: vizits}\n")));
  ASSERT_EQ(result.diagnostics().size(), 1u);
  EXPECT_EQ(result.diagnostics()[0].slug, "unknown-name");
  EXPECT_EQ(hint(result.diagnostics()[0]), "did you mean 'visits'?");
  EXPECT_EQ(hint(result.diagnostics()[0], Language::zh), "您是否想写“visits”？");
}

TEST(Check, ARemovedNameThatIsUsedIsShownWithBothPlaces) {
  const Source base("base.yaml", rulebook_with(kAll));
  const auto result = load_and_check(Source("r.yaml", "cwp: 1\nextends: base.yaml\nremove: [hours]\n"), {&base, 1});
  ASSERT_EQ(result.diagnostics().size(), 1u) << render(result.diagnostics());
  const Diagnostic& problem = result.diagnostics()[0];
  EXPECT_EQ(problem.slug, "removed-in-use");
  EXPECT_EQ(problem.place.source, base);
  EXPECT_EQ(base.text().substr(problem.place.span.begin, 5), "hours");
  ASSERT_EQ(problem.notes.size(), 1u);
  EXPECT_EQ(problem.notes[0].place.source.position(problem.notes[0].place.span.begin), (Position{3, 10}));
}

TEST(Check, TheDigestCoversWhatIsExtended) {
  const auto digest = [](const std::string& of_base) {
    const Source base("base.yaml", of_base);
    return load_and_check(Source("r.yaml", "cwp: 1\nextends: base.yaml\n"), {&base, 1}).value().hash();
  };
  const std::string sound = rulebook_with(kAll);
  EXPECT_EQ(digest(sound), digest(sound));
  EXPECT_NE(digest(sound), digest(sound + "# another word\n"));
}

TEST(Check, AFigureOfALongerGrainNeedsALag) {
  EXPECT_EQ(problems_with("{id: a, per: day, points: survey}"), "grain-too-long 14:35\n");
  EXPECT_EQ(problems_with("{id: a, per: day, points: 'survey[-1 month]'}"), "");
}

TEST(Check, AnAggregateMustSayOverWhatUnlessItIsPlain) {
  EXPECT_EQ(problems_with("{id: a, per: month, points: mean(visits)}"), "");
  EXPECT_EQ(problems_with("{id: a, per: year, points: mean(visits + survey)}"), "grain-needed 14:36\n");
  EXPECT_EQ(problems_with("{id: a, per: year, points: mean(work)}"), "grain-needed 14:36\n");
  EXPECT_EQ(problems_with("{id: a, per: year, points: mean(visits + survey per month)}"), "");
}

TEST(Check, TypesThatDoNotFitAreReportedWhereTheyStand) {
  EXPECT_EQ(problems_with("{id: a, per: month, points: visits + area}"), "wrong-operand 14:46\n");
  EXPECT_EQ(problems_with("{id: a, per: month, applies: visits, points: 1}"), "wrong-type 14:38\n");
  EXPECT_EQ(problems_with("{id: a, per: month, points: area}"), "wrong-type 14:37\n");
}

TEST(Check, AnAttributeComparedWithATextItCannotHave) {
  EXPECT_EQ(problems_with("{id: a, per: month, applies: area = 'urbn', points: 1}"), "unknown-option 14:45\n");
  EXPECT_EQ(problems_with("{id: a, per: month, applies: area = 'urban', points: 1}"), "");
}

TEST(Check, FullMarksMustAddUpUnlessScaledOrCapped) {
  const std::string items =
      "      - {id: a, per: month, full: 15, points: visits}\n"
      "      - {id: b, per: month, full: 8, points: survey + hours + quota}\n";
  std::string text = rulebook_with(items);
  const auto with = [&](const std::string& lines) {
    std::string changed = text;
    return changed.replace(changed.find("  - id: work\n"), 13, "  - id: work\n" + lines);
  };
  EXPECT_EQ(problems_of(with("    full: 23\n")), "");
  EXPECT_EQ(problems_of(with("    full: 40\n")), "marks-do-not-add-up 12:11\n");
  EXPECT_EQ(problems_of(with("    full: 40\n    combine: scaled\n")), "");
  EXPECT_EQ(problems_of(with("    full: 20\n    combine: capped\n")), "");
}

TEST(Check, FullMarksByAParameterAreAddedUpOnEachDateItChanges) {
  std::string text = rulebook_with("      - {id: a, per: month, full: quota, points: visits + survey + hours}\n");
  text.replace(text.find("{quota: 5}"), 10, "{quota: {2026-01-01: 5, 2026-07-01: 6}}");
  text.replace(text.find("  - id: work\n"), 13, "  - id: work\n    full: 5\n");
  const auto result = load_and_check(Source("r.yaml", text));
  ASSERT_EQ(result.diagnostics().size(), 1u);
  EXPECT_EQ(message(result.diagnostics()[0]), "from 2026-07-01 the full marks in 'work' add up to 6, not 5");
}

TEST(Check, AShareOutsideOfItsLimitsIsAWarning) {
  const auto with = [](const std::string& balance) {
    return problems_of(
        "cwp: 1\nid: shares\nmetrics: {visits: {}, calls: {}, checks: {}}\nparameters: {weight: {2026-01-01: 30, "
        "2026-07-01: 70}}\n"
        "categories:\n"
        "  - {id: a, full: 40, items: [{id: a1, per: month, full: 40, points: visits}]}\n"
        "  - id: b\n    categories:\n"
        "      - {id: b1, items: [{id: b2, per: month, full: weight, points: calls}]}\n"
        "      - {id: b3, items: [{id: b4, per: month, full: 30, points: checks, effective: {to: 2026-12-31}}]}\n"
        "effective: {from: 2026-01-01}\n"
        "balance: {" +
        balance + "}\n");
  };
  // a: 40 of 100, from July of 140, from 2027 of 110; b1: 30 of 100, 70 of 140, 70 of 110; b3: 30 of 100, of 140, none.
  EXPECT_EQ(with("a: 40%, b1: [30%, 64%], b3: [20%, 30%]"), "");
  EXPECT_EQ(with("a: 39.9%"), "balance-passed 12:14\n");
  EXPECT_EQ(with("a: [30%, 50%]"), "balance-passed-from 12:14\n");  // 40 of 140 is less
  EXPECT_EQ(with("b1: 50%"), "balance-passed-from 12:15\n");        // 70 of 110, from 2027
  EXPECT_EQ(with("b: [60%, 100%], c: 1"), "unknown-category 12:27\n");
}

TEST(Check, LossesThatAllEndAtZeroAreAWarning) {
  const auto with = [](const std::string& category, const std::string& item) {
    return problems_of("cwp: 1\nid: losses\nmetrics: {late: {type: u16}}\ncategories:\n  - {id: a, " + category +
                       "items: [{id: x, per: month, points: 0 - late, if_missing: zero, " + item + "}]}\n");
  };
  EXPECT_EQ(with("", "min: none"), "losses-end-at-zero 5:10\n");
  EXPECT_EQ(with("", "min: -5"), "losses-end-at-zero 5:10\n");
  EXPECT_EQ(with("", "min: 0"), "");
  EXPECT_EQ(with("start: 5, ", "min: none"), "");
  EXPECT_EQ(with("beyond_full: true, ", "min: none"), "");
  EXPECT_EQ(with("", "min: none}, {id: y, per: month, points: late"), "");
}

TEST(Check, ACycleIsShownStepByStep) {
  const auto result = load_and_check(
      Source("r.yaml", rulebook_with(std::string(kAll) + "      - {id: a, per: month, points: b}\n"
                                                         "      - {id: b, per: month, points: c + 1}\n"
                                                         "      - {id: c, per: month, points: 2 * a}\n")));
  ASSERT_EQ(result.diagnostics().size(), 1u);
  const Diagnostic& cycle = result.diagnostics()[0];
  EXPECT_EQ(cycle.slug, "cycle");
  ASSERT_EQ(cycle.notes.size(), 3u);
  EXPECT_EQ(message(cycle.notes[0]), "'a' needs 'b'");
  EXPECT_EQ(message(cycle.notes[1]), "'b' needs 'c'");
  EXPECT_EQ(message(cycle.notes[2]), "'c' needs 'a'");
  EXPECT_EQ(cycle.notes[2].place.source.position(cycle.notes[2].place.span.begin), (Position{16, 41}));
}

TEST(Check, AnItemThatReadsItsOwnTotalIsACycleButNotThroughALag) {
  EXPECT_EQ(problems_with("{id: a, per: month, points: total / 2}"), "cycle 14:37\n");
  EXPECT_EQ(problems_with("{id: a, per: month, if_missing: zero, points: 'total[-1] / 2'}"), "");
}

TEST(Check, NamedFormulasInACircleAreACycle) {
  EXPECT_EQ(problems_with("{id: a, per: month, points: x}", "values: {x: y + 1, y: x}\n"), "cycle 15:23\n");
}

TEST(Check, ValuesThatDoubleEachOtherDoNotExplode) {
  std::string values = "values:\n  v0: visits + survey\n";
  for (int i = 1; i < 64; ++i) {
    const std::string last = "v" + std::to_string(i - 1);
    values += "  v" + std::to_string(i) + ": " + last + " + " + last + "\n";
  }
  EXPECT_EQ(problems_with("{id: a, per: month, points: v63}", values).substr(0, 17), "formula-too-large");
}

TEST(Check, WholeMustBeSaidUnlessOnlyWholeUnitsCanOccur) {
  EXPECT_EQ(problems_with("{id: a, per: month, full: 10, deduct: {of: visits, each: 2}}"), "");
  EXPECT_EQ(problems_with("{id: a, per: month, full: 10, deduct: {of: hours, each: 2}}"), "whole-needed 14:39\n");
  EXPECT_EQ(problems_with("{id: a, per: month, full: 10, deduct: {of: visits, unit: 3, each: 2}}"),
            "whole-needed 14:39\n");
  EXPECT_EQ(problems_with("{id: a, per: month, full: 10, deduct: {of: hours, each: 2, whole: down}}"), "");
}

TEST(Check, ADirectionMustBeSaidWhenFormulasHideIt) {
  EXPECT_EQ(problems_with("{id: a, per: month, full: 10, target: {of: visits, at: 10}}"), "");
  EXPECT_EQ(problems_with("{id: a, per: month, full: 10, target: {of: visits, at: survey}}"), "better-needed 14:39\n");
}

TEST(Check, ADirectionNeedNotBeSaidWhereTheParametersShowIt) {
  const auto problems = [](std::string_view ends, std::string_view quota) {
    std::string text = rulebook_with(std::string(kAll) + "      - {id: a, per: month, full: 10, target: {of: visits, " +
                                     std::string(ends) + "}}\n");
    return problems_of(text.replace(text.find("quota: 5"), 8, "quota: " + std::string(quota)));
  };
  EXPECT_EQ(problems("at: quota", "5"), "");
  EXPECT_EQ(problems("at: quota", "{2026-01-01: 5, 2026-07-01: 7}"), "");
  EXPECT_EQ(problems("at: quota + 1, zero_at: 2 * quota", "{2026-01-01: 5, 2026-07-01: 7}"), "");
  EXPECT_EQ(problems("at: quota, zero_at: 6", "{2026-01-01: 5, 2026-07-01: 7}"), "better-needed 14:39\n");
  EXPECT_EQ(problems("at: quota, zero_at: 5", "{2026-01-01: 5, 2026-07-01: 7}"), "better-needed 14:39\n");
  EXPECT_EQ(problems("at: quota, zero_at: work_days", "5"), "better-needed 14:39\n");
}

TEST(Check, WhatCanFallBelowZeroMustSayWhatMissingIsWorth) {
  EXPECT_EQ(problems_with("{id: a, per: month, min: none, points: visits - 10}"), "if-missing-needed 14:14\n");
  EXPECT_EQ(problems_with("{id: a, per: month, min: none, if_missing: zero, points: visits - 10}"), "");
}

TEST(Check, AnIdUsedTwiceIsReportedAtTheSecond) {
  EXPECT_EQ(problems_with("{id: visits, per: month, points: 1}"), "duplicate-id 14:14\n");
}

TEST(Check, WhatNothingUsesIsAWarning) {
  EXPECT_EQ(problems_of(rulebook_with("      - {id: a, per: month, points: visits + hours + quota}\n")),
            "unused-name 8:3\n");
}

TEST(Check, ATableOrGroupThatNothingNamesIsAWarning) {
  const auto unused = [](const std::string& metric, const std::string& adjustment) {
    return problems_of(
        "cwp: 1\nid: t\nevents:\n  calls: {columns: {solved: bool}}\n  arrests: {columns: {solved: bool}}\n" +
        std::string("groups:\n  small: {up_to: 5}\n  large: {up_to: 9}\nmetrics:\n  a: {from: calls, count: solved}\n"
                    "  b: ") +
        metric + "\ncategories:\n  - {id: k, items: [{id: x, per: month, points: a + b}]}\nadjustments:\n" +
        "  - {id: p, per: month, gives: a, group: small}\n  - {id: q, per: month, gives: b" + adjustment + "}\n");
  };
  EXPECT_EQ(unused("{from: arrests, count: solved}", ", group: large"), "");
  EXPECT_EQ(unused("{}", ", group: large"), "unused-name 5:3\n");
  EXPECT_EQ(unused("{from: arrests, count: solved}", ""), "unused-name 8:3\n");
  EXPECT_EQ(unused("{from: arests, count: solved}", ", group: lrage"), "unknown-table 11:13\nunknown-group 16:42\n")
      << "what is misspelt is told once";
}

TEST(Check, AnAggregateAcrossOfficersNamesAttributesAndNoPeriods) {
  EXPECT_EQ(problems_with("{id: a, per: month, points: mean(visits by area)}"), "");
  EXPECT_EQ(problems_with("{id: a, per: month, points: mean(visits by aera)}"), "unknown-attribute 14:52\n");
  EXPECT_EQ(problems_with("{id: a, per: month, points: mean(visits by all where survey > 3)}"), "");
  EXPECT_EQ(problems_with("{id: a, per: month, points: first(visits by area)}"), "not-across-officers 14:37\n");
  EXPECT_EQ(problems_with("{id: a, per: month, points: mean(visits per week by area)}"),
            "time-and-group-clauses 14:37\n");
  EXPECT_EQ(problems_with("{id: a, per: month, points: 'mean(sum(min(visits, 3) per week) by area)'}"), "");
  EXPECT_EQ(problems_with("{id: a, per: month, points: rank(visits)}"), "by-needed 14:37\n");
}

TEST(Check, ATotalOfPeersInsideACategoryIsACycle) {
  EXPECT_EQ(problems_with("{id: a, per: month, points: mean(total by area)}").substr(0, 5), "cycle");
}

TEST(Check, AllProblemsComeInOneRunInFileOrder) {
  EXPECT_EQ(
      problems_with("{id: a, per: month, points: vizits + surwey}", "rankings: [{id: r, every: month, of: totl}]\n"),
      "unknown-name 14:37\nunknown-name 14:46\nunknown-name 15:38\n");
}

TEST(Check, TheHashIsTheSha256OfTheText) {
  EXPECT_EQ(checked_text(rulebook_with(kAll)).hash().size(), 64u);
  EXPECT_NE(checked_text(rulebook_with(kAll)).hash(), checked_text(rulebook_with(kAll, "# remark\n")).hash());
}

/// Without `if-missing-needed`, which stands apart.
std::string errors_of_item(const std::string& item) {
  const Result<CheckedRulebook> result =
      load_and_check(Source("rules.yaml", rulebook_with("      - {id: a, per: month, " + item + ", if_missing: drop}\n",
                                                        "assessments: {month: {}}\n")));
  std::string errors;
  for (const Diagnostic& diagnostic : result.diagnostics())
    if (diagnostic.severity() == Severity::error) {
      errors += std::string(diagnostic.slug);
      for (const std::string& argument : diagnostic.arguments) errors += " " + argument;
      errors += "\n";
    }
  return errors;
}

TEST(Check, TheMostPointsAreNotBelowTheFewest) {
  EXPECT_EQ(errors_of_item("full: 40, min: 50, points: visits"), "max-below-min 40 50\n");
  EXPECT_EQ(errors_of_item("full: 40, max: -1, points: visits"), "max-below-min -1 0\n");
  EXPECT_EQ(errors_of_item("full: 40, min: quota, max: 4, points: visits"), "max-below-min 4 5\n");
  EXPECT_EQ(errors_of_item("full: 40, min: 40, points: visits"), "");
  EXPECT_EQ(errors_of_item("full: 40, min: -10, max: -5, points: visits"), "");
  EXPECT_EQ(errors_of_item("full: 40, min: 50, max: none, points: visits"), "");
}

TEST(Check, AConstantOutsideTheDomainGivesNobodyAValue) {
  const auto error = [](const std::string& points) { return errors_of_item("full: 9, points: '" + points + "'"); };
  EXPECT_EQ(error("round(visits, 1.5)"), "outside-domain 1.5 round(x, decimals)\n");
  EXPECT_EQ(error("best(0, visits per day)"), "outside-domain 0 best(n, x per week)\n");
  EXPECT_EQ(error("best(-1, visits per day)"), "outside-domain -1 best(n, x per week)\n");
  EXPECT_EQ(error("worst(1.5, visits per day)"), "outside-domain 1.5 worst(n, x per week)\n");
  EXPECT_EQ(error("drop_lowest(-1, visits per day)"), "outside-domain -1 drop_lowest(n, x per week)\n");
  EXPECT_EQ(error("quantile(2, visits by area)"), "outside-domain 2 quantile(q, x by station)\n");
  for (const char* fine : {"round(visits, -2)", "best(1, visits per day)", "best(survey, visits per day)",
                           "drop_lowest(0, visits per day)", "quantile(1, visits by area)", "clamp(visits, 1, 3)"})
    EXPECT_EQ(error(fine), "") << fine;
}

}  // namespace
}  // namespace cwp
