// Which rows stand, row by row. What comes of it is in tests/cases/corrected-*.case and withdrawn-*.case.

#include "row/known_rows.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

Recorded on(const char* day, bool withdrawn = false) { return {Day::parse(day), withdrawn}; }

/// The lines of the figures that stand; each is of one officer, metric and period.
std::string lines_of(const std::vector<Recorded>& given, OnDuplicate on_duplicate = OnDuplicate::error) {
  Rulebook rulebook;
  rulebook.metrics.emplace_back().on_duplicate = on_duplicate;
  InputRows rows;
  for (std::uint32_t i = 0; i < given.size(); ++i) {
    FigureInput figure{};
    figure.origin.line = i + 1;
    rows.figures.push_back(figure);
  }
  rows.figures_recorded = given;
  keep_known(rows, rulebook);
  std::string lines;
  for (const FigureInput& figure : rows.figures) lines += std::to_string(figure.origin.line) + " ";
  return lines;
}

TEST(KnownRows, TheOneRecordedLastStands) {
  EXPECT_EQ(lines_of({on("2026-03-05"), on("2026-03-09"), on("2026-03-07")}), "2 ");
  EXPECT_EQ(lines_of({{}, on("2026-03-05")}), "2 ");
  EXPECT_EQ(lines_of({on("2026-03-05"), {}}), "1 ");
}

TEST(KnownRows, TwoRecordedOnOneDayAreDuplicates) {
  EXPECT_EQ(lines_of({on("2026-03-09"), on("2026-03-05"), on("2026-03-09")}), "1 3 ");
  EXPECT_EQ(lines_of({{}, {}}), "1 2 ");
}

TEST(KnownRows, AWithdrawalCancelsWhatWasRecordedBefore) {
  EXPECT_EQ(lines_of({on("2026-03-05"), on("2026-03-09", true)}), "");
  EXPECT_EQ(lines_of({{}, on("2026-03-09", true), on("2026-03-07")}), "");
}

TEST(KnownRows, WhatIsRecordedAfterAWithdrawalStands) {
  EXPECT_EQ(lines_of({on("2026-03-05"), on("2026-03-09", true), on("2026-03-10")}), "3 ");
}

TEST(KnownRows, AFigureAndItsWithdrawalOfOneDayContradict) {
  EXPECT_EQ(lines_of({on("2026-03-09"), on("2026-03-09", true)}), "1 2 ") << "on_duplicate: error tells both";
  EXPECT_EQ(lines_of({on("2026-03-09"), on("2026-03-09", true)}, OnDuplicate::last), "");
  EXPECT_EQ(lines_of({{}, {std::nullopt, true}}), "");
}

// Two keys with a history among many without, some of them with the same officer, metric or period.
TEST(KnownRows, FiguresWithOtherKeysStayAsTheyAre) {
  Rulebook rulebook;
  rulebook.metrics.resize(2);
  InputRows rows;
  const auto add = [&](std::uint32_t officer, std::uint32_t metric, std::int32_t period, Recorded recorded) {
    FigureInput figure{};
    figure.officer = officer;
    figure.metric = metric;
    figure.period = period;
    figure.origin.line = std::uint32_t(rows.figures.size() + 1);
    rows.figures.push_back(figure);
    if (recorded == Recorded{}) return;
    rows.figures_recorded.resize(rows.figures.size());
    rows.figures_recorded.back() = recorded;
  };
  add(5, 0, 1, {});                      // line 1: replaced by 7
  add(5, 1, 1, {});                      // 2
  add(5, 0, 2, {});                      // 3: withdrawn by 6
  add(2, 0, 1, {});                      // 4
  add(5, 1, 1, {});                      // 5: twice, as 2
  add(5, 0, 2, on("2026-03-05", true));  // 6
  add(5, 0, 1, on("2026-03-05"));        // 7
  add(9, 0, 1, {});                      // 8: of an officer behind those with a history
  add(5, 0, 1, {});                      // 9: replaced by 7, too
  keep_known(rows, rulebook);
  std::vector<std::uint32_t> lines;
  for (const FigureInput& figure : rows.figures) lines.push_back(figure.origin.line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{2, 4, 5, 7, 8}));
  EXPECT_TRUE(rows.figures_recorded.empty());
}

TEST(KnownRows, WithoutHistoryNothingIsTouched) { EXPECT_EQ(lines_of({}), ""); }

/// The lines of the roster rows that stand; rows of officer 0 but those from the first of a later month.
TEST(KnownRows, ARowOfTheRosterThatReplacesTakesThePlaceOfTheFirst) {
  InputRows rows;
  const auto add = [&](const char* from, Recorded recorded) {
    RosterInput row{};
    row.from = Day::parse(from);
    row.origin.line = std::uint32_t(rows.roster.size() + 1);
    row.recorded = recorded;
    rows.roster.push_back(row);
  };
  add("2026-01-01", {});
  add("2026-03-01", {});
  add("2026-01-01", on("2026-02-01"));
  keep_known(rows, Rulebook{});
  ASSERT_EQ(rows.roster.size(), 2U);
  EXPECT_EQ(rows.roster[0].origin.line, 3U);
  EXPECT_EQ(rows.roster[1].origin.line, 2U);
}

}  // namespace
}  // namespace cwp
