// Figures as bytes and back: nothing of them is lost, whatever a caller made up, and an officer's are found.

#include "kept/packed_figures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

namespace cwp {
namespace {

/// `many` figures of `officers` in no order, with all that a figure can have.
InputRows any_figures(std::size_t many, std::uint32_t officers) {
  std::mt19937 random(11);
  const auto below = [&](std::uint32_t end) { return std::uint32_t(random() % end); };
  InputRows rows;
  for (std::size_t i = 0; i < many; ++i) {
    FigureInput& figure = rows.figures.emplace_back(i > 0 ? rows.figures.back() : FigureInput{});
    ++figure.metric;
    if (below(4) == 0)
      figure = {below(officers), below(9), std::int32_t(below(90)) - 30, Day{20'000}, kNoRemark, {}, {}};
    if (below(9) == 0) figure.day.reset();
    if (below(9) == 0) figure.origin = {std::int32_t(below(3)) - 1, below(1'000'000)};
    if (below(50) == 0) figure.origin = {below(2) == 0 ? INT32_MAX : INT32_MIN, UINT32_MAX};
    if (below(50) == 0) figure.day = Day{below(2) == 0 ? INT32_MAX : INT32_MIN};
    figure.remark = below(9) == 0 ? below(7) : kNoRemark;
    figure.value = {std::int64_t(random() % 2'000) - 1'000, std::uint8_t(below(4))};
    if (below(20) == 0) figure.value = {below(2) == 0 ? 999'999'999'999'999'999 : -999'999'999'999'999'999, 18};
    if (below(30) != 0) continue;
    rows.figures_recorded.resize(rows.figures.size());
    rows.figures_recorded.back() = {below(2) == 0 ? std::optional(Day{INT32_MAX}) : std::nullopt, below(2) == 0};
    if (rows.figures_recorded.back() == Recorded{}) rows.figures_recorded.back().day = Day{20'100};
  }
  return rows;
}

PackedFigures packed(const InputRows& rows) {
  PackedFigures figures;
  for (std::size_t i = 0; i < rows.figures.size(); ++i)
    figures.add(rows.figures[i], i < rows.figures_recorded.size() ? rows.figures_recorded[i] : Recorded{});
  return figures;
}

auto all_of_figure(const FigureInput& figure) {
  return std::tuple(figure.officer, figure.metric, figure.period, figure.day, figure.remark, figure.origin.file,
                    figure.origin.line, figure.value.units, figure.value.decimals);
}

void expect_same(const InputRows& found, const InputRows& expected) {
  ASSERT_EQ(found.figures.size(), expected.figures.size());
  for (std::size_t i = 0; i < found.figures.size(); ++i)
    ASSERT_EQ(all_of_figure(found.figures[i]), all_of_figure(expected.figures[i])) << i;
  EXPECT_EQ(found.figures_recorded, expected.figures_recorded);
}

// One chunk that is not full, two that are, and one figure beyond.
TEST(PackedFigures, NothingIsLost) {
  for (const std::size_t many : {std::size_t{0}, std::size_t{1}, std::size_t{500}, 2 * PackedFigures::kPerChunk,
                                 2 * PackedFigures::kPerChunk + 1}) {
    const InputRows rows = any_figures(many, 40);
    const PackedFigures figures = packed(rows);
    EXPECT_EQ(figures.size(), many);
    InputRows again;
    figures.unpack(again);
    expect_same(again, rows);
  }
}

TEST(PackedFigures, AChunkIsReadByItself) {
  const InputRows rows = any_figures(3 * PackedFigures::kPerChunk, 40);
  const PackedFigures figures = packed(rows);
  ASSERT_EQ(figures.chunks(), 3U);
  InputRows middle;
  figures.unpack(1, middle);
  ASSERT_EQ(middle.figures.size(), PackedFigures::kPerChunk);
  for (std::size_t i = 0; i < middle.figures.size(); ++i)
    ASSERT_EQ(all_of_figure(middle.figures[i]), all_of_figure(rows.figures[PackedFigures::kPerChunk + i])) << i;
}

TEST(PackedFigures, AnOfficersFiguresAreInHisChunks) {
  const std::uint32_t officers = 3'000;
  const InputRows rows = any_figures(8 * PackedFigures::kPerChunk, officers);
  const PackedFigures figures = packed(rows);
  for (std::uint32_t officer = 0; officer < officers; ++officer) {
    std::vector<std::uint32_t> expected;
    for (std::size_t i = 0; i < rows.figures.size(); ++i)
      if (rows.figures[i].officer == officer) expected.push_back(std::uint32_t(i / PackedFigures::kPerChunk));
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    ASSERT_EQ(figures.chunks_of(officer), expected) << officer;
  }
  EXPECT_TRUE(figures.chunks_of(officers + 5).empty());
}

TEST(PackedFigures, WhatLiesOutOfBoundsIsRefused) {
  FigureInput inside;
  inside.officer = 4, inside.metric = 2, inside.period = 700, inside.day = Day{20'000}, inside.remark = 6;
  inside.origin = {1, 12}, inside.value = {305, 2};
  const Recorded recorded{Day{20'100}, false};
  const FigureBounds bounds{5, 3, 7, 2};
  const auto is_read = [&](const FigureInput& written, const Recorded& when) {
    PackedWriter to;
    write_figure(written, when, {}, to);
    PackedReader from(to.bytes());
    FigureInput figure;
    Recorded known;
    read_figure(from, bounds, figure, known);
    return from.at_end() && all_of_figure(figure) == all_of_figure(written) && known == when;
  };
  EXPECT_TRUE(is_read(inside, recorded));
  const auto other = [&](const auto& change) {
    FigureInput figure = inside;
    change(figure);
    return is_read(figure, recorded);
  };
  EXPECT_TRUE(other([](FigureInput& figure) { figure.origin.file = -1; }));
  EXPECT_FALSE(other([](FigureInput& figure) { figure.origin.file = -2; }));
  EXPECT_FALSE(other([](FigureInput& figure) { figure.origin.file = 2; }));
  EXPECT_FALSE(other([](FigureInput& figure) { figure.officer = 5; }));
  EXPECT_FALSE(other([](FigureInput& figure) { figure.metric = 3; }));
  EXPECT_FALSE(other([](FigureInput& figure) { figure.remark = 7; }));
  EXPECT_FALSE(other([](FigureInput& figure) { figure.period = 1'000'001; }));
  EXPECT_FALSE(other([](FigureInput& figure) { figure.day = kLastDay + 1; }));
  EXPECT_FALSE(is_read(inside, {kFirstDay - 1, true}));
}

}  // namespace
}  // namespace cwp
