#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormUse all_or(const std::string& each = "0.5") {
  return form("all_or", {says("of", "answered"), says("out_of", "calls"), says("all", "5"), says("each_short", each)});
}

TEST(AllOrForm, IsAChoice) {
  EXPECT_EQ(points_of(all_or(), without_full()),
            canonical("if(answered = calls, 5, -(0.5 * max(calls - answered, 0)))"));
}

TEST(AllOrForm, GivesAllForAllAndTakesForEachThatIsShort) {
  const auto made = desugar(all_or()).formula;
  EXPECT_EQ(figure(made, {{"answered", number("12")}, {"calls", number("12")}}), "5");
  EXPECT_EQ(figure(made, {{"answered", number("9")}, {"calls", number("12")}}), "-1.5");
  EXPECT_EQ(figure(made, {{"answered", number("0")}, {"calls", number("0")}}), "5");
  EXPECT_EQ(figure(made, {{"answered", number("13")}, {"calls", number("12")}}), "0");  // short of nothing
}

TEST(AllOrForm, ProratesWhatWasToBeDone) {
  EXPECT_EQ(points_of(all_or(), prorated(Prorate::duty)),
            canonical("if(answered = calls * duty_share, 5, -(0.5 * max(calls * duty_share - answered, 0)))"));
}

TEST(AllOrForm, ReportsNegativeLosses) {
  EXPECT_EQ(problems(all_or("-1")), "form-negative at '-1' (each_short, -1)");
  EXPECT_EQ(texts_of(desugar(all_or("p")).demands.not_negative), "p");
}

}  // namespace
}  // namespace cwp::test
