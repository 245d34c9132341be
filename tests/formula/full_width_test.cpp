#include "cwp/formula.hpp"

#include "formula/pictures.hpp"
#include "formula/token.hpp"

namespace cwp::test {
namespace {

std::string replaced(const std::string& text, std::size_t expected_problems) {
  std::vector<Diagnostic> diagnostics;
  const SourceText whole = SourceText::whole(Source("", text));
  const PlainText plain = replace_full_width(whole, diagnostics);
  EXPECT_EQ(diagnostics.size(), expected_problems) << pictures(diagnostics);
  EXPECT_EQ(plain.origins.size(), plain.text.size() + 1);
  return plain.text;
}

TEST(FullWidth, EveryFullWidthSignIsReplaced) {
  EXPECT_EQ(replaced("（ａ＋ｂ－１）＊２／３，９５％＝＜＞＿", 19), "(a+b-1)*2/3,95%=<>_");
  EXPECT_EQ(replaced("a　≥　b", 3), "a >= b");
  EXPECT_EQ(replaced("a→b≤c≠d×e÷f−g【-1】", 8), "a->b<=c!=d*e/f-g[-1]");
}

TEST(FullWidth, ChineseQuotesBecomeSingleQuotesAndTheirTextStays) {
  EXPECT_EQ(replaced("area = ‘城区（甲）’", 2), "area = '城区（甲）'");
  EXPECT_EQ(replaced("area = “城区” ＋ 1", 3), "area = '城区' + 1");
}

TEST(FullWidth, TextsInSingleQuotesStay) {
  EXPECT_EQ(replaced("area = '城区（甲），‘乙’'", 0), "area = '城区（甲），‘乙’'");
  EXPECT_EQ(replaced("'（' ＋ '）'", 1), "'（' + '）'");
}

TEST(FullWidth, ATextMayEndWithAFullWidthQuoteByMistake) { EXPECT_EQ(replaced("area = '城区’", 1), "area = '城区'"); }

TEST(FullWidth, ChineseLettersStay) { EXPECT_EQ(replaced("信息录入 + 1", 0), "信息录入 + 1"); }

TEST(FullWidth, EachSaysWhatToType) {
  const auto formula = parse_formula("1　＋ 2");
  ASSERT_EQ(formula.diagnostics().size(), 2U);
  EXPECT_EQ(hint(formula.diagnostics()[0]), "type ␣");
  EXPECT_EQ(hint(formula.diagnostics()[1]), "type +");
  EXPECT_EQ(formula.diagnostics()[1].place.span, (Span{4, 7}));
}

}  // namespace
}  // namespace cwp::test
