#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormUse escalate(std::vector<FormKey> more = {}) {
  std::vector<FormKey> keys = {says("of", "late"), list("steps", {"1", "2", "5"})};
  for (FormKey& key : more) keys.push_back(std::move(key));
  return form("escalate", std::move(keys));
}

TEST(EscalateForm, TakesTheTotalFromFull) {
  EXPECT_EQ(points_of(escalate({says("then", "10")})), canonical("10 - escalate(late, 1, 2, 5, 10)"));
}

TEST(EscalateForm, TheLastStepRepeatsWithoutThen) {  // ruling 43
  const auto made = desugar(escalate(), {.full = tree("20")}).formula;
  EXPECT_EQ(figure(made, {{"late", number("3")}}), "12");
  EXPECT_EQ(figure(made, {{"late", number("4")}}), "7");
  EXPECT_EQ(figure(made, {{"late", number("5")}}), "2");
}

TEST(EscalateForm, EveryLaterOccurrenceCostsThen) {  // 1 + 2 + 5 + 10
  const auto made = desugar(escalate({says("then", "10")}), {.full = tree("20")}).formula;
  EXPECT_EQ(figure(made, {{"late", number("0")}}), "20");
  EXPECT_EQ(figure(made, {{"late", number("3")}}), "12");
  EXPECT_EQ(figure(made, {{"late", number("4")}}), "2");
  EXPECT_EQ(figure(made, {{"late", number("5")}}), "-8");  // the item's min clamps
}

TEST(EscalateForm, GivesFromNothingOnAndNeedsNoFullMarks) {  // ruling 43
  EXPECT_EQ(points_of(escalate({word("gives", "true")}), without_full()), canonical("escalate(late, 1, 2, 5)"));
  EXPECT_EQ(points_of(escalate({word("gives", "false")})), canonical("10 - escalate(late, 1, 2, 5)"));
  EXPECT_EQ(problems(escalate({word("gives", "false")}), without_full()), "form-needs-full at 'escalate' (escalate)");
}

TEST(EscalateForm, ReportsNegativeSteps) {
  EXPECT_EQ(problems(form("escalate", {says("of", "late"), list("steps", {"1", "-2"}), says("then", "-3")})),
            "form-negative at '-3' (then, -3)\nform-negative at '-2' (steps, -2)");
}

TEST(EscalateForm, HasTheCheckerLookAtStepsThatAreFormulas) {
  const auto made = desugar(form("escalate", {says("of", "late"), list("steps", {"1", "p"}), says("then", "q")}));
  EXPECT_EQ(texts_of(made.demands.not_negative), "1, p, q");
  EXPECT_TRUE(made.demands.whole.empty());
}

TEST(EscalateForm, OfNoStepsIsInvalid) {
  EXPECT_EQ(desugar(form("escalate", {says("of", "late"), list("steps", {})})).formula->kind, ExprKind::invalid);
}

}  // namespace
}  // namespace cwp::test
