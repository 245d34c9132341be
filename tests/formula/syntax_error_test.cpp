#include "formula/syntax_error.hpp"

#include "formula/pictures.hpp"

namespace cwp::test {
namespace {

struct Picture {
  const char *formula, *problem;
};

TEST(SyntaxError, SaysWhatWasExpectedAndWhatWasFound) {
  const Picture pictures[] = {
      {"1 +", "formula-syntax at 3 '': expected a value, found the end of the formula"},
      {"1 + * 2", "formula-syntax at 4 '*': expected a value, found '*'"},
      {"a b", "formula-syntax at 2 'b': expected an operator or the end of the formula, found 'b'"},
      {"a)", "formula-syntax at 1 ')': expected an operator or the end of the formula, found ')'"},
      {"ratio(a b, 1)", "formula-syntax at 8 'b': expected an operator, ',' or ')', found 'b'"},
      {"(a b)", "formula-syntax at 3 'b': expected an operator or ')', found 'b'"},
      {"f(a,)", "formula-syntax at 4 ')': expected a value, found ')'"},
      {"a > b > c", "formula-syntax at 6 '>': expected 'and' between two comparisons, found '>'"},
      {"sum(x per)", "formula-syntax at 9 ')': expected day, week, month, quarter, half or year, found ')'"},
      {"sum(x by)", "formula-syntax at 8 ')': expected a name, or 'all', found ')'"},
      {"sum(x by a,)", "formula-syntax at 11 ')': expected a name, found ')'"},
      {"sum(x over last y)", "formula-syntax at 16 'y': expected a whole number, found 'y'"},
      {"sum(x over year until)", "formula-syntax at 16 'until': expected 'to date', found 'until'"},
      {"sum(x over year to)", "formula-syntax at 18 ')': expected 'to date', found ')'"},
      {"joined < date 3", "formula-syntax at 14 '3': expected a text in single quotes, found '3'"},
      {"x[y]", "formula-syntax at 2 'y': expected [-1] for the period before, found 'y'"},
      {"x in ('A')", "formula-syntax at 5 '(': expected '[', found '('"},
      {"a # b", "formula-syntax at 2 '#': expected an operator or the end of the formula, found '#'"},
      {"x = \"A\"", "formula-syntax at 4 '\"': expected a text in single quotes, found '\"'"},
      {"x\xE2\x80\x8By",
       "formula-syntax at 1 '\xE2\x80\x8B': expected an operator or the end of the formula, found 'U+200B'"},
      {"a > 0 且 b > 0", "unknown-operator at 6 '且': '且' is not an operator of formulas"},
      {"1‰", "unknown-operator at 1 '‰': '‰' is not an operator of formulas"},
      {"2分", "number-format at 0 '2分': '2分' is not how a number is written"},
      {"x，y", "full-width-character at 1 '，': '，' is a full-width character, which formulas do not have"},
      {"month + 1", "formula-syntax at 0 'month': expected a value, found 'month'"},
  };
  for (const Picture& picture : pictures) EXPECT_EQ(problems(picture.formula), picture.problem) << picture.formula;
}

TEST(SyntaxError, SpeaksChinese) {
  EXPECT_EQ(problems("ratio(a b, 1)", Language::zh), "formula-syntax at 8 'b': 此处应为运算符、“,”或“)”，却是“b”");
  EXPECT_EQ(problems("1 +", Language::zh), "formula-syntax at 3 '': 此处应为一个值，却是公式末尾");
}

TEST(SyntaxError, AnUnclosedParenthesisIsNamedWhereItOpens) {
  EXPECT_EQ(problems("max(a, min(b, c)"), "unclosed-parenthesis at 3 '(': this '(' is never closed");
  EXPECT_EQ(problems("1 + (a * b"), "unclosed-parenthesis at 4 '(': this '(' is never closed");
  EXPECT_EQ(problems("x[-1"), "unclosed-parenthesis at 1 '[': this '[' is never closed");
}

TEST(SyntaxError, AThousandsCommaIsANumberMistakeOnlyWhereItCannotSeparate) {
  EXPECT_EQ(problems("x * 1,234"), "number-format at 4 '1,234': '1,234' is not how a number is written");
  EXPECT_EQ(first_problem("(1,234,567.5)"), "number-format '1,234,567.5'");
  EXPECT_EQ(hint(parse_formula("x * 1,234").diagnostics()[0]), "write 1234");
  EXPECT_EQ(tree_of("max(1,100)"), "max(1, 100)");
  EXPECT_EQ(first_problem("x * 1, 000").substr(0, 13), "formula-synta");
}

TEST(SyntaxError, LongWordsAreShortened) {
  const std::string found = problems("a " + std::string(300, 'b'));
  EXPECT_NE(found.find("found '" + std::string(40, 'b') + "…'"), std::string::npos) << found;
}

}  // namespace
}  // namespace cwp::test
