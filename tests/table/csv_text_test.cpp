#include "table/csv_text.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(CsvCell, PlainTextStaysAsItIs) {
  EXPECT_EQ(csv_cell("A012"), "A012");
  EXPECT_EQ(csv_cell("张三 所长"), "张三 所长");
  EXPECT_EQ(csv_cell(""), "");
}

TEST(CsvCell, CommasQuotesAndLineBreaksAreQuoted) {
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
  EXPECT_EQ(csv_cell("a\rb"), "\"a\rb\"");
}

TEST(CsvCell, WhatASpreadsheetTakesForAFormulaIsDefused) {
  EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
  EXPECT_EQ(csv_cell("+8613800000000"), "'+8613800000000");
  EXPECT_EQ(csv_cell("-A1"), "'-A1");
  EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_cell("\t=1"), "'\t=1");
  EXPECT_EQ(csv_cell("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_cell("＝1+1"), "'＝1+1");
}

TEST(CsvCell, DefusingComesBeforeQuoting) {
  EXPECT_EQ(csv_cell("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
}

TEST(CsvCell, NegativeNumbersAreUntouched) {
  EXPECT_EQ(csv_cell("-5"), "-5");
  EXPECT_EQ(csv_cell("-0.50"), "-0.50");
  EXPECT_EQ(csv_cell("-5-5"), "'-5-5");
}

TEST(CsvText, RowsStandUnderTheHeader) {
  CsvText csv({"officer", "value"});
  csv.cell("ann").cell(Decimal{-1250, 2});
  csv.end_row();
  csv.cell("bob").cell(std::optional<Decimal>());
  csv.end_row();
  EXPECT_EQ(std::move(csv).take(), "officer,value\nann,-12.50\nbob,\n");
}

TEST(CsvText, AnEmptyFirstCellKeepsItsPlace) {
  CsvText csv({"a", "b"});
  csv.cell("").cell("x");
  csv.end_row();
  EXPECT_EQ(std::move(csv).take(), "a,b\n,x\n");
}

}  // namespace
}  // namespace cwp
