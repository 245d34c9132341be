#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormUse deduct_late() { return form("deduct", {says("of", "late"), says("each", "2")}); }
FormUse award_cited() { return form("award", {says("of", "cited"), says("each", "5")}); }
FormUse points(const std::string& text) { return form("points", {says("", text)}); }
FormUse lines_of(std::vector<FormLine> all) { return form("lines", {lines(std::move(all))}); }
FormUse lines_from(const std::string& start, std::vector<FormLine> all) {
  return form("lines", {says("start", start), lines(std::move(all))});
}
Figures two_late_one_cited() { return {{"late", number("2")}, {"cited", number("1")}}; }

/// The value of the whole form with its flag.
Value value_of(const FormUse& use, const Figures& figures) {
  return evaluate(*desugar(use, without_full()).formula, figures);
}

TEST(LinesForm, StartPlusGainsLessLosses) {
  const auto use = lines_from("100", {line(deduct_late()), line(award_cited())});
  EXPECT_EQ(points_of(use, without_full()), canonical("100 - line_or_zero(2 * late) + line_or_zero(5 * cited)"));
  EXPECT_EQ(figure(desugar(use).formula, two_late_one_cited()), "101");
}

TEST(LinesForm, StartIsNothingWhereItIsLeftOut) {
  EXPECT_EQ(figure(desugar(lines_of({line(deduct_late()), line(award_cited())})).formula, two_late_one_cited()), "1");
}

TEST(LinesForm, TheCapOfALineLimitsItUpAndDown) {  // ruling 48
  const auto use = lines_from("50", {line(points("swing"), "10")});
  EXPECT_EQ(points_of(use), canonical("50 + line_or_zero(clamp(swing, -10, 10))"));
  EXPECT_EQ(figure(desugar(use).formula, {{"swing", number("25")}}), "60");
  EXPECT_EQ(figure(desugar(use).formula, {{"swing", number("-25")}}), "40");
  EXPECT_EQ(figure(desugar(use).formula, {{"swing", number("-4")}}), "46");
  EXPECT_EQ(figure(desugar(lines_from("50", {line(deduct_late(), "3")})).formula, {{"late", number("2")}}), "47");
}

TEST(LinesForm, TheCapOfTheFormActsWithinThatOfItsLine) {
  const auto use =
      lines_of({line(form("deduct", {says("of", "late"), says("each", "2"), says("at_most", "6")}), "cap")});
  EXPECT_EQ(points_of(use), canonical("0 - line_or_zero(clamp(min(2 * late, 6), -cap, cap))"));
}

TEST(LinesForm, EscalateTakesOrGives) {
  const auto steps = [](std::vector<FormKey> more) {
    std::vector<FormKey> keys = {says("of", "n"), list("steps", {"1", "2"})};
    for (FormKey& key : more) keys.push_back(std::move(key));
    return form("escalate", std::move(keys));
  };
  EXPECT_EQ(points_of(lines_of({line(steps({}))}), without_full()), canonical("0 - line_or_zero(escalate(n, 1, 2))"));
  EXPECT_EQ(points_of(lines_of({line(steps({word("gives", "true")}))}), without_full()),
            canonical("0 + line_or_zero(escalate(n, 1, 2))"));
}

TEST(LinesForm, CasesHighestAndBandsAreSignedGains) {
  const auto use = lines_from("20", {line(form("cases", {cases({{"m = 0", "3"}, {"", "-4"}})})),
                                     line(form("highest", {cases({{"m > 0", "1"}, {"m > 1", "2"}})})),
                                     line(form("bands", {says("of", "m"), table({{"0", "0"}, {"2", "-5"}})}))});
  EXPECT_EQ(figure(desugar(use).formula, {{"m", number("0")}}), "23");
  EXPECT_EQ(figure(desugar(use).formula, {{"m", number("2")}}), "13");  // 20 - 4 + 2 - 5
}

