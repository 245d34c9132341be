// Explanations say the same as the scores, for every officer, item and period of the sample rulebooks.

#include "cwp/explain.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "golden.hpp"
#include "scored_files.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

/// Compares every published figure with the root of its explanation; returns how many were compared.
std::size_t explained(const Scores& scores) {
  std::size_t compared = 0;
  for (const ScoreTable& table : scores.tables())
    for (const ScoreRow& row : table.rows)
      for (std::size_t i = 0; i < table.ids.size(); ++i) {
        if (row.parts[i].reason == Reason::not_held) continue;
        const auto reason = explain(scores, scores.data().officer_key(row.officer), row.period, table.ids[i]);
        if (!reason.ok()) {
          ADD_FAILURE() << render(reason.diagnostics());
          continue;
        }
        ++compared;
        const std::string& value = reason.value().value;
        const std::string points = value.substr(0, value.find(" / "));
        if (row.parts[i].points)
          EXPECT_EQ(points, row.parts[i].points->to_text()) << table.ids[i];
        else
          EXPECT_TRUE(points == "exempt" || points == "no points") << points;
      }
  return compared;
}

TEST(Explain, EqualsTheScoreOfEveryFigureOfTheWorkedExample) {
  EXPECT_EQ(explained(scored_files("worked-example", "2026-02-21..2026-03-22")), 2u * (4 * 4 + 5));
}

TEST(Explain, EqualsTheScoreOfEveryFigureOfTheStation) { EXPECT_GT(explained(scored_files("station-month")), 1000u); }

TEST(Explain, EqualsTheScoreOfEveryDecathlete) { EXPECT_EQ(explained(scored_files("decathlon")), 54u * 12); }

TEST(Explain, AnItemReadsFromTheTotalToTheRawRow) {
  const Scores scores = scored_files("worked-example", "2026-02-21..2026-03-22");
  const Period march = *Period::parse("2026-03", scores.data().state().rules.calendar());
  std::string text;
  for (const Language language : {Language::en, Language::zh}) {
    text += to_text(explain(scores, "bob", march, "household_visits", language).value());
    text += to_text(explain(scores, "bob", march, "missed_people", language).value());
  }
  const std::string root = root_dir() + "/";
  for (std::size_t at = 0; (at = text.find(root)) != std::string::npos;) text.erase(at, root.size());
  EXPECT_EQ(approved_difference("explain/worked-example-bob.txt", text), "");
}

TEST(Explain, TheFormulaOfAFormHasTheBracketsItNeeds) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: r\nmetrics: {deeds: {type: u8}, thanks: {type: u8}}\ncategories:\n"
      "  - {id: c, items: [{id: praise, per: month, full: 9, award: {of: deeds + thanks, each: 2}}]}\n");
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, {}, {});
  builder.add_metric("ann", "2026-03-02", "deeds", "1");
  builder.add_metric("ann", "2026-03-03", "thanks", "2");
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  const Scores scores = score(compile(rules), builder.finish().value()).value();
  const Explanation praise = explain(scores, "ann", *Period::parse("2026-03", rules.calendar()), "praise").value();
  EXPECT_EQ(praise.value, "6.00 / 9");
  EXPECT_EQ(praise.steps.at(0).label, "2 * (deeds + thanks)");
}

TEST(Explain, TheFormulaOfAFormOverSeveralLinesIsShownAsThatOfOneInALine) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: r\nmetrics: {deeds: {type: u8}}\ncategories:\n  - id: c\n    items:\n      - id: praise\n"
      "        per: month\n        full: 9\n        award:\n          of: deeds\n          each: 2\n");
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, {}, {});
  builder.add_metric("ann", "2026-03-02", "deeds", "1");
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  const Scores scores = score(compile(rules), builder.finish().value()).value();
  const Explanation praise = explain(scores, "ann", *Period::parse("2026-03", rules.calendar()), "praise").value();
  EXPECT_EQ(praise.steps.at(0).label, "2 * deeds");
}

TEST(Explain, AFormulaOfSeveralLinesNamesThemAll) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: r\nmetrics: {deeds: {type: u8}}\ncategories:\n  - id: c\n    items:\n"
      "      - {id: a, per: month, if_missing: zero, points: deeds / 2 + deeds / 2}\n"
      "      - {id: b, per: month, if_missing: zero, points: deeds / 2}\n");
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, {}, {});
  builder.add_metric("ann", "2026-03-02", "deeds", "1");
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  const Scores scores = score(compile(rules), builder.finish().value()).value();
  const Explanation b = explain(scores, "ann", *Period::parse("2026-03", rules.calendar()), "b").value();
  EXPECT_EQ(b.steps.at(0).label, "deeds / 2");
  ASSERT_EQ(b.steps.at(0).also.size(), 1U) << "a line is named once";
  EXPECT_NE(to_text(b).find("deeds / 2 = 0.5   [rules.yaml:7, 8]\n"), std::string::npos) << to_text(b);
  EXPECT_NE(to_json(b).find("\"also\": [\n"), std::string::npos) << to_json(b);
}

std::size_t size_of(const Explanation& step) {
  std::size_t size = 1;
  for (const Explanation& inner : step.steps) size += size_of(inner);
  return size;
}

