#include "keys/key_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace cwp {
namespace {

TEST(KeyTable, EverySectionStandsInOnePieceWithoutDoubles) {
  std::size_t counted = 0;
  for (int i = 0; i <= static_cast<int>(Section::warning); ++i) {
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

TEST(KeyTable, EveryKeyThatCanBeWrittenIsToldInChinese) {
  for (const KeyRow& row : key_rows()) {
    EXPECT_TRUE(row.later || row.zh.ends_with("。")) << to_text(row.section) << " " << row.name;
    // A default of several words is a phrase; a single one is a word of the language but for these.
    const bool is_phrase =
        row.otherwise.find(' ') != std::string_view::npos || row.otherwise == "always" || row.otherwise == "unbounded";
    EXPECT_EQ(otherwise_text(row, Language::zh) != row.otherwise, is_phrase) << row.otherwise;
    EXPECT_EQ(otherwise_text(row, Language::en), row.otherwise);
  }
}

TEST(KeyTable, WhatCannotStandBesideAKeyIsAKeyOfTheSameMappingAndSaidOnce) {
  std::size_t pairs = 0;
  for (const KeyRow& row : key_rows())
    for (const std::string_view other : keys_not_beside(row)) {
      ++pairs;
      const auto rows = key_rows(row.section);
      const auto found = std::find_if(rows.begin(), rows.end(), [&](const KeyRow& one) { return one.name == other; });
      ASSERT_NE(found, rows.end()) << row.name << " " << other;
      EXPECT_NE(found->name, row.name);
      for (const std::string_view back : keys_not_beside(*found)) EXPECT_NE(back, row.name) << other;
    }
  EXPECT_GT(pairs, 10u);
}

TEST(KeyTable, NamesAreMappingsOfTheRulebookWhoseKeysAreIds) {
  for (const std::string_view key : {"parameters", "attributes", "metrics", "events", "values", "groups"})
    EXPECT_TRUE(is_named_section(key)) << key;
  for (const std::string_view key : {"duty", "assessments", "categories", "nothing"})
    EXPECT_FALSE(is_named_section(key)) << key;
}

TEST(KeyTable, NoKeyIsABooleanOfYaml) {
  for (const KeyRow& row : key_rows())
    for (const std::string_view word : {"yes", "no", "off", "y", "n"}) EXPECT_NE(row.name, word);
}

}  // namespace
}  // namespace cwp
