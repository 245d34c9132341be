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

TEST(Doubts, OtherwiseIsReachedWhereTheCasesLeaveAnAllowedValue) {
  const auto cases = [](const std::string& list, const std::string& form = "cases") {
    return doubts_about("      - {id: x, per: month, " + form + ": [" + list + "]}\n");
  };
  EXPECT_EQ(cases("{when: rate >= 90, points: 3}, {when: rate < 90, points: 2}, {otherwise: 1}"),
            "otherwise-never-reached 15:110\n");
  EXPECT_EQ(cases("{when: rate >= 90, points: 3}, {when: rate >= 0, points: 2}, {otherwise: 1}"),
            "otherwise-never-reached 15:110\n")
      << "no rate is below 0";
  EXPECT_EQ(cases("{when: rate >= 90, points: 3}, {when: rate < 90, points: 2}, {otherwise: 1}", "highest"),
            "otherwise-never-reached 15:112\n");
  EXPECT_EQ(cases("{when: marks >= 90, points: 3}, {when: marks <= 89, points: 2}, {otherwise: 1}"),
            "otherwise-never-reached 15:113\n")
      << "marks are whole";
  EXPECT_EQ(cases("{when: rate >= 90, points: 3}, {when: rate > 0, points: 2}, {otherwise: 1}"), "") << "0 is left";
  EXPECT_EQ(cases("{when: rate >= 90, points: 3}, {when: rate >= 60, points: 2}, {otherwise: 1}"), "");
  EXPECT_EQ(cases("{when: rate >= 90, points: 3}, {when: rate < 90, points: 2}"), "") << "there is none";
  EXPECT_EQ(cases("{when: rate >= 90, points: 3}, {when: visits < 90, points: 2}, {otherwise: 1}"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: \"if(rate >= 90, 3, if(rate < 90, 2, 1))\"}\n"), "")
      << "a formula must have it";
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

TEST(Doubts, ATitleThatSaysAnAverageIsTrueOfOne) {
  const auto titled = [](const std::string& title, const std::string& keys) {
    return doubts_about("      - {id: x, title: " + title + ", per: month, full: 5, " + keys + "}\n");
  };
  EXPECT_EQ(titled("日均走访", "target: {of: visits, at: 5}"), "fold-first 15:64\n");
  EXPECT_EQ(titled("Daily average", "points: \"ratio(mediated, disputes, 1)\""), "fold-first 15:75\n");
  EXPECT_EQ(titled("日均走访", "target: {of: mean(visits per day), at: 5}"), "");
  EXPECT_EQ(titled("日均走访", "target: {of: visits / work_days, at: 5}"), "");
  EXPECT_EQ(titled("日均走访", "target: {of: visits, at: 5 * work_days, better: more}"), "");
  EXPECT_EQ(titled("日均走访", "points: visits / 30"), "");
  EXPECT_EQ(titled("月均走访", "target: {of: visits, at: 5}"), "") << "a month is scored";
  EXPECT_EQ(titled("月均分", "target: {of: rate, at: 90}"), "");
  EXPECT_EQ(titled("每日均需走访", "target: {of: visits, at: 5}"), "") << "each day";
  EXPECT_EQ(titled("走访", "target: {of: visits, at: 5}"), "");
  EXPECT_EQ(titled("走访", "points: \"ratio(mediated, disputes, 1)\""), "") << "nobody said an average";
}

TEST(Doubts, OtherSumsThanOfWeightsAreLeftAlone) {
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: 40% * visits + 35% * disputes + 25% * mediated}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: 2.5% * visits + 3% * disputes}\n"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: 90% * visits + disputes}\n"), "");
}

TEST(Doubts, BandsThatAreReachedAtTheirEdgeAndThoseOfOtherTablesAreLeftAlone) {
  const auto bands = [](const std::string& keys) {
    return doubts_about("      - {id: x, per: month, full: 5, bands: {of: rate, " + keys + "}}\n");
  };
  EXPECT_EQ(bands("table: [[0, 1], [100, 5]]"), "");
  EXPECT_EQ(bands("edge: above, table: [[0, 1], [100, 5]]"), "full-out-of-reach 15:35\nband-never-reached 15:86\n");
  EXPECT_EQ(bands("table: [[-5, 2], [0, 1], [50, 5]]"), "band-never-reached 15:65\n");
  EXPECT_EQ(bands("table: [[50, 1], [quota + 90, 5]]"), "");
  EXPECT_EQ(doubts_about("      - {id: x, per: month, full: 5, prorate: duty, bands: {of: rate, table: [[0, 1], [150, "
                         "5]]}}\n"),
            "")
      << "fewer days, lower edges";
}

