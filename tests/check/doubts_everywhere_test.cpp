// A doubt is told of a formula wherever it stands.

#include <gtest/gtest.h>

#include <algorithm>

#include "checked_text.hpp"

namespace cwp {
namespace {

/// In every formula a cap of 200 on what is at most 100 (of the group: on what is 5).
constexpr const char* kCaps =
    "cwp: 1\nid: t\nparameters: {quota: 5}\nattributes: {skill: {type: number, min: 0, max: 100}}\n"
    "events: {calls: {columns: {minutes: number}}}\n"
    "metrics:\n  visits: {type: u16}\n"
    "  talks: {from: calls, sum: \"minutes + min(skill, 200)\"}\n"
    "groups: {g: {up_to: \"min(quota, 200)\"}}\n"
    "categories:\n  - id: k\n    items:\n"
    "      - id: x\n        per: day\n"
    "        points: \"visits + talks + min(skill, 200)\"\n"
    "        full: \"1 + min(skill, 200)\"\n"
    "        min: \"min(skill, 200) - 300\"\n"
    "        max: \"300 + min(skill, 200)\"\n"
    "        applies: \"min(skill, 200) > 3\"\n"
    "        exempt: \"min(skill, 200) > 5\"\n"
    "        if_missing: zero\n"
    "        roll_up: \"mean(x) + min(skill, 200)\"\n"
    "adjustments: [{id: a, per: month, gives: \"visits + min(skill, 200)\", up_to: \"50 + min(skill, 200)\", group: "
    "g}]\n"
    "vetoes: [{id: v, per: month, when: \"min(skill, 200) > visits\", cap: 5}]\n"
    "assessments:\n  month: {coefficient: \"min(skill, 200)\"}\n"
    "  year: {total: \"mean(total per month) + min(skill, 200)\"}\n"
    "rankings:\n  - {id: r, every: month, of: \"total + min(skill, 200)\", eligible: \"min(skill, 200) > 3\", ties: "
    "[\"visits + min(skill, 200)\"]}\n"
    "grades: [{id: s, ranking: r, levels: [{id: good, when: \"min(skill, 200) > 3\"}, {id: rest}], lower_by: "
    "\"min(skill, 200)\"}]\n"
    "awards: [{id: w, from: r, when: \"min(skill, 200) > 3\", pays: \"visits + min(skill, 200)\"}]\n"
    "expect: [{id: e, per: month, holds: \"min(skill, 200) > 3\"}]\n";

TEST(DoubtsEverywhere, TheSameCapIsDoubtedInEveryFormula) {
  const std::string text = kCaps;
  std::string expected;
  const Source source("rules.yaml", text);
  for (std::size_t at = text.find("200"); at != std::string::npos; at = text.find("200", at + 1)) {
    const Position position = source.position(std::uint32_t(at));
    expected += std::to_string(position.line) + ":" + std::to_string(position.column) + " ";
  }
  EXPECT_EQ(std::count(expected.begin(), expected.end(), ' '), 22);
  std::string found;
  const auto checked = load_and_check(source);
  for (const Diagnostic& problem : checked.diagnostics()) {
    EXPECT_NE(problem.severity(), Severity::error) << message(problem);
    if (problem.slug != "cap-out-of-reach") continue;
    const Position position = source.position(problem.place.span.begin);
    found += std::to_string(position.line) + ":" + std::to_string(position.column) + " ";
  }
  EXPECT_EQ(found, expected);
}

/// The problems of a rulebook with a ranking that says this, and a daily item that is rolled up so.
std::string doubts_with(const std::string& ranking, const std::string& item = "", const std::string& grains = "") {
  return problems_of(
      "cwp: 1\nid: t\nparameters: {quota: {2026-01-01: 5, 2026-03-15: 6}}\n"
      "attributes: {area: {one_of: [urban, rural]}}\n"
      "metrics:\n  visits: {type: u16}\n  rate: {per: month, fold: last, range: [0, 100]}\n"
      "categories:\n  - id: k\n    items:\n      - {id: x, per: day, points: visits, max: 5" +
      item + "}\nassessments: {month: {}" + grains + "}\nrankings: [{id: r, every: month, of: total, " + ranking +
      "}]\n");
}

TEST(DoubtsEverywhere, APercentAWordAndAParameterAreDoubtedInTiesAndConditionsToo) {
  EXPECT_EQ(doubts_with("eligible: rate >= 95"), "unused-name 3:14\n");
  EXPECT_EQ(doubts_with("eligible: rate >= 0.95"), "unused-name 3:14\nnumber-as-percent 13:63\n");
  EXPECT_EQ(doubts_with("ties: [\"lookup(area, 'urban' -> rate)\"]"), "unused-name 3:14\nlookup-misses 13:53\n");
  EXPECT_EQ(doubts_with("ties: [rate - quota]"), "parameter-changes-inside 3:37\n");
  EXPECT_EQ(doubts_with("ties: [\"step(rate, 0 -> 1, 120 -> 2)\"]"), "unused-name 3:14\nband-never-reached 13:72\n");
}

/// In a week of seven days there are 35 points, in a month more.
TEST(DoubtsEverywhere, WhatOneUseOfAFormulaCanReachIsNotDoubted) {
  const std::string rolled = ", roll_up: \"min(sum(x), 40)\"";
  EXPECT_EQ(doubts_with("eligible: rate > quota", rolled), "parameter-changes-inside 3:37\n");
  EXPECT_EQ(doubts_with("eligible: rate > quota", rolled, ", week: {}"), "parameter-changes-inside 3:37\n");
  const std::string more = ", roll_up: \"min(sum(x), 2000)\"";
  EXPECT_EQ(doubts_with("eligible: rate > quota", more, ", week: {}"),
            "parameter-changes-inside 3:37\ncap-out-of-reach 11:73\n");
}

}  // namespace
}  // namespace cwp
