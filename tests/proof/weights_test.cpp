// What earns twice, against brute force; and what share of all full marks a category has, by hand.

#include <gtest/gtest.h>

#include "proof/everybody.hpp"

namespace cwp {
namespace {

/// Two of everybody differ in the one metric alone, and the second has more in two of these.
bool earns_twice(const Everybody& all, const std::vector<std::string>& ids, bool first_metric) {
  for (const auto& [figures, total] : all.points.at("total"))
    for (int other = 0; other <= 4; ++other) {
      auto changed = figures;
      (first_metric ? changed.first : changed.second) = other;
      std::size_t gains = 0;
      for (const std::string& id : ids) gains += all.points.at(id).at(figures) < all.points.at(id).at(changed);
      if (gains >= 2) return true;
    }
  return false;
}

struct WithEarners {
  std::string items;  ///< x and y
  std::string more;   ///< behind them
  std::vector<std::string> ids;
};
const std::string kMonth = "assessments: {month: {}}\n";
const WithEarners kWithEarners[] = {
    {"{id: x, per: month, full: 4, points: a}", "{id: y, per: month, full: 4, points: 'min(a, b)'}", {"x", "y"}},
    {"{id: x, per: month, full: 4, points: a}", "{id: y, per: month, full: 4, points: 4 - a}", {"x", "y"}},
    {"{id: x, per: month, full: 4, points: a}", "{id: y, per: month, full: 4, points: 'if(a = 2, b, 4)'}", {"x", "y"}},
    {"{id: x, per: month, full: 4, points: a + b}", "{id: y, per: month, full: 4, points: 4 - b}", {"x", "y"}},
    {"{id: x, per: month, full: 4, deduct: {of: a, each: 1}}",
     "{id: y, per: month, full: 8, deduct: {of: a, each: 2}}",
     {"x", "y"}},
};

TEST(Earnings, AMetricEarnsOnceJustWhereNobodyGainsTwiceByIt) {
  std::size_t once = 0, twice = 0;
  for (const WithEarners& with : kWithEarners) {
    const CheckedRulebook rules = small_rules(
        "      - " + with.items + "\n      - " + with.more + "\n", kMonth,
        "  a: {per: month, fold: last, type: u8, max: 4}\n  b: {per: month, fold: last, type: u8, max: 4}\n");
    SCOPED_TRACE(with.items + with.more);
    const Everybody all = everybody(rules);
    const Proofs proofs = prove(rules);
    for (const bool first : {true, false}) {
      const Claim* claim = claim_of(proofs, "claim-earns-once", {first ? "a" : "b"});
      if (claim == nullptr) continue;
      const bool real = earns_twice(all, with.ids, first);
      EXPECT_EQ(to_text(claim->verdict), to_text(real ? Verdict::refuted : Verdict::proved)) << first;
      (real ? twice : once) += 1;
      if (claim->verdict != Verdict::refuted) continue;
      const auto less = figures_of(claim->examples[0]), more = figures_of(claim->examples[1]);
      EXPECT_EQ(first ? less.second : less.first, first ? more.second : more.first) << "they differ in one alone";
      std::size_t gains = 0;
      for (const std::string& id : with.ids) gains += all.points.at(id).at(less) < all.points.at(id).at(more);
      EXPECT_EQ(gains, 2U);
    }
  }
  EXPECT_GE(once, 1U);
  EXPECT_GE(twice, 3U);
}

TEST(Earnings, ABonusOnTopOfAnItemEarnsTwice) {
  const CheckedRulebook rules =
      small_rules("      - {id: x, per: month, full: 4, points: a}\n",
                  "adjustments: [{id: z, per: month, gives: 2 * a}, {id: w, per: month, takes: b}]\n" + kMonth);
  const Proofs proofs = prove(rules);
  const Claim* claim = claim_of(proofs, "claim-earns-once", {"a"});
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->verdict, Verdict::refuted);
  EXPECT_TRUE(earns_twice(everybody(rules), {"x", "z"}, true));
  EXPECT_EQ(claim_of(proofs, "claim-earns-once", {"b"}), nullptr);
}

// A lateness of 30 minutes is late; one of more is leaving the post: never both. Whoever is late at all is both.
TEST(Earnings, FactsOfOneTableEarnOnceWhereNoneIsInTwoMetrics) {
  const auto rules = [](const std::string& second) {
    return load_and_check(Source("rules.yaml",
                                 "cwp: 1\nid: t\nevents: {lateness: {columns: {minutes: number}}}\nmetrics:\n"
                                 "  late: {from: lateness, count: minutes <= 30}\n  left: {from: lateness, count: " +
                                     second +
                                     "}\ncategories:\n  - id: work\n    items:\n"
                                     "      - {id: x, per: month, full: 4, deduct: {of: late, each: 1}}\n"
                                     "      - {id: y, per: month, full: 4, deduct: {of: left, each: 1}}\n" +
                                     kMonth))
        .value();
  };
  EXPECT_EQ(claim_of(prove(rules("minutes > 30")), "claim-fact-earns-once", {"lateness"})->verdict, Verdict::proved);
  const Proofs both = prove(rules("minutes > 20"));
  const Claim* claim = claim_of(both, "claim-fact-earns-once", {"lateness"});
  ASSERT_EQ(claim->verdict, Verdict::refuted);
  const ExampleOfficer& late = claim->examples[0];  // the other was never late
  ASSERT_EQ(late.facts.size(), 1U);
  EXPECT_TRUE(claim->examples[1].facts.empty());
  const int minutes = std::stoi(late.facts[0].values[0].second);
  EXPECT_TRUE(20 < minutes && minutes <= 30) << minutes;
}

// 30 of 100 marks until July, then 45 of 115: 39.13 %.
TEST(Balance, IsKeptOnTheDaysOnWhichTheShareLiesInItsLimits) {
  const auto verdicts = [](const std::string& limits) {
    const Proofs proofs =
        prove(load_and_check(Source("rules.yaml",
                                    "cwp: 1\nid: t\neffective: {from: 2026-01-01}\nmetrics: {a: {}}\n"
                                    "parameters: {marks: {2026-01-01: 30, 2026-07-01: 45}}\n"
                                    "categories:\n"
                                    "  - {id: one, items: [{id: x, per: month, full: marks, points: a}]}\n"
                                    "  - {id: two, items: [{id: y, per: month, full: 70, points: a}]}\n"
                                    "balance: {one: " +
                                        limits + "}\n" + kMonth))
                  .value());
    std::string text;
    for (const Claim& claim : proofs.claims)
      if (claim.slug == "claim-balance-can-be-kept" || claim.slug == "claim-balance-always-kept")
        text += (text.empty() ? "" : "; ") + std::string(to_text(claim.verdict)) + " " + claim.shown;
    return text;
  };
  EXPECT_EQ(verdicts("[20%, 40%]"), "proved 30% (2026-01-01); proved 30% (2026-01-01)");
  EXPECT_EQ(verdicts("[20%, 35%]"), "proved 30% (2026-01-01); refuted 39.13% (2026-07-01)");
  EXPECT_EQ(verdicts("20%"), "refuted 30% (2026-01-01); refuted 30% (2026-01-01)");
}

}  // namespace
}  // namespace cwp
