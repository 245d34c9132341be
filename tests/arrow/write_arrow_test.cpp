// Tables of results as record batches: cell by cell what the CSV says.

#include <gtest/gtest.h>

#include "arrow/read_arrow.hpp"
#include "checked_text.hpp"
#include "cwp/write.hpp"
#include "made_scores.hpp"

namespace cwp {
namespace {

constexpr const char* kBureau = R"yaml(cwp: 1
id: bureau
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, range: [0, 500]}
  content: {per: month, fold: last, decimals: 1}
  faults: {per: month, fold: sum, absent: zero}
categories:
  - id: people
    full: 20
    items:
      - {id: visiting, per: month, full: 10, target: {of: visits, at: 30}, decimals: 3}
      - {id: pleasing, per: month, full: 10, points: content / 10}
adjustments: [{id: fines, per: month, takes: faults, decimals: 0}]
vetoes: [{id: grave, per: month, when: faults > 3, ranking: exclude}, {id: many, per: month, when: faults > 4, cap: 5}]
assessments: {month: {decimals: 1}}
rankings: [{id: first, every: month, of: total, by: station, method: fractional}]
grades: [{id: level, ranking: first, levels: [{id: good, when: total >= 10}, {id: fair}]}]
awards: [{id: flag, from: first, when: rank <= 2, pays: 1000 / rank}]
expect: [{id: lots, per: month, holds: total >= 12}]
)yaml";

Scores bureau() {
  const CheckedRulebook rules = checked_text(kBureau);
  DatasetBuilder builder(rules);
  const Day first = *Day::parse("2026-03-01");
  const char* const stations[] = {"east", "east", "west", "", "west"};
  const char* const keys[] = {"ann", "bob", "eve", "王芳", "zoe"};
  const char* const visits[] = {"30", "30", "17", "", "501"};
  const char* const content[] = {"91.5", "91.5", "88.2", "70", "99.9"};
  const char* const faults[] = {"", "", "2", "4", "5"};
  for (std::size_t i = 0; i < 5; ++i) {
    builder.add_officer(keys[i], first, {}, {{"station", stations[i]}});
    builder.add_metric(keys[i], "2026-03", "visits", visits[i]);
    builder.add_metric(keys[i], "2026-03", "content", content[i]);
    builder.add_metric(keys[i], "2026-03", "faults", faults[i]);
    builder.add_metric(keys[i], "2026-04", "content", content[4 - i]);
  }
  builder.add_duty("ann", *Day::parse("2026-04-01"), *Day::parse("2026-04-30"), "leave");
  return score(compile(rules), builder.finish().value()).value();
}

TEST(WriteArrow, EveryTableIsThatOfTheCsv) {
  const Scores scores = bureau();
  const ScoreTable& table = *scores.table(Grain::month);
  const RankingTable& ranking = *scores.ranking("first");
  Received rows, parts, ranks, grades, awards, expectations, issues;
  to_arrow(table, scores, &rows.array, &rows.schema);
  parts_to_arrow(table, scores, &parts.array, &parts.schema);
  to_arrow(ranking, scores, &ranks.array, &ranks.schema);
  grades_to_arrow(scores, &grades.array, &grades.schema);
  awards_to_arrow(scores, &awards.array, &awards.schema);
  expectations_to_arrow(scores, &expectations.array, &expectations.schema);
  issues_to_arrow(scores, &issues.array, &issues.schema);
  EXPECT_EQ(csv_of(rows), to_csv(table, scores));
  EXPECT_EQ(csv_of(grades), grades_to_csv(scores));
  EXPECT_EQ(csv_of(awards), awards_to_csv(scores));
  EXPECT_EQ(csv_of(expectations), expectations_to_csv(scores));
  EXPECT_EQ(csv_of(issues), issues_to_csv(scores));
  EXPECT_EQ(csv_of(ranks), to_csv(ranking, scores));
  EXPECT_EQ(rows.array.length, 10);
  EXPECT_GT(grades.array.length, 0);
  EXPECT_GT(awards.array.length, 0);
  EXPECT_GT(expectations.array.length, 0);
  EXPECT_GT(issues.array.length, 0);
}

TEST(WriteArrow, FiguresHaveThePlacesOfTheRulebookAndNullWhereThereAreNone) {
  const Scores scores = bureau();
  Received rows, ranks, awards;
  to_arrow(*scores.table(Grain::month), scores, &rows.array, &rows.schema);
  to_arrow(*scores.ranking("first"), scores, &ranks.array, &ranks.schema);
  awards_to_arrow(scores, &awards.array, &awards.schema);
  EXPECT_EQ(std::string(rows.schema.format), "+s");
  EXPECT_EQ(rows.array.null_count, 0);
  // In April ann is on leave; two have vetoes in March.
  EXPECT_EQ(columns_of(rows),
            "period U 0\nofficer U 0\npeople d:38,2 1\nvisiting d:38,3 1\npleasing d:38,2 1\nfines d:38,0 0\n"
            "total d:38,1 1\nreachable d:38,1 0\ncoverage d:38,4 0\nstate U 0\nvetoes U 8\n");
  EXPECT_NE(columns_of(ranks).find("rank d:38,1 "), std::string::npos);
  EXPECT_NE(columns_of(ranks).find("value d:38,1 "), std::string::npos);
  EXPECT_NE(columns_of(ranks).find("eligible b 0\n"), std::string::npos);
  EXPECT_NE(columns_of(awards).find("amount d:38,2 0\n"), std::string::npos);
}

