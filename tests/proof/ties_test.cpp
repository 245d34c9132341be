// Tie-breaks against brute force: one decides where two of everybody are equal in all that stands before it, and not in
// itself.

#include <gtest/gtest.h>

#include "proof/everybody.hpp"

namespace cwp {
namespace {

struct WithTies {
  std::string text;
  std::string of;
  std::vector<std::string> ties;  ///< items, categories, the total, a or b
};

std::string figure_of(const Everybody& all, const std::string& id, std::pair<int, int> figures) {
  if (id == "a") return std::to_string(figures.first);
  if (id == "b") return std::to_string(figures.second);
  return all.points.at(id).at(figures).to_text();
}

/// Of two of everybody.
bool decides(const Everybody& all, const WithTies& with, std::size_t tie) {
  std::map<std::string, std::string> first;  // by what stands before the tie-break: its value
  for (const auto& [figures, points] : all.points.at("total")) {
    std::string before = figure_of(all, with.of, figures);
    for (std::size_t i = 0; i < tie; ++i) before += " " + figure_of(all, with.ties[i], figures);
    const std::string own = figure_of(all, with.ties[tie], figures);
    if (first.try_emplace(before, own).first->second != own) return true;
  }
  return false;
}

const std::string kOneCategory =
    "categories:\n  - id: work\n    items:\n"
    "      - {id: x, per: month, full: 4, points: a}\n      - {id: y, per: month, full: 4, points: b}\n";
const std::string kTwoCategories =
    "categories:\n  - {id: work, items: [{id: x, per: month, full: 4, points: a}]}\n"
    "  - {id: more, items: [{id: y, per: month, full: 4, points: b}]}\n";
const std::string kOneItem = "categories:\n  - {id: work, items: [{id: x, per: month, full: 3, points: a}]}\n";

const WithTies kWithTies[] = {
    {kOneCategory + "assessments: {month: {}}\n", "total", {"work", "x"}},
    {kOneCategory + "assessments: {month: {cap: 5}}\n", "total", {"work", "x", "b"}},
    {kTwoCategories + "assessments: {month: {}}\n", "total", {"work"}},
    {kOneItem + "assessments: {month: {}}\n", "total", {"x", "a", "b", "work"}},
    {kOneItem + "assessments: {month: {floor: 1}}\n", "total", {"work", "total"}},
    {kOneItem + "adjustments: [{id: z, per: month, gives: b}]\nassessments: {month: {}}\n", "total", {"work", "b"}},
    {kOneItem + "vetoes: [{id: v, per: month, when: b = 4, set: 0}]\nassessments: {month: {}}\n", "total", {"work"}},
    {kTwoCategories + "assessments: {month: {}}\n", "work", {"x", "more", "y"}},
};

TEST(Ties, DecideJustWhereTwoOfEverybodyArePartedByThem) {
  std::size_t never = 0, undecided = 0;
  for (const WithTies& with : kWithTies) {
    std::string ties;
    for (const std::string& tie : with.ties) ties += (ties.empty() ? "" : ", ") + tie;
    const std::string text =
        "cwp: 1\nid: t\nmetrics:\n  a: {per: month, fold: last, type: u8, max: 4}\n"
        "  b: {per: month, fold: last, type: u8, max: 4}\n" +
        with.text + "rankings: [{id: places, every: month, of: " + with.of + ", ties: [" + ties + "]}]\n";
    SCOPED_TRACE(text);
    const CheckedRulebook rules = load_and_check(Source("rules.yaml", text)).value();
    const Everybody all = everybody(rules);
    const Proofs proofs = prove(rules);
    for (std::size_t tie = 0; tie < with.ties.size(); ++tie) {
      const Claim* claim = claim_of(proofs, "claim-tie-decides", {"places", with.ties[tie]});
      ASSERT_NE(claim, nullptr) << with.ties[tie];
      // What two sums have in common is not seen: with the total and one of its parts the other is known as well.
      if (claim->verdict == Verdict::undecided) {
        EXPECT_FALSE(decides(all, with, tie)) << with.ties[tie];
        ++undecided;
        continue;
      }
      EXPECT_EQ(to_text(claim->verdict), to_text(decides(all, with, tie) ? Verdict::proved : Verdict::refuted))
          << with.ties[tie];
      never += claim->verdict == Verdict::refuted;
      if (claim->verdict != Verdict::proved) continue;
      ASSERT_EQ(claim->examples.size(), 2U);
      const auto one = figures_of(claim->examples[0]), other = figures_of(claim->examples[1]);
      EXPECT_EQ(figure_of(all, with.of, one), figure_of(all, with.of, other));
      EXPECT_NE(figure_of(all, with.ties[tie], one), figure_of(all, with.ties[tie], other));
    }
  }
  EXPECT_GE(never, 5U);
  EXPECT_LE(undecided, 2U);
}

}  // namespace
}  // namespace cwp
