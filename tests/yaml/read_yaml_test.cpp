#include "yaml/read_yaml.hpp"

#include <gtest/gtest.h>

#include "load/loaded.hpp"

namespace cwp {
namespace {

Problems yaml_problems(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  read_yaml(Source("rules.yaml", text), diagnostics);
  return problems(diagnostics);
}

struct Tree {
  Source source;
  YamlPtr root;
  std::vector<Diagnostic> diagnostics;
  explicit Tree(const std::string& text) : source("rules.yaml", text) { root = read_yaml(source, diagnostics); }
  std::string_view text(const YamlNode& node) const {
    return source.text().substr(node.span.begin, node.span.end - node.span.begin);
  }
};

TEST(ReadYaml, SpansAreTheTextOfTheNode) {
  const Tree tree("a: {b: 'x y', c: [1, 2]}\nd:\n  - e\n  - f: \"g\"\n");
  ASSERT_TRUE(tree.root);
  EXPECT_EQ(tree.text(*tree.root->find("a")->value), "{b: 'x y', c: [1, 2]}");
  EXPECT_EQ(tree.text(*tree.root->find("a")->value->find("b")->value), "'x y'");
  EXPECT_EQ(tree.text(*tree.root->find("a")->value->find("c")->value), "[1, 2]");
  EXPECT_EQ(tree.text(*tree.root->find("d")->value->items[1]->find("f")->value), "\"g\"");
}

TEST(ReadYaml, EmptyFlowCollectionsHaveBothBrackets) {
  const Tree tree("a: {}\nb: [ ]\n");
  EXPECT_EQ(tree.text(*tree.root->find("a")->value), "{}");
  EXPECT_EQ(tree.text(*tree.root->find("b")->value), "[ ]");
}

TEST(ReadYaml, ScalarsAreTextsNotNumbersOrBooleans) {
  const Tree tree("{a: 010, b: yes, c: 1e3, d: 2026-01-01}");
  for (const auto& [key, value] : {std::pair{"a", "010"}, {"b", "yes"}, {"c", "1e3"}, {"d", "2026-01-01"}})
    EXPECT_EQ(tree.root->find(key)->value->text.text, value);
}

TEST(ReadYaml, ByteOrderMarkAndChineseDoNotShiftPlaces) {
  const Tree tree("\xEF\xBB\xBF{标题: 考核, b: x}");
  EXPECT_EQ(tree.text(*tree.root->pairs[0].key), "标题");
  EXPECT_EQ(tree.text(*tree.root->find("b")->value), "x");
}

TEST(ReadYaml, WindowsLineEndsDoNotShiftPlaces) {
  const Tree tree("a: 1\r\nb: 'x\r\n  y'\r\nc: 3\r\n");
  EXPECT_EQ(tree.root->find("b")->value->text.text, "x y");
  EXPECT_EQ(tree.text(*tree.root->find("c")->value), "3");
}

TEST(ReadYaml, NullsAreMissingValuesAtTheirKey) {
  const Tree tree("a:\nb: ~\nc: null\n");
  EXPECT_TRUE(tree.root->find("a")->value->is_null());
  EXPECT_EQ(tree.text(*tree.root->find("a")->value), "a");
  EXPECT_EQ(tree.text(*tree.root->find("b")->value), "~");
  EXPECT_EQ(tree.text(*tree.root->find("c")->value), "null");
}

TEST(ReadYaml, SyntaxErrorKeepsTheMessageAndThePlace) {
  std::vector<Diagnostic> diagnostics;
  EXPECT_FALSE(read_yaml(Source("r", "a: b: c\n"), diagnostics));
  EXPECT_EQ(problems(diagnostics), Problems{"yaml-syntax 1:5"});
  EXPECT_EQ(diagnostics[0].arguments, std::vector<std::string>{"illegal map value"});
}

TEST(ReadYaml, QuotesAndBracketsThatNothingClosesAreReportedWhereTheyOpen) {
  EXPECT_EQ(yaml_problems("a: \"x"), Problems{"quote-not-closed 1:4"});
  EXPECT_EQ(yaml_problems("- {a: [1, 2}\n- b: c: d\n"), (Problems{"yaml-syntax 1:12"}));
  EXPECT_EQ(yaml_problems("- {a: [1, 2]\n- b: c: d\n"), (Problems{"bracket-not-closed 1:3", "yaml-syntax 2:7"}));
}

TEST(ReadYaml, BlanksThatIndentAndAreNone) {
  const Tree tree(
      "a:\n　　b: 1\n\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0"
      "b: 2\n");
  EXPECT_EQ(problems(tree.diagnostics), (Problems{"foreign-indent 2:1", "duplicate-key 3:5"}));
}

TEST(ReadYaml, ATextThatStopsShortIsWrongAtItsEnd) {
  std::vector<Diagnostic> diagnostics;
  const Source source("r", "a: [x");
  EXPECT_FALSE(read_yaml(source, diagnostics));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].place.span.begin, source.text().size());
  EXPECT_EQ(diagnostics[0].place.span.end, source.text().size());
}

