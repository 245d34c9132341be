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
