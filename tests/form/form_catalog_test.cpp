#include "cwp/form_catalog.hpp"

#include <set>

#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

TEST(FormCatalog, HasTheFormsInTheOrderOfTheReference) {
  std::vector<std::string> names;
  for (const FormDoc& doc : forms()) names.emplace_back(doc.name);
  EXPECT_EQ(names, (std::vector<std::string>{"points", "award", "deduct", "escalate", "target", "bands", "cases",
                                             "highest", "ranked", "judged", "votes", "all_or", "lines"}));
}

TEST(FormCatalog, FindsFormsByName) {
  for (const FormRow* row : form_rows()) EXPECT_EQ(find_form(row->doc.name), row);
  EXPECT_EQ(find_form("Award"), nullptr);
  EXPECT_EQ(find_form(""), nullptr);
}

void expect_documented(std::span<const FormKeyDoc> keys, std::string_view form_name) {
  std::set<std::string_view> names;
  for (const FormKeyDoc& key : keys) {
    EXPECT_TRUE(names.insert(key.name).second) << form_name << ' ' << key.name;
    EXPECT_FALSE(key.en.empty() || key.zh.empty()) << form_name << ' ' << key.name;
    EXPECT_EQ(key.kind == FormKeyKind::word, !key.words.empty()) << form_name << ' ' << key.name;
    EXPECT_EQ(key.kind == FormKeyKind::mapping, !key.keys.empty()) << form_name << ' ' << key.name;
    expect_documented(key.keys, form_name);
  }
}

TEST(FormCatalog, EveryFormAndKeyIsDocumented) {
  for (const FormDoc& doc : forms()) {
    EXPECT_FALSE(doc.en.empty() || doc.zh.empty()) << doc.name;
    EXPECT_NE(doc.example.find(std::string(doc.name) + ": "), std::string_view::npos) << doc.name;
    EXPECT_FALSE(doc.keys.empty()) << doc.name;
    expect_documented(doc.keys, doc.name);
  }
}

TEST(FormCatalog, AFormWithoutMappingHasOneKeyWithoutName) {
  for (const FormDoc& doc : forms())
    for (const FormKeyDoc& key : doc.keys) EXPECT_TRUE(!key.name.empty() || doc.keys.size() == 1) << doc.name;
}

TEST(FormCatalog, AFormUsedWithoutAnyKeyIsInvalidAndSaysNothing) {
  for (const FormRow* row : form_rows())
    EXPECT_EQ(desugar(form(std::string(row->doc.name), {})).formula->kind, ExprKind::invalid) << row->doc.name;
}

TEST(FormCatalog, FindsKeysByName) {
  const std::vector<FormKey> keys = {named("of"), named("each")};
  EXPECT_EQ(find_key(keys, "each"), &keys[1]);
  EXPECT_EQ(find_key(keys, "unit"), nullptr);
}

}  // namespace
}  // namespace cwp::test
