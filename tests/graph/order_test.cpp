#include "graph/order.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cwp {
namespace {

TEST(OrderOrCycle, EachVertexStandsBehindItsNeeds) {
  const Ordering ordering = order_or_cycle(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  const auto position = [&](std::uint32_t vertex) {
    return std::find(ordering.order.begin(), ordering.order.end(), vertex) - ordering.order.begin();
  };
  ASSERT_EQ(ordering.order.size(), 4u);
  EXPECT_LT(position(3), position(1));
  EXPECT_LT(position(3), position(2));
  EXPECT_LT(position(1), position(0));
  EXPECT_LT(position(2), position(0));
  EXPECT_TRUE(ordering.cycle.empty());
}

TEST(OrderOrCycle, ACycleIsListedInOrderOfNeedAndThereIsNoOrder) {
  const Ordering ordering = order_or_cycle(5, {{0, 1}, {1, 2}, {2, 3}, {3, 1}});
  EXPECT_EQ(ordering.cycle, (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_TRUE(ordering.order.empty());
}

TEST(OrderOrCycle, AVertexThatNeedsItselfIsACycle) {
  EXPECT_EQ(order_or_cycle(2, {{1, 1}}).cycle, (std::vector<std::uint32_t>{1}));
}

TEST(OrderOrCycle, AChainOfAHundredThousandDoesNotOverflowTheStack) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> needs;
  for (std::uint32_t i = 0; i + 1 < 100'000; ++i) needs.emplace_back(i, i + 1);
  EXPECT_EQ(order_or_cycle(100'000, needs).order.front(), 99'999u);
}

}  // namespace
}  // namespace cwp
