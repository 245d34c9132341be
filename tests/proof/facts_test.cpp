// Metrics derived from facts: examples have facts made up for them, and are scored with these.

#include <gtest/gtest.h>

#include "proof/everybody.hpp"

namespace cwp {
namespace {

const char* const kFactRules = R"yaml(cwp: 1
id: t
events:
  arrests: {columns: {outcome: [warning, felony, misdemeanour], solved: bool, made_by: text, days: {type: number, range: [0, 9]}}}
metrics:
  marks: {from: arrests, officer: made_by, sum: "lookup(outcome, 'felony' -> 10, 'misdemeanour' -> 6, 'warning' -> 0)"}
  solved_late: {from: arrests, count: solved and days > 7}
  never: {from: arrests, count: days > 9}
categories:
  - id: work
    items:
      - {id: x, per: month, full: 40, award: {of: marks, each: 1, whole: exact}}
      - {id: y, per: month, full: 10, deduct: {of: solved_late, each: 5}}
      - {id: z, per: month, full: 10, cases: [{when: never > 0, points: 10}, {otherwise: 5}]}
assessments: {month: {}}
)yaml";

TEST(Facts, AreMadeUpForExamples) {
  const Proofs proofs = prove(load_and_check(Source("rules.yaml", kFactRules)).value());
  const Claim& full = *claim_of(proofs, "claim-full-reachable", {"x"});
  ASSERT_EQ(full.verdict, Verdict::proved);
  ASSERT_FALSE(full.examples.front().facts.empty());
  // The least that a fact is worth: 6, for a misdemeanour; whoever it names is the officer himself.
  EXPECT_EQ(full.examples.front().facts.front().values.front(),
            (std::pair<std::string, std::string>("outcome", "misdemeanour")));
  for (const auto& [column, value] : full.examples.front().facts.front().values) EXPECT_NE(column, "made_by") << value;
  EXPECT_EQ(claim_of(proofs, "claim-moves-total", {"y"})->verdict, Verdict::proved);
  for (const PartRange& range : proofs.ranges)
    if (range.id == "y") {
      EXPECT_EQ(range.least.points->to_text(), "0.00");
      EXPECT_EQ(range.least.verdict, Verdict::proved);
    }
  EXPECT_NE(to_text(proofs).find("arrests "), std::string::npos);
  EXPECT_NE(to_json(proofs).find("\"facts\""), std::string::npos);
}

// A fact of more than 9 days is no fact: the column promises 0 to 9. Bounds do not see it; nobody is made up for it.
TEST(Facts, ThatNobodyCanHaveAreNotMadeUp) {
  const Proofs proofs = prove(load_and_check(Source("rules.yaml", kFactRules)).value());
  EXPECT_EQ(claim_of(proofs, "claim-case-counts", {"z", "never > 0"})->verdict, Verdict::undecided);
}

}  // namespace
}  // namespace cwp
