#include "standing/units.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(FormUnits, EachValueOfTheAttributeIsOneUnitInTheOrderOfNames) {
  const std::vector<Unit> units =
      form_units({{"west", true, true}, {"east", true, true}, {"west", true, true}, {std::nullopt, true, true}});
  ASSERT_EQ(units.size(), 2u);
  EXPECT_EQ(units[0].name, "east");
  EXPECT_EQ(units[0].members, (std::vector<std::size_t>{1}));
  EXPECT_EQ(units[1].name, "west");
  EXPECT_EQ(units[1].members, (std::vector<std::size_t>{0, 2}));
}

TEST(FormUnits, NamesThatAreNumbersStandAsNumbers) {
  const std::vector<Unit> units = form_units({{"10", true, true}, {"9", true, true}});
  EXPECT_EQ(units[0].name, "9");
  EXPECT_EQ(units[1].name, "10");
}

TEST(FormUnits, TheFirstWhoHasTheValueSpeaksForTheUnit) {
  const std::vector<Unit> units = form_units({{"a", false, false}, {"a", false, true}, {"a", true, true}});
  EXPECT_EQ(units[0].value_from, 2u);
  EXPECT_EQ(units[0].group_from, 1u);
}

TEST(FormUnits, WhereNobodyHasTheValueTheFirstStands) {
  const std::vector<Unit> units = form_units({{"b", true, false}, {"a", false, false}, {"a", false, false}});
  EXPECT_EQ(units[0].value_from, 1u);
  EXPECT_EQ(units[0].group_from, 1u);
}

}  // namespace
}  // namespace cwp
