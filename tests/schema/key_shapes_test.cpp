#include "schema/key_shapes.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(KeyShapes, EveryMappingAndListSaysWhatIsInside) {
  for (const KeyRow& row : key_rows())
    if (!row.later && (row.kind == KeyKind::mapping || row.kind == KeyKind::list)) {
      EXPECT_NE(shape_of(row.section, row.name).inside, Inside::value) << to_text(row.section) << " " << row.name;
    }
}

TEST(KeyShapes, AListOfThingsNamesTheirSection) {
  EXPECT_EQ(shape_of(Section::category, "items").inside, Inside::things);
  EXPECT_EQ(shape_of(Section::category, "items").section, Section::item);
  EXPECT_EQ(shape_of(Section::item, "full").inside, Inside::value);
}

}  // namespace
}  // namespace cwp
