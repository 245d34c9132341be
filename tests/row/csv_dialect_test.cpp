#include "cwp/csv_dialect.hpp"

#include <gtest/gtest.h>

#include <set>

namespace cwp {
namespace {

TEST(CsvDialect, EveryNameIsReadBackAsItsRow) {
  std::set<std::string_view> names;
  for (const EncodingDoc& row : encodings()) {
    EXPECT_EQ(parse_encoding(row.name), row.encoding);
    EXPECT_EQ(find_row(row.encoding), &row);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
  for (const DelimiterDoc& row : delimiters()) {
    EXPECT_EQ(parse_delimiter(row.name), row.delimiter);
    EXPECT_EQ(find_row(row.delimiter), &row);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
  EXPECT_EQ(names.size(), 6U);
}

TEST(CsvDialect, WhatIsDetectedHasNoNameAndNoRow) {
  EXPECT_EQ(find_row(CsvDialect().encoding), nullptr);
  EXPECT_EQ(find_row(CsvDialect().delimiter), nullptr);
  EXPECT_FALSE(parse_encoding("detect"));
  EXPECT_FALSE(parse_encoding("UTF-8"));
  EXPECT_FALSE(parse_delimiter(""));
}

}  // namespace
}  // namespace cwp