TEST(LinesForm, AMissingLineIsSkippedAndMakesItIncomplete) {
  const Figures figures = {{"late", Value::missing()}, {"cited", number("1")}};
  const Value value = value_of(lines_from("100", {line(deduct_late()), line(award_cited())}), figures);
  EXPECT_EQ(to_text(value), "105");
  EXPECT_TRUE(value.incomplete);
}

TEST(LinesForm, AMissingLineThatMustNotFailMakesTheItemMissing) {
  const auto use = lines_from("100", {line(deduct_late(), "", LineIfMissing::fail), line(award_cited())});
  EXPECT_EQ(to_text(value_of(use, {{"late", Value::missing()}, {"cited", number("1")}})), "missing");
  EXPECT_EQ(to_text(value_of(use, {{"late", number("2")}, {"cited", number("1")}})), "101");
}

TEST(LinesForm, AnExemptLineIsSkippedWhateverIsSaidOfMissingOnes) {
  for (const LineIfMissing rule : {LineIfMissing::skip, LineIfMissing::fail}) {
    const auto use = lines_from("100", {line(deduct_late(), "8", rule), line(award_cited())});
    const Value value = value_of(use, {{"late", Value::exempt()}, {"cited", number("1")}});
    EXPECT_EQ(to_text(value), "105");
    EXPECT_FALSE(value.incomplete);
  }
}

TEST(LinesForm, LinesThatAreAllExemptLeaveTheStart) {
  EXPECT_EQ(to_text(value_of(lines_from("100", {line(deduct_late())}), {{"late", Value::exempt()}})), "100");
}

TEST(LinesForm, AsksTheCheckerForEachLine) {
  const auto demands = desugar(lines_of({line(deduct_late()), line(award_cited())})).demands;
  EXPECT_EQ(whole_of(demands), "late by 1, cited by 1");
  EXPECT_EQ(texts_of(demands.not_negative), "2, 5");
  EXPECT_EQ(text_at(demands.whole[1].place), "award");
}

TEST(LinesForm, ProratesTheThresholdsOfItsLines) {
  const auto use = lines_of({line(form("deduct", {says("of", "m"), says("below", "40"), says("each", "1")}))});
  EXPECT_EQ(points_of(use, prorated(Prorate::duty)), canonical("0 - line_or_zero(1 * max(0, 40 * duty_share - m))"));
}

TEST(LinesForm, HasNoPlaceForWhatNeedsFullMarks) {
  EXPECT_EQ(problems(lines_of({line(form("target", {says("of", "m"), says("at", "10")})), line(deduct_late())})),
            "form-not-a-line at 'target' (target)");
  EXPECT_EQ(problems(lines_of({line(lines_of({line(deduct_late())}))})), "form-not-a-line at 'lines' (lines)");
  EXPECT_EQ(problems(lines_of({line(form("deduct", {says("of", "m"), says("each", "1"), says("all_gone_at", "9")}))})),
            "form-key-without-use at 'all_gone_at' (all_gone_at, lines)");
}

TEST(LinesForm, ReportsWhatIsWrongInEveryLine) {
  EXPECT_EQ(problems(lines_of({line(form("award", {says("of", "m"), says("each", "1"), says("unit", "0")})),
                               line(deduct_late(), "-3")})),
            "form-not-positive at '0' (unit, 0)\nform-negative at '-3' (at_most, -3)");
}

TEST(LinesForm, TakesAHundredLinesAndNoMore) {
  std::vector<FormLine> all(100, line(points("1")));
  EXPECT_EQ(figure(desugar(lines_of(all)).formula), "100");
  all.push_back(line(award_cited()));
  EXPECT_EQ(problems(lines_of(all)), "too-many-lines at '{award: …}' (101, 100)");
}

TEST(LinesForm, OfNoLineOrAnUnreadableOneIsInvalid) {
  EXPECT_EQ(desugar(lines_of({})).formula->kind, ExprKind::invalid);
  EXPECT_EQ(desugar(lines_of({line(FormUse{})})).formula->kind, ExprKind::invalid);
}

}  // namespace
}  // namespace cwp::test
