// What looks like a mistake and is none: nothing is doubted. The mistakes themselves stand in tests/mistakes/.

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

/// The problems of a rulebook with these items (lines of a list), and more behind them.
std::string doubts_about(const std::string& items, const std::string& more = "assessments: {month: {}}\n") {
  return problems_of(
      "cwp: 1\nid: t\nparameters: {quota: 5}\nattributes: {area: {one_of: [urban, rural]}, station: {}}\nmetrics:\n"
      "  visits: {type: u16}\n  disputes: {type: u16}\n  mediated: {type: u16}\n  rate: {per: month, fold: last, "
      "range: "
      "[0, 100]}\n  marks: {per: month, fold: last, range: [0, 100], decimals: 0}\ncategories:\n  - id: k\n    items:\n"
      "      - {id: rest, per: month, points: visits + disputes + mediated + rate + marks + quota}\n" +
      items + more);
}

TEST(Doubts, ADivisionIsSafeBehindAQuestionAboutItsDivisor) {
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: \"if(disputes > 0, mediated / disputes, 1)\"}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: \"first_of(mediated / disputes, 1)\"}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: mediated / (disputes + 1)}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, if_missing: zero, points: mediated / disputes}\n"), "");
}

TEST(Doubts, CasesThatFollowOneAnotherLeaveNoGap) {
  const auto cases = [](const std::string& list) {
    return doubts_about("      - {id: x, per: month, cases: [" + list + "]}\n");
  };
  EXPECT_EQ(cases("{when: rate >= 95, points: 3}, {when: rate >= 90, points: 2}, {when: rate >= 60, points: 1}"), "");
  EXPECT_EQ(cases("{when: rate < 60, points: 0}, {when: rate < 90, points: 1}, {when: rate >= 90, points: 2}"), "");
  EXPECT_EQ(
      cases("{when: 90 <= rate < 95, points: 2}, {when: 60 <= rate < 90, points: 1}, {when: rate >= 95, points: 3}"),
      "");
  EXPECT_EQ(cases("{when: marks >= 95, points: 3}, {when: 90 <= marks <= 94, points: 2}"), "")
      << "between whole marks there is nothing";
  EXPECT_EQ(cases("{when: rate >= 95, points: 3}, {when: visits > 5, points: 2}"), "") << "two figures";
  EXPECT_EQ(cases("{when: rate >= 95 and area = 'rural', points: 3}, {when: rate >= 95, points: 2}"), "");
}

TEST(Doubts, ARateMayBeHeldAgainstPercentsAndAFigureOfHundredAgainstPoints) {
  EXPECT_EQ(
      doubts_about("      - {id: x, per: month, full: 5, target: {of: \"ratio(mediated, disputes, 1)\", at: 150%}}\n"),
      "");
  EXPECT_EQ(doubts_about(
                "      - {id: x, per: month, full: 5, target: {of: \"100 * ratio(mediated, disputes, 1)\", at: 95}}\n"),
            "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, full: 5, target: {of: rate, at: 95, zero_at: 60}}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: \"if(rate / 100 >= 0.95, 5, 0)\"}\n"), "");
}

TEST(Doubts, WhatPeersDidIsNotCountedTwice) {
  EXPECT_EQ(doubts_about("  - id: own\n    items: [{id: x, per: month, points: visits}]\n"
                         "  - id: team\n    items: [{id: y, per: month, points: sum(visits by station)}]\n"),
            "");
}

TEST(Doubts, AFigureAgainstThatOfThePeersIsAnotherFact) {
  EXPECT_EQ(doubts_about(
                "  - id: own\n    items: [{id: x, per: month, points: visits}]\n"
                "  - id: compared\n    items: [{id: y, per: month, points: \"if(visits > mean(visits by station), 5, "
                "0)\"}]\n"),
            "");
}

TEST(Doubts, AnAverageOfAllDaysRisesWithWork) {
  EXPECT_EQ(doubts_about(
                "", "adjustments: [{id: merit, per: month, gives: mean(visits per day)}]\nassessments: {month: {}}\n"),
            "");
}

TEST(Doubts, AWholeShareOfASmallGroupIsSomebody) {
  const auto grades = [](const std::string& level) {
    return doubts_about("",
                        "assessments: {month: {}}\nrankings: [{id: r, every: month, by: station, of: total}]\n"
                        "grades: [{id: g, ranking: r, levels: [{id: a, " +
                            level + "}, {id: b}]}]\n");
  };
  EXPECT_EQ(grades("at_most: 20%"), "");
  EXPECT_EQ(grades("at_most: 1"), "");
  EXPECT_EQ(grades("at_most: 10%, quota_rounding: ceil"), "");
  EXPECT_EQ(grades("at_most: 10%, at_least: 1"), "");
}

TEST(Doubts, OtherSumsThanOfWeightsAreLeftAlone) {
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: 40% * visits + 35% * disputes + 25% * mediated}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: 2.5% * visits + 3% * disputes}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: 90% * visits + disputes}\n"), "");
}

TEST(Doubts, AMistakeInAFormulaIsTheOnlyThingToldOfIt) {
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: visist / 2}\n"), "unknown-name 15:37\n");
}

}  // namespace
}  // namespace cwp
