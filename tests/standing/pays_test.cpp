#include "standing/pays.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

std::string texts(const std::optional<std::vector<Decimal>>& amounts) {
  if (!amounts) return "none";
  std::string text;
  for (const Decimal& amount : *amounts) text += amount.to_text() + " ";
  return text;
}

TEST(ToMoney, HasTwoDecimalsHalfUp) {
  EXPECT_EQ(to_money(Rational(500))->to_text(), "500.00");
  EXPECT_EQ(to_money(Rational(1005, 1000))->to_text(), "1.01");  // 1.00 in binary doubles
  EXPECT_EQ(to_money(Rational(-1005, 1000))->to_text(), "-1.01");
  EXPECT_EQ(to_money(Rational(2, 3))->to_text(), "0.67");
  EXPECT_FALSE(to_money(*Rational(10).power(18)));
}

TEST(TableAmount, IsThatOfTheLineThatHoldsTheRank) {
  std::vector<Pays::Row> table(2);
  table[0] = {1, 3, {Decimal{500, 0}, {}}};
  table[1] = {4, 10, {Decimal{3005, 1}, {}}};
  EXPECT_EQ(table_amount(table, Decimal{1, 0}).to_text(), "500.00");
  EXPECT_EQ(table_amount(table, Decimal{25, 1}).to_text(), "500.00");
  EXPECT_EQ(table_amount(table, Decimal{4, 0}).to_text(), "300.50");
  EXPECT_EQ(table_amount(table, Decimal{35, 1}).to_text(), "0.00");  // between 3 and 4
  EXPECT_EQ(table_amount(table, Decimal{11, 0}).to_text(), "0.00");
}

TEST(SharePool, AThirdEachAndTheLastCentGoesToTheFirst) {
  EXPECT_EQ(texts(share_pool({100, 0}, {1, 1, 1})), "33.34 33.33 33.33 ");
}

TEST(SharePool, TheLargestRemaindersGetWhatIsLeft) {
  // 10.00 by 1 : 2 : 4 is 142.857…, 285.714…, 571.428… cents: the cents left go to 0.857 and 0.714.
  EXPECT_EQ(texts(share_pool({10, 0}, {1, 2, 4})), "1.43 2.86 5.71 ");
}

TEST(SharePool, ANegativeShareCountsNothing) {
  EXPECT_EQ(texts(share_pool({90, 0}, {60, -10, 30})), "60.00 0.00 30.00 ");
  EXPECT_EQ(texts(share_pool({1, 2}, {0, 1, 1})), "0.00 0.01 0.00 ");
}

TEST(SharePool, WithoutAnyShareNothingIsPaid) {
  EXPECT_EQ(texts(share_pool({100, 0}, {0, -1})), "none");
  EXPECT_EQ(texts(share_pool({100, 0}, {})), "none");
}

}  // namespace
}  // namespace cwp