TEST(Explain, AScoreThatAsksTwiceForTheOneBeforeItIsToldOnceInALongTree) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: r\nmetrics: {deeds: {type: u8}}\ncategories:\n  - id: c\n    items:\n      - {id: kept, per: month, "
      "if_missing: zero, points: \"if(deeds > 0, 1, kept[-1] / 2 + kept[-1] / 4)\"}\nassessments: {month: {}}\n");
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, {}, {});
  builder.add_metric("ann", "2024-01-02", "deeds", "1");
  builder.set_span({*Day::parse("2024-01-01"), *Day::parse("2026-12-31")});
  const Scores scores = score(compile(rules), builder.finish().value()).value();
  const auto in = [&](const char* month) {
    return explain(scores, "ann", *Period::parse(month, rules.calendar()), "kept").value();
  };
  // Of each month: the item, its formula, the question with its figure, a sum, two quotients, and twice the month
  // before.
  EXPECT_EQ(size_of(in("2024-03")), 2 * size_of(in("2024-02")) + size_of(in("2024-02")) - 2 * size_of(in("2024-01")))
      << "a short tree tells all";
  const Explanation late = in("2026-12");
  EXPECT_LT(size_of(late), 2000u);
  EXPECT_NE(to_text(late).find("(told above)"), std::string::npos);
  EXPECT_NE(to_json(late).find("told above"), std::string::npos);
}

TEST(Explain, ARankOfAYearSaysWhichGroupCountsAndWhatIsNotOverThatItIsNot) {
  const CheckedRulebook rules = checked_text(rulebook_with("      - {id: a, per: month, points: visits}\n",
                                                           "assessments: {month: {}, year: {}}\n"
                                                           "rankings: [{id: yearly, every: year, by: area, of: total},"
                                                           " {id: monthly, every: month, by: area, of: total}]\n"));
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, Day::parse("2026-02-28"), {{"area", "urban"}});
  builder.add_officer("ann", Day::parse("2026-03-01"), {}, {{"area", "rural"}});
  builder.add_metric("ann", "2026-02-02", "visits", "4");
  builder.set_span({*Day::parse("2026-01-01"), *Day::parse("2026-03-15")});
  ScoreOptions options;
  options.provisional = true;
  const Scores scores = score(compile(rules), builder.finish().value(), options).value();
  const auto told = [&](const char* period) {
    return to_text(explain(scores, " ann", *Period::parse(period, rules.calendar())).value());
  };
  EXPECT_EQ(told("2026").find("(provisional)"), told("2026").find("   ") + 3);
  EXPECT_NE(told("2026").find("yearly rural = 1"), std::string::npos);
  EXPECT_NE(told("2026").find("; By area: a whole period counts where the officer was on the last present day)"),
            std::string::npos);
  EXPECT_NE(told("2026-02").find("monthly urban = 1"), std::string::npos);
  EXPECT_EQ(told("2026-02").find("By area"), std::string::npos);
  EXPECT_EQ(told("2026-02").find("provisional"), std::string::npos);
}

TEST(Explain, WhatIsUnknownIsADiagnostic) {
  const Scores scores = scored_files("worked-example", "2026-02-21..2026-03-22");
  const Calendar& calendar = scores.data().state().rules.calendar();
  const Period march = *Period::parse("2026-03", calendar);
  EXPECT_EQ(explain(scores, "nobody", march).diagnostics()[0].slug, "unknown-officer");
  EXPECT_EQ(explain(scores, "bob", march, "nothing").diagnostics()[0].slug, "unknown-item");
  EXPECT_EQ(explain(scores, "bob", *Period::parse("2026-Q1", calendar)).diagnostics()[0].slug, "grain-not-assessed");
  EXPECT_EQ(explain(scores, "bob", *Period::parse("2026-02", calendar)).diagnostics()[0].slug, "period-not-published");
}

TEST(Explain, WhatMayHaveBeenMeantIsSaidBelow) {
  const Scores scores = scored_files("worked-example", "2026-02-21..2026-03-22");
  const Calendar& calendar = scores.data().state().rules.calendar();
  const Period march = *Period::parse("2026-03", calendar);
  const auto note = [](const Result<Explanation>& refused) {
    const std::vector<Note>& notes = refused.diagnostics().at(0).notes;
    return notes.empty() ? std::string() : message(notes.at(0));
  };
  EXPECT_EQ(note(explain(scores, "Bpb", march)), "nearest: bob");
  EXPECT_EQ(note(explain(scores, "nobody", march)), "");
  EXPECT_EQ(note(explain(scores, "bob", march, "household_visit")), "nearest: household_visits");
  EXPECT_EQ(note(explain(scores, "bob", march, "totals")), "nearest: total");
  // The data are those of 21 February to 22 March, the 22nd of which is in April.
  EXPECT_EQ(note(explain(scores, "bob", *Period::parse("2026-01", calendar))),
            "of this kind there are 2026-03 to 2026-04");
  EXPECT_EQ(note(explain(scores, "bob", *Period::parse("2026-Q1", calendar))), "it has one for each week or month");
}

TEST(ExplainToJson, NestsStepsAndNamesRules) {
  const Scores scores = scored_files("worked-example", "2026-02-21..2026-03-22");
  const Period march = *Period::parse("2026-03", scores.data().state().rules.calendar());
  const std::string json = to_json(explain(scores, "ann", march, "missed_people").value());
  EXPECT_NE(json.find("\"value\": \"8.00 / 10\""), std::string::npos) << json;
  EXPECT_NE(json.find("worked-example.yaml:19\""), std::string::npos) << json;
  EXPECT_NE(json.find("metrics.csv:"), std::string::npos) << json;
}

}  // namespace
}  // namespace cwp
