#include "calendar/lay_stretches.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

Day march(int day) { return *Day::parse("2026-03-01") + (day - 1); }
Stretch row(int from, int to, std::uint32_t number) { return {{march(from), march(to)}, number}; }
using Stretches = std::vector<Stretch>;

TEST(LayStretches, DisjointRowsComeOutSorted) {
  EXPECT_EQ(lay_stretches({row(10, 12, 0), row(1, 3, 1)}), (Stretches{row(1, 3, 1), row(10, 12, 0)}));
  EXPECT_EQ(lay_stretches({}), Stretches{});
}

TEST(LayStretches, NeighboursOfDifferentRowsStayApart) {
  EXPECT_EQ(lay_stretches({row(1, 3, 0), row(4, 6, 1)}), (Stretches{row(1, 3, 0), row(4, 6, 1)}));
}

TEST(LayStretches, TheLaterRowWinsDayByDay) {
  EXPECT_EQ(lay_stretches({row(1, 20, 0), row(5, 9, 1)}), (Stretches{row(1, 4, 0), row(5, 9, 1), row(10, 20, 0)}));
  EXPECT_EQ(lay_stretches({row(5, 9, 0), row(1, 20, 1)}), Stretches{row(1, 20, 1)});
  EXPECT_EQ(lay_stretches({row(1, 10, 0), row(10, 20, 1)}), (Stretches{row(1, 9, 0), row(10, 20, 1)}));
}

TEST(LayStretches, OfThreeRowsOneDayTheLastSpeaks) {
  EXPECT_EQ(lay_stretches({row(1, 9, 0), row(3, 7, 1), row(5, 5, 2)}),
            (Stretches{row(1, 2, 0), row(3, 4, 1), row(5, 5, 2), row(6, 7, 1), row(8, 9, 0)}));
}

TEST(LayStretches, ReachTheEndsOfTime) {
  EXPECT_EQ(lay_stretches({{{kFirstDay, kLastDay}, 0}, {{kFirstDay, march(1)}, 1}}),
            (Stretches{{{kFirstDay, march(1)}, 1}, {{march(2), kLastDay}, 0}}));
}

}  // namespace
}  // namespace cwp
