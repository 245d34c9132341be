// Who is certain of a place: against every way in which what is missing can come, each scored.

#include "cwp/certain.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "cwp/score.hpp"
#include "decimal/rational.hpp"
#include "reasons/made_scores_of.hpp"

namespace cwp {
namespace {

constexpr const char* kTrio = R"(cwp: 1
id: trio
metrics:
  survey: {per: month, fold: last, type: u8, range: [0, 3]}
  visits: {type: u8, range: [0, 3]}
  serious: {type: u8, range: [0, 1], better: less}
categories:
  - id: people
    full: 12
    items:
      - {id: surveyed, per: month, full: 6, points: 2 * survey}
      - {id: visiting, per: month, full: 6, bands: {of: visits, table: [[0, 0], [2, 3], [4, 6]]}}
  - id: rest
    full: 4
    items:
      - {id: steady, per: month, full: 4, points: 4 - serious}
rankings:
  - {id: monthly, every: month, of: total}
)";

struct TrioVariant {
  const char* name;
  std::vector<std::pair<std::string, std::string>> edits;  ///< of the text above
  bool narrow = false;                                     ///< what is told is all that is so
};

const TrioVariant kVariants[] = {
    {"plain", {}, true},
    {"ties", {{"of: total}", "of: total, ties: [visits]}"}}},
    {"dense", {{"of: total}", "of: total, method: dense}"}}},
    {"fractional", {{"of: total}", "of: total, method: fractional}"}}},
    {"ordinal", {{"of: total}", "of: total, method: ordinal}"}}},
    {"ascending", {{"of: total}", "of: total, order: ascending}"}}},
    {"dropped and scaled",
     {{"points: 2 * survey}", "if_missing: drop, points: 2 * survey}"},
      {"rankings:", "assessments: {month: {scale: 100}}\nrankings:"}}},
    {"scaled category",
     {{"points: 2 * survey}", "if_missing: drop, points: 2 * survey}"},
      {"    full: 12\n", "    full: 20\n    combine: scaled\n"}}},
    {"mean of shares", {{"    full: 12\n", "    full: 20\n    combine: mean\n"}}},
    {"least share", {{"    full: 12\n", "    full: 20\n    combine: min\n"}}},
    {"capped", {{"    full: 12\n", "    full: 8\n    combine: capped\n"}}},
    {"target", {{"bands: {of: visits, table: [[0, 0], [2, 3], [4, 6]]}", "target: {of: visits, at: 5}"}}},
    {"among peers",
     {{"points: 2 * survey}", "if_missing: drop, ranked: {of: survey, table: [[1, 6], [2, 3], [3, 1]]}}"}}},
    {"adjusted",
     {{"rankings:",
       "adjustments: [{id: more, per: month, gives: survey, up_to: 2}, {id: less, per: month, takes: 2 * visits, "
       "up_to: 5}]\nrankings:"}}},
    {"vetoed", {{"rankings:", "vetoes: [{id: bad, per: month, when: survey < 1, set: 1}]\nrankings:"}}},
    {"excluded",
     {{"rankings:", "vetoes: [{id: bad, per: month, when: survey < 1, cap: 5, ranking: exclude}]\nrankings:"}}},
    {"put last",
     {{"rankings:", "vetoes: [{id: bad, per: month, when: visits > 4, factor: 0.5, ranking: last}]\nrankings:"}}},
    {"eligible", {{"of: total}", "of: total, eligible: survey > 0 or visits > 2}"}}},
    {"formula", {{"rankings:", "assessments: {month: {total: \"people / 2 + if(survey >= 2, 5, 1)\"}}\nrankings:"}}},
};

const Period kTrioMarch{Grain::month, 2026 * 12 + 2};

/// Figures that nobody knows: officer, date, metric.
struct UnknownFigure {
  std::string officer, date, metric;
};
const UnknownFigure kUnknown[] = {
    {"bob", "2026-03", "survey"}, {"cid", "2026-03", "survey"}, {"bob", "2026-03-10", "visits"}};

/// `as`: what the unknown figures are; an empty text: the row never came; `?`: it was refused.
Scores trio_scores(const CheckedRulebook& rules, const std::vector<std::string>& as, Day end) {
  DatasetBuilder builder(rules);
  for (const char* officer : {"ann", "bob", "cid"}) builder.add_officer(officer, {}, {}, {});
  builder.add_metric("ann", "2026-03", "survey", "2");
  builder.add_metric("ann", "2026-03-02", "visits", "3");
  builder.add_metric("bob", "2026-03-02", "visits", "2");
  builder.add_metric("cid", "2026-03-02", "visits", "2");
  builder.add_metric("cid", "2026-03-03", "serious", "1");
  for (std::size_t i = 0; i < as.size(); ++i)
    if (!as[i].empty())
      builder.add_metric(kUnknown[i].officer, kUnknown[i].date, kUnknown[i].metric, as[i] == "?" ? "9" : as[i]);
  builder.set_span({*Day::parse("2026-03-01"), end});
  return score(compile(rules), builder.finish().value(), kTrioMarch).value();
}

struct Seen {
  std::set<Decimal> ranks, values;
  std::set<std::size_t> behind;
  bool unranked = false;
};

/// What comes of each officer over all ways in which the unknown figures can come.
std::map<std::string, Seen> all_ways(const CheckedRulebook& rules) {
  std::map<std::string, Seen> seen;
  const std::vector<std::string> figures = {"", "0", "1", "2", "3"};
  for (const std::string& a : figures)
    for (const std::string& b : figures)
      for (const std::string& c : figures) {
        const Scores scores = trio_scores(rules, {a, b, c}, *Day::parse("2026-03-31"));
        const auto& rows = scores.ranking("monthly")->rows;
        for (std::size_t i = 0; i < rows.size(); ++i) {
          Seen& one = seen[std::string(scores.data().officer_key(rows[i].officer))];
          if (rows[i].value) one.values.insert(*rows[i].value);
          if (!rows[i].rank) one.unranked = true;
          if (!rows[i].rank) continue;
          one.ranks.insert(*rows[i].rank);
          std::size_t behind = 0;
          for (const RankedOfficer& other : rows) behind += other.rank && *rows[i].rank < *other.rank;
          one.behind.insert(behind);
        }
      }
  return seen;
}

CheckedRulebook variant_rules(const TrioVariant& variant) {
  std::string text = kTrio;
  for (const auto& [piece, by] : variant.edits) {
    EXPECT_NE(text.find(piece), std::string::npos) << variant.name;
    text.replace(text.find(piece), piece.size(), by);
  }
  return load_and_check(Source(variant.name, text)).value();
}

TEST(Certain, HoldsInEveryWayInWhichWhatIsMissingCanCome) {
  std::size_t certain = 0, possible = 0;
  for (const TrioVariant& variant : kVariants) {
    const CheckedRulebook rules = variant_rules(variant);
    const RankChances chances =
        certain_ranks(trio_scores(rules, {"", "", "?"}, *Day::parse("2026-03-31")), "monthly", kTrioMarch).value();
    ASSERT_EQ(chances.officers.size(), 3U) << variant.name;
    const std::map<std::string, Seen> ways = all_ways(rules);
    for (const RankChance& one : chances.officers) {
      const Seen& seen = ways.at(one.officer);
      const std::string at = std::string(variant.name) + " " + one.officer;
      for (const Decimal& value : seen.values) {
        EXPECT_FALSE(one.least && value < *one.least) << at << " " << value.to_text();
        EXPECT_FALSE(one.most && *one.most < value) << at << " " << value.to_text();
      }
      for (const Decimal& rank : seen.ranks) EXPECT_TRUE(one.best <= rank && rank <= one.worst) << at << rank.to_text();
      for (const std::size_t behind : seen.behind)
        EXPECT_TRUE(one.fewest_behind <= behind && behind <= one.most_behind) << at << " " << behind;
      if (seen.unranked) {
        EXPECT_FALSE(one.is_ranked) << at;
      }
      if (!seen.ranks.empty()) {
        EXPECT_TRUE(one.may_be_ranked) << at;
      }
      for (std::size_t number = 1; number <= 3; ++number) {
        const Decimal end{std::int64_t(number), 0};
        const bool ever =
            std::any_of(seen.ranks.begin(), seen.ranks.end(), [&](const auto& rank) { return rank <= end; });
        const bool always = !seen.unranked && std::all_of(seen.ranks.begin(), seen.ranks.end(),
                                                          [&](const auto& rank) { return rank <= end; });
        const Certainty told = one.among_first(number);
        if (told == Certainty::certainly) {
          EXPECT_TRUE(always) << at << " " << number;
          ++certain;
        }
        if (ever) {
          EXPECT_NE(told, Certainty::no) << at << " " << number;
        }
        if (variant.narrow) {
          EXPECT_EQ(told, always ? Certainty::certainly : ever ? Certainty::possibly : Certainty::no) << at << number;
          EXPECT_EQ(one.least, std::optional(*seen.values.begin())) << at;
          EXPECT_EQ(one.most, std::optional(*seen.values.rbegin())) << at;
        }
        possible += told == Certainty::possibly;
        if (one.among_last(number) == Certainty::certainly) {
          EXPECT_TRUE(!seen.unranked && *seen.behind.rbegin() < number) << at << " " << number;
        }
        if (!seen.behind.empty() && *seen.behind.begin() < number) {
          EXPECT_NE(one.among_last(number), Certainty::no) << at << " " << number;
        }
      }
    }
  }
  EXPECT_GT(certain, 40U);
  EXPECT_GT(possible, 40U);
}

TEST(Certain, WhereNothingIsOpenRanksAreAsTheyStand) {
  for (const TrioVariant& variant : kVariants) {
    const Scores scores = trio_scores(variant_rules(variant), {"1", "3", "2"}, *Day::parse("2026-03-31"));
    const RankChances chances = certain_ranks(scores, "monthly", kTrioMarch).value();
    for (const RankChance& one : chances.officers) {
      EXPECT_FALSE(one.open) << variant.name << one.officer;
      EXPECT_EQ(one.is_ranked, one.rank.has_value()) << variant.name << one.officer;
      if (!one.rank) continue;
      EXPECT_EQ(one.best, *one.rank) << variant.name << one.officer;
      EXPECT_EQ(one.worst, *one.rank) << variant.name << one.officer;
      EXPECT_EQ(one.least, one.value) << variant.name;
    }
  }
}

TEST(Certain, WhatIsStillToComeIsOpen) {
  // On 20 March bob has 2 visits and no survey: of 16 points 4 + 0 .. 6 + 6 are left to him; ann has her survey and 3
  // visits: 4 + 4 + 3 or 6 by the band. `serious` may cost each 1 a day until the month is over, 4 at most.
  const CheckedRulebook rules = variant_rules(kVariants[0]);
  const RankChances chances =
      certain_ranks(trio_scores(rules, {"", "", ""}, *Day::parse("2026-03-20")), "monthly", kTrioMarch).value();
  EXPECT_EQ(chances.officers[0].officer, "ann");
  EXPECT_EQ(chances.officers[0].least->to_text() + " " + chances.officers[0].most->to_text(), "7.00 14.00");
  EXPECT_EQ(chances.officers[1].officer, "bob");
  EXPECT_EQ(chances.officers[1].least->to_text() + " " + chances.officers[1].most->to_text(), "3.00 16.00");
  EXPECT_EQ(chances.officers[0].among_first(1), Certainty::possibly);
}

TEST(Certain, TheTextAndTheCsvTellEverybodysPart) {
  const CheckedRulebook rules = variant_rules(kVariants[0]);
  const Scores scores = trio_scores(rules, {"", "", "?"}, *Day::parse("2026-03-31"));
  const RankChances chances = certain_ranks(scores, "monthly", kTrioMarch).value();
  const std::string csv = to_csv(chances, 1), text = to_text(chances, scores, 1);
  // cid can come to 6 + 3 + 3 = 12, bob to 16.
  EXPECT_NE(csv.find("ann,,1,11.00,11.00,11.00,1,3,0,2,true,true,false,possibly\n"), std::string::npos) << csv;
  EXPECT_NE(text.find("| ann "), std::string::npos) << text;
  EXPECT_EQ(certain_ranks(scores, "yearly", kTrioMarch).diagnostics()[0].slug, "ranking-not-there");
  EXPECT_EQ(certain_ranks(scores, "monthly", kTrioMarch + 1).diagnostics()[0].slug, "not-in-ranking");
}

}  // namespace
}  // namespace cwp
