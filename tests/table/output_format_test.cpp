#include "cwp/output_format.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(OutputFormat, EveryNameIsReadBackAsItsRow) {
  for (const OutputFormatDoc& row : output_formats()) {
    EXPECT_EQ(parse_output_format(row.name), row.format);
    EXPECT_EQ(&row_of(row.format), &row);
    EXPECT_TRUE(row.extension.starts_with('.')) << row.name;
  }
  EXPECT_FALSE(parse_output_format("xlsx"));
  EXPECT_FALSE(parse_output_format(""));
}

TEST(OutputTable, EveryNameIsReadBackAsItsRow) {
  for (const OutputTableDoc& row : output_tables()) {
    EXPECT_EQ(parse_output_table(row.name), row.table);
    EXPECT_EQ(&row_of(row.table), &row);
  }
  EXPECT_FALSE(parse_output_table("ranking"));
}

TEST(OutputTable, AFileIsCalledAfterItsTableAndWhatThatIsOf) {
  EXPECT_EQ(file_name(OutputTable::standing, OutputFormat::csv, "month"), "month_standing.csv");
  EXPECT_EQ(file_name(OutputTable::rankings, OutputFormat::json, "by_month"), "ranking_by_month.json");
  EXPECT_EQ(file_name(OutputTable::issues, OutputFormat::markdown), "issues.md");
}

}  // namespace
}  // namespace cwp
