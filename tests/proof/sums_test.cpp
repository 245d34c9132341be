// Sums over a period: bounds that somebody is at, worked out by hand.

#include <gtest/gtest.h>

#include "proof/everybody.hpp"

namespace cwp {
namespace {

const PartRange* range_of(const Proofs& proofs, std::string_view id, Grain grain) {
  for (const PartRange& range : proofs.ranges)
    if (range.id == id && range.grain == grain) return &range;
  return nullptr;
}

Proofs proofs_of(const std::string& text) {
  return prove(load_and_check(Source("rules.yaml", "cwp: 1\nid: t\n" + text)).value());
}

void expect_most(const Proofs& proofs, std::string_view id, Grain grain, const std::string& points) {
  const PartRange* range = range_of(proofs, id, grain);
  ASSERT_NE(range, nullptr) << id;
  ASSERT_TRUE(range->most.points) << id;
  EXPECT_EQ(range->most.points->to_text(), points) << id << ", bound " << range->most.bound;
  EXPECT_EQ(range->most.verdict, Verdict::proved) << id << ", bound " << range->most.bound;
}

// 31 days of 255 visits: 7905. The loss of one each on 31 days, with 40 to start from: 9.
TEST(Sums, OfDailyFiguresAMonthHasThirtyOneDays) {
  const Proofs proofs = proofs_of(
      "metrics: {visits: {type: u8}, faults: {type: u8, max: 1}}\n"
      "categories:\n  - id: work\n    items:\n      - {id: x, per: month, points: visits, if_missing: zero}\n"
      "      - {id: y, per: month, full: 40, deduct: {of: faults, each: 1}}\nassessments: {month: {}}\n");
  expect_most(proofs, "x", Grain::month, "7905.00");
  const PartRange& x = *range_of(proofs, "x", Grain::month);
  EXPECT_EQ(x.most.officer.every, Grain::day);
  EXPECT_EQ(x.least.verdict, Verdict::proved);
  EXPECT_EQ(range_of(proofs, "y", Grain::month)->least.points->to_text(), "9.00");
}

// A quarter of 92 days has two months of 31.
TEST(Sums, OfAQuarterTheLongestIsScored) {
  const Proofs proofs = proofs_of(
      "metrics: {visits: {type: u8, max: 2}}\ncategories:\n  - id: work\n    items:\n"
      "      - {id: x, per: quarter, points: visits, if_missing: zero}\nassessments: {quarter: {}}\n");
  expect_most(proofs, "x", Grain::quarter, "184.00");
}

// Weeks belong to the month that holds their fourth day: five Thursdays at most. Days of duty are all days for
// somebody.
TEST(Sums, OfWeeksAMonthHasFiveAndOfDaysThirtyOne) {
  const Proofs proofs = proofs_of(
      "metrics: {visits: {type: u16}}\ncategories:\n  - id: work\n    items:\n"
      "      - {id: w, per: week, min: 0, max: 4, roll_up: sum, if_missing: zero, points: visits}\n"
      "      - {id: d, per: day, min: 0, max: 2, roll_up: sum, if_missing: zero, points: visits}\n"
      "assessments: {month: {}}\n");
  expect_most(proofs, "w", Grain::month, "20.00");
  expect_most(proofs, "d", Grain::month, "62.00");
}

// 20 marks by a coefficient of 1.2 are 24; bonuses of 6 and 5 come to 8 together. The year: 90 % of 32, and 7.
TEST(Sums, CapsOfGroupsCoefficientsAndFormulasOfTotalsAreCounted) {
  const Proofs proofs = proofs_of(
      "attributes: {coefficient: {type: number, min: 0.8, max: 1.2, default: 1}}\n"
      "metrics: {a: {type: u8}, b: {type: u8}, review: {per: year, fold: last, range: [0, 100]}}\n"
      "categories: [{id: work, items: [{id: x, per: month, full: 20, points: a}]}]\n"
      "groups: {bonus: {up_to: 8}}\n"
      "adjustments:\n  - {id: one, per: month, gives: 2 * b, up_to: 6, group: bonus}\n"
      "  - {id: two, per: month, gives: b, up_to: 5, group: bonus}\n"
      "assessments:\n  month: {coefficient: coefficient}\n  year: {total: 90% * mean(total per month) + 7% * "
      "review}\n");
  expect_most(proofs, "total", Grain::month, "32.00");
  expect_most(proofs, "total", Grain::year, "35.80");
}

}  // namespace
}  // namespace cwp
