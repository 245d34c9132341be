#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormUse rate_below_90(std::vector<FormKey> more) {
  std::vector<FormKey> keys = {says("of", "rate"), says("below", "90%"), says("unit", "1%")};
  for (FormKey& key : more) keys.push_back(std::move(key));
  return form("deduct", std::move(keys));
}

TEST(DeductForm, TakesTheLossFromFull) {
  EXPECT_EQ(points_of(form("deduct", {says("of", "missed"), says("each", "2")})), canonical("10 - 2 * missed"));
}

TEST(DeductForm, ChargesWhatIsShort) {
  EXPECT_EQ(points_of(rate_below_90({says("each", "0.2"), word("whole", "up")})),
            canonical("10 - 0.2 * ceil(max(0, 90% - rate) / 1%)"));
}

TEST(DeductForm, ChargesWhatExceeds) {
  EXPECT_EQ(points_of(form("deduct", {says("of", "minutes"), says("above", "30"), says("each", "1"), says("unit", "10"),
                                      word("whole", "down"), says("at_most", "4")})),
            canonical("10 - min(1 * floor(max(0, minutes - 30) / 10), 4)"));
}

TEST(DeductForm, NothingIsLeftFromAllGoneAt) {
  EXPECT_EQ(points_of(form("deduct",
                           {says("of", "missed"), says("each", "2"), says("at_most", "6"), says("all_gone_at", "5")})),
            canonical("10 - if(missed >= 5, 10, min(2 * missed, 6))"));
  EXPECT_EQ(points_of(rate_below_90({says("each", "1"), word("whole", "exact"), says("all_gone_at", "60%")})),
            canonical("10 - if(rate <= 60%, 10, 1 * (max(0, 90% - rate) / 1%))"));
  EXPECT_EQ(
      points_of(form("deduct", {says("of", "m"), says("above", "3"), says("each", "1"), says("all_gone_at", "9")})),
      canonical("10 - if(m >= 9, 10, 1 * max(0, m - 3))"));
}

TEST(DeductForm, ProratesThresholdsButNeitherUnitNorCap) {
  EXPECT_EQ(points_of(form("deduct", {says("of", "visits"), says("below", "40"), says("each", "1"), says("unit", "2"),
                                      word("whole", "up"), says("at_most", "8"), says("all_gone_at", "10")}),
                      prorated(Prorate::duty)),
            canonical("10 - if(visits <= 10 * duty_share, 10, "
                      "min(1 * ceil(max(0, 40 * duty_share - visits) / 2), 8))"));
  EXPECT_EQ(
      points_of(form("deduct", {says("of", "m"), says("above", "q"), says("each", "1")}), prorated(Prorate::present)),
      canonical("10 - 1 * max(0, m - q * present_share)"));
}

TEST(DeductForm, DemandsThatTheShortfallIsWholeWhereWholeIsLeftOut) {
  const auto made = desugar(rate_below_90({says("each", "0.2")}));
  EXPECT_EQ(whole_of(made.demands), canonical("max(0, 90% - rate)") + " by " + canonical("1%"));
  EXPECT_EQ(texts_of(made.demands.not_negative), "0.2");
  EXPECT_EQ(whole_of(desugar(form("deduct", {says("of", "m"), says("each", "2")})).demands), "m by 1");
}

TEST(DeductForm, NeedsFullMarks) {
  EXPECT_EQ(problems(form("deduct", {says("of", "missed"), says("each", "2")}), without_full()),
            "form-needs-full at 'deduct' (deduct)");
}

TEST(DeductForm, ReportsBelowTogetherWithAbove) {
  EXPECT_EQ(problems(form("deduct", {says("of", "a"), says("below", "1"), says("above", "2"), says("each", "2")})),
            "form-keys-exclude at 'above' (below, above)");
}

TEST(DeductForm, ReportsAllThatIsWrongAtOnce) {
  EXPECT_EQ(problems(form("deduct", {says("of", "a"), says("below", "1"), says("above", "2"), says("each", "2"),
                                     says("unit", "0"), says("at_most", "-1")}),
                     without_full()),
            "form-needs-full at 'deduct' (deduct)\n"
            "form-keys-exclude at 'above' (below, above)\n"
            "form-not-positive at '0' (unit, 0)\n"
            "form-negative at '-1' (at_most, -1)");
}

TEST(DeductForm, TwoAndThreeLostOnFullTenLeaveFive) {  // language.md, section 6
  EXPECT_EQ(figure(desugar(form("deduct", {says("of", "a + b"), says("each", "1")})).formula,
                   {{"a", number("2")}, {"b", number("3")}}),
            "5");
}

TEST(DeductForm, Of3900In5200ExactlyFifteenPointsAreShortOfNinety) {  // language.md, section 6: 3.00 are lost
  const Figures figures = {{"rate", number("3900/5200")}};
  for (const char* whole_word : {"down", "up", "exact"})
    EXPECT_EQ(figure(desugar(rate_below_90({says("each", "0.2"), word("whole", whole_word)})).formula, figures), "7")
        << whole_word;
}

TEST(DeductForm, Of400In500ExactlyTenPointsAreShortOfNinety) {
  const Figures figures = {{"rate", number("400/500")}};
  for (const char* whole_word : {"down", "up", "exact"})
    EXPECT_EQ(figure(desugar(rate_below_90({says("each", "0.2"), word("whole", whole_word)})).formula, figures), "8")
        << whole_word;
}

TEST(DeductForm, AStartedPointIsNothingAPointOrItsPart) {
  // 81.34 % is 8.66 points short of 90 %: 8, 9 or 8.66 units.
  const Figures figures = {{"rate", number("0.8134")}};
  const auto points = [&](const char* whole_word) {
    return figure(desugar(rate_below_90({says("each", "1"), word("whole", whole_word)})).formula, figures);
  };
  EXPECT_EQ(points("down"), "2");
  EXPECT_EQ(points("up"), "1");
  EXPECT_EQ(points("exact"), "1.34");
}

TEST(DeductForm, ANegativeShortfallIsNoUnitsButANegativeCountAddsMarks) {  // ruling 40
  EXPECT_EQ(
      figure(desugar(rate_below_90({says("each", "1"), word("whole", "exact")})).formula, {{"rate", number("0.95")}}),
      "10");
  EXPECT_EQ(figure(desugar(form("deduct", {says("of", "m"), says("each", "2")})).formula, {{"m", number("-1")}}), "12");
}

TEST(DeductForm, AllGoneAtIsStrongerThanAtMost) {  // ruling 41
  const auto made =
      desugar(form("deduct", {says("of", "m"), says("each", "2"), says("at_most", "6"), says("all_gone_at", "5")}))
          .formula;
  EXPECT_EQ(figure(made, {{"m", number("2")}}), "6");
  EXPECT_EQ(figure(made, {{"m", number("4")}}), "4");
  EXPECT_EQ(figure(made, {{"m", number("5")}}), "0");
}

}  // namespace
}  // namespace cwp::test
