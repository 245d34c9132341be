#include "standing/selection.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

const Value kNamed = Value::of_truth(true), kNotNamed = Value::of_truth(false);

Quota places(std::int64_t count) { return {{count, 0}, false, {}}; }

/// The positions named, counted from 0.
std::string who(const Award& award, const std::vector<AwardCandidate>& candidates) {
  const std::vector<bool> taken = named(award, candidates);
  std::string text;
  for (std::size_t i = 0; i < taken.size(); ++i)
    if (taken[i]) text += std::to_string(i) + " ";
  return text;
}
/// 95 93 93 90.
std::vector<AwardCandidate> four() { return {{1, "", kNamed}, {2, "", kNamed}, {2, "", kNamed}, {4, "", kNamed}}; }

TEST(Named, WithoutTopAndBottomAllRankedWhoseConditionHolds) {
  std::vector<AwardCandidate> candidates = four();
  EXPECT_EQ(who({}, candidates), "0 1 2 3 ");
  candidates[1].when = kNotNamed;
  candidates[2].when = Value::missing(ValueType::boolean);
  EXPECT_EQ(who({}, candidates), "0 3 ");
}

TEST(Named, TheTopAndTheBottom) {
  Award award;
  award.top = places(1);
  EXPECT_EQ(who(award, four()), "0 ");
  award.top = places(2);
  EXPECT_EQ(who(award, four()), "0 ");
  award.quota.edge = QuotaEdge::in;
  EXPECT_EQ(who(award, four()), "0 1 2 ");
  award.top.reset();
  award.bottom = places(1);
  EXPECT_EQ(who(award, four()), "3 ");
  award.bottom = places(2);
  EXPECT_EQ(who(award, four()), "1 2 3 ");
  award.quota.edge = QuotaEdge::out;
  EXPECT_EQ(who(award, four()), "3 ");
}

TEST(Named, NobodyMovesUpForOneWhoseConditionDoesNotHold) {
  Award award;
  award.top = places(1);
  std::vector<AwardCandidate> candidates = four();
  candidates[0].when = kNotNamed;
  EXPECT_EQ(who(award, candidates), "");
}

TEST(Named, EachGroupHasItsOwnTop) {
  Award award;
  award.top = {Decimal{5, 1}, true, {}};  // 50 %
  EXPECT_EQ(who(award, {{1, "a", kNamed}, {3, "b", kNamed}, {2, "a", kNamed}, {4, "b", kNamed}, {5, "b", kNamed}}),
            "0 1 ");
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
