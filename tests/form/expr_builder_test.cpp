#include "form/expr_builder.hpp"

#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

std::string written(const std::string& text) {
  const auto number = written_number(*tree(text));
  return number ? number->to_text() : std::string("no number");
}

TEST(WrittenNumber, IsANumberWithItsSign) {
  EXPECT_EQ(written("1.50"), "1.50");
  EXPECT_EQ(written("-2"), "-2");
  EXPECT_EQ(written("90%"), "0.90");
  EXPECT_EQ(written("1 + 1"), "no number");
  EXPECT_EQ(written("quota"), "no number");
  EXPECT_EQ(written("-quota"), "no number");
}

TEST(ExprBuilder, ProratesAllButZero) {
  const ExprBuilder build(form("bands", {}));
  EXPECT_EQ(text_of(build.prorated(tree("5"), Prorate::no)), "5");
  EXPECT_EQ(text_of(build.prorated(tree("5"), Prorate::duty)), canonical("5 * duty_share"));
  EXPECT_EQ(text_of(build.prorated(tree("a + b"), Prorate::present)), canonical("(a + b) * present_share"));
  EXPECT_EQ(text_of(build.prorated(tree("0.00"), Prorate::duty)), canonical("0.00"));
}

TEST(ExprBuilder, NegatesAWrittenNumberToANumber) {
  const ExprBuilder build(form("lines", {}));
  EXPECT_EQ(build.negated(tree("10"))->kind, ExprKind::number);
  EXPECT_EQ(text_of(build.negated(tree("10"))), "-10");
  EXPECT_EQ(text_of(build.negated(tree("-2.5"))), "2.5");
  EXPECT_EQ(text_of(build.negated(tree("a + b"))), canonical("-(a + b)"));
}

TEST(ExprBuilder, PutsNewNodesAtTheForm) {
  const ExprBuilder build(form("bands", {}));
  for (const ExprPtr& made :
       {build.number(1), build.name("x"), build.call("-", {tree("1"), tree("2")}),
        build.fold("sum", tree("x"), Grain::week), build.arrow(tree("1"), tree("2")), build.invalid()})
    EXPECT_EQ(text_at(made->place), "{the bands}");
}

}  // namespace
}  // namespace cwp::test
