#include "form/counted_units.hpp"

#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

std::string marks(const std::vector<FormKey>& written) {
  const FormContext context;
  return text_of(marks_for_units(ExprBuilder(form("award", {})), WrittenKeys(written, context), tree("x")));
}

TEST(MarksForUnits, RoundsUnitsByWhole) {
  EXPECT_EQ(marks({says("each", "2")}), canonical("2 * x"));
  EXPECT_EQ(marks({says("each", "2"), word("whole", "down")}), canonical("2 * floor(x)"));
  EXPECT_EQ(marks({says("each", "2"), word("whole", "up"), says("unit", "u")}), canonical("2 * ceil(x / u)"));
  EXPECT_EQ(marks({says("each", "2"), word("whole", "exact"), says("unit", "u")}), canonical("2 * (x / u)"));
}

TEST(Capped, IsTheSmallerOfMarksAndCapWhereThereIsOne) {
  const std::vector<FormKey> written = {says("at_most", "9")};
  const FormContext context;
  const WrittenKeys keys(written, context);
  const ExprBuilder build(form("award", {}));
  EXPECT_EQ(text_of(capped(build, keys, "at_most", tree("x"))), canonical("min(x, 9)"));
  EXPECT_EQ(text_of(capped(build, keys, "up_to", tree("x"))), "x");
}

TEST(UnitDemands, AskForAWholeNumberOfUnitsOnlyWhereWholeIsLeftOut) {
  const std::vector<FormKey> said = {says("each", "2"), word("whole", "exact")};
  const std::vector<FormKey> unsaid = {says("each", "2")};
  const FormContext context;
  const ExprBuilder build(form("award", {}));
  EXPECT_TRUE(unit_demands(build, WrittenKeys(said, context), tree("x")).whole.empty());
  const auto asked = unit_demands(build, WrittenKeys(unsaid, context), tree("x"));
  ASSERT_EQ(asked.whole.size(), 1u);
  EXPECT_EQ(text_of(asked.whole[0].of), "x");
  EXPECT_EQ(text_of(asked.whole[0].unit), "1");
  EXPECT_EQ(text_at(asked.whole[0].place), "award");
  EXPECT_EQ(texts_of(asked.not_negative), "2");
}

TEST(LessThanFull, IsFullMarksLessTheLossAndStaysInvalidWhereTheLossIs) {
  const ExprBuilder build(form("deduct", {}));
  const DesugaredForm left = less_than_full(build, full_ten(), {.formula = tree("x"), .is_loss = true});
  EXPECT_EQ(text_of(left.formula), canonical("10 - x"));
  EXPECT_FALSE(left.is_loss);
  EXPECT_EQ(less_than_full(build, full_ten(), {.formula = build.invalid()}).formula->kind, ExprKind::invalid);
}

}  // namespace
}  // namespace cwp::test
