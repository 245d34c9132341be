// What the schema is made of. Whether a validator agrees: validate.py beside this.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cwp/form_catalog.hpp"
#include "cwp/schema.hpp"
#include "keys/key_table.hpp"
#include "schema/key_shapes.hpp"

namespace cwp {
namespace {

void expect_references(const nlohmann::json& node, const nlohmann::json& defs) {
  if (node.is_object() && node.contains("$ref")) {
    const auto name = node["$ref"].get<std::string>();
    EXPECT_TRUE(defs.contains(name.substr(std::string("#/$defs/").size()))) << name;
  }
  if (!node.is_structured()) return;
  for (const auto& inner : node) expect_references(inner, defs);
}

TEST(RulebookSchema, EveryKeyOfThisVersionIsInItWithItsSentence) {
  for (const Language language : {Language::en, Language::zh}) {
    const auto defs = nlohmann::json::parse(rulebook_schema(language))["$defs"];
    for (const KeyRow& row : key_rows()) {
      if (row.section == Section::title) continue;
      const auto& keys = defs["whole." + std::string(to_text(row.section))]["properties"];
      ASSERT_EQ(keys.contains(row.name), !row.later) << row.name;
      if (row.later) continue;
      const auto sentence = keys[std::string(row.name)]["description"].get<std::string>();
      EXPECT_TRUE(sentence.starts_with(language == Language::zh ? row.zh : row.en)) << sentence;
    }
    for (const FormDoc& form : forms()) EXPECT_TRUE(defs["whole.items"]["properties"].contains(form.name));
  }
}

TEST(RulebookSchema, ReferencesLeadSomewhere) {
  const auto schema = nlohmann::json::parse(rulebook_schema());
  expect_references(schema, schema["$defs"]);
}

TEST(RulebookSchema, EveryWordKeyOffersItsWords) {
  for (const KeyRow& row : key_rows()) {
    if (row.later || (row.kind != KeyKind::word && row.kind != KeyKind::boolean)) continue;
    const KeyShape shape = shape_of(row.section, row.name);
    EXPECT_FALSE(shape.words.empty()) << to_text(row.section) << " " << row.name;
    const bool phrase = row.otherwise.find(' ') != std::string_view::npos;
    if (!row.otherwise.empty() && !phrase) {
      EXPECT_NE(std::find(shape.words.begin(), shape.words.end(), row.otherwise), shape.words.end()) << row.otherwise;
    }
  }
}

}  // namespace
}  // namespace cwp
