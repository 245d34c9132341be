// How much hangs on weights: cases whose answer is plain, and single weights against a scoring with other full marks.

#include "cwp/sensitivity.hpp"

#include <gtest/gtest.h>

#include <map>

#include "cwp/score.hpp"

namespace cwp {
namespace {

constexpr const char* kFour = R"(cwp: 1
id: four
parameters: {goal: 100}
metrics:
  visits: {type: u16}
  calls: {type: u16}
  reports: {type: u16}
categories:
  - id: work
    items:
      - {id: visiting, per: month, full: 50, target: {of: visits, at: 100}}
      - {id: calling, per: month, full: 50, target: {of: calls, at: 100}}
      - {id: reporting, per: month, full: 20, target: {of: reports, at: goal}}
rankings:
  - {id: monthly, every: month, of: total}
)";

const Period kFourMarch{Grain::month, 2026 * 12 + 2};

/// visits, calls and reports of each, with these values set in the rulebook.
Scores four_scores(const std::vector<Source>& settings = {}) {
  const CheckedRulebook rules = load_and_check(Source("four.yaml", kFour), {}, settings).value();
  DatasetBuilder builder(rules);
  const std::map<std::string, std::vector<const char*>> figures = {
      {"ann", {"80", "20", "0"}}, {"bob", {"20", "80", "0"}},  {"cid", {"90", "90", "0"}},
      {"dan", {"5", "5", "0"}},   {"eve", {"62", "30", "20"}}, {"fay", {"28", "70", "5"}}};
  for (const auto& [officer, row] : figures) {
    builder.add_officer(officer, {}, {}, {});
    for (std::size_t i = 0; i < 3; ++i)
      builder.add_metric(officer, "2026-03-02", std::vector{"visits", "calls", "reports"}[i], row[i]);
  }
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  return score(compile(rules), builder.finish().value(), kFourMarch).value();
}

const RankSpread& spread_of(const Sensitivity& result, const std::string& officer) {
  return *std::find_if(result.officers.begin(), result.officers.end(),
                       [&](const RankSpread& one) { return one.officer == officer; });
}

TEST(Sensitivity, WhoIsBetterInEverythingIsFirstWhateverTheWeights) {
  SensitivityOptions options;
  options.number = 1;
  options.draws = 500;
  options.parameters = false;
  const Sensitivity result = sensitivity(four_scores(), "monthly", kFourMarch, options).value();
  EXPECT_EQ(spread_of(result, "cid").first.to_text(), "100.0");
  EXPECT_EQ(spread_of(result, "cid").high, 1U);
  EXPECT_EQ(spread_of(result, "dan").last.to_text(), "100.0");
  EXPECT_EQ(spread_of(result, "dan").low, 6U);
  // ann and bob are each other's mirror: which of them is before the other hangs on the two weights alone.
  EXPECT_LT(spread_of(result, "ann").low, spread_of(result, "ann").high);
  Decimal all{0, 1};
  for (const RankSpread& one : result.officers) all.units += one.first.units;
  EXPECT_EQ(all.units, 1000);
}

TEST(Sensitivity, AWeightByItselfMovesTheRanksThatAScoringMoves) {
  const auto ranks = [](const Scores& scores) {
    std::map<std::string, double> all;
    for (const RankedOfficer& row : scores.ranking("monthly")->rows)
      all[std::string(scores.data().officer_key(row.officer))] = row.rank->to_double();
    return all;
  };
  SensitivityOptions options;
  options.number = 2;
  const Sensitivity result = sensitivity(four_scores(), "monthly", kFourMarch, options).value();
  ASSERT_EQ(result.weights.size(), 4U);
  const std::map<std::string, std::vector<std::string>> ends = {
      {"visiting", {"visiting.full=60", "visiting.full=40"}},
      {"calling", {"calling.full=60", "calling.full=40"}},
      {"reporting", {"reporting.full=24", "reporting.full=16"}},
      {"goal", {"goal=120", "goal=80"}}};
  const auto before = ranks(four_scores());
  for (const WeightEffect& weight : result.weights) {
    double moved = 0;
    for (const std::string& setting : ends.at(weight.id))
      for (const auto& [officer, rank] : ranks(four_scores({Source("--set", setting)})))
        moved += std::abs(rank - before.at(officer));
    EXPECT_NEAR(weight.shift.to_double(), moved / 12, 0.005) << weight.id;
  }
  EXPECT_GT(result.weights.front().shift.to_double(), 0);
}

TEST(Sensitivity, TheSeedDecidesAndNothingElse) {
  const Scores scores = four_scores();
  SensitivityOptions options;
  options.draws = 300;
  options.number = 2;
  const auto files = [&](std::uint64_t seed) {
    options.seed = seed;
    return sensitivity_files(sensitivity(scores, "monthly", kFourMarch, options).value(), scores);
  };
  EXPECT_EQ(files(7), files(7));
  EXPECT_NE(files(7), files(8));
  ASSERT_EQ(files(7).size(), 4U);
  EXPECT_TRUE(files(7)[2].second.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  EXPECT_NE(files(7)[2].second.find("Approximate"), std::string::npos);
  EXPECT_NE(files(7)[3].second.find(">visiting<"), std::string::npos);
  options.seed = 7;
  const std::string text = to_text(sensitivity(scores, "monthly", kFourMarch, options).value(), scores);
  EXPECT_NE(text.find("Approximate"), std::string::npos) << text;
}

TEST(Sensitivity, WhatIsNoRankingIsRefused) {
  EXPECT_EQ(sensitivity(four_scores(), "yearly", kFourMarch).diagnostics()[0].slug, "ranking-not-there");
  EXPECT_EQ(sensitivity(four_scores(), "monthly", kFourMarch + 1).diagnostics()[0].slug, "not-in-ranking");
}

}  // namespace
}  // namespace cwp
