#include <gtest/gtest.h>

#include <map>

#include "cwp/write.hpp"
#include "made_scores.hpp"

namespace cwp {
namespace {

std::vector<std::string> names(const std::vector<OutputFile>& files) {
  std::vector<std::string> result;
  for (const OutputFile& file : files) result.push_back(file.first);
  return result;
}

MadeScores day_and_month() {
  MadeScores scores;
  ScoreTable day = month_table();
  day.grain = Grain::day;
  scores.tables = {day, month_table()};
  scores.rankings = {{"best", Grain::month, {}}, {"月度", Grain::month, {}}};
  return scores;
}

TEST(OutputFiles, AreAlwaysTheSameInTheSameOrder) {
  EXPECT_EQ(names(output_files(day_and_month().made())),
            (std::vector<std::string>{"day.csv", "month.csv", "ranking_best.csv", "ranking_月度.csv", "grades.csv",
                                      "awards.csv", "expect.csv", "issues.csv", "receipt.json"}));
}

TEST(OutputFiles, DetailsStandBesideEachGrain) {
  EXPECT_EQ(names(output_files(day_and_month().made(), {.details = true})),
            (std::vector<std::string>{"day.csv", "day_parts.csv", "month.csv", "month_parts.csv", "ranking_best.csv",
                                      "ranking_月度.csv", "grades.csv", "awards.csv", "expect.csv", "issues.csv",
                                      "receipt.json"}));
}

TEST(OutputFiles, TablesThatAreNamedAreAllThatThereAre) {
  const auto named = [](std::vector<OutputTable> tables, bool details = false) {
    return names(output_files(day_and_month().made(), {.details = details, .tables = std::move(tables)}));
  };
  EXPECT_EQ(named({OutputTable::issues, OutputTable::standing}),
            (std::vector<std::string>{"day_standing.csv", "month_standing.csv", "issues.csv", "receipt.json"}));
  EXPECT_EQ(named({OutputTable::rankings}, true),
            (std::vector<std::string>{"day_parts.csv", "month_parts.csv", "ranking_best.csv", "ranking_月度.csv",
                                      "receipt.json"}));
  EXPECT_EQ(named({}), names(output_files(day_and_month().made())));
}

TEST(OutputFiles, EveryFormatHasTheSameFilesUnderItsExtension) {
  const std::vector<std::string> csv = names(output_files(day_and_month().made(), {.details = true}));
  for (const OutputFormatDoc& row : output_formats()) {
    std::vector<std::string> same;
    for (const std::string& name : names(output_files(day_and_month().made(), {row.format, true, Language::en})))
      same.push_back(name.ends_with(row.extension) && name != "receipt.json"
                         ? name.substr(0, name.size() - row.extension.size()) + ".csv"
                         : name);
    EXPECT_EQ(same, csv) << row.name;
  }
}

TEST(OutputFiles, WhatNobodyHasIsAHeader) {
  const std::vector<OutputFile> files = output_files(MadeScores().made());
  const std::map<std::string, std::string> texts(files.begin(), files.end());
  EXPECT_EQ(texts.at("grades.csv"), "period,grade_set,officer,grade,reason,state\n");
  EXPECT_EQ(texts.at("awards.csv"), "period,award,officer,rank,amount,state\n");
  EXPECT_EQ(texts.at("expect.csv"), "period,expect,group,officer,formula,state\n");
  EXPECT_EQ(texts.at("issues.csv"), "file,line,officer,date,metric,value,reason\n");
}

}  // namespace
}  // namespace cwp
