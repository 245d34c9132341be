// What data show about a rulebook. Every figure here is made by hand, so that what must be said can be counted.

#include "cwp/check_data.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "checked_text.hpp"
#include "cwp/load.hpp"
#include "cwp/score.hpp"

namespace cwp {
namespace {

constexpr const char* kSurveyed = R"(cwp: 1
id: t
attributes: {station: {type: text}}
metrics:
  easy: {type: u16}
  hard: {type: u16}
  wide: {type: u16}
  copy: {type: u16}
  mark: {per: month, fold: last, range: [0, 100]}
categories:
  - id: work
    full: 100
    items:
      - {id: given, per: month, full: 50, target: {of: easy, at: 1}}
      - {id: never, per: month, full: 10, target: {of: hard, at: 100}}
      - {id: spread, per: month, full: 20, target: {of: wide, at: 100}}
      - {id: again, per: month, full: 10, target: {of: copy, at: 100}}
      - {id: marked, per: month, full: 10, if_missing: zero, target: {of: mark, at: 100}}
assessments: {month: {}}
rankings: [{id: by_station, every: month, of: total, by: station}]
)";

struct SurveyRow {
  std::string officer, date, metric, value;
};

/// Twenty officers, the last three of station B; in January easy 5, hard 0, wide 5 × number, copy the same and 1 more.
std::vector<SurveyRow> january() {
  std::vector<SurveyRow> rows;
  for (int i = 1; i <= 20; ++i) {
    const std::string officer = "a" + std::to_string(100 + i);
    rows.push_back({officer, "2026-01-05", "easy", "5"});
    rows.push_back({officer, "2026-01-06", "hard", "0"});
    rows.push_back({officer, "2026-01-07", "wide", std::to_string(5 * i - (i % 3))});
    rows.push_back({officer, "2026-01-31", "copy", std::to_string(5 * i - (i % 3) - (i > 1 ? 1 : 0))});
    rows.push_back({officer, "2026-01", "mark", std::to_string(50 + (i * 7) % 11)});
  }
  return rows;
}

std::vector<Diagnostic> doubts_of(const std::vector<SurveyRow>& rows, const std::string& more = "",
                                  const std::string& to = "2026-01-31") {
  const CheckedRulebook rules = load_and_check(Source("rules.yaml", kSurveyed + more)).value();
  DatasetBuilder builder(rules);
  for (int i = 1; i <= 20; ++i)
    builder.add_officer("a" + std::to_string(100 + i), std::nullopt, std::nullopt, {{"station", i <= 17 ? "A" : "B"}});
  for (const SurveyRow& row : rows) builder.add_metric(row.officer, row.date, row.metric, row.value);
  builder.set_span({*Day::parse("2026-01-01"), *Day::parse(to)});
  return check_data(score(compile(rules), builder.finish().value()).value());
}

std::string said(const std::vector<Diagnostic>& diagnostics, std::string_view slug) {
  std::string all;
  for (const Diagnostic& one : diagnostics)
    if (one.slug == slug) all += message(one) + "\n";
  return all;
}

TEST(CheckData, ItemsThatTellNobodyApart) {
  const auto doubts = doubts_of(january());
  EXPECT_EQ(said(doubts, "data-all-full"), "'given' tells nobody apart: 20 of 20 figures have full marks, 100 %\n");
  EXPECT_EQ(said(doubts, "data-all-nothing"), "'never' tells nobody apart: 20 of 20 figures are 0 or less, 100 %\n");
  // 19 of 20 are enough, 18 are not.
  std::vector<SurveyRow> rows = january();
  for (SurveyRow& row : rows)
    if (row.metric == "easy" && row.officer == "a101") row.value = "0";
  EXPECT_EQ(said(doubts_of(rows), "data-all-full"),
            "'given' tells nobody apart: 19 of 20 figures have full marks, 95 %\n");
  for (SurveyRow& row : rows)
    if (row.metric == "easy" && row.officer == "a102") row.value = "0";
  EXPECT_EQ(said(doubts_of(rows), "data-all-full"), "");
}

// `given` and `never` are the same for all, so that they make 0 of the differences; their marks are 50 % and 10 %. The
// other shares are covariances with the sum: that they are beyond 40 % and below 20 % needs no calculation.
TEST(CheckData, WhatItemsWeighInEffectAgainstTheirMarks) {
  const auto doubts = doubts_of(january());
  EXPECT_NE(said(doubts, "data-weight-less")
                .find("'given' has 50 % of the full marks and makes about 0 % of the differences between "
                      "officers (by month, 20 cases)\n"),
            std::string::npos);
  EXPECT_NE(said(doubts, "data-weight-less").find("'never' has 10 %"), std::string::npos);
  const std::string more = said(doubts, "data-weight-more");
  EXPECT_NE(more.find("'spread' has 20 %"), std::string::npos) << more;
  EXPECT_NE(more.find("'again' has 10 %"), std::string::npos) << more;
  EXPECT_EQ(more.find("'given'"), std::string::npos);
}

TEST(CheckData, DaysBehindTheLastHolidaysThatAreListed) {
  const std::string listed = "calendar: {holidays: [2025-10-01, 2025-12-31..2026-01-02]}\n";
  const auto about = [&](const std::string& more) { return said(doubts_of(january(), more), "data-holidays-end"); };
  EXPECT_EQ(about(listed), "holidays are listed up to 2025, and the data go to 2026-01-31\n");
  EXPECT_EQ(about("calendar: {holidays: [2025-10-01, 2026-01-01]}\n"), "");
  EXPECT_EQ(about("calendar: {extra_workdays: [2025-10-11]}\n"), "") << "no holidays are listed at all";
}

TEST(CheckData, WhoeverScoresHearsOfHolidaysUnlessTheRulebookSilencesIt) {
  const auto doubts = [](const std::string& more, const char* last) {
    const CheckedRulebook rules = checked_text(rulebook_with("      - {id: a, per: month, points: visits}\n", more));
    return holiday_doubts(rules, *Day::parse(last));
  };
  const std::string listed = "calendar: {holidays: [2025-10-01]}\n";
  EXPECT_TRUE(doubts(listed, "2025-12-31").empty());
  ASSERT_EQ(doubts(listed, "2026-01-01").size(), 1U);
  EXPECT_EQ(message(doubts(listed, "2026-01-01")[0]), "holidays are listed up to 2025, and the data go to 2026-01-01");
  const std::string silent =
      "on_warning: [{warning: data-holidays-end, reason: {en: they come in March, zh: 三月公布}}]\n";
  EXPECT_TRUE(doubts(listed + silent, "2026-01-01").empty());
}

TEST(CheckData, ItemsThatGoTogether) {
  const std::string alike = said(doubts_of(january()), "data-items-alike");
  EXPECT_EQ(alike, "'again' and 'spread' go together: a correlation of about 1.00 (by month, 20 cases)\n");
  std::vector<SurveyRow> rows = january();
  for (SurveyRow& row : rows)
    if (row.metric == "copy") row.value = std::to_string(100 - std::stoi(row.value));
  EXPECT_EQ(said(doubts_of(rows), "data-items-alike"),
            "'again' and 'spread' go together: a correlation of about -1.00 (by month, 20 cases)\n");
}

TEST(CheckData, GroupsOfAFew) {
  EXPECT_EQ(said(doubts_of(january()), "data-few-peers"),
            "in group 'B' only 3 can be compared in 2026-01; 1 of 2 groups have fewer than 5\n");
}

TEST(CheckData, FiguresThatStoppedOrNeverCame) {
  std::vector<SurveyRow> rows = january();
  std::erase_if(rows, [](const SurveyRow& row) { return row.metric == "mark" || row.metric == "easy"; });
  EXPECT_EQ(said(doubts_of(rows), "data-metric-never"),
            "there is no figure of 'easy' in the data\nthere is no figure of 'mark' in the data\n");
  for (const char* day : {"2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09", "2026-01-12"})
    rows.push_back({"a101", day, "easy", "1"});
  // Over weekends two days are missing; behind Monday the 12th come nineteen.
  EXPECT_EQ(said(doubts_of(rows), "data-metric-stopped"),
            "figures of 'easy' came until 2026-01-12 and then no more: 19 times a day without any, at most 2 before\n");
  rows.push_back({"a102", "2026-01-28", "easy", "1"});
  EXPECT_EQ(said(doubts_of(rows), "data-metric-stopped"), "") << "three days are no long time";
  rows = january();
  for (const char* month : {"2026-02", "2026-03"}) rows.push_back({"a101", month, "mark", "70"});
  EXPECT_EQ(said(doubts_of(rows, "", "2026-03-31"), "data-metric-stopped").find("'mark'"), std::string::npos);
  EXPECT_NE(
      said(doubts_of(rows, "", "2026-04-30"), "data-metric-stopped")
          .find("figures of 'mark' came until 2026-03 and then no more: 1 times a month without any, at most 0 before"),
      std::string::npos);
}

TEST(CheckData, FiguresThatJumpAndFiguresThatHeap) {
  std::vector<SurveyRow> rows = january();
  for (int day = 8; day <= 27; ++day)
    for (int i = 1; i <= 20; ++i)
      rows.push_back({"a" + std::to_string(100 + i),
                      "2026-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day), "easy",
                      std::to_string(1 + (i + day) % 40)});
  EXPECT_EQ(said(doubts_of(rows), "data-value-jump"), "");
  EXPECT_EQ(said(doubts_of(rows), "data-value-heap"), "");
  rows.push_back({"a107", "2026-01-29", "easy", "4000"});
  const std::string jump = said(doubts_of(rows), "data-value-jump");
  EXPECT_NE(jump.find("'easy' jumps: 1 of its figures above ten times"), std::string::npos) << jump;
  EXPECT_NE(jump.find("a107 2026-01-29 4000"), std::string::npos) << jump;
  for (SurveyRow& row : rows)
    if (row.metric == "easy" && row.date > "2026-01-07" && row.value.size() <= 2) row.value += "0";
  EXPECT_NE(said(doubts_of(rows), "data-value-heap")
                .find("of the 421 figures of 'easy' are multiples of 10; about 10 % would be usual"),
            std::string::npos);
}

TEST(CheckData, TheOrderOfRowsChangesNothing) {
  std::vector<SurveyRow> rows = january();
  const std::string before = render(doubts_of(rows));
  std::reverse(rows.begin(), rows.end());
  EXPECT_EQ(render(doubts_of(rows)), before);
}

TEST(CheckData, TheRulebookSilencesWhatDataShow) {
  const auto doubts =
      doubts_of(january(), "on_warning: [{warning: data-all-full, at: given, reason: everybody is trained}]\n");
  EXPECT_EQ(said(doubts, "data-all-full"), "");
  EXPECT_EQ(said(doubts, "warnings-silenced"), "1 warning 'data-all-full' silenced: everybody is trained\n");
  EXPECT_TRUE(load_and_check(Source("rules.yaml",
                                    std::string(kSurveyed) + "on_warning: [{warning: data-all-full, reason: known}]\n"))
                  .diagnostics()
                  .empty())
      << "whether it is there, only data tell";
}

}  // namespace
}  // namespace cwp
