#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

TEST(CasesForm, TriesOneAfterTheOther) {
  EXPECT_EQ(points_of(form("cases", {cases({{"m = 0", "10"}, {"m <= 2", "5"}})}), without_full()),
            canonical("if(m = 0, 10, if(m <= 2, 5, 0))"));
}

TEST(CasesForm, EndsWithOtherwise) {
  EXPECT_EQ(points_of(form("cases", {cases({{"m = 0", "10"}, {"", "m / 2"}})})), canonical("if(m = 0, 10, m / 2)"));
  EXPECT_EQ(points_of(form("cases", {cases({{"", "3"}})})), "3");
}

TEST(CasesForm, LeavesItToTheLoaderToReportOtherwiseBeforeTheEnd) {
  for (const FormUse& use : {form("cases", {cases({{"m = 0", "10"}, {"", "7"}, {"m <= 2", "5"}})}),
                             form("cases", {cases({{"", "7"}, {"", "8"}})})}) {
    std::vector<Diagnostic> diagnostics;
    FormContext context = full_ten();
    context.diagnostics = &diagnostics;
    EXPECT_EQ(desugar(use, context).formula->kind, ExprKind::invalid);
    EXPECT_TRUE(diagnostics.empty());
  }
}

TEST(CasesForm, OfAnEmptyListIsInvalid) {
  EXPECT_EQ(desugar(form("cases", {cases({})})).formula->kind, ExprKind::invalid);
}

TEST(CasesForm, TakesAHundredCasesAndNoMore) {
  std::vector<std::pair<std::string, std::string>> rows(100, {"m = 0", "10"});
  EXPECT_EQ(problems(form("cases", {cases(rows)})), "");
  rows.push_back({"m = 77", "1"});
  EXPECT_EQ(problems(form("cases", {cases(rows)})), "too-many-cases at '{when: m = 77}' (101, 100)");
}

TEST(CasesForm, GivesTheFirstThatHoldsAndElseNothing) {
  const auto made = desugar(form("cases", {cases({{"m <= 1", "10"}, {"m <= 2", "5"}})})).formula;
  EXPECT_EQ(figure(made, {{"m", number("1")}}), "10");
  EXPECT_EQ(figure(made, {{"m", number("2")}}), "5");
  EXPECT_EQ(figure(made, {{"m", number("3")}}), "0");
}

TEST(CasesForm, IsAbsentWithItsConditions) {  // ruling 31
  const auto made = desugar(form("cases", {cases({{"a <= 1", "10"}, {"b <= 2", "5"}})})).formula;
  EXPECT_EQ(figure(made, {{"a", number("1")}, {"b", Value::missing()}}), "10");
  EXPECT_EQ(figure(made, {{"a", number("2")}, {"b", Value::missing()}}), "missing");
  EXPECT_EQ(figure(made, {{"a", Value::missing()}, {"b", number("1")}}), "missing");
  EXPECT_EQ(figure(made, {{"a", Value::exempt()}, {"b", number("1")}}), "exempt");
}

TEST(HighestForm, HandsConditionsAndPointsToOneFunction) {
  EXPECT_EQ(points_of(form("highest", {cases({{"m >= 1", "5"}, {"k >= 1", "a * 2"}})}), without_full()),
            canonical("highest_case(m >= 1, 5, k >= 1, a * 2)"));
  EXPECT_EQ(points_of(form("highest", {cases({{"m >= 1", "5"}, {"", "1"}})})), canonical("highest_case(m >= 1, 5, 1)"));
  EXPECT_EQ(points_of(form("highest", {cases({{"", "3"}})})), "3");
}

TEST(HighestForm, GivesTheBestThatHoldsAndOtherwiseOnlyWhereNoneDoes) {  // ruling 45
  const auto made = desugar(form("highest", {cases({{"m >= 1", "3"}, {"m >= 2", "8"}, {"m >= 3", "6"}, {"", "7"}})}));
  EXPECT_EQ(figure(made.formula, {{"m", number("0")}}), "7");
  EXPECT_EQ(figure(made.formula, {{"m", number("1")}}), "3");
  EXPECT_EQ(figure(made.formula, {{"m", number("2")}}), "8");
  EXPECT_EQ(figure(made.formula, {{"m", number("3")}}), "8");
}

TEST(HighestForm, IsAbsentWithAnyOfItsConditions) {
  const auto made = desugar(form("highest", {cases({{"a >= 1", "10"}, {"b >= 1", "5"}})})).formula;
  EXPECT_EQ(figure(made, {{"a", number("1")}, {"b", Value::missing()}}), "missing");
  EXPECT_EQ(figure(made, {{"a", number("1")}, {"b", Value::exempt()}}), "exempt");
  EXPECT_EQ(figure(made, {{"a", number("0")}, {"b", number("0")}}), "0");
}

TEST(HighestForm, ReportsWhatCasesReports) {
  EXPECT_EQ(problems(form("highest", {cases({{"", "7"}, {"m = 1", "8"}})})), "otherwise-not-last at '{otherwise: 7}'");
  EXPECT_EQ(desugar(form("highest", {cases({})})).formula->kind, ExprKind::invalid);
}

}  // namespace
}  // namespace cwp::test
