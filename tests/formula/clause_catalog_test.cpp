#include <gtest/gtest.h>

#include <algorithm>

#include "cwp/formula.hpp"
#include "cwp/function_catalog.hpp"

namespace cwp {
namespace {

bool is_chinese(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xE4; });
}

TEST(ClauseCatalog, EveryExampleHasItsClauseAndCanBeRead) {
  for (const ClauseDoc& clause : clauses()) {
    const std::string word(clause.form.substr(0, clause.form.find(' ')));
    EXPECT_NE(clause.example.find(" " + word + " "), std::string_view::npos) << clause.form;
    EXPECT_TRUE(parse_formula(std::string(clause.example)).ok()) << clause.example;
    EXPECT_TRUE(is_chinese(clause.zh)) << clause.form;
  }
  EXPECT_EQ(clauses().size(), 5U);
}

TEST(ClauseCatalog, EveryFamilyOfFunctionsHasItsChineseName) {
  for (const FunctionDoc& function : functions()) {
    EXPECT_TRUE(is_chinese(family_title(function.family, Language::zh))) << function.family;
    EXPECT_EQ(family_title(function.family, Language::en), function.family);
  }
  EXPECT_EQ(family_title("astrology", Language::zh), "astrology");
}

}  // namespace
}  // namespace cwp
