#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormUse bands(std::vector<FormKey> more,
              const std::vector<std::pair<std::string, std::string>>& rows = {{"2", "3"}, {"5", "8"}, {"10", "15"}}) {
  std::vector<FormKey> keys = {says("of", "x"), table(rows)};
  for (FormKey& key : more) keys.push_back(std::move(key));
  return form("bands", std::move(keys));
}

TEST(BandsForm, StepsAtItsEdges) {
  EXPECT_EQ(points_of(bands({}), without_full()), canonical("step(x, 2 -> 3, 5 -> 8, 10 -> 15)"));
  EXPECT_EQ(points_of(bands({word("edge", "at_least"), word("between", "step")})),
            canonical("step(x, 2 -> 3, 5 -> 8, 10 -> 15)"));
}

TEST(BandsForm, StepsWhereTheLoaderRefusedTheWord) {
  EXPECT_EQ(points_of(bands({named("between"), named("edge")})), canonical("step(x, 2 -> 3, 5 -> 8, 10 -> 15)"));
}

TEST(BandsForm, StepsAboveItsEdges) {
  EXPECT_EQ(points_of(bands({word("edge", "above")})), canonical("step_above(x, 2 -> 3, 5 -> 8, 10 -> 15)"));
}

TEST(BandsForm, RunsStraightOrByUnits) {
  EXPECT_EQ(points_of(bands({word("between", "linear")})), canonical("linear(x, 2 -> 3, 5 -> 8, 10 -> 15)"));
  EXPECT_EQ(points_of(bands({word("between", "marginal")})), canonical("marginal(x, 2 -> 3, 5 -> 8, 10 -> 15)"));
}

TEST(BandsForm, HasItsOwnPointsOutside) {  // ruling 30
  EXPECT_EQ(points_of(bands({says("outside", "-1")})), canonical("if(x < 2, -1, step(x, 2 -> 3, 5 -> 8, 10 -> 15))"));
  EXPECT_EQ(points_of(bands({says("outside", "1"), word("edge", "above")})),
            canonical("if(x <= 2, 1, step_above(x, 2 -> 3, 5 -> 8, 10 -> 15))"));
  EXPECT_EQ(points_of(bands({says("outside", "1"), word("between", "marginal")})),
            canonical("if(x < 2, 1, marginal(x, 2 -> 3, 5 -> 8, 10 -> 15))"));
  EXPECT_EQ(points_of(bands({says("outside", "1"), word("between", "linear")})),
            canonical("if(x < 2 or x > 10, 1, linear(x, 2 -> 3, 5 -> 8, 10 -> 15))"));
}

TEST(BandsForm, ProratesItsEdges) {
  EXPECT_EQ(points_of(bands({says("outside", "-1")}, {{"0", "0"}, {"5", "8"}}), prorated(Prorate::duty)),
            canonical("if(x < 0, -1, step(x, 0 -> 0, 5 * duty_share -> 8))"));
}

TEST(BandsForm, PassesFormulasOn) {
  EXPECT_EQ(points_of(bands({}, {{"0", "0"}, {"quota / 2", "3"}, {"quota", "5"}})),
            canonical("step(x, 0 -> 0, quota / 2 -> 3, quota -> 5)"));
}

TEST(BandsForm, ReportsTheRowThatDoesNotAscend) {
  EXPECT_EQ(problems(bands({}, {{"0", "0"}, {"5", "8"}, {"3.50", "9"}, {"1", "10"}})),
            "table-not-ascending at '3.50' (3.5, 5)");
  EXPECT_EQ(problems(bands({}, {{"0", "0"}, {"5", "8"}, {"5.0", "9"}})), "table-not-ascending at '5.0' (5, 5)");
  EXPECT_EQ(problems(bands({}, {{"8", "0"}, {"quota", "8"}, {"-5", "9"}, {"20", "3"}})),
            "table-not-ascending at '-5' (-5, 8)");
}

TEST(BandsForm, TellsToReverseADescendingTable) {
  EXPECT_EQ(problems(bands({}, {{"10", "15"}, {"5", "8"}, {"0", "0"}})),
            "table-not-ascending at '5' (5, 10); table-descends at '10'");
}

TEST(BandsForm, ReportsATableWithoutRows) { EXPECT_EQ(problems(bands({}, {})), "table-empty at '[table]'"); }

TEST(BandsForm, ReportsAnEdgeWhereThereAreNoSteps) {
  EXPECT_EQ(problems(bands({word("between", "linear"), word("edge", "above")})),
            "form-key-without-use at 'edge' (edge, between: linear)");
}

TEST(BandsForm, AtItsEdges) {
  const auto at_least = desugar(bands({})).formula;
  const auto above = desugar(bands({word("edge", "above")})).formula;
  const auto points = [](const ExprPtr& made, const char* x) { return figure(made, {{"x", number(x)}}); };
  EXPECT_EQ(points(at_least, "1.99"), "0");
  EXPECT_EQ(points(at_least, "2"), "3");
  EXPECT_EQ(points(at_least, "4.99"), "3");
  EXPECT_EQ(points(at_least, "5"), "8");
  EXPECT_EQ(points(at_least, "1000"), "15");
  EXPECT_EQ(points(above, "2"), "0");
  EXPECT_EQ(points(above, "2.01"), "3");
  EXPECT_EQ(points(above, "5"), "3");
  EXPECT_EQ(points(above, "10"), "8");
  EXPECT_EQ(points(above, "10.01"), "15");
}

TEST(BandsForm, OutsideBelowAndWithLinearAlsoAbove) {
  const auto points = [](const FormUse& use, const char* x) {
    return figure(desugar(use).formula, {{"x", number(x)}});
  };
  const auto stepped = bands({says("outside", "-1")});
  EXPECT_EQ(points(stepped, "1"), "-1");
  EXPECT_EQ(points(stepped, "2"), "3");
  EXPECT_EQ(points(stepped, "11"), "15");
  const auto above = bands({says("outside", "-1"), word("edge", "above")});
  EXPECT_EQ(points(above, "2"), "-1");
  EXPECT_EQ(points(above, "2.5"), "3");
  const auto linear = bands({says("outside", "-1"), word("between", "linear")});
  EXPECT_EQ(points(linear, "1"), "-1");
  EXPECT_EQ(points(linear, "2"), "3");
  EXPECT_EQ(points(linear, "3.5"), "5.5");
  EXPECT_EQ(points(linear, "10"), "15");
  EXPECT_EQ(points(linear, "10.5"), "-1");
}

TEST(BandsForm, HouseholdVisitsOfTheRulebookOfThePage) {  // language.md, section 2: eight visits earn 12
  const auto made = desugar(bands({}, {{"0", "0"}, {"5", "8"}, {"8", "12"}, {"10", "15"}})).formula;
  EXPECT_EQ(figure(made, {{"x", number("8")}}), "12");
  EXPECT_EQ(figure(made, {{"x", number("0")}}), "0");
}

}  // namespace
}  // namespace cwp::test
