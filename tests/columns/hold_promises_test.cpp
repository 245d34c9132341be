// What figures are between, and which are taken without a look at each; who breaks a promise is in columns_test.cpp.

#include "columns/hold_promises.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

CheckedRulebook promising_rules() {
  return checked_text(R"yaml(cwp: 1
id: promises
metrics:
  visits: {per: month, fold: sum, type: u8, range: [0, 20]}
  rate: {per: month, fold: last, range: [0, 1], decimals: 2}
categories:
  - {id: work, items: [{id: calls, per: month, full: 20, points: visits * rate}]}
assessments: {month: {}}
)yaml");
}

TEST(HoldPromises, FiguresAreMeasuredOnce) {
  const std::vector<std::int32_t> figures{3, -7, 12};
  StoredFigures stored;
  stored.type = FigureColumn::Type::i32;
  stored.data = figures.data();
  measure(stored, figures.size());
  EXPECT_EQ(stored.low, -7);
  EXPECT_EQ(stored.high, 12);
  stored.low = 5;  // it is not looked for again
  measure(stored, figures.size());
  EXPECT_EQ(stored.low, 5);
}

TEST(HoldPromises, AColumnWithinTheRangeIsNotLookedAt) {
  const auto rules = promising_rules();
  const Metric& visits = rules.rulebook().metrics[0];
  const Metric& rate = rules.rulebook().metrics[1];
  EXPECT_TRUE(takes_unseen(visits, 0, 20, 0, false));
  EXPECT_FALSE(takes_unseen(visits, 0, 21, 0, true));
  EXPECT_FALSE(takes_unseen(visits, -1, 20, 0, true));
  EXPECT_FALSE(takes_unseen(visits, 0, 200, 1, true));  // somebody may have a part of a visit
  EXPECT_TRUE(takes_unseen(rate, 0, 100, 2, true));
  EXPECT_FALSE(takes_unseen(rate, 0, 100, 2, false));  // whoever is absent has any units
  EXPECT_FALSE(takes_unseen(rate, 0, 1000, 3, true));  // three places
}

}  // namespace
}  // namespace cwp