TEST(ReadYaml, DuplicateKeyPointsAtTheFirst) {
  const Tree tree("a: 1\nb: 2\na: 3\n");
  EXPECT_EQ(problems(tree.diagnostics), Problems{"duplicate-key 3:1"});
  ASSERT_EQ(tree.diagnostics[0].notes.size(), 1u);
  EXPECT_EQ(problem(tree.diagnostics[0].notes[0].slug, tree.diagnostics[0].notes[0].place), "first-written-here 1:1");
  EXPECT_EQ(tree.root->find("a")->value->text.text, "1");
}

TEST(ReadYaml, SecondDocumentIsAnError) {
  EXPECT_EQ(yaml_problems("a: 1\n---\nb: 2\n"), Problems{"second-document 2:1"});
  EXPECT_EQ(yaml_problems("---\na: 1\n...\nrest\n"), Problems{"second-document 4:1"});
  EXPECT_EQ(yaml_problems("---\na: 1\n...\n"), Problems{});
}

TEST(ReadYaml, TabsThatIndentAreErrorsAndReadingGoesOn) {
  const Tree tree("a:\n\tb: 1\n\tb: 2\n");
  EXPECT_EQ(problems(tree.diagnostics), (Problems{"tab-indent 2:1", "tab-indent 3:1", "duplicate-key 3:2"}));
}

TEST(ReadYaml, TagsAndMergeKeysAreRefused) {
  EXPECT_EQ(yaml_problems("a: !!str 1\n"), Problems{"yaml-tag 1:4"});
  EXPECT_EQ(yaml_problems("a: !x {b: 1}\n"), Problems{"yaml-tag 1:4"});
  EXPECT_EQ(yaml_problems("a: &k {b: 1}\nc: {<<: *k}\n"), Problems{"yaml-merge-key 2:5"});
}

TEST(ReadYaml, KeysAreTexts) { EXPECT_EQ(yaml_problems("[1]: 2\nb: 3\n"), Problems{"key-not-text 1:1"}); }

TEST(ReadYaml, AliasesRepeatTheirNode) {
  const Tree tree("a: &x [1, 2]\nb: *x\n");
  EXPECT_EQ(problems(tree.diagnostics), Problems{});
  EXPECT_EQ(tree.root->find("b")->value, tree.root->find("a")->value);
}

TEST(ReadYaml, AliasInsideItselfIsAnError) {
  EXPECT_EQ(yaml_problems("a: &x [1, *x]\n"), Problems{"alias-inside-itself 1:11"});
}

TEST(ReadYaml, UnknownAliasIsASyntaxErrorOrAText) {
  EXPECT_EQ(yaml_problems("a: &y 1\nb: *x\n"), Problems{"yaml-syntax 2:4"});
  EXPECT_EQ(yaml_problems("a: *x\n"), Problems{"text-needs-quotes 1:4"});  // without anchors there are no aliases
}

