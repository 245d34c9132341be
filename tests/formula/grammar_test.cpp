// Each production of the grammar, and how tightly operators bind.

#include "formula/pictures.hpp"

namespace cwp::test {
namespace {

struct Reading {
  const char *formula, *tree;
};

void expect_readings(std::initializer_list<Reading> readings) {
  for (const Reading& reading : readings) EXPECT_EQ(tree_of(reading.formula), reading.tree) << reading.formula;
}

TEST(Grammar, TighterOperatorsBindFirst) {
  expect_readings({{"a or b and c", "or(a, and(b, c))"},
                   {"a and b or c", "or(and(a, b), c)"},
                   {"not a and b", "and(not(a), b)"},
                   {"not a < b", "not(<(a, b))"},
                   {"a + b < c", "<(+(a, b), c)"},
                   {"a + b * c", "+(a, *(b, c))"},
                   {"a * b + c", "+(*(a, b), c)"},
                   {"-a * b", "*(neg(a), b)"},
                   {"-a ^ b", "neg(^(a, b))"},
                   {"a ^ b[-1]", "^(a, lag(b, 1))"},
                   {"(a or b) and c", "and(or(a, b), c)"},
                   {"(a + b) * c", "*(+(a, b), c)"}});
}

TEST(Grammar, EqualOperatorsBindFromTheLeftButPowersFromTheRight) {
  expect_readings({{"a - b - c", "-(-(a, b), c)"},
                   {"a - b + c", "+(-(a, b), c)"},
                   {"a / b * c", "*(/(a, b), c)"},
                   {"a or b or c", "or(or(a, b), c)"},
                   {"a and b and c", "and(and(a, b), c)"},
                   {"a ^ b ^ c", "^(a, ^(b, c))"},
                   {"a - (b - c)", "-(a, -(b, c))"}});
}

TEST(Grammar, MinusTwoSquaredIsTheNegationOfTheSquare) {
  expect_readings({{"-2 ^ 2", "neg(^(2, 2))"}, {"(-2) ^ 2", "^(-2, 2)"}, {"2 ^ -1", "^(2, -1)"}});
}

TEST(Grammar, MinusBeforeANumberIsTheNegativeNumber) {
  expect_readings({{"-2", "-2"},
                   {"a - -2", "-(a, -2)"},
                   {"a -2", "-(a, 2)"},
                   {"-(2)", "neg(2)"},
                   {"-5%", "-0.05"},
                   {"-x", "neg(x)"},
                   {"2 * -x", "*(2, neg(x))"}});
  EXPECT_NE(problems("--2"), "");
}

TEST(Grammar, EveryComparisonIsACall) {
  expect_readings({{"a = b", "=(a, b)"},
                   {"a != b", "!=(a, b)"},
                   {"a < b", "<(a, b)"},
                   {"a <= b", "<=(a, b)"},
                   {"a > b", ">(a, b)"},
                   {"a >= b", ">=(a, b)"}});
}

TEST(Grammar, AChainOfLessIsTwoComparisonsOfOneMiddle) {
  expect_readings({{"0 <= x < 5", "and(<=(0, x), <(x, 5))"}, {"a < b <= c", "and(<(a, b), <=(b, c))"}});
  const auto formula = parse_formula("0 <= x < 5").value();
  EXPECT_EQ(formula.root->arguments[0]->arguments[1], formula.root->arguments[1]->arguments[0]);
}

TEST(Grammar, OnlyLessAndAtMostChain) {
  for (const char* text : {"a > b > c", "a = b = c", "a >= b < c", "a < b > c", "a < b < c < d", "a != b < c"}) {
    EXPECT_NE(problems(text).find("expected 'and' between two comparisons"), std::string::npos) << problems(text);
  }
}

TEST(Grammar, MembershipListsConstants) {
  expect_readings({{"area in ['A', 'B']", "in(area, 'A', 'B')"},
                   {"x in [-1, 95%, true, date '2026-03-01']", "in(x, -1, 0.95, true, date 2026-03-01)"},
                   {"area not in ['A']", "not(in(area, 'A'))"},
                   {"not area in ['A']", "not(in(area, 'A'))"},
                   {"a + b in [1]", "in(+(a, b), 1)"}});
  EXPECT_EQ(first_problem("x in [y]"), "formula-syntax 'y'");
  EXPECT_EQ(first_problem("x in []"), "formula-syntax ']'");
  EXPECT_EQ(first_problem("x in [1"), "unclosed-parenthesis '['");
  EXPECT_EQ(first_problem("x not 3"), "formula-syntax '3'");
}

TEST(Grammar, PercentIsExact) { expect_readings({{"95%", "0.95"}, {"100 %", "1"}, {"0.5% * x", "*(0.005, x)"}}); }

TEST(Grammar, ConstantsOfEachType) {
  expect_readings({{"12.50", "12.5"},
                   {"'urban'", "'urban'"},
                   {"'it''s'", "'it's'"},
                   {"''", "''"},
                   {"date '2026-03-01'", "date 2026-03-01"},
                   {"true", "true"},
                   {"false", "false"}});
}

TEST(Grammar, NamesHaveLettersOfAnyScript) {
  expect_readings({{"信息录入 + é2", "+(信息录入, é2)"}, {"_a1 + Ωmega", "+(_a1, Ωmega)"}});
}

TEST(Grammar, KeywordsAreWholeWords) {
  expect_readings({{"order or android", "or(order, android)"},
                   {"nothing", "nothing"},
                   {"inside in [1]", "in(inside, 1)"},
                   {"daily + dated + percent + today + bytes + monthly",
                    "+(+(+(+(+(daily, dated), percent), today), bytes), monthly)"},
                   {"last(x) + first(lasting)", "+(last(x), first(lasting))"}});
}

TEST(Grammar, WordsOfTheGrammarAndGrainsAreNoNames) {
  for (const char* word : {"and", "or", "not", "in", "per", "over", "by", "where", "to", "last", "all", "date", "day",
                           "week", "month", "quarter", "half", "year"}) {
    EXPECT_NE(problems(word), "") << word;
    EXPECT_NE(problems("1 + " + std::string(word)), "") << word;
  }
}

TEST(Grammar, CallsHaveArgumentsAndClauses) {
  expect_readings(
      {{"duty_days", "duty_days"},
       {"f()", "f()"},
       {"f(a, b + c)", "f(a, +(b, c))"},
       {"f(per week)", "f(){per week}"},
       {"mean(total per month)", "mean(total){per month}"},
       {"sum(x over last 3)", "sum(x){over last 3}"},
       {"sum(x per week over year to date)", "sum(x){per week}{over year to date}"},
       {"mean(x by station, area)", "mean(x){by station}{by area}"},
       {"mean(x by all)", "mean(x){by all}"},
       {"mean(x by station where x > 3 and y)", "mean(x){by station}{where and(>(x, 3), y)}"},
       {"mean(sum(min(visits, 10) per week) by station)", "mean(sum(min(visits, 10)){per week}){by station}"}});
}

TEST(Grammar, ArrowsStandBetweenArguments) {
  expect_readings({{"step(x, 0 -> 0, 5 -> 8)", "step(x, 0 -> 0, 5 -> 8)"},
                   {"lookup(area, 'urban' -> a + 1)", "lookup(area, 'urban' -> +(a, 1))"},
                   {"f(-1->-2)", "f(-1 -> -2)"}});
  EXPECT_EQ(first_problem("1 -> 2"), "formula-syntax '->'");
}

TEST(Grammar, LagsCountBackwards) {
  expect_readings({{"total[-1]", "lag(total, 1)"},
                   {"total[-2 month]", "lag(total, 2 month)"},
                   {"sum(x)[-1 year]", "lag(sum(x), 1 year)"},
                   {"(a + b)[-1]", "lag(+(a, b), 1)"},
                   {"(x[-1])[-1]", "lag(lag(x, 1), 1)"},
                   {"-x[-1]", "neg(lag(x, 1))"}});
  EXPECT_EQ(first_problem("x[-1][-1]"), "formula-syntax '['");
}

TEST(Grammar, BlanksAndLineBreaksMeanNothing) {
  EXPECT_EQ(tree_of(" max(\n  a ,\tb\r\n) "), "max(a, b)");
  EXPECT_EQ(tree_of("a+b*c"), "+(a, *(b, c))");
}

}  // namespace
}  // namespace cwp::test
