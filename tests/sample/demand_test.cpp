#include "sample/demand.hpp"

#include <gtest/gtest.h>

#include "check/checked_state.hpp"
#include "checked_text.hpp"

namespace cwp {
namespace {

std::string text(const std::optional<Demand>& demand) {
  if (!demand) return "nothing";
  return demand->zero.to_text() + ".." + demand->full.to_text() + (demand->less ? " less" : " more") +
         (demand->open ? " open" : "");
}

TrialFigures ones(const Rulebook& rulebook) {
  TrialFigures figures;
  figures.own.assign(rulebook.metrics.size(), Rational(1));
  figures.usual = figures.own;
  figures.day = *Day::from_date(2026, 3, 16);
  return figures;
}

/// What an item asks of metric 0, `visits` (whole numbers a day), or another.
std::string asked(const std::string& item, std::uint32_t metric = 0) {
  const CheckedRulebook rules = checked_text(rulebook_with("      - {id: x, " + item + "}\n"));
  return text(demand_on(metric, rules.state().scorecard, {}, ones(rules.rulebook())));
}

TEST(Demand, OfATarget) {
  EXPECT_EQ(asked("per: day, full: 20, target: {of: visits, at: 20, zero_at: 10}"), "10..20 more");
}

TEST(Demand, AWeekAsksAFifthOfEachDay) {
  EXPECT_EQ(asked("per: week, full: 15, bands: {of: visits, table: [[0, 0], [5, 8], [10, 15]]}"), "0.8..2 more");
}

TEST(Demand, ParametersCount) {
  EXPECT_EQ(asked("per: day, full: 5, target: {of: visits, at: quota, better: more}"), "0..5 more");
}

TEST(Demand, OfLosses) {
  EXPECT_EQ(asked("per: day, full: 10, deduct: {of: visits, each: 2}"), "5..0 less open");
  EXPECT_EQ(asked("per: day, full: 10, target: {of: visits, at: 2, zero_at: 8}"), "8..2 less");
}

TEST(Demand, OfAFormula) { EXPECT_EQ(asked("per: day, full: 10, points: 5 * visits"), "0..2 more"); }

TEST(Demand, PointsWithoutEndAreTakenToEndEarly) {
  EXPECT_EQ(asked("per: day, points: 2 * visits"), "0..5 more open");
  // 94 is the last step of the ladder below 100; from there on it is three times as far.
  EXPECT_EQ(asked("per: day, points: \"max(visits - 100, 0)\""), "94..282 more open");
}

TEST(Demand, OfCases) {
  EXPECT_EQ(asked("per: month, full: 9, cases: [{when: survey >= 9, points: 9}, {when: survey >= 6, points: 4}, "
                  "{otherwise: 0}]",
                  1),
            "5..9 more");
}

TEST(Demand, AnItemThatOthersUseUpIsTriedWithoutThem) {
  EXPECT_EQ(asked("per: day, full: 2, points: visits + 100 * hours"), "0..2 more");
}

TEST(Demand, ThereIsNoneWhereNothingMoves) {
  EXPECT_EQ(asked("per: day, full: 10, points: 5 * visits", 2), "nothing");
  EXPECT_EQ(asked("per: day, full: 10, points: 0 * visits"), "nothing");
}

TEST(RatePairs, ArePartAndWholeOnceAndNeverInACircle) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: t\nmetrics: {a: {}, b: {}, c: {}, m: {per: month}}\n"
      "categories:\n  - id: k\n    items:\n"
      "      - {id: x, per: month, full: 9, target: {of: \"ratio(a, b, 1)\", at: 90%, zero_at: 50%}}\n"
      "      - {id: y, per: month, full: 9, points: \"b / c + ratio(c, a, 0) + 0 * ratio(a, m, 1)\"}\n");
  const Scorecard& card = rules.state().scorecard;
  const std::vector<RatePair> pairs = rate_pairs(card);
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].part, 0u);
  EXPECT_EQ(pairs[0].whole, 1u);
  EXPECT_EQ(pairs[1].part, 1u);
  EXPECT_EQ(pairs[1].whole, 2u);
  EXPECT_EQ(text(demand_on_share(pairs[0], card, ones(rules.rulebook()))), "0.52..0.88 more");
  // Fewer of the whole make a better rate, but nobody asks for that.
  EXPECT_NE(text(demand_on(1, card, {}, ones(rules.rulebook()))), "nothing");
  EXPECT_EQ(text(demand_on(1, card, pairs, ones(rules.rulebook()))), "nothing");
}

TEST(SideUse, OfBonusesPenaltiesAndVetoes) {
  const CheckedRulebook rules = checked_text(rulebook_with(
      "      - {id: x, per: month, full: 9, points: survey}\n",
      "adjustments:\n  - {id: p, per: month, takes: 2 * visits}\n  - {id: g, per: month, gives: hours}\n"));
  const Scorecard& card = rules.state().scorecard;
  EXPECT_EQ(side_use(0, card), SideUse::penalty);
  EXPECT_EQ(side_use(1, card), SideUse::none);
  EXPECT_EQ(side_use(2, card), SideUse::bonus);
}

}  // namespace
}  // namespace cwp
