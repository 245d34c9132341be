#include "cwp/plan.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

TEST(Compile, EqualSubFormulasAreOneNode) {
  const auto size = [](std::string_view items) { return compile(checked_text(rulebook_with(items))).size(); };
  const std::string one = "      - {id: a, per: month, points: visits + 2}\n";
  const std::string same = "      - {id: b, per: month, points: visits + 2}\n";
  const std::string other = "      - {id: b, per: month, points: visits + 3}\n";
  EXPECT_EQ(size(one + same), size(one) + 1);   // the item b alone
  EXPECT_EQ(size(one + other), size(one) + 3);  // the item, the constant 3, the sum
}

TEST(PlanToText, NamesGrainInputsAndLookBack) {
  const Plan plan = compile(
      checked_text(rulebook_with("      - {id: a, per: month, points: 'sum(visits per week) + survey[-1]'}\n")));
  const std::string text = plan.to_text();
  EXPECT_NE(text.find("week     metric visits"), std::string::npos) << text;
  EXPECT_NE(text.find("month    sum per week  <- fold #"), std::string::npos) << text;
  EXPECT_NE(text.find("month    lag 1 month  <- lag #"), std::string::npos) << text;
  EXPECT_NE(text.find("(looks back 37 days)"), std::string::npos) << text;
}

TEST(PlanToText, AChainOfLagsLooksBackToTheStart) {
  const Plan plan =
      compile(checked_text(rulebook_with("      - {id: a, per: month, points: 'first_of(total[-1], 0) + visits'}\n")));
  EXPECT_NE(plan.to_text().find("total  <- "), std::string::npos);
  EXPECT_NE(plan.to_text().find("(looks back to the data's start)"), std::string::npos);
}

TEST(PlanToText, AwardsLookBackToo) {
  const Plan plan = compile(checked_text(rulebook_with(
      "      - {id: a, per: month, points: visits}\n",
      "rankings: [{id: best, every: month, of: total}]\n"
      "awards: [{id: watch, from: best, bottom: 1, in_a_row: 3}, {id: risen, from: best, top: 1, progress: true},\n"
      "         {id: first, from: best, top: 1}]\n")));
  EXPECT_NE(plan.to_text().find("\naward watch  (looks back to the data's start)\naward risen  (looks back 31 days)\n"),
            std::string::npos)
      << plan.to_text();
  EXPECT_EQ(plan.to_text().find("award first"), std::string::npos);
}

TEST(PlanToDot, IsADigraphWithAnEdgeForEachInput) {
  const std::string dot =
      compile(checked_text(rulebook_with("      - {id: a, per: month, points: visits + 2}\n"))).to_dot();
  EXPECT_EQ(dot.substr(0, 13), "digraph cwp {");
  EXPECT_NE(dot.find("label=\"item a / month\""), std::string::npos);
  EXPECT_NE(dot.find(" -> "), std::string::npos);
}

}  // namespace
}  // namespace cwp