TEST(ReadYaml, AliasBombIsAnErrorAtOnce) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int k = 0; k < 8; ++k) text += ", " + before;
    text += "]\n";
  }
  // 9 + 9·10 + 9·91 = 918 aliases by line 4; the next goes beyond 1,000.
  EXPECT_EQ(yaml_problems(text), Problems{"too-many-aliases 5:10"});
}

TEST(ReadYaml, ThousandAliasesAreAllowed) {
  std::string text = "a: &x 1\nb: [*x";
  for (int i = 1; i < 1000; ++i) text += ", *x";
  EXPECT_EQ(yaml_problems(text + "]\n"), Problems{});
  EXPECT_EQ(yaml_problems(text + ", *x]\n"), Problems{"too-many-aliases 2:4005"});
}

TEST(ReadYaml, AliasesOfALargeTextAreAnError) {
  std::string text = "a: &x " + std::string(1 << 20, 'x') + "\nb: [*x";
  for (int i = 1; i < 900; ++i) text += ", *x";
  EXPECT_EQ(yaml_problems(text + "]\n"), Problems{"too-many-aliases 2:29"});
}

TEST(ReadYaml, DeepNestingIsAnErrorAtItsPlace) {
  EXPECT_EQ(yaml_problems(std::string(100, '[') + std::string(100, ']')), Problems{});
  EXPECT_EQ(yaml_problems(std::string(101, '[') + std::string(101, ']')), Problems{"yaml-too-deep 1:101"});
  // Never closed, some brackets could still be keys of their own: only the kind of problem is certain.
  for (const char bracket : {'[', '{'}) {
    const auto found = yaml_problems(std::string(1 << 20, bracket));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].substr(0, 13), "yaml-too-deep");
  }
  std::string dashes, questions;
  for (int i = 0; i < 100'000; ++i) dashes += "- ", questions += "? ";
  EXPECT_EQ(yaml_problems(dashes), Problems{"yaml-too-deep 1:201"});
  EXPECT_EQ(yaml_problems(questions), Problems{"yaml-too-deep 1:201"});
}

TEST(ReadYaml, TooManyPartsAreAnError) {
  std::string text = "[x";
  for (int i = 0; i < 500'000; ++i) text += ",x";
  const auto found = yaml_problems(text + "]");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], "too-many-parts 1:800000");  // the list and 399,999 of its items fit
}

TEST(ReadYaml, ControlCharactersAndBadUtf8AreErrors) {
  EXPECT_EQ(yaml_problems(std::string("a: 1\nb: \x04 2\n")), Problems{"control-character 2:4"});
  EXPECT_EQ(yaml_problems("a: \xFF\n"), Problems{"not-utf8 1:4"});
  EXPECT_EQ(yaml_problems("a: 1\rb: 2"), Problems{"control-character 1:5"});
}

TEST(ReadYaml, ManyProblemsEndTheReading) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "a: 1\n";
  EXPECT_EQ(yaml_problems(text).size(), 1000u);
}

TEST(ReadYaml, CutFormulaIsOneProblemWithTheLineMended) {
  const Tree tree("x:\n  target: {of: max(a, b, 2), at: 3}\n");
  ASSERT_EQ(problems(tree.diagnostics), Problems{"formula-cut-by-yaml 2:16"});
  EXPECT_EQ(tree.diagnostics[0].arguments, std::vector<std::string>{"target: {of: \"max(a, b, 2)\", at: 3}"});
  const YamlNode& target = *tree.root->find("x")->value->find("target")->value;
  EXPECT_EQ(target.find("of")->value->text.text, "max(a, b, 2)");
  EXPECT_EQ(tree.text(*target.find("at")->value), "3");
  EXPECT_EQ(target.pairs.size(), 2u);
}

