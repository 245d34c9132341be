#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormUse target(std::vector<FormKey> more) {
  std::vector<FormKey> keys = {says("of", "x")};
  for (FormKey& key : more) keys.push_back(std::move(key));
  return form("target", std::move(keys));
}

TEST(TargetForm, IsFullTimesTheAttainedShare) {
  EXPECT_EQ(points_of(target({says("at", "200"), says("zero_at", "50")})), canonical("10 * attainment(x, 200, 50)"));
}

TEST(TargetForm, IsZeroAtZeroUnlessSaid) {
  EXPECT_EQ(points_of(target({says("at", "200")})), canonical("10 * attainment(x, 200, 0)"));
}

TEST(TargetForm, HoldsFormulasToTheirPromise) {
  EXPECT_EQ(points_of(target({says("at", "max(x by area)"), says("zero_at", "60"), word("better", "more")})),
            canonical("10 * attainment_more(x, max(x by area), 60)"));
  EXPECT_EQ(points_of(target({says("at", "quota"), says("zero_at", "60"), word("better", "less")})),
            canonical("10 * attainment_less(x, quota, 60)"));
}

TEST(TargetForm, AddsWhatLiesBeyond) {
  EXPECT_EQ(points_of(target(
                {says("at", "100"), mapping("beyond", {says("each", "0.5"), says("unit", "10"), says("up_to", "5")})})),
            canonical("10 * attainment(x, 100, 0) + min(0.5 * (max(0, x - 100) / 10), 5)"));
  EXPECT_EQ(points_of(target({says("at", "5"), says("zero_at", "20"), mapping("beyond", {says("each", "1")})})),
            canonical("10 * attainment(x, 5, 20) + 1 * max(0, 5 - x)"));
}

TEST(TargetForm, FollowsTheFiguresBeyondWhereTheDirectionIsNotKnown) {
  EXPECT_EQ(points_of(target({says("at", "quota"), says("zero_at", "low"), mapping("beyond", {says("each", "1")})})),
            canonical("10 * attainment(x, quota, low) + 1 * max(0, if(quota >= low, x - quota, quota - x))"));
}

TEST(TargetForm, SaysWhatBeyondMayGrant) {
  const auto capped = desugar(target({says("at", "9"), mapping("beyond", {says("each", "1"), says("up_to", "5")})}));
  EXPECT_EQ(text_of(capped.highest), canonical("10 + 5"));
  EXPECT_FALSE(capped.unbounded);
  EXPECT_EQ(texts_of(capped.demands.not_negative), "1");
  const auto open = desugar(target({says("at", "9"), mapping("beyond", {says("each", "1")})}));
  EXPECT_EQ(open.highest, nullptr);
  EXPECT_TRUE(open.unbounded);
  const auto plain = desugar(target({says("at", "9")}));
  EXPECT_EQ(plain.highest, nullptr);
  EXPECT_FALSE(plain.unbounded);
}

TEST(TargetForm, ProratesBothEnds) {
  EXPECT_EQ(points_of(target({says("at", "40"), says("zero_at", "10"), mapping("beyond", {says("each", "1")})}),
                      prorated(Prorate::duty)),
            canonical("10 * attainment(x, 40 * duty_share, 10 * duty_share) + 1 * max(0, x - 40 * duty_share)"));
  EXPECT_EQ(points_of(target({says("at", "40")}), prorated(Prorate::present)),
            canonical("10 * attainment(x, 40 * present_share, 0)"));
}

TEST(TargetForm, AsksTheCheckerWhereTheDirectionIsNotWritten) {
  const auto asked = desugar(target({says("at", "quota"), says("zero_at", "5")}), prorated(Prorate::duty)).demands;
  ASSERT_EQ(asked.direction_of.size(), 2u);
  EXPECT_EQ(text_of(asked.direction_of[0]), "quota");
  EXPECT_EQ(text_of(asked.direction_of[1]), "5");
  EXPECT_TRUE(desugar(target({says("at", "quota"), word("better", "more")})).demands.direction_of.empty());
  EXPECT_TRUE(desugar(target({says("at", "5"), says("zero_at", "-5")})).demands.direction_of.empty());
}

