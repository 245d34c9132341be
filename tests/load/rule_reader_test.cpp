#include "load/rule_reader.hpp"

#include <gtest/gtest.h>

#include "load/loaded.hpp"

namespace cwp {
namespace {

TEST(OpenMapping, UnknownKeysSuggestTheNearest) {
  const auto result = load_text(book("metrics:\n  a: {fodl: mean}\n  b: {colour: red}\n"));
  ASSERT_EQ(problems(result.diagnostics()), (Problems{"unknown-key 4:7", "unknown-key 5:7"}));
  EXPECT_EQ(result.diagnostics()[0].arguments[1], "fold");
  EXPECT_EQ(result.diagnostics()[0].arguments[2], "metrics");
  EXPECT_EQ(result.diagnostics()[1].arguments[1], "");
  EXPECT_EQ(hint(result.diagnostics()[0]), "did you mean 'fold'?");
  EXPECT_EQ(hint(result.diagnostics()[1]), "");
}

TEST(OpenMapping, MisspeltRequiredKeyIsOneProblem) {
  EXPECT_EQ(problems("cpw: 1\nid: t\n"), Problems{"unknown-key 1:1"});
}

TEST(OpenMapping, MissingKeysStandAtTheMapping) {
  EXPECT_EQ(problems("title: x\n"), (Problems{"missing-key 1:1", "missing-key 1:1"}));
  EXPECT_EQ(problems(book("rankings:\n  - {id: r}\n")), (Problems{"missing-key 4:5", "missing-key 4:5"}));
}

TEST(OpenMapping, SomethingElseIsSaidSo) {
  EXPECT_EQ(problems(book("calendar: monday\n")), Problems{"mapping-expected 3:11"});
  EXPECT_EQ(problems(book("calendar: [monday]\n")), Problems{"mapping-expected 3:11"});
  EXPECT_EQ(problems(book("calendar:\n")), Problems{"value-missing 3:1"});
  EXPECT_EQ(problems(book("categories: {id: c}\n")), Problems{"list-expected 3:13"});
  EXPECT_EQ(problems(book("categories: [c]\n")), Problems{"mapping-expected 3:14"});
}

TEST(OpenMapping, FullWidthColonInPlaceOfAMapping) {
  const auto result = load_text(book("effective: from：2025-12-21\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{"full-width-structure 3:16"});
  EXPECT_EQ(result.diagnostics()[0].arguments, (std::vector<std::string>{"：", ":"}));
}

TEST(ReadWord, UnknownWordsListTheAllowedOnes) {
  const auto result = load_text(book("points: {rounding: half-up}\nmetrics: {a: {fold: avg, per: weekly}}\n"));
  ASSERT_EQ(problems(result.diagnostics()), (Problems{"unknown-word 3:20", "unknown-word 4:21", "unknown-word 4:31"}));
  EXPECT_EQ(result.diagnostics()[0].arguments[1], "half_up");
  EXPECT_EQ(result.diagnostics()[1].arguments[2], "sum, mean, last, first, max, min, count");
  EXPECT_EQ(result.diagnostics()[2].arguments[1], "week");
}

TEST(ReadTitle, StringOrBothLanguages) {
  const auto title = [](const std::string& text) { return load_text(book("title: " + text + "\n")).partial()->title; };
  EXPECT_EQ(title("考核").en, "考核");
  EXPECT_EQ(title("{zh: 考核, en: x}").zh, "考核");
  EXPECT_EQ(title("{zh: 考核, en: x}").en, "x");
  EXPECT_EQ(title("{zh: 考核}").en, "考核");
  EXPECT_EQ(problems(book("title: {cn: 考核}\n")), Problems{"unknown-key 3:9"});
}

std::string formula_place(const std::string& value) {
  const auto found = problems(book("values:\n  v: " + value + "\n"));
  return found.empty() ? "" : found[0];
}

TEST(ReadFormula, PlacesSurviveTheFormsOfScalars) {
  EXPECT_EQ(formula_place("1 + （2)"), "full-width-character 4:10");
  EXPECT_EQ(formula_place("'x = ''u'' + （2)'"), "full-width-character 4:19");
  EXPECT_EQ(formula_place("\"\\u4E00 + （2)\""), "full-width-character 4:16");
  EXPECT_EQ(formula_place("|\n    1 +\n    （2)"), "full-width-character 6:5");
  EXPECT_EQ(formula_place(">-\n    1 +\n      x +\n    （2)"), "full-width-character 7:5");
  EXPECT_EQ(formula_place("1 +\n     x\n\n    + （2)"), "full-width-character 7:7");
  EXPECT_EQ(formula_place("\"信息 +\n     （2)\""), "full-width-character 5:6");
}

TEST(ReadFormula, WhatIsNoFormula) {
  EXPECT_EQ(formula_place("[1, 2]"), "formula-expected 4:6");
  EXPECT_EQ(formula_place(""), "value-missing 4:3");
  EXPECT_EQ(load_text(book("values: {v: []}\n")).partial()->values[0].formula.root->kind, ExprKind::invalid);
}

TEST(Report, StopsAfterAThousandProblems) {
  std::string text = "values:\n";
  for (int i = 0; i < 3000; ++i) text += "  v" + std::to_string(i) + ": []\n";
  const auto found = problems(book(text));
  EXPECT_EQ(found.size(), 1001u);
  EXPECT_EQ(found.back().substr(0, 17), "too-many-problems");
}

}  // namespace
}  // namespace cwp
