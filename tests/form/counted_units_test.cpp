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
  EXPECT_EQ(unit_demands(build, WrittenKeys(said, context), tree("x")).integer_of, nullptr);
  const auto asked = unit_demands(build, WrittenKeys(unsaid, context), tree("x"));
  EXPECT_EQ(text_of(asked.integer_of), "x");
  EXPECT_EQ(text_of(asked.integer_unit), "1");
  EXPECT_EQ(text_of(asked.above_zero), "2");
}

}  // namespace
}  // namespace cwp::test
