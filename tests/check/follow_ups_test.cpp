#include "load/follow_ups.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

std::string rules_with(const std::string& metrics, const std::string& items, const std::string& more = "") {
  return "cwp: 1\nid: t\nmetrics:\n" + metrics + "categories:\n  - id: work\n    full: 20\n    items:\n" + items + more;
}
const std::string kMetrics = "  visits: {type: u16}\n  missed: {type: u16}\n";
const std::string kVisits = "      - {id: a, per: month, full: 10, points: visits}\n";

TEST(FollowUps, AMisspeltKeyIsTheOnlyProblemOfWhatItHolds) {
  std::string text = rules_with(kMetrics, kVisits + "      - {id: b, per: month, full: 10, points: missed}\n");
  text.replace(text.find("categories:"), 11, "catgories:");
  EXPECT_EQ(problems_of(text), "unknown-key 6:1\n");
}

TEST(FollowUps, NamesInALineThatCouldNotBeReadAreNoneUnused) {
  EXPECT_EQ(problems_of(rules_with(kMetrics, kVisits + "      - {id: b, per: month, full: 10, points: 2missed}\n")),
            "number-format 11:47\n");
  EXPECT_EQ(problems_of(rules_with(kMetrics, kVisits + "      - {id: b, per: month, full: 10, points: mised}\n")),
            "unused-name 5:3\nunknown-name 11:47\n");
  EXPECT_EQ(problems_of(rules_with(kMetrics, kVisits + "      - {id: b, per: month, full: 10, points: 2missed_2}\n")),
            "unused-name 5:3\nnumber-format 11:47\n");
}

TEST(FollowUps, MarksOfItemsThatCouldNotBeRead) {
  EXPECT_EQ(problems_of(rules_with(kMetrics, kVisits + "      - ｛id：b，per：month，full：10，points：missed｝\n")),
            "full-width-structure 11:9\n");
  EXPECT_EQ(problems_of(rules_with(kMetrics, kVisits + "      - {id: b, per: month, deduct: {of: missed, each: 1}}\n")),
            "form-needs-full 11:29\n");
  EXPECT_EQ(problems_of(rules_with(kMetrics, kVisits + "      - {id: b, per: month, full: 9, points: missed}\n")),
            "marks-do-not-add-up 8:11\n");
}

TEST(FollowUps, WhatIsCountedInWholeUnitsShowsWhereItIsDefined) {
  const std::string deduct = "      - {id: b, per: month, full: 10, deduct: {of: missed, each: 1}}\n";
  EXPECT_EQ(problems_of(rules_with("  visits: {}\n  missed: {type: int}\n", kVisits + deduct)), "unknown-word 5:18\n");
  EXPECT_EQ(problems_of(rules_with("  visits: {}\n  missed: {}\n", kVisits + deduct)), "whole-needed 11:39\n");
}

TEST(FollowUps, OverWhatAFigureIsAddedUpIsNotKnownWhereAPeriodCannotBeRead) {
  const auto item = [](const std::string& per) {
    return kVisits + "      - {id: b, per: " + per + ", title: 日均, points: missed}\n";
  };
  EXPECT_NE(problems_of(rules_with(kMetrics, item("month"))).find("fold-first"), std::string::npos);
  EXPECT_EQ(problems_of(rules_with(kMetrics, item("weekly"))).find("fold-first"), std::string::npos);
  EXPECT_EQ(problems_of(rules_with(kMetrics, item("hour"))).find("fold-first"), std::string::npos);
}

TEST(FollowUps, OtherErrorsHideNothing) {
  EXPECT_EQ(problems_of(rules_with(kMetrics, kVisits, "duty: {leave: exemt}\n")),
            "unused-name 5:3\nmarks-do-not-add-up 8:11\nunknown-word 11:15\n");
}

}  // namespace
}  // namespace cwp
