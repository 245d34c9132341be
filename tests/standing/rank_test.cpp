// The figures of language.md, section 9: competition 1 2 2 4, dense 1 2 2 3, ordinal, fractional 1 2.5 2.5 4.

#include "standing/rank.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

/// The ranks of officers 0, 1, 2 … with these values, as texts.
std::string ranks(const std::vector<int>& values, RankMethod method, bool ascending = false) {
  std::vector<Contender> contenders;
  for (std::size_t i = 0; i < values.size(); ++i) contenders.push_back({i, Rational(values[i]), {}});
  std::vector<std::string> by_officer(values.size());
  for (const Ranked& ranked : rank(std::move(contenders), ascending, {}, method))
    by_officer[ranked.officer] = ranked.rank.to_short_text();
  std::string text;
  for (const std::string& r : by_officer) text += (text.empty() ? "" : " ") + r;
  return text;
}

TEST(Rank, TheFourMethods) {
  EXPECT_EQ(ranks({95, 93, 93, 90}, RankMethod::competition), "1 2 2 4");
  EXPECT_EQ(ranks({95, 93, 93, 90}, RankMethod::dense), "1 2 2 3");
  EXPECT_EQ(ranks({95, 93, 93, 90}, RankMethod::ordinal), "1 2 3 4");
  EXPECT_EQ(ranks({95, 93, 93, 90}, RankMethod::fractional), "1 2.5 2.5 4");
}

TEST(Rank, AscendingPutsTheSmallestFirst) { EXPECT_EQ(ranks({95, 93, 90}, RankMethod::competition, true), "3 2 1"); }

TEST(Rank, AllEqualShareTheFirstPlace) {
  EXPECT_EQ(ranks({7, 7, 7}, RankMethod::competition), "1 1 1");
  EXPECT_EQ(ranks({7, 7, 7}, RankMethod::fractional), "2 2 2");
  EXPECT_EQ(ranks({}, RankMethod::competition), "");
}

TEST(Rank, TiesAreTriedInTurnAndAnAbsentOneComesLast) {
  const Value three = Value::of(Rational(3)), one = Value::of(Rational(1));
  std::vector<Contender> contenders = {{0, Rational(9), {Value::missing(), one}},
                                       {1, Rational(9), {three, one}},
                                       {2, Rational(9), {three, three}},
                                       {3, Rational(9), {one, one}}};
  const auto ranked = rank(contenders, false, {false, true}, RankMethod::competition);
  std::vector<std::size_t> order;
  for (const Ranked& r : ranked) order.push_back(r.officer);
  EXPECT_EQ(order, (std::vector<std::size_t>{1, 2, 3, 0}));
  EXPECT_EQ(ranked[3].rank, (Decimal{4, 0}));
}

TEST(Rank, ThoseBehindStandBehindAllOthersInTheirOwnOrder) {
  std::vector<Contender> contenders = {{0, Rational(99), {}, true},
                                       {1, Rational(60), {}},
                                       {2, Rational(98), {}, true},
                                       {3, Rational(60), {}, true},
                                       {4, Rational(98), {}, true}};
  std::string text;
  for (const Ranked& r : rank(std::move(contenders), false, {}, RankMethod::competition))
    text += std::to_string(r.officer) + ":" + r.rank.to_short_text() + " ";
  EXPECT_EQ(text, "1:1 0:2 2:3 4:3 3:5 ");
}

TEST(Rank, ValuesAreComparedExactly) {
  // 1/3 and 333333333333333333/10^18 differ, though no double tells them apart.
  std::vector<Contender> contenders = {{0, Rational(333333333333333333, 1000000000000000000), {}},
                                       {1, Rational(1, 3), {}}};
  EXPECT_EQ(rank(std::move(contenders), false, {}, RankMethod::competition)[0].officer, 1u);
}

}  // namespace
}  // namespace cwp
