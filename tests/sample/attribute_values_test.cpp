#include "sample/attribute_values.hpp"

#include <gtest/gtest.h>

#include <map>

#include "checked_text.hpp"

namespace cwp {
namespace {

CheckedRulebook rules() {
  return checked_text(
      "cwp: 1\nid: t\n"
      "attributes:\n"
      "  squad: {type: text}\n"
      "  area: {type: text, one_of: [urban, rural]}\n"
      "  role: {type: text}\n"
      "  full_name: {type: text}\n"
      "  joined: {type: date}\n"
      "  coefficient: {type: number, min: 0.5, max: 1.5, default: 1}\n"
      "  leader: {type: bool}\n"
      "metrics: {visits: {}}\n"
      "categories:\n  - id: k\n    items:\n"
      "      - {id: x, per: month, full: 9, points: \"visits * lookup(role, 'driver' -> 2, 'clerk' -> 3)\"}\n"
      "rankings: [{id: m, every: month, of: total, by: squad}]\n");
}

/// How often each value of an attribute stands in the roster of a hundred officers.
std::map<std::string, int> values(std::uint32_t attribute) {
  const AttributeValues made(rules(), 1);
  std::map<std::string, int> found;
  for (std::uint32_t number = 1; number <= 100; ++number) {
    const OfficerLife officer = make_life(number, {{Day{20'000}, Day{20'300}}, 1, 0}, Rulebook());
    ++found[made.value(attribute, officer, officer.posts[0].station)];
  }
  return found;
}

TEST(AttributeValues, WhatGroupsOfficersFollowsTheStation) {
  EXPECT_EQ(grouping_attributes(rules()), (std::vector<bool>{true, false, false, false, false, false, false}));
  const std::map<std::string, int> squads = values(0);
  ASSERT_EQ(squads.size(), 5u);
  EXPECT_EQ(squads.at("城关派出所"), 20);
}

TEST(AttributeValues, AllowedWordsHaveUnevenShares) {
  std::map<std::string, int> areas = values(1);
  ASSERT_EQ(areas.size(), 2u);
  EXPECT_GT(areas["urban"], areas["rural"]);
}

TEST(AttributeValues, OtherTextsAreTheWordsThatFormulasKnow) {
  std::map<std::string, int> roles = values(2);
  EXPECT_EQ(roles.size(), 2u);
  EXPECT_GT(roles["driver"], 0);
  EXPECT_GT(roles["clerk"], 0);
  EXPECT_GT(values(3).size(), 50u);
}

TEST(AttributeValues, DatesOfJoiningAreSpreadAndTruthsAreRare) {
  const std::map<std::string, int> joined = values(4);
  EXPECT_GT(joined.size(), 90u);
  for (const auto& [text, count] : joined) EXPECT_TRUE(Day::parse(text)) << text;
  std::map<std::string, int> leaders = values(6);
  EXPECT_TRUE(5 <= leaders["1"] && leaders["1"] <= 35) << leaders["1"];
  EXPECT_EQ(leaders.size(), 2u);
}

TEST(AttributeValues, NumbersAreMostlyTheDefaultAndKeepTheirBounds) {
  std::map<std::string, int> coefficients = values(5);
  EXPECT_GT(coefficients[""] + coefficients["1"], 60);
  EXPECT_GT(coefficients[""], 5);
  EXPECT_GE(coefficients.size(), 4u);
  for (const auto& [text, count] : coefficients)
    if (!text.empty()) {
      const auto number = Decimal::parse(text);
      ASSERT_TRUE(number) << text;
      EXPECT_TRUE(Decimal({5, 1}) <= *number && *number <= Decimal({15, 1})) << text;
    }
}

TEST(UnevenWord, TheFirstIsTheCommonestAndAllOccur) {
  Random random(1, "test");
  std::map<std::string, int> found;
  const std::vector<std::string> words = {"a", "b", "c", "d"};
  for (int i = 0; i < 1000; ++i) ++found[uneven_word(words, random)];
  EXPECT_GT(found["a"], found["b"]);
  EXPECT_GT(found["b"], found["d"]);
  EXPECT_GT(found["d"], 20);
}

}  // namespace
}  // namespace cwp
