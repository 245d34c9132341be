// From files to files: what comes of rows in columns is what comes of rows one by one.

#include <gtest/gtest.h>

#include "cwp/cwp.hpp"
#include "data/dataset_state.hpp"
#include "io/made_files.hpp"

namespace cwp {
namespace {

struct FilesToFiles : testing::Test, FolderOfFiles {
  const CheckedRulebook rules = checked_text(kRulesOfMadeFiles);
};

TEST_F(FilesToFiles, ScoresOverColumnsAreThoseOverRows) {
  int compared = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    FileMaker writer(seed, seed % 2 == 0 ? 0 : 200);
    CsvInputs inputs;
    inputs.roster = write("roster.csv", writer.roster());
    inputs.metrics = {write("days.csv", writer.days()), write("months.csv", writer.months())};
    inputs.span = DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")};
    inputs.row_by_row = true;
    const Result<Dataset> rows = read_csv(inputs, rules);
    inputs.row_by_row = false;
    inputs.least_in_columns = 0;
    const Result<Dataset> columns = read_csv(inputs, rules);
    if (!columns.ok() || columns.value().state().columns == nullptr) continue;
    ++compared;
    ScoreOptions options;
    options.engine.least_in_lanes = seed % 3 == 0 ? 0 : 2;
    OutputOptions output;
    output.details = true;
    const Scores of_rows = score(compile(rules), rows.value(), options).value();
    const Scores of_columns = score(compile(rules), columns.value(), options).value();
    EXPECT_EQ(output_files(of_columns, output), output_files(of_rows, output)) << "seed " << seed;
  }
  EXPECT_GT(compared, 30);
}

}  // namespace
}  // namespace cwp
