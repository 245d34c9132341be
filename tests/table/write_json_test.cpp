#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cwp/write.hpp"
#include "io/csv_scanner.hpp"
#include "made_scores.hpp"
#include "scored_files.hpp"

namespace cwp {
namespace {

using Json = nlohmann::json;

/// A value as the CSV writes it.
std::string as_cell(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();  // true, false, the number of a line
  std::string joined;
  for (const Json& one : value) joined += (joined.empty() ? "" : ";") + one.get<std::string>();
  return joined;
}

/// The value in the column `name` of the CSV.
std::string cell_of(const Json& row, const std::string& name) {
  if (row.contains("points") && row["points"].is_object() && row["points"].contains(name))
    return as_cell(row["points"][name]);
  std::string cell = as_cell(row.at(name));
  if (name == "reason" && row.contains("veto") && !row["veto"].is_null()) cell += " " + as_cell(row["veto"]);
  if (name == "reason" && row.contains("expected") && !row["expected"].is_null())
    cell += ": " + as_cell(row["expected"]);
  return cell;
}

/// How many cells of the CSV were found in the JSON.
std::size_t compared(const std::string& name, const std::string& csv, const std::string& text) {
  const Json json = Json::parse(text);
  EXPECT_EQ(json["table"], name);
  CsvScanner scanner(csv, ',');
  EXPECT_TRUE(scanner.next()) << name;
  const std::vector<std::string> names(scanner.fields().begin(), scanner.fields().end());
  std::size_t row = 0, cells = 0;
  for (; scanner.next(); ++row)
    for (std::size_t i = 0; i < names.size(); ++i, ++cells)
      EXPECT_EQ(cell_of(json["rows"].at(row), names[i]), scanner.fields()[i])
          << name << " row " << row << " " << names[i];
  EXPECT_EQ(json["rows"].size(), row) << name;
  return cells;
}

class WriteJsonOfRules : public testing::TestWithParam<const char*> {};

TEST_P(WriteJsonOfRules, EveryFigureIsThatOfTheCsv) {
  const Scores scores = scored_files(GetParam());
  OutputOptions options;
  for (const OutputTableDoc& row : output_tables()) options.tables.push_back(row.table);
  const std::vector<OutputFile> csv = output_files(scores, options);
  options.format = OutputFormat::json;
  const std::vector<OutputFile> json = output_files(scores, options);
  ASSERT_EQ(csv.size(), json.size());
  std::size_t cells = 0;
  for (std::size_t i = 0; i + 1 < csv.size(); ++i)  // the last one is the receipt
    cells += compared(csv[i].first.substr(0, csv[i].first.size() - 4), csv[i].second, json[i].second);
  EXPECT_GT(cells, 300U);
}

// With facts, vetoes, rankings of units, grades, awards; with wrong rows.
INSTANTIATE_TEST_SUITE_P(All, WriteJsonOfRules,
                         testing::Values("worked-example", "migrant-registration", "auxiliary-police-month"),
                         [](const auto& use) { return "rulebook_" + std::to_string(use.index); });

TEST(WriteJson, StandingExplainsThePartsThatItHas) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("12.00"), part("12.00"), part("12.00")}, State::final}};
  const Json json = Json::parse(standing_to_json(table, scores.made()));
  EXPECT_EQ(json["table"], "month_standing");
  ASSERT_EQ(json["parts"].size(), 2U);
  EXPECT_EQ(json["parts"][0]["id"], "people");
  EXPECT_EQ(json["rows"][0]["points"], (Json{{"people", "12.00"}, {"total", "12.00"}}));
}

TEST(WriteJson, AbsenceIsNotZeroAndTheIdsAreExplained) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.veto_ids = {"accident", "late"};
  table.rows = {{month(3), 0, {part("0.00"), Part(), part("0.00")}, State::final, {0, 1}}};
  EXPECT_EQ(to_json(table, scores.made()), R"({
  "cwp": ")" + std::string(version()) +
                                               R"(",
  "rulebook": "station",
  "table": "month",
  "parts": [
    {"id": "visits", "kind": "item", "title_zh": "visits", "title_en": "visits"},
    {"id": "people", "kind": "category", "title_zh": "人员管控", "title_en": "人员管控"},
    {"id": "total", "kind": "total", "title_zh": "总分", "title_en": "Total"}
  ],
  "rows": [
    {"period": "2026-03", "officer": "ann", "points": {"visits": "0.00", "people": null, "total": "0.00"}, )"
                                               R"("reachable": "15.00", "coverage": "1.0000", "state": "final", )"
                                               R"("vetoes": ["accident", "late"]}
  ]
}
)");
}

TEST(WriteJson, WhatACellOfTheCsvJoinsStandsApart) {
  MadeScores scores;
  scores.issues = {{"value-out-of-range", "m.csv", 12, "=ann", "2026-03-01", "rate", "150", "0..100"}};
  const Json issue = Json::parse(issues_to_json(scores.made()))["rows"][0];
  EXPECT_EQ(issue["reason"], "value-out-of-range");
  EXPECT_EQ(issue["expected"], "0..100");
  EXPECT_EQ(issue["line"], 12);
  EXPECT_EQ(issue["officer"], "=ann");  // programs read it: nothing is defused
  const RankedOfficer excluded{month(3), "", {}, 0, decimal("11.00"), true, Unranked::excluded, "accident"};
  const Json row = Json::parse(to_json(RankingTable{"best", Grain::month, {excluded}}, scores.made()))["rows"][0];
  EXPECT_EQ(row["reason"], "excluded by veto");
  EXPECT_EQ(row["veto"], "accident");
  EXPECT_TRUE(row["rank"].is_null());
  EXPECT_TRUE(row["state"].is_null());
  RankedOfficer so_far = excluded;
  so_far.period = month(4);
  EXPECT_EQ(Json::parse(to_json(RankingTable{"best", Grain::month, {so_far}}, scores.made()))["rows"][0]["state"],
            "provisional");
}

}  // namespace
}  // namespace cwp
