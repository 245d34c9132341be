#include <gtest/gtest.h>

#include "cwp/nearest.hpp"

namespace cwp {
namespace {

std::string meant(std::string_view text) { return period_meant(text, Calendar(CalendarRules())); }

TEST(PeriodMeant, WrittenInAnotherWay) {
  EXPECT_EQ(meant("2026-3"), "2026-03");
  EXPECT_EQ(meant("2026/03"), "2026-03");
  EXPECT_EQ(meant("202603"), "2026-03");
  EXPECT_EQ(meant("20260305"), "2026-03-05");
  EXPECT_EQ(meant("2026.3.5"), "2026-03-05");
  EXPECT_EQ(meant("2026q1"), "2026-Q1");
  EXPECT_EQ(meant("2026-w7"), "2026-W07");
  EXPECT_EQ(meant("2026 H2"), "2026-H2");
}

TEST(PeriodMeant, InChinese) {
  EXPECT_EQ(meant("2026年3月"), "2026-03");
  EXPECT_EQ(meant("2026年3月5日"), "2026-03-05");
  EXPECT_EQ(meant("2026年第1季度"), "2026-Q1");
  EXPECT_EQ(meant("2026年第12周"), "2026-W12");
  EXPECT_EQ(meant("2026年上半年"), "2026-H1");
  EXPECT_EQ(meant("2026年下半年"), "2026-H2");
  EXPECT_EQ(meant("2026年"), "2026");
}

TEST(PeriodMeant, NothingIsMadeUp) {
  for (const char* text : {"", "March", "2026-13", "2026-W54", "3", "03-2026", "2026-02-30", "2026-1-2-3", "999999"})
    EXPECT_EQ(meant(text), "") << text;
}

}  // namespace
}  // namespace cwp
