// The nodes that the grammar's actions make: their places, and what they report.

#include "formula/parse_state.hpp"

#include "formula/pictures.hpp"

namespace cwp::test {
namespace {

TEST(ParseState, EveryNodeKnowsItsPlace) {
  const auto root = parse_formula("(a + bb) * max(c, -d)").value().root;
  EXPECT_EQ(text_at(root->place), "(a + bb) * max(c, -d)");
  EXPECT_EQ(text_at(root->name_place), "*");
  const Expr& sum = *root->arguments[0];
  EXPECT_EQ(text_at(sum.place), "(a + bb)");
  EXPECT_EQ(text_at(sum.name_place), "+");
  EXPECT_EQ(text_at(sum.arguments[1]->place), "bb");
  const Expr& max = *root->arguments[1];
  EXPECT_EQ(text_at(max.place), "max(c, -d)");
  EXPECT_EQ(text_at(max.name_place), "max");
  EXPECT_EQ(text_at(max.arguments[1]->place), "-d");
}

TEST(ParseState, PlacesOfChainsMembershipLagsAndClauses) {
  const auto chain = parse_formula(" 0 <= x + 1 < 5 ").value().root;
  EXPECT_EQ(text_at(chain->place), "0 <= x + 1 < 5");
  EXPECT_EQ(text_at(chain->arguments[0]->place), "0 <= x + 1");
  EXPECT_EQ(text_at(chain->arguments[1]->place), "x + 1 < 5");
  const auto outside = parse_formula("area not in ['A']").value().root;
  EXPECT_EQ(text_at(outside->place), "area not in ['A']");
  EXPECT_EQ(text_at(outside->name_place), "not");
  EXPECT_EQ(text_at(outside->arguments[0]->name_place), "in");
  const auto lag = parse_formula("1 + total[-2 month]").value().root->arguments[1];
  EXPECT_EQ(text_at(lag->place), "total[-2 month]");
  const auto call = parse_formula("mean(x by station, area where y)").value().root;
  EXPECT_EQ(text_at(call->clauses.by[1].place), "area");
  EXPECT_EQ(text_at(call->clauses.where->place), "y");
  EXPECT_EQ(text_at(parse_formula("f(a -> 95%)").value().root->arguments[0]->place), "a -> 95%");
  EXPECT_EQ(text_at(parse_formula("date '2026-03-01' < b").value().root->arguments[0]->place), "date '2026-03-01'");
}

TEST(ParseState, AnUnreadableConstantLeavesTheRestOfTheTree) {
  EXPECT_EQ(tree(*parse_formula("a + 010").partial()->root), "+(a, invalid)");
  EXPECT_EQ(tree(*parse_formula("joined < date '2026-3-1'").partial()->root), "<(joined, invalid)");
  EXPECT_EQ(first_problem("joined < date '2026-02-29'"), "date-format ''2026-02-29''");
}

TEST(ParseState, LagsAndWindowsArePositiveWholeNumbers) {
  EXPECT_EQ(first_problem("x[-0]"), "lag-not-positive '-0'");
  EXPECT_EQ(first_problem("x[-1.5]"), "lag-not-positive '-1.5'");
  EXPECT_EQ(first_problem("x[1]"), "lag-not-positive '1'");
  EXPECT_EQ(first_problem("x[-99999999999]"), "lag-not-positive '-99999999999'");
  EXPECT_EQ(first_problem("sum(x over last 0)"), "lag-not-positive '0'");
}

TEST(ParseState, UnknownGrainsAndRepeatedClausesAreNamed) {
  EXPECT_EQ(first_problem("mean(x per months)"), "unknown-grain 'months'");
  EXPECT_EQ(first_problem("mean(x per hour)"), "not-yet 'hour'");
  EXPECT_EQ(first_problem("x[-1 two_months]"), "not-yet 'two_months'");
  EXPECT_EQ(first_problem("x[-1 fortnight]"), "unknown-grain 'fortnight'");
  EXPECT_EQ(first_problem("sum(x over term to date)"), "unknown-grain 'term'");
  EXPECT_EQ(first_problem("mean(x per week per month)"), "clause-twice 'per'");
  EXPECT_EQ(first_problem("mean(x over last 3 over year to date)"), "clause-twice 'over'");
  EXPECT_EQ(first_problem("mean(x by a by all)"), "clause-twice 'by'");
  EXPECT_EQ(first_problem("mean(x where a where b)"), "clause-twice 'where'");
}

}  // namespace
}  // namespace cwp::test