TEST(Doubts, MoreOfTheBadThatCostsAndWhatIsNotSaidToBeGoodOrBad) {
  const auto slipping = [](const std::string& item, const std::string& more = "") {
    return problems_of(
        "cwp: 1\nid: t\nmetrics:\n  slips: {type: u8, better: less}\n  deeds: {type: u8, better: more}\ncategories:\n"
        "  - id: k\n    items:\n      - {id: x, per: month, full: 10, " +
        item + "}\n      - {id: y, per: month, full: 10, deduct: {of: slips, each: 1}}\n" +
        "      - {id: z, per: month, full: 10, award: {of: deeds, each: 1}}\n" + more + "assessments: {month: {}}\n");
  };
  EXPECT_EQ(slipping("target: {of: slips, at: 0, zero_at: 5}"), "");
  EXPECT_EQ(slipping("target: {of: slips, at: 5}"), "worse-earns 9:52\n");
  EXPECT_EQ(slipping("bands: {of: slips, table: [[0, 10], [2, 5], [5, 0]]}"), "");
  EXPECT_EQ(slipping("points: deeds - slips"), "");
  EXPECT_EQ(slipping("points: \"ratio(slips, deeds, 0)\""), "worse-earns 9:54\n") << "of the deeds nothing is known";
  EXPECT_EQ(slipping("points: abs(slips - 3)"), "") << "neither rises nor falls";
  EXPECT_EQ(slipping("points: 'slips[-1] - slips'"), "") << "against the month before";
  const std::string pays = "adjustments:\n  - {id: a, per: month, gives: slips, up_to: 5}\n";
  EXPECT_EQ(slipping("points: deeds", pays), "worse-earns 13:32\n");
  EXPECT_EQ(slipping("points: deeds", "adjustments:\n  - {id: a, per: month, takes: slips, up_to: 5}\n"), "");
  EXPECT_EQ(slipping("points: deeds", "adjustments:\n  - {id: a, per: month, takes: deeds, up_to: 5}\n"),
            "better-costs 13:32\n");
}

TEST(Doubts, ATotalThatCanBeReachedOrHasNoEndIsLeftAlone) {
  const auto eligible = [](const std::string& item, const std::string& assessment) {
    return problems_of("cwp: 1\nid: t\nmetrics: {a: {}}\ncategories:\n  - {id: k, items: [{id: x, per: month, " + item +
                       "}]}\nassessments: {month: {" + assessment +
                       "}}\nrankings: [{id: r, every: month, of: total, eligible: total >= 60}]\n");
  };
  EXPECT_EQ(eligible("full: 50, points: a", ""), "total-out-of-reach 7:64\n");
  EXPECT_EQ(eligible("full: 60, points: a", ""), "");
  EXPECT_EQ(eligible("full: 50, points: a", "scale: 100"), "");
  EXPECT_EQ(eligible("full: 50, points: a", "coefficient: 1.2"), "");
  EXPECT_EQ(eligible("points: a", ""), "");
  EXPECT_EQ(eligible("full: 50, max: none, points: a", ""), "");
}

TEST(Doubts, WhoHasSaidWhatTheFirstPeriodHasIsNotAsked) {
  const auto back = [](const std::string& keys) {
    return doubts_about("      - {id: x, per: month, full: 5, " + keys + "}\n");
  };
  EXPECT_EQ(back("points: 'total[-1] / 2'"), "first-period-missing 15:47\n");
  EXPECT_EQ(back("if_missing: zero, points: 'total[-1] / 2'"), "");
  EXPECT_EQ(back("points: \"first_of(total[-1], 5)\""), "");
  EXPECT_EQ(back("points: \"if(is_missing(k[-1]), 5, k[-1])\""), "");
  EXPECT_EQ(back("points: 'mean(total per month over last 3)[-1]'"), "first-period-missing 15:47\n");
  EXPECT_EQ(back("points: 'rate[-1] / 20'"), "") << "figures may go back further than the rulebook";
}

TEST(Doubts, WhatIsAskedForTwiceAtEachLevelIsWorkedOutOnce) {
  std::string deep = "visits", chain = "adjustments:\n  - {id: a0, per: month, gives: visits, up_to: 5}\n";
  for (int i = 1; i < 90; ++i) deep = "abs(" + deep + ")";
  for (int i = 1; i < 90; ++i) {
    const std::string last = "a" + std::to_string(i - 1);
    chain += "  - {id: a" + std::to_string(i) + ", per: month, gives: " + last + " + " + last + ", up_to: 5}\n";
  }
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: " + deep + "}\n", chain + "assessments: {month: {}}\n"),
            "");
}

TEST(Doubts, AMistakeInAFormulaIsTheOnlyThingToldOfIt) {
  EXPECT_EQ(doubts_about("      - {id: x, per: month, points: visist / 2}\n"), "unknown-name 15:37\n");
}

}  // namespace
}  // namespace cwp
