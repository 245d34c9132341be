#include "sample/wrong_rows.hpp"

#include <gtest/gtest.h>

#include "sample/figure_rows.hpp"
#include "sample/made_world.hpp"

namespace cwp {
namespace {

/// Ten rows of an officer, spoiled.
std::vector<SampleRow> spoiled(const SampleWorld& world, const OfficerLife& officer) {
  std::vector<SampleRow> rows;
  for (int i = 0; i < 10; ++i) rows.push_back({officer.key, (world.span.first + i).to_text(), {"12", "40"}});
  spoil_rows(rows, {"", "111"}, world, officer, "test");
  return rows;
}

TEST(WrongRows, TheFirstOfFiftyHasOneOfEachKind) {
  const SampleWorld world = made_world(1);
  const std::vector<SampleRow> rows = spoiled(world, world.lives[0]);
  ASSERT_EQ(rows.size(), 10u);
  EXPECT_EQ(rows[1].cells[0], "l2");
  EXPECT_EQ(rows[3].cells[1], "111");
  EXPECT_EQ(rows[5].officer, "a0001");
}

TEST(WrongRows, WhoComesWithinTheSpanHasARowBeforehand) {
  SampleWorld world = made_world(2);
  OfficerLife& officer = world.lives[1];
  officer.present.first = world.span.first + 20;
  const std::vector<SampleRow> rows = spoiled(world, officer);
  ASSERT_EQ(rows.size(), 11u);
  EXPECT_LT(*Day::parse(rows.back().date), officer.present.first);
  EXPECT_GE(*Day::parse(rows.back().date), world.span.first);
}

TEST(WrongRows, AreFewAndSomeComeLate) {
  const SampleWorld world = made_world(49);
  int rows = 0, wrong = 0, late = 0;
  const Impossible impossible = impossible_figures(world, reported_metrics(world.rulebook()));
  for (std::size_t i = 3; i < world.lives.size(); ++i) {  // the first three have more than their share
    const std::vector<SampleRow> right = figure_rows(world, world.lives[i]);
    std::vector<SampleRow> spoilt = right;
    spoil_rows(spoilt, impossible, world, world.lives[i], "figures");
    rows += int(right.size());
    for (const SampleRow& row : right) {
      const auto same = [&](const SampleRow& other) {
        return other.date == row.date && other.cells == row.cells && other.officer == row.officer;
      };
      wrong += std::none_of(spoilt.begin(), spoilt.end(), same);
    }
    for (std::size_t row = 0; row < right.size(); ++row) late += spoilt[row].date != right[row].date;
  }
  EXPECT_TRUE(rows / 1000 <= wrong && wrong <= rows / 150) << wrong << " of " << rows;
  EXPECT_GT(late, 0);
}

TEST(WrongRows, WhatIsImpossibleFollowsFromThePromises) {
  const SampleWorld world = made_world(1);
  EXPECT_EQ(impossible_figures(world, {3, 5, 6, 7}), (Impossible{"-1", "-3", "111", "21"}));
  EXPECT_EQ(impossible_facts(world.rulebook().events[1]), (Impossible{"-", "2", "-", "-", "5011"}));
}

}  // namespace
}  // namespace cwp
