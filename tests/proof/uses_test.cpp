// Unused parts against brute force: a part moves a total where somebody has another total without it.

#include <gtest/gtest.h>

#include "proof/everybody.hpp"

namespace cwp {
namespace {

/// The rulebook with each `{n}` as it is, but the one with this number off: `0 * (…)` in its place.
std::string with_part_off(std::string text, int off) {
  for (int part = 1;; ++part) {
    const std::string mark = "{" + std::to_string(part) + "}";
    const auto at = text.find(mark);
    if (at == std::string::npos) return text;
    text.replace(at, mark.size(), part == off ? "0 * " : "");
  }
}

CheckedRulebook rules_of(const std::string& text) {
  return load_and_check(Source("rules.yaml",
                               "cwp: 1\nid: t\nmetrics:\n"
                               "  a: {per: month, fold: last, type: u8, max: 4}\n"
                               "  b: {per: month, fold: last, type: u8, max: 4}\n" +
                                   text))
      .value();
}

bool totals_differ(const CheckedRulebook& one, const CheckedRulebook& other) {
  const auto before = everybody(one).points.at("total"), after = everybody(other).points.at("total");
  for (const auto& [figures, points] : before)
    if (points != after.at(figures)) return true;
  return false;
}

struct WithParts {
  std::vector<std::string> ids;  ///< by number
  std::string text;
};
const WithParts kWithParts[] = {
    {{"x", "y", "z"},
     "categories:\n  - id: work\n    items:\n"
     "      - {id: x, per: month, full: 4, points: '{1}a'}\n"
     "      - {id: y, per: month, full: 4, points: '{2}b'}\n"
     "adjustments: [{id: z, per: month, gives: '{3}max(0, a - 4)'}]\nassessments: {month: {}}\n"},
    {{"x", "y", "z", "w"},
     "categories:\n  - id: work\n    items:\n"
     "      - {id: x, per: month, full: 4, points: '{1}a'}\n"
     "  - id: more\n    items:\n"
     "      - {id: y, per: month, full: 4, points: '{2}min(b, 0)'}\n"
     "adjustments:\n"
     "  - {id: z, per: month, gives: '{3}max(0, a - 3)'}\n"
     "  - {id: w, per: month, takes: '{4}b', up_to: 0}\nassessments: {month: {cap: 5}}\n"},
    {{"x", "y"},
     "categories:\n  - id: work\n    items:\n"
     "      - {id: x, per: month, full: 4, points: '{1}a'}\n"
     "      - {id: y, per: month, full: 4, points: '{2}b'}\n"
     "assessments: {month: {total: 2 * x}}\n"},
    {{"x", "y"},
     "categories:\n  - id: work\n    items:\n"
     "      - {id: x, per: month, full: 4, points: '{1}a'}\n"
     "      - {id: y, per: month, full: 4, points: '{2}b'}\n"
     "vetoes: [{id: v, per: month, when: y < 4, set: 0}]\nassessments: {month: {total: x}}\n"},
};

TEST(Uses, PartsMoveATotalJustWhereSomebodyHasAnotherWithoutThem) {
  std::size_t unused = 0;
  for (const WithParts& with : kWithParts) {
    SCOPED_TRACE(with.text);
    const CheckedRulebook rules = rules_of(with_part_off(with.text, 0));
    const Proofs proofs = prove(rules);
    for (std::size_t part = 0; part < with.ids.size(); ++part) {
      SCOPED_TRACE(with.ids[part]);
      const bool moves = totals_differ(rules, rules_of(with_part_off(with.text, int(part) + 1)));
      const Claim* claim = claim_of(proofs, "claim-moves-total", {with.ids[part]});
      ASSERT_NE(claim, nullptr);
      EXPECT_EQ(to_text(claim->verdict), to_text(moves ? Verdict::proved : Verdict::refuted));
      unused += !moves;
    }
  }
  EXPECT_GE(unused, 3U);
}

TEST(Uses, ACategoryMovesATotalWhereOneOfItsPartsDoes) {
  const Proofs proofs = prove(rules_of(with_part_off(kWithParts[1].text, 0)));
  EXPECT_EQ(claim_of(proofs, "claim-moves-total", {"work"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-moves-total", {"more"})->verdict, Verdict::refuted);
}

// A parameter counts wherever it stands: in a formula, in a cap, in a condition, in the cap of a group.
TEST(Uses, ParametersMoveATotalWhereverTheyStand) {
  const std::string text =
      "parameters: {each: 1, most: 3, trigger: 4, all_of_them: 2, first: 1, unread: 7, named: 2}\n"
      "attributes: {area: {type: text, one_of: [urban, rural]}}\n"
      "categories:\n  - id: work\n    items:\n"
      "      - {id: x, per: month, full: 4, points: 'each * a'}\n"
      "      - {id: r, per: month, full: 4, points: \"if(area = 'rural', first * a, 0)\"}\n"
      "groups: {bonus: {up_to: all_of_them}}\n"
      "adjustments:\n  - {id: z, per: month, gives: b, up_to: most, group: bonus}\n"
      "vetoes: [{id: v, per: month, when: a >= trigger and b = 4, set: 0}]\nassessments: {month: {}}\n"
      "rankings: [{id: places, every: month, of: total, eligible: a >= named}]\n";
  const Proofs proofs = prove(rules_of(text));
  for (const char* used : {"each", "first", "most", "trigger", "all_of_them"}) {
    const Claim* claim = claim_of(proofs, "claim-parameter-moves-total", {used});
    ASSERT_NE(claim, nullptr) << used;
    EXPECT_NE(claim->verdict, Verdict::refuted) << used;
    if (claim->verdict == Verdict::proved) {
      EXPECT_NE(claim->shown.find(", "), std::string::npos);
    }
  }
  EXPECT_EQ(claim_of(proofs, "claim-parameter-moves-total", {"each"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-parameter-moves-total", {"first"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-parameter-moves-total", {"trigger"})->verdict, Verdict::proved);
  EXPECT_EQ(claim_of(proofs, "claim-parameter-moves-total", {"unread"})->verdict, Verdict::refuted);
  EXPECT_EQ(claim_of(proofs, "claim-parameter-moves-total", {"named"}), nullptr) << "it decides who is ranked";
}

}  // namespace
}  // namespace cwp
