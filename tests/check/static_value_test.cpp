// What the checker knows before there are data, seen in what it reports.

#include "term/static_value.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

/// Whether `whole` must be said for a deduction of a figure.
bool asks_for_whole(const std::string& of) {
  const std::string problems = problems_of(rulebook_with(
      "      - {id: x, per: month, full: 10, deduct: {of: \"" + of + "\", each: 1}}\n" +
      "      - {id: rest, per: month, points: visits + survey + hours + quota, min: none, if_missing: zero}\n"));
  return problems.find("whole-needed") != std::string::npos;  // beside doubts about what is always lost
}

TEST(AlwaysInteger, CountsAndWhatWholeNumbersMakeAre) {
  for (const char* of :
       {"visits", "visits + 2", "visits * quota", "floor(hours)", "-visits", "max(visits, 3)", "work_days"})
    EXPECT_FALSE(asks_for_whole(of)) << of;
}

TEST(AlwaysInteger, QuotientsMeansAndDecimalsAreNot) {
  for (const char* of : {"hours", "visits / 2", "visits + 0.5", "mean(visits per day)", "max(visits, 0.5)"})
    EXPECT_TRUE(asks_for_whole(of)) << of;
}

/// The problems of full marks by a formula over `quota`, which is 5.
std::string full_problems(const std::string& full) {
  return problems_of(rulebook_with("      - {id: x, per: month, full: \"" + full +
                                   "\", points: visits + survey + hours, " + "applies: quota > 0}\n"));
}

TEST(StaticValue, FollowsParametersAndChoices) {
  EXPECT_EQ(full_problems("quota * 2"), "");
  EXPECT_EQ(full_problems("quota - 6").substr(0, 13), "full-negative");
  EXPECT_EQ(full_problems("if(quota > 4, 10, -1)"), "");
  EXPECT_EQ(full_problems("if(quota > 5, 10, -1)").substr(0, 13), "full-negative");
}

}  // namespace
}  // namespace cwp
