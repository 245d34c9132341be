// Whom a summary shows of a ranking: the first three of the first five groups.

#include "files/leaders.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

/// Asks about a row of each of these groups in turn; `GROUP OFFICER` of those that are shown, and how many groups more.
std::string shown_of(const std::string& groups) {
  LeaderList list("best", Grain::month);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string group(1, groups[i]);
    if (!list.wants(group)) continue;
    RankedOfficer row;
    row.group = group;
    row.officer = i;
    list.add(std::move(row));
  }
  const RankingSummary summary = std::move(list).take();
  EXPECT_EQ(summary.leaders.id, "best");
  EXPECT_EQ(summary.leaders.every, Grain::month);
  std::string text;
  for (const RankedOfficer& row : summary.leaders.rows) text += row.group + std::to_string(row.officer) + " ";
  return text + "+" + std::to_string(summary.more_groups);
}

TEST(LeaderList, ShowsTheFirstThreeOfAGroup) {
  EXPECT_EQ(shown_of(""), "+0");
  EXPECT_EQ(shown_of("aa"), "a0 a1 +0");
  EXPECT_EQ(shown_of("aaaab"), "a0 a1 a2 b4 +0");
}

TEST(LeaderList, CountsTheGroupsBehindTheFifthOnce) {
  EXPECT_EQ(shown_of("abcde"), "a0 b1 c2 d3 e4 +0");
  EXPECT_EQ(shown_of("abcdefffggf"), "a0 b1 c2 d3 e4 +2");
}

TEST(LeaderList, AGroupThatComesAgainGoesOnWhereItWas) {
  EXPECT_EQ(shown_of("abababab"), "a0 b1 a2 b3 a4 b5 +0");
  EXPECT_EQ(shown_of("abcdefafafaa"), "a0 b1 c2 d3 e4 a6 a8 +1");
}

}  // namespace
}  // namespace cwp
