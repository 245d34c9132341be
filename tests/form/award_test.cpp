#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

TEST(AwardForm, MultipliesEachByTheCount) {
  EXPECT_EQ(points_of(form("award", {says("of", "visits"), says("each", "0.5")}), without_full()),
            canonical("0.5 * visits"));
}

TEST(AwardForm, CountsFullUnitsWithWholeDown) {
  EXPECT_EQ(points_of(form("award", {says("of", "visits"), says("each", "0.5"), says("unit", "3"),
                                     word("whole", "down"), says("at_most", "10")})),
            canonical("min(0.5 * floor(visits / 3), 10)"));
}

TEST(AwardForm, CountsStartedUnitsWithWholeUp) {
  EXPECT_EQ(points_of(form("award", {says("of", "a + b"), says("each", "2"), says("unit", "3"), word("whole", "up")})),
            canonical("2 * ceil((a + b) / 3)"));
}

TEST(AwardForm, CountsInProportionWithWholeExact) {
  EXPECT_EQ(points_of(form("award", {says("of", "a"), says("each", "2"), says("unit", "3"), word("whole", "exact")})),
            canonical("2 * (a / 3)"));
}

TEST(AwardForm, CapsAndAddsDayByDay) {
  EXPECT_EQ(
      points_of(form("award", {says("of", "visits"), says("each", "0.5"), says("at_most", "2"), word("per", "day")})),
      canonical("sum(min(0.5 * visits, 2) per day)"));
}

TEST(AwardForm, AtMostIsInMarksAndNotProrated) {
  EXPECT_EQ(
      points_of(form("award", {says("of", "a"), says("each", "2"), says("at_most", "10")}), prorated(Prorate::duty)),
      canonical("min(2 * a, 10)"));
}

TEST(AwardForm, DemandsAWholeCountOnlyWhereWholeIsLeftOut) {
  const auto unsaid = desugar(form("award", {says("of", "visits"), says("each", "0.5"), says("unit", "0.25")}));
  EXPECT_EQ(whole_of(unsaid.demands), "visits by 0.25");
  EXPECT_EQ(texts_of(unsaid.demands.not_negative), "0.5");
  const auto without_unit = desugar(form("award", {says("of", "visits"), says("each", "0.5")}));
  EXPECT_EQ(whole_of(without_unit.demands), "visits by 1");
  const auto said = desugar(form("award", {says("of", "visits"), says("each", "-1"), word("whole", "exact")}));
  EXPECT_EQ(whole_of(said.demands), "");
  EXPECT_EQ(texts_of(said.demands.not_negative), "-1");
}

TEST(AwardForm, DemandsAWholeCountOfEachInnerPeriod) {
  const auto daily = desugar(form("award", {says("of", "visits"), says("each", "1"), word("per", "day")}));
  EXPECT_EQ(whole_of(daily.demands), canonical("sum(visits per day)") + " by 1");
}

TEST(AwardForm, IsInvalidWhereTheLoaderRefusedThePeriod) {
  FormKey per = named("per");
  const auto made = desugar(form("award", {says("of", "visits"), says("each", "1"), per}));
  EXPECT_EQ(made.formula->kind, ExprKind::invalid);
}

TEST(AwardForm, ReportsAUnitThatIsNotPositive) {
  EXPECT_EQ(problems(form("award", {says("of", "a"), says("each", "1"), says("unit", "0")})),
            "form-not-positive at '0' (unit, 0)");
  EXPECT_EQ(problems(form("award", {says("of", "a"), says("each", "1"), says("unit", "-2.50")})),
            "form-not-positive at '-2.50' (unit, -2.5)");
}

TEST(AwardForm, ReportsANegativeCap) {
  EXPECT_EQ(problems(form("award", {says("of", "a"), says("each", "1"), says("at_most", "-5")})),
            "form-negative at '-5' (at_most, -5)");
}

TEST(AwardForm, ReportsAPeriodLongerThanTheItems) {
  const auto monthly = form("award", {says("of", "a"), says("each", "1"), word("per", "month")});
  FormContext weekly = full_ten();
  weekly.per = Grain::week;
  EXPECT_EQ(problems(monthly, weekly), "form-grain-too-long at 'month' (month, week)");
  EXPECT_EQ(problems(monthly), "");
}

TEST(AwardForm, WithoutARequiredKeyIsInvalid) {
  EXPECT_EQ(desugar(form("award", {says("of", "a")})).formula->kind, ExprKind::invalid);
  EXPECT_EQ(desugar(form("award", {says("each", "1")})).formula->kind, ExprKind::invalid);
}

TEST(AwardForm, KeepsPlacesAndPutsTheWholeAtTheForm) {
  const auto made = desugar(form("award", {says("of", "visits"), says("each", "0.5")})).formula;
  EXPECT_EQ(text_at(made->place), "{the award}");
  EXPECT_EQ(text_at(made->name_place), "award");
  EXPECT_EQ(text_at(made->arguments.at(0)->place), "0.5");
  EXPECT_EQ(text_at(made->arguments.at(1)->place), "visits");
}

TEST(AwardForm, ElevenVisitsInThreesAreThreeFullFourStartedOrElevenThirds) {
  const auto points = [](const char* whole_word) {
    return figure(
        desugar(form("award", {says("of", "visits"), says("each", "1"), says("unit", "3"), word("whole", whole_word)}))
            .formula,
        {{"visits", number("11")}});
  };
  EXPECT_EQ(points("down"), "3");
  EXPECT_EQ(points("up"), "4");
  EXPECT_EQ(points("exact"), "11/3");
}

}  // namespace
}  // namespace cwp::test
