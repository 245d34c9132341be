#include "standing/selection.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

const Value kYes = Value::of_truth(true), kNo = Value::of_truth(false);

Quota number(std::int64_t places) { return {{places, 0}, false, {}}; }

/// The positions named, counted from 0.
std::string who(const Award& award, const std::vector<AwardCandidate>& candidates) {
  const std::vector<bool> taken = named(award, candidates);
  std::string text;
  for (std::size_t i = 0; i < taken.size(); ++i)
    if (taken[i]) text += std::to_string(i) + " ";
  return text;
}
/// 95 93 93 90.
std::vector<AwardCandidate> four() { return {{1, "", kYes}, {2, "", kYes}, {2, "", kYes}, {4, "", kYes}}; }

TEST(Named, WithoutTopAndBottomAllRankedWhoseConditionHolds) {
  std::vector<AwardCandidate> candidates = four();
  EXPECT_EQ(who({}, candidates), "0 1 2 3 ");
  candidates[1].when = kNo;
  candidates[2].when = Value::missing(ValueType::boolean);
  EXPECT_EQ(who({}, candidates), "0 3 ");
}

TEST(Named, TheTopAndTheBottom) {
  Award award;
  award.top = number(1);
  EXPECT_EQ(who(award, four()), "0 ");
  award.top = number(2);
  EXPECT_EQ(who(award, four()), "0 ");
  award.quota.edge = QuotaEdge::in;
  EXPECT_EQ(who(award, four()), "0 1 2 ");
  award.top.reset();
  award.bottom = number(1);
  EXPECT_EQ(who(award, four()), "3 ");
  award.bottom = number(2);
  EXPECT_EQ(who(award, four()), "1 2 3 ");
  award.quota.edge = QuotaEdge::out;
  EXPECT_EQ(who(award, four()), "3 ");
}

TEST(Named, NobodyMovesUpForOneWhoseConditionDoesNotHold) {
  Award award;
  award.top = number(1);
  std::vector<AwardCandidate> candidates = four();
  candidates[0].when = kNo;
  EXPECT_EQ(who(award, candidates), "");
}

TEST(Named, EachGroupHasItsOwnTop) {
  Award award;
  award.top = {Decimal{5, 1}, true, {}};  // 50 %
  EXPECT_EQ(who(award, {{1, "a", kYes}, {3, "b", kYes}, {2, "a", kYes}, {4, "b", kYes}, {5, "b", kYes}}), "0 1 ");
}

TEST(InARow, CountsBackFromTheLastPeriod) {
  using enum Turn;
  EXPECT_TRUE(in_a_row(std::vector{not_named, Turn::named, Turn::named}, 2));
  EXPECT_FALSE(in_a_row(std::vector{Turn::named, not_named, Turn::named}, 2));
  EXPECT_FALSE(in_a_row(std::vector{Turn::named, Turn::named, not_named}, 2));
  EXPECT_TRUE(in_a_row(std::vector{Turn::named}, 1));
}

TEST(InARow, PeriodsOfAbsenceArePassedOverAndTheStartOfTheDataIsAnEnd) {
  using enum Turn;
  EXPECT_TRUE(in_a_row(std::vector{Turn::named, passed_over, passed_over, Turn::named}, 2));
  EXPECT_FALSE(in_a_row(std::vector{not_named, passed_over, Turn::named}, 2));
  EXPECT_FALSE(in_a_row(std::vector{passed_over, Turn::named}, 2));
  EXPECT_FALSE(in_a_row(std::vector<Turn>{}, 1));
}

}  // namespace
}  // namespace cwp
