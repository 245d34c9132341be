// Grades and awards with their reasons, as they are read, and against the tables of the score.

#include <gtest/gtest.h>

#include "explain/rewarded.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

TEST(ExplainedRewards, ReadWellInBothLanguages) {
  EXPECT_EQ(approved_difference("explain/rewards.txt", told_rewards(Language::en)), "");
  EXPECT_EQ(approved_difference("explain/rewards_zh.txt", told_rewards(Language::zh)), "");
}

TEST(ExplainedRewards, StandInTheJsonAsWell) {
  EXPECT_EQ(approved_difference("explain/rewards.json", to_json(reward_of(rewarded(), "bob"))), "");
}

// Who is named has no reason against it, who is not has one: what is told is worked out anew from ranks and notes.
TEST(ExplainedRewards, AreTheGradesAndAwardsOfTheScore) {
  const Scores scores = rewarded();
  for (const RankedOfficer& ranked : scores.ranking("best")->rows) {
    const std::string officer(scores.data().officer_key(ranked.officer));
    const Values told = values_of(reward_of(scores, officer.c_str()));
    for (const GradedOfficer& row : scores.grades()[0].rows) {
      if (row.officer != ranked.officer) continue;
      EXPECT_EQ(told.at("mark").substr(0, told.at("mark").find(':')), row.grade.empty() ? "no grade" : row.grade);
    }
    for (const AwardTable& table : scores.awards()) {
      const bool named = std::any_of(table.rows.begin(), table.rows.end(),
                                     [&](const AwardedOfficer& row) { return row.officer == ranked.officer; });
      EXPECT_EQ(told.at(table.id).starts_with("named"), named) << officer << " " << table.id;
    }
  }
}

}  // namespace
}  // namespace cwp
