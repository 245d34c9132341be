#include "cwp/formula.hpp"

#include <chrono>

#include "formula/pictures.hpp"

namespace cwp::test {
namespace {

/// A formula out of a larger text; `offsets` one entry a byte of `formula` and one for its end.
SourceText cut_out(const std::string& formula, const std::string& outer, std::vector<std::uint32_t> offsets) {
  return {formula, Source("rules.yaml", outer), std::move(offsets)};
}

TEST(ParseFormula, PlacesInAPlainScalar) {
  const std::string outer = "of: a + bb\n";
  const auto formula = parse_formula(cut_out("a + bb", outer, {4, 5, 6, 7, 8, 9, 10})).value();
  EXPECT_EQ(text_at(formula.root->arguments[1]->place), "bb");
  EXPECT_EQ(text_at(formula.place), "a + bb");
  EXPECT_EQ(formula.text, "a + bb");
}

TEST(ParseFormula, PlacesInAQuotedScalarWithEscapes) {
  // In YAML's single quotes '' is one quote.
  const std::string outer = "of: 'area = ''A'' '";
  const auto root =
      parse_formula(cut_out("area = 'A' ", outer, {5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 17, 18})).value().root;
  EXPECT_EQ(root->arguments[1]->text, "A");
  EXPECT_EQ(root->arguments[1]->place.span.begin, 12U);
  EXPECT_EQ(text_at(root->arguments[0]->place), "area");
}

TEST(ParseFormula, PlacesInABlockScalar) {
  const std::string outer = "of: >\n  a +\n  bb\n";
  const auto root = parse_formula(cut_out("a + bb\n", outer, {8, 9, 10, 11, 14, 15, 16, 17})).value().root;
  EXPECT_EQ(text_at(root->arguments[1]->place), "bb");
  EXPECT_EQ(root->arguments[1]->place.source.position(root->arguments[1]->place.span.begin).line, 3U);
}

TEST(ParseFormula, AMistakeInABlockScalarPointsAtItsOwnLine) {
  const std::string outer = "of: >\n  a +\n  bb c\n";
  const auto formula = parse_formula(cut_out("a + bb c\n", outer, {8, 9, 10, 11, 14, 15, 16, 17, 18, 19}));
  ASSERT_EQ(formula.diagnostics().size(), 1U);
  EXPECT_EQ(text_at(formula.diagnostics()[0].place), "c");
  EXPECT_EQ(formula.partial()->root->kind, ExprKind::invalid);
}

TEST(ParseFormula, WhatIsMeantIsReadInSpiteOfFullWidthCharacters) {
  const auto formula = parse_formula("max（visits，１０）");
  EXPECT_FALSE(formula.ok());
  EXPECT_EQ(tree(*formula.partial()->root), "max(visits, 10)");
  EXPECT_EQ(pictures(formula.diagnostics()),
            "full-width-character at 3 '（': '（' is a full-width character, which formulas do not have\n"
            "full-width-character at 12 '，': '，' is a full-width character, which formulas do not have\n"
            "full-width-character at 15 '１': '１' is a full-width character, which formulas do not have\n"
            "full-width-character at 18 '０': '０' is a full-width character, which formulas do not have\n"
            "full-width-character at 21 '）': '）' is a full-width character, which formulas do not have");
  EXPECT_EQ(text_at(formula.partial()->root->arguments[1]->place), "１０");
}

TEST(ParseFormula, ASyntaxErrorBesideFullWidthCharactersIsReportedToo) {
  const auto formula = parse_formula("max（a b）");
  ASSERT_EQ(formula.diagnostics().size(), 3U);
  EXPECT_EQ(formula.diagnostics()[1].slug, "formula-syntax");
}

TEST(ParseFormula, OperatorsOfOtherLanguagesAreReadAsWhatTheyMean) {
  const auto formula = parse_formula("a == 1 && b <> 2");
  EXPECT_EQ(tree(*formula.partial()->root), "and(=(a, 1), !=(b, 2))");
  EXPECT_EQ(formula.diagnostics().size(), 3U);
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(ParseFormula, TwoHundredLevelsAreAllowedAndOneMoreIsNot) {
  EXPECT_EQ(problems(repeated("(", 200) + "a" + repeated(")", 200)), "");
  EXPECT_EQ(first_problem(repeated("(", 201) + "a" + repeated(")", 201)), "formula-too-deep '('");
  EXPECT_EQ(problems("a" + repeated(" + a", 199)), "");
  EXPECT_EQ(first_problem("a" + repeated(" + a", 200)), "formula-too-deep '+'");
  EXPECT_EQ(problems("a" + repeated(" ^ a", 199)), "");
  EXPECT_EQ(first_problem("a" + repeated(" ^ a", 201)), "formula-too-deep '^'");
  EXPECT_EQ(problems(repeated("abs(", 199) + "a" + repeated(")", 199)), "");
  EXPECT_EQ(first_problem(repeated("abs(", 200) + "a" + repeated(")", 200)).substr(0, 16), "formula-too-deep");
}

TEST(ParseFormula, DepthIsThatOfThePathAndNotOfTheLength) {
  EXPECT_EQ(problems("max(a" + repeated(", a ^ 2 + (1 - a)", 2000) + ")"), "");
}

TEST(ParseFormula, HostileTextsAreDiagnosticsAndQuick) {
  const auto start = std::chrono::steady_clock::now();
  const auto try_out = [](const std::string& piece, std::size_t size) {
    const auto formula = parse_formula(repeated(piece, static_cast<int>(size / piece.size())));
    EXPECT_FALSE(formula.ok()) << piece;
    ASSERT_NE(formula.partial(), nullptr);
    EXPECT_NE(formula.partial()->root, nullptr);
  };
  for (const char* piece : {"(", "-", "not ", "a^"}) try_out(piece, 1'000'000);
  for (const char* piece :
       {"[",  ")", "a^-",    "a+", "a and ", "f(", "f(a,", "x[-1",  "'a",           "x in [", "if(", "0",
        "1.", ".", "1,000,", "（", "‘",      "a<", "\xff", "over ", "sum(x where ", "a -> ",  "%"}) {
    try_out(piece, 100'000);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(ParseFormula, EmptyTextsExpectAValue) {
  EXPECT_EQ(problems(""), "formula-syntax at 0 '': expected a value, found the end of the formula");
  EXPECT_EQ(problems("  "), "formula-syntax at 2 '': expected a value, found the end of the formula");
}

}  // namespace
}  // namespace cwp::test
