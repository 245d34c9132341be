// What the checker says of facts, metrics about attributes, and when attributes hold.

#include <gtest/gtest.h>

#include "check/checked_state.hpp"
#include "checked_text.hpp"

namespace cwp {
namespace {

/// A rulebook in which line 6 is the given metric, and `m` is counted; the table of facts is used anyhow.
std::string book(std::string_view metric, std::string_view more = "") {
  return "cwp: 1\nid: facts\n"
         "events: {lateness: {columns: {minutes: number, kind: [shift, court], known: bool, signed_for: text}}}\n"
         "attributes: {station: {type: text}, rank_no: {type: number}}\n"
         "metrics:\n  m: " +
         std::string(metric) +
         "\n  visits: {}\n  known_days: {from: lateness, days: known}\n"
         "parameters: {grace: 5}\n"
         "categories:\n  - {id: c, items: [{id: i, per: month, points: m + visits + known_days + grace}]}\n" +
         std::string(more);
}

const Scorecard& card_of(const CheckedRulebook& rules) { return rules.state().scorecard; }

TEST(MakeInputs, AFormulaOverFactsKnowsColumnsParametersAndAttributes) {
  const CheckedRulebook rules =
      checked_text(book("{from: lateness, sum: \"if(kind = 'court', 2, 1) * max(minutes - grace, 0) * rank_no\"}"));
  const ScoreDerived& derived = *card_of(rules).derived.at(0);
  EXPECT_EQ(derived.table, 0u);
  EXPECT_EQ(derived.formula->type, ValueType::number);
  EXPECT_EQ(derived.formula->place, Grain::day);
  EXPECT_FALSE(derived.officer_column);
  EXPECT_FALSE(card_of(rules).derived.at(1));
}

TEST(MakeInputs, AColumnHidesWhateverElseHasItsName) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: facts\nevents: {t: {columns: {visits: bool}}}\n"
      "metrics: {m: {from: t, count: visits}, visits: {}}\n"
      "categories: [{id: c, items: [{id: i, per: month, points: m + visits}]}]\n");
  EXPECT_EQ(card_of(rules).derived.at(0)->formula->kind, TermKind::column);
}

TEST(MakeInputs, TheColumnOfTheOfficerIsFound) {
  const CheckedRulebook rules = checked_text(book("{from: lateness, count: known, officer: signed_for}"));
  EXPECT_EQ(card_of(rules).derived.at(0)->officer_column, 3u);
  EXPECT_EQ(problems_of(book("{from: lateness, count: known, officer: sgned_for}")), "unknown-column 6:46\n");
  EXPECT_EQ(problems_of(book("{from: lateness, count: known, officer: known}")), "officer-column-not-text 6:46\n");
}

TEST(MakeInputs, UnknownNamesComeWithTheNearest) {
  const auto hint_for = [](std::string_view metric) {
    const auto result = load_and_check(Source("r.yaml", book(metric)));
    return result.diagnostics().empty() ? "" : hint(result.diagnostics()[0]);
  };
  EXPECT_EQ(hint_for("{from: latenes, count: known}"), "did you mean 'lateness'?");
  EXPECT_EQ(hint_for("{from: lateness, count: minuts > 30}"), "did you mean 'minutes'?");
  EXPECT_EQ(hint_for("{from: lateness, count: minutes > grase}"), "did you mean 'grace'?");
  EXPECT_EQ(hint_for("{about: staton}"), "did you mean 'station'?");
  EXPECT_EQ(problems_of(book("{from: latenes, count: known}")), "unknown-table 6:13\n");
  EXPECT_EQ(problems_of(book("{from: lateness, count: minuts > 30}")), "unknown-column 6:30\n");
  EXPECT_EQ(problems_of(book("{about: staton}")), "unknown-attribute 6:14\n");
}

TEST(MakeInputs, NothingThatIsNoFactOfTheTable) {
  EXPECT_EQ(problems_of(book("{from: lateness, count: minutes > visits}")), "not-of-a-fact 6:40\n");
  EXPECT_EQ(problems_of(book("{from: lateness, count: minutes > i}")), "not-of-a-fact 6:40\n");
  EXPECT_EQ(problems_of(book("{from: lateness, count: duty_days > 1}")), "not-of-a-fact 6:30\n");
  EXPECT_EQ(problems_of(book("{from: lateness, count: 'minutes[-1 day] > 1'}")), "not-of-a-fact 6:31\n");
  EXPECT_EQ(problems_of(book("{from: lateness, sum: sum(minutes)}")), "not-of-a-fact 6:28\n");
  EXPECT_EQ(problems_of(book("{from: lateness, sum: mean(minutes by station)}")), "not-of-a-fact 6:28\n");
}

TEST(MakeInputs, CountAndDaysAskSumAndMaxReckon) {
  EXPECT_EQ(problems_of(book("{from: lateness, count: minutes}")), "wrong-type 6:30\n");
  EXPECT_EQ(problems_of(book("{from: lateness, days: minutes}")), "wrong-type 6:29\n");
  EXPECT_EQ(problems_of(book("{from: lateness, sum: kind}")), "wrong-type 6:28\n");
  EXPECT_EQ(problems_of(book("{from: lateness, sum: known}")), "");
  EXPECT_EQ(problems_of(book("{from: lateness, max: signed_for}")), "wrong-type 6:28\n");
}

TEST(MakeInputs, AColumnComparedWithAWordThatItCannotHave) {
  EXPECT_EQ(problems_of(book("{from: lateness, count: kind = 'curt'}")), "unknown-option 6:37\n");
  EXPECT_EQ(problems_of(book("{from: lateness, count: kind = 'court'}")), "");
}

TEST(MakeInputs, AMetricAboutAnAttribute) {
  const CheckedRulebook rules = checked_text(book("{about: station}"));
  EXPECT_EQ(card_of(rules).about.at(0), 0u);
  EXPECT_EQ(card_of(rules).about.at(1), std::nullopt);
}

TEST(MakeInputs, AnAttributeHoldsWhereItSaysOrTheRulebookSays) {
  std::string text = book("{}", "attributes_at: start\n");
  text.replace(text.find("rank_no: {type: number}"), 23, "rank_no: {type: number, attributes_at: most}");
  const CheckedRulebook rules = checked_text(text);
  EXPECT_EQ(card_of(rules).attributes_at, (std::vector{AttributesAt::start, AttributesAt::most}));
}

}  // namespace
}  // namespace cwp
