#include "sample/trial.hpp"

#include <gtest/gtest.h>

#include "check/checked_state.hpp"
#include "checked_text.hpp"
#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

/// The points of a monthly item `points: …` when a day has 2 visits, the survey says 80 and a day has half an hour.
std::string tried(const std::string& points) {
  const CheckedRulebook rules =
      checked_text(rulebook_with("      - {id: x, per: month, full: 50, points: \"" + points + "\"}\n"));
  const Scorecard& card = rules.state().scorecard;
  TrialFigures figures;
  figures.own = {Rational(2), Rational(80), Rational(1, 2)};
  figures.usual = {Rational(1), Rational(60), Rational(1, 2)};
  figures.day = *Day::from_date(2026, 3, 16);
  return to_text(trial_value(*card.items[0].points, card, figures));
}

TEST(Trial, AMonthHasTwentyOneWorkdaysAndFourWeeks) {
  EXPECT_EQ(tried("visits"), "42");
  EXPECT_EQ(tried("max(visits per week)"), "10");
  EXPECT_EQ(tried("sum(min(visits, 9) per week)"), "36");
  EXPECT_EQ(tried("mean(visits per day)"), "2");
  EXPECT_EQ(tried("count(visits > 1 per day)"), "21");
  EXPECT_EQ(tried("work_days"), "21");
}

TEST(Trial, WhatDoesNotAddUpStaysAsItIs) {
  EXPECT_EQ(tried("survey"), "80");
  EXPECT_EQ(tried("survey[-1]"), "80");
}

TEST(Trial, ParametersAndAttributesHaveTheirUsualValue) {
  EXPECT_EQ(tried("quota"), "5");
  EXPECT_EQ(tried("if(area = 'urban', 1, 2)"), "1");
  EXPECT_EQ(tried("lookup(area, 'rural' -> 4)"), "4");
}

TEST(Trial, PeersAreAsUsual) {
  EXPECT_EQ(tried("max(survey by area)"), "60");
  EXPECT_EQ(tried("rank(survey by area)"), "1");
}

TEST(Trial, PeriodsOfPeriods) {
  EXPECT_EQ(usual_periods(Grain::week, Grain::day), 5);
  EXPECT_EQ(usual_periods(Grain::year, Grain::quarter), 4);
  EXPECT_EQ(usual_periods(Grain::quarter, Grain::week), 13);
  EXPECT_EQ(usual_periods(Grain::day, Grain::month), 1);
}

TEST(Trial, MentionsLooksIntoEveryPart) {
  const CheckedRulebook rules =
      checked_text(rulebook_with("      - {id: x, per: month, points: \"if(survey > 3, sum(hours per week), 0)\"}\n"));
  const Term& points = *rules.state().scorecard.items[0].points;
  EXPECT_FALSE(mentions(points, 0));
  EXPECT_TRUE(mentions(points, 1));
  EXPECT_TRUE(mentions(points, 2));
}

}  // namespace
}  // namespace cwp