TEST(TargetForm, NeedsFullMarks) {
  EXPECT_EQ(problems(target({says("at", "5")}), without_full()), "form-needs-full at 'target' (target)");
}

TEST(TargetForm, ReportsATargetWithoutWidth) {
  EXPECT_EQ(problems(target({says("at", "5.0"), says("zero_at", "5")})), "target-without-width at '5.0' (5)");
  EXPECT_EQ(problems(target({says("at", "0")})), "target-without-width at '0' (0)");
}

TEST(TargetForm, ReportsFiguresAgainstBetter) {
  EXPECT_EQ(problems(target({says("at", "10"), says("zero_at", "50"), word("better", "more")})),
            "target-reversed at 'more' (more, 10, 50)");
  EXPECT_EQ(problems(target({says("at", "50"), says("zero_at", "10"), word("better", "less")})),
            "target-reversed at 'less' (less, 50, 10)");
  EXPECT_EQ(problems(target({says("at", "10"), says("zero_at", "50"), word("better", "less")})), "");
}

TEST(TargetForm, ReportsFiguresInsideBeyond) {
  EXPECT_EQ(problems(target(
                {says("at", "9"), mapping("beyond", {says("each", "1"), says("unit", "0"), says("up_to", "-3")})})),
            "form-not-positive at '0' (unit, 0)\nform-negative at '-3' (up_to, -3)");
}

TEST(TargetForm, RunsStraightBetweenZeroAndTarget) {
  const auto made = desugar(target({says("at", "95%"), says("zero_at", "50%")})).formula;
  EXPECT_EQ(figure(made, {{"x", number("0.4")}}), "0");
  EXPECT_EQ(figure(made, {{"x", number("0.5")}}), "0");
  EXPECT_EQ(figure(made, {{"x", number("0.68")}}), "4");
  EXPECT_EQ(figure(made, {{"x", number("2/3")}}), "100/27");
  EXPECT_EQ(figure(made, {{"x", number("0.95")}}), "10");
  EXPECT_EQ(figure(made, {{"x", number("1")}}), "10");
}

TEST(TargetForm, LessIsBetterWhereTheTargetIsBelow) {
  const auto made = desugar(target({says("at", "5"), says("zero_at", "20"),
                                    mapping("beyond", {says("each", "1"), says("up_to", "3")})}))
                        .formula;
  EXPECT_EQ(figure(made, {{"x", number("25")}}), "0");
  EXPECT_EQ(figure(made, {{"x", number("17")}}), "2");
  EXPECT_EQ(figure(made, {{"x", number("5")}}), "10");
  EXPECT_EQ(figure(made, {{"x", number("4.5")}}), "10.5");
  EXPECT_EQ(figure(made, {{"x", number("0")}}), "13");
}

TEST(TargetForm, BeyondIsInProportionUpToItsCap) {
  const auto made = desugar(target({says("at", "100"),
                                    mapping("beyond", {says("each", "1"), says("unit", "10"), says("up_to", "5")})}))
                        .formula;
  EXPECT_EQ(figure(made, {{"x", number("80")}}), "8");
  EXPECT_EQ(figure(made, {{"x", number("115")}}), "11.5");
  EXPECT_EQ(figure(made, {{"x", number("200")}}), "15");
}

TEST(TargetForm, IsMissingWhereFiguresContradictThePromise) {
  const auto made = desugar(target({says("at", "best"), says("zero_at", "60"), word("better", "more")})).formula;
  const auto value = [&](const char* best) {
    return evaluate(*made->arguments.at(1), {{"x", number("70")}, {"best", number(best)}});
  };
  EXPECT_EQ(to_text(value("80")), "0.5");
  EXPECT_EQ(value("60").fault, Fault::target_without_width);
  EXPECT_EQ(value("50").fault, Fault::target_reversed);
  EXPECT_EQ(figure(made, {{"x", number("70")}, {"best", number("50")}}), "missing");
}

}  // namespace
}  // namespace cwp::test
