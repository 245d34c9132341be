#include "engine/part_keeper.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <set>
#include <string>
#include <thread>

#include "cwp/scores.hpp"

namespace cwp {
namespace {

Part part_of(std::int64_t units, std::uint8_t decimals = 2) {
  Part part;
  part.points = Decimal{units, decimals};
  part.full = part.reachable = Decimal{1000, 2};
  part.coverage = Decimal{10'000, 4};
  return part;
}

std::string text_of(const Part& part) {
  std::string text;
  for (const auto* figure : {&part.points, &part.full, &part.reachable, &part.coverage})
    text += (*figure ? (*figure)->to_text() : "-") + " ";
  return text + std::string(to_text(part.state)) + " " + std::string(to_text(part.reason));
}

TEST(PartKeeper, GivesBackEveryPartToTheLastDigit) {
  Part absent;
  absent.reason = Reason::not_held;
  Part incomplete = part_of(-305);
  incomplete.state = State::incomplete;
  Part places = part_of(15, 1);  // 1.5, which equals 1.50
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  const std::vector<Part> parts = {part_of(150),
                                   places,
                                   absent,
                                   incomplete,
                                   part_of(kMost),
                                   part_of(kMost + 1),
                                   part_of(-kMost - 1),
                                   part_of(-kMost - 2),
                                   part_of(999'999'999'999'999'999, 0),
                                   part_of(0)};
  PartKeeper keeper;
  for (int row = 0; row < 3; ++row) {
    for (const Part& part : parts) keeper.add(part);
    const Parts kept = keeper.take_row();
    ASSERT_EQ(kept.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) EXPECT_EQ(text_of(kept[i]), text_of(parts[i])) << i;
    EXPECT_EQ(text_of(kept.back()), text_of(parts.back()));
  }
}

TEST(PartKeeper, RowsOfOtherLengthsAndShapesDoNotDisturbEachOther) {
  PartKeeper keeper;
  std::vector<std::vector<Part>> rows;
  std::vector<Parts> kept;
  for (int row = 0; row < 200; ++row) {
    std::vector<Part>& parts = rows.emplace_back();
    for (int i = 0; i <= row % 7; ++i) {
      Part part = part_of(row * 31 + i, std::uint8_t(row % 3));
      if ((row + i) % 4 == 0) part.points.reset();
      if ((row + i) % 5 == 0) part.reachable = Decimal{row, 2};
      parts.push_back(part);
      keeper.add(part);
    }
    kept.push_back(keeper.take_row());
  }
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t i = 0; i < rows[row].size(); ++i) EXPECT_EQ(text_of(kept[row][i]), text_of(rows[row][i]));
}

TEST(PartKeeper, EachThreadHasItsOwn) {
  PartKeepers keepers;
  std::set<PartKeeper*> found = {&keepers.mine(), &keepers.mine()};
  PartKeeper* other = nullptr;
  std::thread([&] { other = &keepers.mine(); }).join();
  EXPECT_EQ(found.size(), 1U);
  EXPECT_FALSE(found.contains(other));
}

TEST(Parts, AreASequence) {
  const Parts none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.begin(), none.end());
  const Parts parts = {part_of(1), part_of(2), part_of(3)};
  std::string points;
  for (const Part& part : parts) points += part.points->to_text() + " ";
  EXPECT_EQ(points, "0.01 0.02 0.03 ");
}

TEST(Parts, WhatIsPutIntoOneDoesNotReachItsCopies) {
  const Parts before = {part_of(1), part_of(2)};
  Parts after = before;
  after.set(1, part_of(7, 0));
  EXPECT_EQ(before[1].points->to_text(), "0.02");
  EXPECT_EQ(after[0].points->to_text(), "0.01");
  EXPECT_EQ(after[1].points->to_text(), "7");
}

}  // namespace
}  // namespace cwp
