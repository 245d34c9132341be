// Aggregates across officers. Figures are worked out by hand unless a source is named.

#include <gtest/gtest.h>

#include <set>

#include "formula/constant_evaluator.hpp"
#include "formula/function_families.hpp"

namespace cwp::test {
namespace {

/// The figure of the officer whose value is the first, or of the group.
Value across(const char* name, const std::vector<Value>& peers) {
  return evaluate_across(*find_function(name), {}, peers);
}

TEST(AcrossOfficers, AreTheAggregatesOfTheLanguageAndNoOthers) {
  std::set<std::string_view> names;
  for (const FunctionRow* row : function_rows())
    if (row->across) names.insert(row->doc.name);
  EXPECT_EQ(names,
            (std::set<std::string_view>{"sum", "mean", "min", "max", "count", "median", "stdev", "stdev_sample",
                                        "geomean", "quantile", "rank", "percent_rank", "zscore", "minmax", "share"}));
}

TEST(AcrossOfficers, AreFoldedOrHaveAFigureForEachPeer) {
  for (const FunctionRow* row : function_rows()) {
    if (row->across) {
      EXPECT_NE(row->fold != nullptr, row->among != nullptr) << row->doc.name;
    }
    EXPECT_TRUE(row->across || !row->only_across) << row->doc.name;
    EXPECT_TRUE(row->among != nullptr || row->group == nullptr) << row->doc.name;
  }
}

TEST(AcrossOfficers, FoldTheValuesOfThePeers) {
  const std::vector<Value> peers = {Value::of(5), Value::of(9), Value::of(2), Value::of(8)};
  EXPECT_EQ(to_text(across("sum", peers)), "24");
  EXPECT_EQ(to_text(across("mean", peers)), "6");
  EXPECT_EQ(to_text(across("min", peers)), "2");
  EXPECT_EQ(to_text(across("max", peers)), "9");
  EXPECT_EQ(to_text(across("count", peers)), "4");
  EXPECT_EQ(to_text(across("median", peers)), "6.5");
  EXPECT_EQ(to_text(across("geomean", {Value::of(9), Value::of(4)})), "6");
  EXPECT_EQ(to_text(across("count", {Value::of_truth(true), Value::of_truth(false)})), "1");
}

TEST(Quantile, LiesBetweenTwoValuesByTypeSeven) {
  EXPECT_EQ(answer("quantile(0, 3, 1, 2)"), "1");
  EXPECT_EQ(answer("quantile(1, 3, 1, 2)"), "3");
  EXPECT_EQ(answer("quantile(0.5, 3, 1, 2)"), "2");
  EXPECT_EQ(answer("quantile(50%, 1, 2)"), "1.5");
  EXPECT_EQ(answer("quantile(0.9, 10, 20, 30, 40, 50, 60)"), "55");  // place 4.5 of 0 to 5
  EXPECT_EQ(answer("quantile(1 / 3, 1, 2)"), "4/3");
  EXPECT_EQ(answer("quantile(0.3, 7)"), "7");
}

TEST(Quantile, IsMissingWithAFaultOutsideZeroToOne) {
  EXPECT_EQ(fault_of("quantile(-0.1, 1, 2)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("quantile(1.01, 1, 2)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("quantile(1, 1, 2)"), Fault::none);
}

TEST(Rank, DescendsAndEqualValuesShareTheBest) {
  EXPECT_EQ(answer("rank(95, 93, 93, 90)"), "1");
  EXPECT_EQ(answer("rank(93, 95, 93, 90)"), "2");
  EXPECT_EQ(answer("rank(90, 95, 93, 93)"), "4");
  EXPECT_EQ(answer("rank(-90, -95, -93, -93)"), "1");
  EXPECT_EQ(answer("rank(7, 7, 7)"), "1");
  EXPECT_EQ(answer("rank(7)"), "1");
  EXPECT_EQ(answer("rank(1 / 3, 0.3333333333333333)"), "1");
}

TEST(PercentRank, IsTheAscendingRankBelowOneOfTheOthers) {
  EXPECT_EQ(answer("percent_rank(90, 95, 93, 93)"), "0");
  EXPECT_EQ(answer("percent_rank(93, 95, 93, 90)"), "1/3");  // ascending ranks 1 2 2 4
  EXPECT_EQ(answer("percent_rank(95, 90, 93, 93)"), "1");
  EXPECT_EQ(answer("percent_rank(7)"), "0");
}

TEST(Zscore, DividesByTheDeviationOfThePopulation) {
  EXPECT_EQ(answer("zscore(2, 4, 4, 4, 5, 5, 7, 9)"), "-1.5");
  EXPECT_EQ(answer("zscore(5, 2, 4, 4, 4, 5, 7, 9)"), "0");
  // 0, 1, 2: the deviation is the double next to the root of 2/3, 0x1.a20bd700c2c3ep-1 (Python 3, statistics.pstdev).
  EXPECT_EQ(evaluate(*parse_formula("zscore(2, 0, 1)").value().root).number,
            Rational(1) / Rational::from_double(0x1.a20bd700c2c3ep-1));
}

TEST(Zscore, IsZeroWithoutSpread) {
  EXPECT_EQ(answer("zscore(0.1, 0.1, 0.1)"), "0");  // binary doubles would find a spread
  EXPECT_EQ(answer("zscore(7)"), "0");
}

TEST(Minmax, IsAHalfWithoutSpread) {
  EXPECT_EQ(answer("minmax(5, 5, 5)"), "0.5");
  EXPECT_EQ(answer("minmax(7)"), "0.5");
  EXPECT_EQ(answer("minmax(1, 2, 4)"), "0");
  EXPECT_EQ(answer("minmax(4, 2, 1)"), "1");
  EXPECT_EQ(answer("minmax(2, 1, 4)"), "1/3");
}

TEST(Share, IsMissingWhereTheSumIsZero) {
  EXPECT_EQ(answer("share(1, 2)"), "1/3");
  EXPECT_EQ(answer("share(0, 2)"), "0");
  EXPECT_EQ(answer("share(0, 0)"), "missing");
  EXPECT_EQ(answer("share(2, -2)"), "missing");
  EXPECT_EQ(fault_of("share(0, 0)"), Fault::none);
}

TEST(AcrossOfficers, NumbersThatGrowTooLargeAreAFaultOfEachOfficer) {
  const Value large = evaluate(*parse_formula("3 ^ 60000").value().root);      // 95,098 bits
  const Value other = evaluate(*parse_formula("1 / 7 ^ 30000").value().root);  // 84,221 bits
  EXPECT_EQ(across("share", {large, other}).fault, Fault::too_large);
  EXPECT_EQ(across("zscore", {large, other}).fault, Fault::too_large);
}

}  // namespace
}  // namespace cwp::test