TEST(ReadYaml, CutFormulasOfOneLineAreAllFound) {
  Tree tree("- {a: max(1, 2), b: [[min(1, 2), 3]], c: x[-1], d: 4}\n");
  sort_diagnostics(tree.diagnostics);
  EXPECT_EQ(problems(tree.diagnostics),
            (Problems{"formula-cut-by-yaml 1:7", "formula-cut-by-yaml 1:23", "formula-cut-by-yaml 1:42"}));
  const YamlNode& node = *tree.root->items[0];
  EXPECT_EQ(node.find("c")->value->text.text, "x[-1]");
  EXPECT_EQ(node.find("b")->value->items[0]->items[0]->text.text, "min(1, 2)");
  EXPECT_EQ(tree.text(*node.find("d")->value), "4");
}

TEST(ReadYaml, CutAtABracketOfAList) {
  const Tree tree("{when: area in ['urban', 'rural'], points: 5}\n");
  EXPECT_EQ(problems(tree.diagnostics), Problems{"formula-cut-by-yaml 1:8"});
  EXPECT_EQ(tree.root->find("when")->value->text.text, "area in ['urban', 'rural']");
}

TEST(ReadYaml, FormulaThatBeginsWithAText) {
  const Tree tree("when: 'urban' = area\nb: 1\n");
  EXPECT_EQ(problems(tree.diagnostics), Problems{"formula-cut-by-yaml 1:7"});
  EXPECT_EQ(tree.root->find("when")->value->text.text, "'urban' = area");
}

TEST(ReadYaml, UnclosedParenthesisAloneIsNoCut) {
  EXPECT_EQ(yaml_problems("{of: max(a, at: 3}\n"), Problems{});  // the formula says that it is not closed
}

TEST(ReadYaml, FullWidthColonIsMendedAndReadingGoesOn) {
  const Tree tree("c:\n  full：40\n  id: x\nd: {e：1, f: 2}\nd: 3\n");
  EXPECT_EQ(problems(tree.diagnostics),
            (Problems{"full-width-structure 2:7", "full-width-structure 4:6", "duplicate-key 5:1"}));
  EXPECT_EQ(tree.text(*tree.root->find("c")->value->find("full")->value), "40");
  EXPECT_EQ(tree.root->find("d")->value->find("e")->value->text.text, "1");
}

TEST(ReadYaml, FullWidthCommaAndBracketsAreMended) {
  const Tree tree("a: ｛b: 1，c: 2｝\nd: 1\n");
  EXPECT_EQ(problems(tree.diagnostics),
            (Problems{"full-width-structure 1:4", "full-width-structure 1:9", "full-width-structure 1:14"}));
  EXPECT_EQ(tree.root->find("a")->value->find("c")->value->text.text, "2");
}

TEST(ReadYaml, ColonWithoutBlankIsMended) {
  const Tree tree("a:\n  full:40\n  id: x\nb: {c: 1, d:2}\n");
  EXPECT_EQ(problems(tree.diagnostics), (Problems{"colon-without-blank 2:7", "colon-without-blank 4:12"}));
  EXPECT_EQ(tree.root->find("a")->value->find("full")->value->text.text, "40");
  EXPECT_EQ(tree.root->find("b")->value->find("d")->value->text.text, "2");
}

TEST(ReadYaml, ChineseTextsAreNoSlips) {
  EXPECT_EQ(yaml_problems("title: {zh: 甲：乙，丙, en: b}\nsource: 甲，乙：丙\nbasis: |\n  第一条：x\n"), Problems{});
}

TEST(ReadYaml, SlipsAreNotBlamedForOtherErrors) {
  // The colon in the text is as it should be; the error is elsewhere.
  EXPECT_EQ(yaml_problems("basis: |\n  说明：x\na: b: c\n"), Problems{"yaml-syntax 3:5"});
}

}  // namespace
}  // namespace cwp
