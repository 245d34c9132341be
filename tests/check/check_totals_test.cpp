// What the checker says of adjustments, groups and vetoes, each at its place.

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

/// The problems of a rulebook with a monthly item `each_one`; `more` begins on line 14.
std::string problems_beside(std::string_view more) {
  return problems_of(
      rulebook_with("      - {id: each_one, per: month, points: visits + survey + hours + quota}\n", more));
}

TEST(CheckTotals, SoundOnesPass) {
  EXPECT_EQ(problems_beside("groups: {bonuses: {up_to: 5}}\n"
                            "adjustments: [{id: merit, per: month, gives: visits, up_to: quota, group: bonuses},\n"
                            "              {id: late, per: week, takes: 1, on: work}]\n"
                            "vetoes: [{id: v, per: month, when: merit > 3, on: each_one, set: 0}]\n"
                            "assessments: {month: {roll_up: {late: mean}}}\n"),
            "");
}

TEST(CheckTotals, NamesMustBeKnown) {
  EXPECT_EQ(problems_beside("adjustments: [{id: a, per: month, gives: 1, on: wrk}]\n"), "unknown-category 14:49\n");
  EXPECT_EQ(problems_beside("adjustments: [{id: a, per: month, gives: 1, group: g}]\n"), "unknown-group 14:52\n");
  EXPECT_EQ(problems_beside("assessments: {month: {roll_up: {a: sum}}}\n"), "unknown-adjustment 14:33\n");
  EXPECT_EQ(problems_beside("vetoes: [{id: v, per: month, when: visits > 3, on: wrk, set: 0}]\n"),
            "unknown-veto-target 14:52\n");
}

TEST(CheckTotals, ALongerAssessmentSaysHowAShorterAdjustmentComesIn) {
  EXPECT_EQ(problems_beside("adjustments: [{id: a, per: week, gives: 1}]\nassessments: {month: {}}\n"),
            "roll-up-needed 15:15\n");
  EXPECT_EQ(
      problems_beside("adjustments: [{id: a, per: month, gives: 1}]\nassessments: {month: {roll_up: {a: sum}}}\n"),
      "roll-up-not-shorter 15:33\n");
}

TEST(CheckTotals, CapsAreNotBelowZero) {
  EXPECT_EQ(problems_beside("adjustments: [{id: a, per: month, gives: 1, up_to: -5}]\n"), "cap-negative 14:52\n");
}

TEST(CheckTotals, AVetoActsWhereThereArePoints) {
  EXPECT_EQ(problems_beside("vetoes: [{id: v, per: week, when: visits > 3, on: each_one, set: 0}]\n"
                            "assessments: {month: {}, week: {total: 1}}\n"),
            "veto-target-not-held 14:51\n");
}

}  // namespace
}  // namespace cwp
