#include "cwp/write.hpp"

#include <gtest/gtest.h>

#include "made_scores.hpp"

namespace cwp {
namespace {

// Each writer has its own test beside this one; here is what they promise together.
TEST(Write, EqualScoresGiveEqualFiles) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("12.00"), part("12.00"), part("12.00")}, State::final}};
  scores.tables = {table};
  EXPECT_EQ(output_files(scores.made(), {.details = true}), output_files(scores.made(), {.details = true}));
}

TEST(Write, TheFilesHoldWhatTheWritersWrite) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 1, {part("12.00"), part("12.00"), part("12.00")}, State::final}};
  scores.tables = {table};
  const OutputOptions details{.details = true};
  std::vector<OutputFile> files = output_files(scores.made(), details);
  EXPECT_EQ(files.at(0), OutputFile("month.csv", to_csv(table, scores.made())));
  EXPECT_EQ(files.at(1), OutputFile("month_parts.csv", parts_to_csv(table, scores.made())));
  const OutputFile receipt = files.back();
  files.pop_back();
  EXPECT_EQ(receipt, OutputFile("receipt.json", receipt_json(scores.made(), files, details)));
}

}  // namespace
}  // namespace cwp
