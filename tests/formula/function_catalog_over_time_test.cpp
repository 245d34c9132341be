// Functions over the periods of time, and those that forms become. Figures are worked out by hand unless a source is
// named.

#include <gtest/gtest.h>

#include "formula/constant_evaluator.hpp"
#include "formula/function_families.hpp"

namespace cwp::test {
namespace {

TEST(OverTimeFunctions, MeansAndMediansAreExact) {
  expect_figures({{"mean(1, 2)", "1.5"},
                  {"mean(10, 0, 0)", "10/3"},
                  {"median(5)", "5"},
                  {"median(1, 2)", "1.5"},
                  {"median(3, 1, 2)", "2"},
                  {"sum(0.1, 0.2)", "0.3"}});
}

TEST(OverTimeFunctions, CountCountsNumbersAndTrueConditions) {
  expect_figures({{"count(0, 0, 5)", "3"}, {"count(false, false)", "0"}, {"count(true, false)", "1"}});
}

std::string fold(const std::string& name, std::initializer_list<Value> values) {
  return to_text(find_function(name)->fold(std::vector<Value>(values), {}, {}));
}

TEST(OverTimeFunctions, SmallestAndLargestOverTimeKeepTheType) {
  EXPECT_EQ(fold("min", {Value::of(3), Value::of(1), Value::of(2)}), "1");
  EXPECT_EQ(fold("max", {Value::of(3), Value::of(1), Value::of(2)}), "3");
  EXPECT_EQ(fold("max", {Value::of_truth(false), Value::of_truth(true)}), "true");
  EXPECT_EQ(fold("last", {Value::of_truth(true), Value::of_truth(false)}), "false");
  EXPECT_EQ(fold("first", {Value::of(4), Value::of(5)}), "4");
}

TEST(OverTimeFunctions, DeviationsAreRootsOfTheExactVariance) {
  // Three of 0.1: binary doubles would give a deviation above 0.
  expect_figures(
      {{"stdev(0.1, 0.1, 0.1)", "0"}, {"stdev(7)", "0"}, {"stdev(1, 3)", "1"}, {"stdev_sample(7)", "missing"}});
  const Rational root_of_half = evaluate(*parse_formula("stdev_sample(1, 2)").value().root).number;
  EXPECT_EQ(root_of_half, Rational::from_double(0x1.6a09e667f3bcdp-1));
}

TEST(OverTimeFunctions, GeometricMeans) {
  expect_figures({{"geomean(2, 0, 8)", "0"}, {"geomean(1, 4, 16)", "4"}, {"geomean(0.25)", "0.25"}});
  EXPECT_EQ(fault_of("geomean(2, -8)"), Fault::out_of_domain);
}

TEST(OverTimeFunctions, BestWorstAndTheRest) {
  expect_figures({{"best(3, 1, 5)", "3"},
                  {"best(1, 4, 4, 2)", "4"},
                  {"worst(9, 1, 5)", "3"},
                  {"drop_lowest(0, 1, 5)", "3"},
                  {"drop_lowest(1, 1, 5)", "5"},
                  {"drop_lowest(2, 1, 5)", "missing"},
                  {"drop_lowest(7, 1, 5)", "missing"}});
  EXPECT_EQ(fault_of("best(0, 1, 5)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("worst(1.5, 1, 5)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("drop_lowest(-1, 1, 5)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("drop_lowest(2, 1, 5)"), Fault::none);
  EXPECT_EQ(answer("best(1000000000000, 1, 5)"), "3");
}

TEST(OverTimeFunctions, OnlyCountTakesConditionsAsWellAsNumbers) {
  for (const FunctionRow* row : function_rows())
    EXPECT_EQ(row->fold_booleans, row->doc.name == "count") << row->doc.name;
}

TEST(OverTimeFunctions, WhatIsCountedIsZeroOfNone) {
  for (const FunctionRow* row : function_rows())
    EXPECT_EQ(row->counts, row->doc.name == "count" || row->run != nullptr) << row->doc.name;
}

/// `yn?-`: the condition held, did not, is unknown, the period is passed over.
std::string run_over(const char* name, std::string_view written) {
  std::vector<RunStep> steps;
  for (const char c : written)
    steps.push_back(c == 'y'   ? RunStep::yes
                    : c == 'n' ? RunStep::no
                    : c == '?' ? RunStep::unknown
                               : RunStep::passed_over);
  return to_text(find_function(name)->run(steps));
}

TEST(OverTimeFunctions, AStreakGoesBackFromTheLastPeriod) {
  EXPECT_EQ(run_over("streak", "nyyy"), "3");
  EXPECT_EQ(run_over("streak", "yyyn"), "0");
  EXPECT_EQ(run_over("streak", "yyyy"), "4");  // not across the start
  EXPECT_EQ(run_over("streak", ""), "0");
}

TEST(OverTimeFunctions, AStreakEndsAtTheUnknownAndPassesOverAbsence) {  // language.md, section 9
  EXPECT_EQ(run_over("streak", "y?yy"), "2");
  EXPECT_EQ(run_over("streak", "yy?"), "0");
  EXPECT_EQ(run_over("streak", "ny-y--"), "2");
  EXPECT_EQ(run_over("streak", "y-?-y"), "1");
  EXPECT_EQ(run_over("streak", "--"), "0");
}

TEST(OverTimeFunctions, DaysInARowAreOneRun) {
  EXPECT_EQ(run_over("runs", "yyynyy"), "2");
  EXPECT_EQ(run_over("runs", "nynyny"), "3");
  EXPECT_EQ(run_over("runs", "nn"), "0");
  EXPECT_EQ(run_over("runs", "yyyy"), "1");
  EXPECT_EQ(run_over("runs", ""), "0");
}

TEST(OverTimeFunctions, AnAbsentOrUnknownDayBreaksARun) {  // ruling 29
  EXPECT_EQ(run_over("runs", "yy?yy"), "2");
  EXPECT_EQ(run_over("runs", "yy-yy"), "2");
  EXPECT_EQ(run_over("runs", "-?-"), "0");
}

TEST(OverTimeFunctions, OnlyAStreakLooksBackBeyondTheOuterPeriod) {
  for (const FunctionRow* row : function_rows()) {
    EXPECT_EQ(row->before_outer, row->doc.name == "streak") << row->doc.name;
    EXPECT_TRUE(row->run == nullptr || row->fold == nullptr) << row->doc.name;
  }
}

TEST(FormFunctions, EscalatePricesEachOccurrenceAndEveryLaterOneAlike) {  // 1, 2, 5, then 10
  expect_figures({{"escalate(0, 1, 2, 5, 10)", "0"},
                  {"escalate(1, 1, 2, 5, 10)", "1"},
                  {"escalate(2, 1, 2, 5, 10)", "3"},
                  {"escalate(3, 1, 2, 5, 10)", "8"},
                  {"escalate(4, 1, 2, 5, 10)", "18"},
                  {"escalate(6, 1, 2, 5, 10)", "38"},
                  {"escalate(1000000000000, 1, 2)", "1999999999999"},
                  {"escalate(3, 0.1)", "0.3"}});
}

TEST(FormFunctions, EscalateFloorsTheCountAndKnowsNoNegativeOne) {  // ruling 43
  expect_figures({{"escalate(2.9, 1, 2, 5)", "3"},
                  {"escalate(0.9, 1, 2, 5)", "0"},
                  {"escalate(-0.5, 1, 2, 5)", "0"},
                  {"escalate(-3, 1, 2, 5)", "0"},
                  {"escalate(missing, 1, 2, 5)", "missing"},
                  {"escalate(1, 1, exempt)", "exempt"}});
}

TEST(FormFunctions, HighestCaseTakesTheLargestThatHolds) {
  expect_figures({{"highest_case(true, 5, true, 3)", "5"},
                  {"highest_case(false, 5, true, 3)", "3"},
                  {"highest_case(true, -5, true, -3)", "-3"},
                  {"highest_case(false, 5, false, 3)", "0"},
                  {"highest_case(false, 5, 1)", "1"},
                  {"highest_case(true, -5, 1)", "-5"},
                  {"highest_case(false, 5, missing)", "missing"},
                  {"highest_case(true, 5, missing)", "5"}});
}

TEST(FormFunctions, HighestCaseMustKnowEveryConditionAndThePointsOfThoseThatHold) {
  expect_figures({{"highest_case(true, 5, missing > 0, 3)", "missing"},
                  {"highest_case(exempt > 0, 5, true, 3)", "exempt"},
                  {"highest_case(exempt > 0, 5, missing > 0, 3)", "exempt"},
                  {"highest_case(true, 5, true, missing)", "missing"},
                  {"highest_case(true, exempt, true, 3)", "exempt"},
                  {"highest_case(true, 5, false, missing)", "5"}});
}

TEST(FormFunctions, ALineThatIsMissingCountsNothingAndIsRemembered) {  // ruling 48
  const auto line = [](const Value& value) {
    const Value* operands[] = {&value};
    return apply_scalar(*find_function("line_or_zero"), operands, {});
  };
  EXPECT_EQ(to_text(line(Value::of(-3))), "-3");
  EXPECT_FALSE(line(Value::of(-3)).incomplete);
  EXPECT_EQ(to_text(line(Value::missing())), "0");
  EXPECT_TRUE(line(Value::missing()).incomplete);
  EXPECT_EQ(to_text(line(Value::exempt())), "0");
  EXPECT_FALSE(line(Value::exempt()).incomplete);
  EXPECT_TRUE(line(Value::failed(Fault::division_by_zero)).faulty);
}

}  // namespace
}  // namespace cwp::test
