// "12 ranked, 20 %: 2; totals 95 93 93 90: out one, in three" (language.md, section 9), and the same from the bottom.

#include "standing/quota.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace cwp {
namespace {

Quota percent(std::string_view share) { return {Decimal::parse(share).value(), true, {}}; }
Quota number(std::int64_t places) { return {{places, 0}, false, {}}; }

std::size_t share_of_12(std::string_view share, QuotaRounding rounding, int at_least = 0) {
  return quota_size(percent(share), {rounding, QuotaEdge::out, at_least}, 12);
}

TEST(QuotaSize, AFifthOfTwelveIsTwoAndTwoFifths) {
  EXPECT_EQ(share_of_12("0.2", QuotaRounding::floor), 2u);
  EXPECT_EQ(share_of_12("0.2", QuotaRounding::half_up), 2u);
  EXPECT_EQ(share_of_12("0.2", QuotaRounding::ceil), 3u);
}

TEST(QuotaSize, AHalfIsRoundedUpAndAWholeStaysWhole) {
  EXPECT_EQ(quota_size(percent("0.25"), {QuotaRounding::half_up}, 10), 3u);  // 2.5
  EXPECT_EQ(quota_size(percent("0.25"), {QuotaRounding::floor}, 10), 2u);
  EXPECT_EQ(quota_size(percent("0.07"), {QuotaRounding::ceil}, 100), 7u);  // in doubles 7.000000000000001
  EXPECT_EQ(quota_size(percent("0.29"), {QuotaRounding::floor}, 100), 29u);
}

TEST(QuotaSize, AShareIsNeverFewerThanAtLeastNorMoreThanAll) {
  EXPECT_EQ(share_of_12("0.05", QuotaRounding::floor), 0u);
  EXPECT_EQ(share_of_12("0.05", QuotaRounding::floor, 1), 1u);
  EXPECT_EQ(share_of_12("0.05", QuotaRounding::floor, 20), 12u);
  EXPECT_EQ(quota_size(percent("0.05"), {QuotaRounding::floor, QuotaEdge::out, 1}, 0), 0u);
}

TEST(QuotaSize, ANumberIsThatManyWhateverAtLeastSays) {
  EXPECT_EQ(quota_size(number(3), {}, 12), 3u);
  EXPECT_EQ(quota_size(number(3), {}, 2), 2u);
  EXPECT_EQ(quota_size(number(0), {QuotaRounding::floor, QuotaEdge::out, 1}, 12), 0u);
}

// 95 93 93 90 from the top, and from the bottom 90 93 93 95.
const std::vector<std::size_t> kTop = {1, 2, 2, 4}, kBottom = {4, 2, 2, 1};

TEST(PlacesTaken, TwoOfFourWithATieAtTheEdge) {
  EXPECT_EQ(places_taken(kTop, 2, QuotaEdge::out), 1u);
  EXPECT_EQ(places_taken(kTop, 2, QuotaEdge::in), 3u);
  EXPECT_EQ(places_taken(kBottom, 2, QuotaEdge::out), 1u);
  EXPECT_EQ(places_taken(kBottom, 2, QuotaEdge::in), 3u);
}

TEST(PlacesTaken, ATieThatDoesNotMeetTheEdgeChangesNothing) {
  EXPECT_EQ(places_taken(kTop, 1, QuotaEdge::out), 1u);
  EXPECT_EQ(places_taken(kTop, 3, QuotaEdge::out), 3u);
  EXPECT_EQ(places_taken(kTop, 3, QuotaEdge::in), 3u);
}

TEST(PlacesTaken, WhereAllTieAllAreOutOrAllAreIn) {
  const std::vector<std::size_t> all = {1, 1, 1};
  EXPECT_EQ(places_taken(all, 2, QuotaEdge::out), 0u);
  EXPECT_EQ(places_taken(all, 2, QuotaEdge::in), 3u);
}

TEST(PlacesTaken, NoPlaceIsNoPlaceAndEnoughPlacesAreForAll) {
  EXPECT_EQ(places_taken(kTop, 0, QuotaEdge::in), 0u);
  EXPECT_EQ(places_taken(kTop, 4, QuotaEdge::out), 4u);
  EXPECT_EQ(places_taken(kTop, 9, QuotaEdge::out), 4u);
  EXPECT_EQ(places_taken({}, 1, QuotaEdge::out), 0u);
}

}  // namespace
}  // namespace cwp
