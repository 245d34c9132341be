#include "load/key_table.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace cwp {
namespace {

TEST(KeyTable, EverySectionStandsInOnePieceWithoutDoubles) {
  std::size_t counted = 0;
  for (int i = 0; i <= static_cast<int>(Section::test_data); ++i) {
    const auto rows = key_rows(static_cast<Section>(i));
    EXPECT_FALSE(rows.empty()) << i;
    EXPECT_FALSE(to_text(static_cast<Section>(i)).empty());
    std::set<std::string> names;
    for (const KeyRow& row : rows) names.emplace(row.name);
    EXPECT_EQ(names.size(), rows.size()) << to_text(static_cast<Section>(i));
    counted += rows.size();
  }
  EXPECT_EQ(counted, key_rows().size());
}

TEST(KeyTable, EveryRowHasItsSentence) {
  for (const KeyRow& row : key_rows()) {
    EXPECT_TRUE(row.en.ends_with('.')) << row.name;
    EXPECT_FALSE(row.required && !row.otherwise.empty()) << row.name;
  }
}

TEST(KeyTable, NoKeyIsABooleanOfYaml) {
  for (const KeyRow& row : key_rows())
    for (const std::string_view word : {"yes", "no", "off", "y", "n"}) EXPECT_NE(row.name, word);
}

}  // namespace
}  // namespace cwp