TEST(WriteArrow, PlacesDoNotHangOnWhatIsThere) {
  const Scores scores = bureau();
  ScoreTable nobody = *scores.table(Grain::month);
  nobody.rows.clear();
  Received none;
  to_arrow(nobody, scores, &none.array, &none.schema);
  EXPECT_EQ(none.array.length, 0);
  EXPECT_EQ(columns_of(none),
            "period U 0\nofficer U 0\npeople d:38,2 0\nvisiting d:38,3 0\npleasing d:38,2 0\nfines d:38,0 0\n"
            "total d:38,1 0\nreachable d:38,1 0\ncoverage d:38,4 0\nstate U 0\nvetoes U 0\n");
  const auto* ends = static_cast<const std::int64_t*>(none.array.children[0]->buffers[1]);
  EXPECT_EQ(ends[0], 0);
}

TEST(WriteArrow, WhereAColumnMixesPlacesFiguresHaveTheMost) {
  const Scores scores = bureau();
  const ScoreTable& table = *scores.table(Grain::month);
  Received parts;
  parts_to_arrow(table, scores, &parts.array, &parts.schema);
  EXPECT_NE(columns_of(parts).find("id U 0\npoints d:38,3 "), std::string::npos);
  ASSERT_EQ(std::size_t(parts.array.length), table.rows.size() * table.ids.size());
  for (std::int64_t row = 0; row < parts.array.length; ++row) {
    const auto [officer, id] = std::div(row, std::int64_t(table.ids.size()));
    const Part& part = table.rows[std::size_t(officer)].parts[std::size_t(id)];
    const std::string points = cell_text(*parts.array.children[3], *parts.schema.children[3], row);
    EXPECT_EQ(points.empty(), !part.points) << row;
    EXPECT_EQ(Decimal::parse(points), part.points) << row;
    EXPECT_EQ(cell_text(*parts.array.children[2], *parts.schema.children[2], row), table.ids[std::size_t(id)]);
    EXPECT_EQ(cell_text(*parts.array.children[8], *parts.schema.children[8], row), to_text(part.reason));
  }
}

TEST(WriteArrow, FiguresBelowZeroAndOfEighteenDigits) {
  MadeScores made;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("-0.50"), part("999999999999999999"), part("-999999999999999999")}},
                {month(3), 1, {part("0.000000000000000001"), part("0.1"), part("12345678901234.5678")}}};
  made.tables = {table};
  const Scores scores = made.made();
  Received rows;
  to_arrow(table, scores, &rows.array, &rows.schema);
  EXPECT_EQ(csv_of(rows),
            "period,officer,visits,people,total,reachable,coverage,state,vetoes\n"
            "2026-03,ann,-0.500000000000000000,999999999999999999.00,-999999999999999999.0000,15.00,1.0000,final,\n"
            "2026-03,bob,0.000000000000000001,0.10,12345678901234.5678,15.00,1.0000,final,\n");
}

TEST(WriteArrow, NothingIsDefusedAndLinesAreNumbers) {
  MadeScores made;
  made.issues = {{"value-out-of-range", "=data.csv", 7, "@ann", "2026-03", "visits", "-1;\"x\",", "0..5"},
                 {"officer-empty", "", 0, "", "", "", "", ""}};
  const Scores scores = made.made();
  Received issues;
  issues_to_arrow(scores, &issues.array, &issues.schema);
  EXPECT_EQ(columns_of(issues), "file U 1\nline I 1\nofficer U 1\ndate U 1\nmetric U 1\nvalue U 1\nreason U 0\n");
  EXPECT_EQ(csv_of(issues),
            "file,line,officer,date,metric,value,reason\n"
            "=data.csv,7,@ann,2026-03,visits,-1;\"x\",,value-out-of-range: 0..5\n"
            ",,,,,,officer-empty\n");
}

TEST(WriteArrow, AChildThatWasMovedOutOutlivesItsBatch) {
  ArrowArray officers{};
  ArrowSchema type{};
  {
    const Scores scores = bureau();
    Received rows;
    to_arrow(*scores.table(Grain::month), scores, &rows.array, &rows.schema);
    // As the interface moves: copied, and the source marked as released.
    officers = *rows.array.children[1];
    rows.array.children[1]->release = nullptr;
    type = *rows.schema.children[1];
    rows.schema.children[1]->release = nullptr;
    rows.array.release(&rows.array);
    EXPECT_EQ(rows.array.release, nullptr);
  }
  EXPECT_EQ(std::string(type.name), "officer");
  EXPECT_EQ(cell_text(officers, type, 4), "王芳");
  officers.release(&officers);
  type.release(&type);
  EXPECT_EQ(officers.release, nullptr);
  EXPECT_EQ(type.release, nullptr);
}

TEST(WriteArrow, WhatGoesOutComesInAgain) {
  // Last month's totals are this month's figures: no digit is lost on the way.
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: next\nmetrics: {latest: {per: month, fold: last, decimals: 1}}\n"
      "categories: [{id: work, items: [{id: a, per: month, full: 20, points: latest}]}]\n");
  const Scores scores = bureau();
  ScoreTable march = *scores.table(Grain::month);
  march.rows.resize(5);
  Received rows;
  to_arrow(march, scores, &rows.array, &rows.schema);
  const ArrowBatch batch = ArrowBatch::take(&rows.array, &rows.schema).value();
  ColumnsBuilder builder(rules, batch.rows());
  set_keys(builder, batch, "officer");
  add_figures(builder, batch, "total", "latest", march.rows[0].period);
  const Scores next = score(compile(rules), builder.finish().value()).value();
  const ScoreTable& table = *next.table(Grain::month);
  ASSERT_EQ(table.rows.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(table.rows[i].total().points, march.rows[i].total().points) << i;
}

}  // namespace
}  // namespace cwp
