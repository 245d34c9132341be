// Proofs against brute force: of small promises all figures are scored, and nothing that was said may be contradicted.

#include "cwp/prove.hpp"

#include <gtest/gtest.h>

#include "proof/everybody.hpp"

namespace cwp {
namespace {

/// What is proved of ranges and directions is so for everybody; what is refuted has a counter-example among them.
void expect_agreement(const CheckedRulebook& rules) {
  const Proofs proofs = prove(rules);
  const Everybody all = everybody(rules);
  std::size_t compared = 0;
  for (const PartRange& range : proofs.ranges) {
    const auto ends = all.ends.find(range.id);
    ASSERT_NE(ends, all.ends.end()) << range.id;
    for (const bool least : {true, false}) {
      const RangeEnd& end = least ? range.least : range.most;
      const Decimal& real = least ? ends->second.first : ends->second.second;
      ASSERT_TRUE(end.points) << range.id;
      EXPECT_FALSE(least ? *end.points < real : real < *end.points)
          << range.id << ": nobody has " << end.points->to_text();
      if (end.verdict == Verdict::proved) {
        EXPECT_EQ(end.points->to_text(), real.to_text()) << range.id << (least ? " least" : " most");
      }
      if (!end.bound.empty()) {
        const auto bound = Decimal::parse(end.bound);
        ASSERT_TRUE(bound) << end.bound;
        EXPECT_FALSE(least ? real < *bound : *bound < real) << range.id << ": beyond the bound " << end.bound;
      }
      ++compared;
    }
  }
  EXPECT_GE(compared, 4U);
  for (const Claim& claim : proofs.claims) {
    if (claim.slug != "claim-more-never-costs" && claim.slug != "claim-less-never-costs") continue;
    const auto& points = all.points.at(claim.arguments[0]);
    bool costs = false;
    for (const auto& [figures, before] : points) {
      auto better = figures;
      claim.arguments[1] == "a" ? ++better.first : --better.second;
      const auto after = points.find(better);
      costs = costs || (after != points.end() && after->second < before);
    }
    if (claim.verdict == Verdict::undecided) continue;
    EXPECT_EQ(costs, claim.verdict == Verdict::refuted) << claim.arguments[0] << " " << claim.arguments[1];
  }
}

TEST(Prove, AgreesWithEverybodyThereCanBe) {
  for (const char* items : {
           "      - {id: x, per: month, full: 8, points: 2 * a}\n      - {id: y, per: month, full: 10, points: 10 - 3 "
           "* b}\n",
           "      - {id: x, per: month, full: 10, bands: {of: a, table: [[0, 0], [2, 6], [4, 10]]}}\n"
           "      - {id: y, per: month, full: 6, deduct: {of: b, each: 2}}\n",
           "      - {id: x, per: month, full: 10, points: 10 - (a - 2) * (a - 2)}\n      - {id: y, per: month, points: "
           "a * b, if_missing: zero}\n",
           "      - {id: x, per: month, full: 10, target: {of: a + b, at: 6}}\n      - {id: y, per: month, full: 4, "
           "if_missing: zero, min: -4, points: 'if(b > 2, -4, a)'}\n",
           "      - {id: x, per: month, full: 5, points: 'min(a, 5 - b)'}\n      - {id: y, per: month, full: 5, "
           "points: 'max(a, b) + 1'}\n",
       }) {
    SCOPED_TRACE(items);
    expect_agreement(small_rules(items));
    expect_agreement(small_rules(
        items,
        "adjustments:\n  - {id: plus, per: month, gives: a, up_to: 3}\n  - {id: minus, per: month, takes: 2 * b}\n"
        "vetoes: [{id: v, per: month, when: b >= 4, set: 0}]\nassessments: {month: {}}\n"));
    expect_agreement(small_rules(items, "assessments: {month: {floor: none, cap: 9}}\n"));
  }
}

TEST(Prove, EndsOfRangesHaveAnOfficerWhoHasThem) {
  const Proofs proofs =
      prove(small_rules("      - {id: x, per: month, full: 8, points: 2 * a}\n      - {id: y, per: month, full: 10, "
                        "points: 10 - 2 * b}\n"));
  for (const PartRange& range : proofs.ranges)
    if (range.id == "total") {
      EXPECT_EQ(range.least.points->to_text(), "2.00");
      EXPECT_EQ(range.most.points->to_text(), "18.00");
      EXPECT_EQ(range.most.officer.figures, (std::vector<std::pair<std::string, std::string>>{{"a", "4"}, {"b", "0"}}));
      EXPECT_EQ(range.most.verdict, Verdict::proved);
      EXPECT_EQ(range.least.verdict, Verdict::undecided) << "the floor of a total is 0, and nobody gets there";
    } else if (range.id == "x") {
      EXPECT_EQ(range.least.verdict, Verdict::proved);
      EXPECT_EQ(range.most.bound, "8");
    }
}

TEST(Prove, FullMarksAndVetoesCanBeHadOrNot) {
  const Proofs proofs = prove(small_rules(
      "      - {id: x, per: month, full: 8, points: 2 * a}\n      - {id: y, per: month, full: 9, max: 9, points: a + "
      "b}\n",
      "vetoes:\n  - {id: never, per: month, when: a > 4, set: 0}\n  - {id: always, per: month, when: a >= 0, set: 0}\n"
      "  - {id: once, per: month, when: b = 3, set: 0}\nassessments: {month: {}}\n"));
  EXPECT_EQ(claim_of(proofs, "claim-full-reachable", {"x"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-full-reachable", {"x"})->shown, "8.00");
  EXPECT_EQ(claim_of(proofs, "claim-full-reachable", {"y"})->verdict, Verdict::refuted);
  EXPECT_EQ(claim_of(proofs, "claim-veto-acts", {"never"})->verdict, Verdict::refuted);
  EXPECT_EQ(claim_of(proofs, "claim-veto-stays-away", {"never"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-veto-acts", {"always"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-veto-stays-away", {"always"})->verdict, Verdict::refuted);
  EXPECT_EQ(claim_of(proofs, "claim-veto-acts", {"once"})->verdict, Verdict::proved);
}

TEST(Prove, MoreThatCostsIsShownByTwoOfficers) {
  const Proofs proofs =
      prove(small_rules("      - {id: x, per: month, full: 10, points: 10 - (a - 2) * (a - 2)}\n"
                        "      - {id: y, per: month, full: 10, points: 2 * a - b}\n"));
  const Claim& claim = *claim_of(proofs, "claim-more-never-costs", {"x", "a"});
  EXPECT_EQ(claim.verdict, Verdict::refuted);
  ASSERT_EQ(claim.examples.size(), 2U);
  EXPECT_EQ(claim_of(proofs, "claim-more-never-costs", {"y", "a"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-less-never-costs", {"y", "b"})->verdict, Verdict::proved);
}

TEST(Prove, LinesRiseAndFallAsEachOfThemDoes) {
  const CheckedRulebook rules = small_rules(
      "      - id: x\n        per: month\n        full: 10\n        min: none\n        if_missing: zero\n        "
      "lines:\n"
      "          - {deduct: {of: b, each: 2}}\n          - {award: {of: a, each: 1}}\n");
  expect_agreement(rules);
  const Proofs proofs = prove(rules);
  EXPECT_EQ(claim_of(proofs, "claim-more-never-costs", {"x", "a"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-less-never-costs", {"x", "b"})->verdict, Verdict::proved);
}

// Nothing is left from 3 on, of 4: up to there each costs 1. With all_gone_at 3 and 2 each, 2 would cost as much as 3.
TEST(Prove, WhatIsKnownOfAConditionIsKnownOfItsBranches) {
  for (const char* item :
       {"deduct: {of: b, each: 1, all_gone_at: 3}", "deduct: {of: b, each: 2, all_gone_at: 3}",
        "deduct: {of: b, each: 3, all_gone_at: 3}",
        "cases: [{when: 'growth(b, a + 1, 0) <= -10%', points: 4}, {when: 'growth(b, a + 1, 0) <= 0', "
        "points: 2}, {otherwise: 0}]"}) {
    SCOPED_TRACE(item);
    const CheckedRulebook rules =
        small_rules("      - {id: x, per: month, full: 4, min: none, if_missing: zero, " + std::string(item) + "}\n");
    expect_agreement(rules);
    const Proofs proofs = prove(rules);
    const Claim& claim = *claim_of(proofs, "claim-less-never-costs", {"x", "b"});
    // 3 each: 2 cost 6, and 3 of them only the 4 that there are.
    EXPECT_EQ(claim.verdict,
              std::string(item).find("each: 3") == std::string::npos ? Verdict::proved : Verdict::refuted);
  }
}

TEST(Prove, ADivisorThatCanBeZeroIsShownByAnOfficerWithoutPoints) {
  const Proofs proofs =
      prove(small_rules("      - {id: x, per: month, full: 4, points: a / (b - 1)}\n"
                        "      - {id: y, per: month, full: 4, points: a / (b + 1)}\n"));
  EXPECT_EQ(claim_of(proofs, "claim-divisors-not-zero", {"x"})->verdict, Verdict::refuted);
  EXPECT_EQ(claim_of(proofs, "claim-divisors-not-zero", {"y"})->verdict, Verdict::proved);
}

TEST(Prove, DailyFiguresAndLongerAssessmentsAreScoredAsWell) {
  const CheckedRulebook rules = load_and_check(Source("rules.yaml", R"(cwp: 1
id: t
metrics: {visits: {type: u16, better: more}, missed: {type: u8, better: less}}
categories:
  - id: work
    full: 30
    items:
      - {id: by_day, per: day, full: 10, target: {of: visits, at: 5}}
      - {id: by_week, per: week, full: 10, bands: {of: visits, table: [[0, 0], [10, 5], [30, 10]]}}
      - {id: by_month, per: month, full: 10, deduct: {of: missed, each: 2}}
assessments: {week: {}, month: {}, quarter: {}}
)"))
                                    .value();
  const Proofs proofs = prove(rules);
  std::size_t seen = 0;
  for (const PartRange& range : proofs.ranges) {
    if (range.kind != PartKind::total) continue;
    ++seen;
    EXPECT_EQ(range.least.points->to_text(), "0.00") << to_text(range.grain);
    EXPECT_EQ(range.most.points->to_text(), range.grain == Grain::week ? "20.00" : "30.00") << to_text(range.grain);
    EXPECT_EQ(range.most.verdict, Verdict::proved);
    EXPECT_EQ(range.least.verdict, Verdict::proved);
  }
  EXPECT_EQ(seen, 3U);
  // The visits of a day are visits of its week: they earn twice, and are told so.
  for (const Claim& claim : proofs.claims)
    EXPECT_EQ(claim.verdict, claim.slug == "claim-earns-once" ? Verdict::refuted : Verdict::proved) << claim.slug;
}

}  // namespace
}  // namespace cwp
