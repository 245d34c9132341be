#include "formula/pictures.hpp"
#include "formula/token.hpp"

namespace cwp::test {
namespace {

struct Mended {
  const char *written, *meant;
};

TEST(CutTokens, NumbersOfOtherFashionsSayWhatToWrite) {
  const Mended cases[] = {{"1e3", "1000"},    {"1E3", "1000"},     {"2.5e-3", "0.0025"}, {"1e+2", "100"},
                          {"1.25e1", "12.5"}, {".5", "0.5"},       {"5.", "5"},          {"010", "10"},
                          {"00", "0"},        {"007.50", "7.50"},  {"1_000", "1000"},    {"3visits", "3 * visits"},
                          {"1.2.3", "1.2"},   {"0x1F", "0 * x1F"}, {"1e99", "1 * e99"}};
  for (const Mended& wrong : cases) {
    const auto formula = parse_formula(wrong.written);
    ASSERT_EQ(formula.diagnostics().size(), 1U) << wrong.written << "\n" << pictures(formula.diagnostics());
    EXPECT_EQ(formula.diagnostics()[0].slug, "number-format") << wrong.written;
    EXPECT_EQ(formula.diagnostics()[0].arguments, (std::vector<std::string>{wrong.written, wrong.meant}));
  }
}

TEST(CutTokens, AGroupOfThreeDigitsThatBeginsWithZeroBelongsToTheNumberBeforeIt) {
  const Mended cases[] = {{"1,000", "1000"}, {"12,034,567", "12034567"}, {"1,234,000", "1234000"}};
  for (const Mended& wrong : cases) {
    for (const std::string around : {"x * ", "max(x, "}) {
      const auto formula = parse_formula(around + wrong.written + (around == "x * " ? "" : ")"));
      ASSERT_EQ(formula.diagnostics().size(), 1U) << wrong.written << "\n" << pictures(formula.diagnostics());
      EXPECT_EQ(formula.diagnostics()[0].slug, "number-format");
      EXPECT_EQ(formula.diagnostics()[0].arguments, (std::vector<std::string>{wrong.written, wrong.meant}));
    }
  }
  EXPECT_EQ(tree_of("max(1,100)"), "max(1, 100)");
  EXPECT_EQ(tree_of("max(1,100,10)"), "max(1, 100, 10)");
}

TEST(CutTokens, NumbersHaveAtMostEighteenDigits) {
  EXPECT_EQ(problems("123456789012345678"), "");
  EXPECT_EQ(first_problem("1234567890123456789"), "number-too-long '1234567890123456789'");
  EXPECT_EQ(first_problem("0.123456789012345678%").substr(0, 15), "number-too-long");
  EXPECT_EQ(tree_of("100000000000000000%"), "1000000000000000");
}

TEST(CutTokens, SignsOfOtherLanguagesSayWhatToType) {
  const Mended cases[] = {{"==", "="},   {"=<", "<="}, {"=>", ">="}, {"<>", "!="},
                          {"&&", "and"}, {"||", "or"}, {"**", "^"}};
  for (const Mended& wrong : cases) {
    const auto formula = parse_formula("a " + std::string(wrong.written) + " b");
    ASSERT_EQ(formula.diagnostics().size(), 1U) << wrong.written;
    EXPECT_EQ(formula.diagnostics()[0].slug, "unknown-operator");
    EXPECT_EQ(formula.diagnostics()[0].arguments, (std::vector<std::string>{wrong.written, wrong.meant}));
  }
  EXPECT_EQ(first_problem("!a"), "unknown-operator '!'");
}

TEST(CutTokens, ATextThatDoesNotEndIsReportedOnce) {
  EXPECT_EQ(problems("area = 'urban"), "text-not-closed at 7 ''urban': this text has no closing quote");
}

TEST(CutTokens, TokensHoldTheirBytes) {
  std::vector<Diagnostic> diagnostics;
  const SourceText whole = SourceText::whole(Source("", "录入>=1.5"));
  const auto tokens = cut_tokens(replace_full_width(whole, diagnostics), diagnostics);
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0].kind, TokenKind::name);
  EXPECT_EQ(tokens[0].end, 6U);
  EXPECT_EQ(tokens[1].kind, TokenKind::greater_equal);
  EXPECT_EQ(tokens[2].kind, TokenKind::number);
  EXPECT_EQ(tokens[2].begin, 8U);
  EXPECT_EQ(tokens[3].kind, TokenKind::end);
  EXPECT_EQ(tokens[3].begin, 11U);
}

TEST(CutTokens, ReservedWordsAndGrainsHaveTheirKinds) {
  EXPECT_EQ(word_kind("and"), TokenKind::word_and);
  EXPECT_EQ(word_kind("where"), TokenKind::word_where);
  EXPECT_EQ(word_kind("week"), TokenKind::grain);
  EXPECT_EQ(word_kind("weeks"), TokenKind::name);
  EXPECT_EQ(word_kind("AND"), TokenKind::name);
}

TEST(CutTokens, BytesThatAreNotUtf8AreUnknownCharacters) {
  EXPECT_EQ(first_problem("a \xff b").substr(0, 14), "formula-syntax");
  EXPECT_EQ(first_problem("a \xe4\xbd").substr(0, 14), "formula-syntax");
}

}  // namespace
}  // namespace cwp::test
