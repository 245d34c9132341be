// Every row's example, and the edges of every body. Figures are worked out by hand unless a source is named.

#include "cwp/function_catalog.hpp"

#include <algorithm>
#include <set>

#include "formula/constant_evaluator.hpp"
#include "formula/function_families.hpp"

namespace cwp::test {
namespace {

TEST(FunctionCatalog, EveryExampleGivesItsAnswer) {
  const auto docs = functions();
  EXPECT_GE(docs.size(), 60U);
  for (const FunctionDoc& doc : docs) EXPECT_EQ(answer(std::string(doc.example)), doc.answer) << doc.name;
}

TEST(FunctionCatalog, EveryExampleUsesItsFunction) {
  for (const FunctionDoc& doc : functions()) {
    const auto root = parse_formula(std::string(doc.example)).value().root;
    bool used = false;
    const auto look = [&](const auto& self, const Expr& expr) -> void {
      used |= expr.text == doc.name && (expr.kind == ExprKind::call || expr.kind == ExprKind::name);
      for (const ExprPtr& argument : expr.arguments) self(self, *argument);
    };
    look(look, *root);
    EXPECT_TRUE(used) << doc.name;
  }
}

TEST(FunctionCatalog, EveryWorkingRowIsDocumentedInBothLanguages) {
  for (const FunctionDoc& doc : functions()) {
    for (const auto text : {doc.name, doc.family, doc.signature, doc.absent, doc.en, doc.zh, doc.example, doc.answer}) {
      EXPECT_FALSE(text.empty()) << doc.name;
    }
  }
}

TEST(FunctionCatalog, NamesAreUniqueOverAllFamilies) {
  std::set<std::string_view> names;
  for (const FunctionRow* row : function_rows()) {
    EXPECT_TRUE(names.insert(row->doc.name).second) << row->doc.name;
    EXPECT_EQ(find_function(row->doc.name), row);
  }
  EXPECT_EQ(find_function("no_such_function"), nullptr);
  EXPECT_EQ(find_function(""), nullptr);
}

TEST(FunctionCatalog, EveryFunctionOfTheLanguageIsKnown) {
  for (const char* name : {"+",
                           "-",
                           "*",
                           "/",
                           "^",
                           "neg",
                           "abs",
                           "min",
                           "max",
                           "clamp",
                           "floor",
                           "ceil",
                           "round",
                           "sqrt",
                           "ln",
                           "log10",
                           "exp",
                           "normal_cdf",
                           "if",
                           "and",
                           "or",
                           "not",
                           "=",
                           "!=",
                           "<",
                           "<=",
                           ">",
                           ">=",
                           "in",
                           "first_of",
                           "highest",
                           "ratio",
                           "growth",
                           "step",
                           "linear",
                           "marginal",
                           "lookup",
                           "sum",
                           "mean",
                           "first",
                           "last",
                           "count",
                           "median",
                           "stdev",
                           "stdev_sample",
                           "geomean",
                           "best",
                           "worst",
                           "drop_lowest",
                           "streak",
                           "runs",
                           "quantile",
                           "rank",
                           "percent_rank",
                           "zscore",
                           "minmax",
                           "share",
                           "is_missing",
                           "is_exempt",
                           "calendar_days",
                           "work_days",
                           "duty_days",
                           "present_days",
                           "days_with",
                           "period_start",
                           "period_end",
                           "month_of_year",
                           "days_between",
                           "months_between"}) {
    EXPECT_NE(find_function(name), nullptr) << name;
  }
}

TEST(FunctionCatalog, ListsEveryRow) { EXPECT_EQ(functions().size(), function_rows().size()); }

TEST(ArithmeticFunctions, AreExact) {
  expect_figures({{"0.1 + 0.2", "0.3"},
                  {"1 / 3 * 3", "1"},
                  {"0.57 - 0.5", "0.07"},
                  {"-2 ^ 2", "-4"},
                  {"(-2) ^ 2", "4"},
                  {"2 ^ 10", "1024"},
                  {"(2 / 3) ^ -2", "2.25"},
                  {"2 ^ 3 ^ 2", "512"},
                  {"true + true", "2"},
                  {"-(1 / 4)", "-0.25"}});
}

TEST(ArithmeticFunctions, SmallestLargestAndClamped) {
  expect_figures({{"min(3, 1, 2)", "1"},
                  {"max(3, 7, 2)", "7"},
                  {"clamp(-1, 0, 1)", "0"},
                  {"clamp(2, 0, 1)", "1"},
                  {"clamp(0.5, 0, 1)", "0.5"},
                  {"clamp(5, 10, 1)", "1"},
                  {"abs(-7 / 2)", "3.5"}});
}

TEST(ArithmeticFunctions, WholeNumbersAreTowardMinusAndPlusInfinity) {
  expect_figures({{"floor(2.999)", "2"},
                  {"floor(-0.1)", "-1"},
                  {"floor(3)", "3"},
                  {"ceil(2.001)", "3"},
                  {"ceil(-0.9)", "0"},
                  {"ceil(-3)", "-3"},
                  {"floor(1 / 3 * 3)", "1"}});
}

TEST(ArithmeticFunctions, RoundingFollowsTheRulebook) {
  expect_figures({{"round(2.5)", "3"},
                  {"round(-2.5)", "-3"},
                  {"round(1.005, 2)", "1.01"},
                  {"round(1250, -2)", "1300"},
                  {"round(57 / 200 * 5, 2)", "1.43"}});
  const Value x = Value::of(Rational(5, 2));
  const Value* operands[] = {&x};
  EXPECT_EQ(to_text(apply_scalar(*find_function("round"), operands, {Rounding::half_even})), "2");
  EXPECT_EQ(to_text(apply_scalar(*find_function("round"), operands, {Rounding::down})), "2");
  EXPECT_EQ(fault_of("round(1, 0.5)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("round(1, 1000000)"), Fault::out_of_domain);
}

TEST(ArithmeticFunctions, FaultsAreMissing) {
  EXPECT_EQ(answer("1 / 0"), "missing");
  EXPECT_EQ(fault_of("1 / 0"), Fault::division_by_zero);
  EXPECT_EQ(fault_of("0 ^ -1"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("(-8) ^ (1 / 3)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("sqrt(-1)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("ln(0)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("log10(-1)"), Fault::out_of_domain);
  EXPECT_EQ(fault_of("exp(100000)"), Fault::too_large);
  EXPECT_EQ(fault_of("10 ^ 1000000"), Fault::too_large);
}

TEST(ArithmeticFunctions, NumbersDoNotGrowWithoutEnd) {
  const std::string power = "3 ^ 30000";  // 47,549 bits
  EXPECT_EQ(fault_of(power), Fault::none);
  EXPECT_EQ(fault_of(power + " * " + power + " * " + power), Fault::too_large);
}

TEST(ArithmeticFunctions, IrrationalResultsAreCorrectlyRoundedDoubles) {
  EXPECT_EQ(evaluate(*parse_formula("sqrt(2)").value().root).number, Rational::from_double(0x1.6a09e667f3bcdp+0));
  EXPECT_EQ(evaluate(*parse_formula("exp(1)").value().root).number, Rational::from_double(0x1.5bf0a8b145769p+1));
  EXPECT_EQ(evaluate(*parse_formula("2 ^ 0.5").value().root).number, Rational::from_double(0x1.6a09e667f3bcdp+0));
  expect_figures({{"4 ^ 0.5", "2"}, {"sqrt(0)", "0"}, {"log10(0.001)", "-3"}, {"normal_cdf(0)", "0.5"}});
}

TEST(ArithmeticFunctions, AnAbsentOperandMakesThemAbsentAndExemptWins) {
  expect_figures({{"missing + 1", "missing"},
                  {"1 - exempt", "exempt"},
                  {"missing * exempt", "exempt"},
                  {"max(1, missing)", "missing"},
                  {"0 * missing", "missing"},
                  {"exempt / 0", "exempt"},
                  {"abs(missing)", "missing"}});
}

TEST(ChoiceFunctions, IfLooksOnlyAtTheBranchTaken) {
  expect_figures({{"if(true, 1, missing)", "1"},
                  {"if(false, 1, exempt)", "exempt"},
                  {"if(missing > 1, 1, 2)", "missing"},
                  {"if(exempt > 1, 1, 2)", "exempt"},
                  {"if(1 > 2, 'a', 'b')", "'b'"}});
}

TEST(ChoiceFunctions, AndIsThreeValued) {
  expect_figures({{"true and true", "true"},
                  {"false and missing > 0", "false"},
                  {"missing > 0 and false", "false"},
                  {"exempt > 0 and false", "false"},
                  {"true and missing > 0", "missing"},
                  {"true and exempt > 0", "exempt"},
                  {"missing > 0 and exempt > 0", "exempt"}});
}

TEST(ChoiceFunctions, OrIsThreeValued) {
  expect_figures({{"false or false", "false"},
                  {"true or missing > 0", "true"},
                  {"exempt > 0 or true", "true"},
                  {"false or missing > 0", "missing"},
                  {"missing > 0 or exempt > 0", "exempt"}});
}

TEST(ChoiceFunctions, ComparisonsAreExact) {
  expect_figures({{"1 / 3 < 0.3333333333333334", "true"},
                  {"1 / 99 <= 1 / 100", "false"},
                  {"1.50 = 1.5", "true"},
                  {"0 <= 5 < 5", "false"},
                  {"0 <= 0 < 5", "true"},
                  {"date '2026-03-01' >= date '2026-02-28'", "true"},
                  {"not missing > 1", "missing"},
                  {"missing = missing", "missing"},
                  {"2 > exempt", "exempt"}});
}

TEST(ChoiceFunctions, TextsCompareAfterTrimmingAndNormalising) {
  expect_figures({{"' urban ' = 'urban'", "true"},
                  {"'e\u0301' = '\u00e9'", "true"},
                  {"'Urban' = 'urban'", "false"},
                  {"'\u3000城区\u3000' in ['城区', '乡村']", "true"},
                  {"'A' not in ['A', 'B']", "false"},
                  {"3 in [1, 3.0]", "true"},
                  {"3 in [1, 2]", "false"},
                  {"missing in [1]", "missing"}});
}

TEST(ChoiceFunctions, FirstAndHighestSkipAbsentOperands) {
  expect_figures({{"first_of(missing, exempt, 3, 4)", "3"},
                  {"first_of(missing, exempt)", "missing"},
                  {"first_of(exempt, exempt)", "exempt"},
                  {"first_of('a', 'b')", "'a'"},
                  {"highest(1, missing, 3)", "3"},
                  {"highest(-1, exempt)", "-1"},
                  {"highest(exempt, missing)", "missing"},
                  {"highest(exempt)", "exempt"}});
}

TEST(RateFunctions, SayWhatTheyAreWorthWhereTheDivisorIsZero) {
  expect_figures({{"ratio(3900, 5200, 1)", "0.75"},
                  {"ratio(0, 0, 1)", "1"},
                  {"ratio(3, missing, 1)", "missing"},
                  {"ratio(missing, 0, 1)", "missing"},
                  {"ratio(1, exempt, 1)", "exempt"},
                  {"growth(90, 100, 0)", "-0.1"},
                  {"growth(5, 0, 1)", "1"}});
}

TEST(TableFunctions, StepTakesTheLastKeyReached) {
  expect_figures({{"step(4.999, 0 -> 0, 5 -> 8, 8 -> 12)", "0"},
                  {"step(5, 0 -> 0, 5 -> 8, 8 -> 12)", "8"},
                  {"step(99, 0 -> 0, 5 -> 8, 8 -> 12)", "12"},
                  {"step(-1, 0 -> 3, 5 -> 8)", "0"},
                  {"step(missing, 0 -> 3, 5 -> 8)", "missing"}});
}

TEST(TableFunctions, LinearIsFlatOutside) {
  expect_figures({{"linear(-3, 0 -> 2, 10 -> 15)", "2"},
                  {"linear(0, 0 -> 2, 10 -> 15)", "2"},
                  {"linear(10, 0 -> 2, 10 -> 15)", "15"},
                  {"linear(11, 0 -> 2, 10 -> 15)", "15"},
                  {"linear(1, 0 -> 0, 3 -> 1)", "1/3"},
                  {"linear(7.5, 0 -> 0, 5 -> 10, 10 -> 0)", "5"},
                  {"linear(1, 5 -> 3)", "3"}});
}

TEST(TableFunctions, LookupTakesWhatStandsForTheText) {
  expect_figures({{"lookup(' urban ', 'urban' -> 10, 'rural' -> 6)", "10"},
                  {"lookup('sea', 'urban' -> 10, 'rural' -> 6)", "missing"},
                  {"lookup('urban', 'urban' -> 10, 'rural' -> 1 / 0)", "10"},
                  {"lookup('rural', 'urban' -> 'a', 'rural' -> 'b')", "'b'"}});
}

// Figures of publicodes (barème.yaml, taux-progressif.yaml, grille.yaml; MIT) and of openfisca's tax scales and
// country template (numbers only). Thresholds that their tests multiply by a base are written multiplied.
TEST(TableFunctions, AgreeWithPublishedTaxScales) {
  expect_figures({{"marginal(3000, 0 -> 0.0465, 5000 -> 0.03, 15000 -> 0.01)", "139.5"},
                  {"marginal(6000, 0 -> 0.0465, 5000 -> 0.03, 15000 -> 0.01)", "262.5"},
                  {"marginal(30000, 0 -> 0.0465, 5000 -> 0.03, 15000 -> 0.01)", "682.5"},
                  {"marginal(200, 0 -> 0.29, 100 -> 0.90)", "119"},
                  {"marginal(200, 0 -> 0.56, 100 -> 0.90)", "146"},
                  {"marginal(40, 0 -> 0.10, 100 -> 0.50, 1000 -> 0)", "4"},
                  {"marginal(200, 0 -> 0.10, 100 -> 0.50, 1000 -> 0)", "60"},
                  {"marginal(2000, 0 -> 0.10, 100 -> 0.50, 1000 -> 0)", "460"},
                  {"linear(200, 225 -> 100, 300 -> 0)", "100"},
                  {"linear(225, 225 -> 100, 300 -> 0)", "100"},
                  {"linear(262.5, 225 -> 100, 300 -> 0)", "50"},
                  {"linear(300, 225 -> 100, 300 -> 0)", "0"},
                  {"step(200, 0 -> 50, 1000 -> 170, 2000 -> 400)", "50"},
                  {"step(1500, 0 -> 50, 1000 -> 170, 2000 -> 400)", "170"},
                  {"step(10000, 0 -> 50, 1000 -> 170, 2000 -> 400)", "400"},
                  {"step(999.3, 0 -> 50, 1000 -> 170, 2000 -> 400)", "50"},
                  {"marginal(1, 0 -> 0, 1 -> 0.1, 2 -> 0.2, 3 -> 0)", "0"},
                  {"marginal(1.5, 0 -> 0, 1 -> 0.1, 2 -> 0.2, 3 -> 0)", "0.05"},
                  {"marginal(2, 0 -> 0, 1 -> 0.1, 2 -> 0.2, 3 -> 0)", "0.1"},
                  {"marginal(2.5, 0 -> 0, 1 -> 0.1, 2 -> 0.2, 3 -> 0)", "0.2"},
                  {"marginal(3, 0 -> 0, 1 -> 0.1, 2 -> 0.2, 3 -> 0)", "0.3"},
                  {"marginal(4, 0 -> 0, 1 -> 0.1, 2 -> 0.2, 3 -> 0)", "0.3"},
                  {"marginal(200.002, 0 -> 0, 100 -> 0.1)", "10.0002"},
                  {"marginal(200.5, 0 -> 0, 100 -> 0.1)", "10.05"},
                  {"step(1, 6 -> 0.23, 9 -> 0.29)", "0"},
                  {"step(8, 6 -> 0.23, 9 -> 0.29)", "0.23"},
                  {"step(10, 6 -> 0.23, 9 -> 0.29)", "0.29"},
                  {"marginal(2000, 0 -> 0.03, 12000 -> 0.10)", "60"},
                  {"marginal(15000, 0 -> 0.03, 12000 -> 0.10)", "660"},
                  {"marginal(15000, 0 -> 0.04, 12200 -> 0.12)", "824"},
                  {"marginal(2000, 0 -> 0.02, 6000 -> 0.06, 12400 -> 0.12)", "40"},
                  {"marginal(15000, 0 -> 0.02, 6000 -> 0.06, 12400 -> 0.12)", "816"}});
}

TEST(TableFunctions, MarginalIsNothingBelowItsFirstEdge) {
  expect_figures({{"marginal(3, 5 -> 2)", "0"}, {"marginal(5, 5 -> 2)", "0"}, {"marginal(7, 5 -> 2)", "4"}});
}

TEST(AbsentFunctions, TellMissingFromExempt) {
  expect_figures({{"is_missing(missing)", "true"},
                  {"is_missing(exempt)", "false"},
                  {"is_missing(3)", "false"},
                  {"is_exempt(exempt)", "true"},
                  {"is_exempt(missing)", "false"},
                  {"is_exempt(missing + exempt)", "true"}});
}

TEST(DateFunctions, DaysBetweenCountsNights) {
  expect_figures({{"days_between(date '2024-02-28', date '2024-03-01')", "2"},
                  {"days_between(date '2026-03-01', date '2026-03-01')", "0"},
                  {"days_between(date '2026-03-02', date '2026-03-01')", "-1"},
                  {"days_between(date '2026-01-01', missing)", "missing"}});
}

TEST(DateFunctions, MonthsBetweenCountsCompletedMonths) {
  expect_figures({{"months_between(date '2026-01-15', date '2026-02-14')", "0"},
                  {"months_between(date '2026-01-15', date '2026-02-15')", "1"},
                  {"months_between(date '2025-01-31', date '2026-01-30')", "11"},
                  {"months_between(date '2025-01-31', date '2026-01-31')", "12"},
                  {"months_between(date '2026-01-31', date '2026-02-28')", "1"},
                  {"months_between(date '2024-01-31', date '2024-02-28')", "0"},
                  {"months_between(date '2024-01-31', date '2024-02-29')", "1"},
                  {"months_between(date '2026-01-31', date '2026-04-30')", "3"},
                  {"months_between(date '2026-02-28', date '2026-01-31')", "-1"},
                  {"months_between(date '2026-02-15', date '2026-01-16')", "0"},
                  {"months_between(date '2024-02-29', date '2025-02-28')", "12"},
                  {"months_between(date '2020-01-01', date '2020-01-01')", "0"}});
}

}  // namespace
}  // namespace cwp::test
