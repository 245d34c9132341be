#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

TEST(PointsForm, IsItsFormula) {
  FormKey key = says("", "min(visits / 4, 10)");
  const auto root = key.formula.root;
  EXPECT_EQ(desugar(form("points", {key})).formula, root);
}

TEST(PointsForm, NeedsNoFullMarks) {
  EXPECT_EQ(points_of(form("points", {says("", "2 * visits")}), without_full()), canonical("2 * visits"));
}

TEST(PointsForm, WithoutItsFormulaIsInvalid) {
  EXPECT_EQ(desugar(form("points", {})).formula->kind, ExprKind::invalid);
}

}  // namespace
}  // namespace cwp::test
