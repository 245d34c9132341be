#include <gtest/gtest.h>

#include <map>

#include "cwp/write.hpp"
#include "table/made_scores.hpp"

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
  EXPECT_EQ(names(output_files(day_and_month().made(), false)),
            (std::vector<std::string>{"day.csv", "month.csv", "ranking_best.csv", "ranking_月度.csv", "grades.csv",
                                      "awards.csv", "expect.csv", "issues.csv", "receipt.json"}));
}

TEST(OutputFiles, DetailsStandBesideEachGrain) {
  EXPECT_EQ(names(output_files(day_and_month().made(), true)),
            (std::vector<std::string>{"day.csv", "day_parts.csv", "month.csv", "month_parts.csv", "ranking_best.csv",
                                      "ranking_月度.csv", "grades.csv", "awards.csv", "expect.csv", "issues.csv",
                                      "receipt.json"}));
}

TEST(OutputFiles, WhatNobodyHasIsAHeader) {
  const std::vector<OutputFile> files = output_files(MadeScores().made(), false);
  const std::map<std::string, std::string> texts(files.begin(), files.end());
  EXPECT_EQ(texts.at("grades.csv"), "period,grade_set,officer,grade,reason\n");
  EXPECT_EQ(texts.at("awards.csv"), "period,award,officer,rank,amount\n");
  EXPECT_EQ(texts.at("expect.csv"), "period,expect,group,officer,formula\n");
  EXPECT_EQ(texts.at("issues.csv"), "file,line,officer,date,metric,value,reason\n");
}

}  // namespace
}  // namespace cwp
