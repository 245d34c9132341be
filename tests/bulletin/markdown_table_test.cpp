#include "bulletin/markdown_table.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(MarkdownTable, FiguresStandAtTheRight) {
  MarkdownTable table({{"Officer", false}, {"Points", true}});
  table.add_row({"ann", "9.50"});
  table.add_row({"benjamin", "112.00"});
  EXPECT_EQ(table.to_text(),
            "| Officer  | Points |\n"
            "|----------|-------:|\n"
            "| ann      |   9.50 |\n"
            "| benjamin | 112.00 |\n");
}

TEST(MarkdownTable, AChineseCharacterTakesTwoCells) {
  MarkdownTable table({{"人员", false}, {"总分", true}});
  table.add_row({"张三", "9.5"});
  table.add_row({"ann bee", "100"});
  EXPECT_EQ(table.to_text(),
            "| 人员    | 总分 |\n"
            "|---------|-----:|\n"
            "| 张三    |  9.5 |\n"
            "| ann bee |  100 |\n");
}

TEST(MarkdownTable, ACombiningMarkTakesNone) {
  MarkdownTable table({{"name", false}});
  table.add_row({"Jose\u0301"});
  EXPECT_EQ(table.to_text(),
            "| name |\n"
            "|------|\n"
            "| Jose\u0301 |\n");
}

TEST(MarkdownTable, CellsCannotBreakTheTable) {
  MarkdownTable table({{"name", false}});
  table.add_row({"a|b\nc\\"});
  EXPECT_EQ(table.to_text(),
            "| name     |\n"
            "|----------|\n"
            "| a\\|b c\\\\ |\n");
}

TEST(MarkdownText, IsShownAsTheTextItIs) {
  EXPECT_EQ(markdown_text("household_visits A&B (1) #2 - x"), "household_visits A&B (1) #2 - x");
  EXPECT_EQ(markdown_text("**bold** _it_ `code` ~~no~~"), "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~");
  EXPECT_EQ(markdown_text("[x](javascript:y) <img src=z>"), "\\[x](javascript:y) \\<img src=z>");
  EXPECT_EQ(markdown_text("&lt; &#60; R&D;x"), "\\&lt; \\&#60; R\\&D;x");
  EXPECT_EQ(markdown_text("a\x1B[2Jb\tc\rd"), "a \\[2Jb c d");
  EXPECT_EQ(markdown_heading("a\nb"), "## a b\n\n");
}

// A table that is shown in a browser is pasted into a spreadsheet soon.
TEST(MarkdownText, HoldsNoFormula) {
  EXPECT_EQ(markdown_text("=HYPERLINK(1)"), "'=HYPERLINK(1)");
  EXPECT_EQ(markdown_text("-0.50"), "-0.50");
  MarkdownTable table({{"name"}, {"difference", true}});
  table.add_row({"+2.00", "+2.00"});
  EXPECT_NE(table.to_text().find("| '+2.00 |      +2.00 |"), std::string::npos) << table.to_text();
}

TEST(MarkdownTable, MissingCellsAreEmptyAndColumnsAreNeverNarrowerThanTheirRule) {
  MarkdownTable table({{"a", false}, {"b", true}});
  table.add_row({"x"});
  EXPECT_EQ(table.to_text(),
            "| a   |   b |\n"
            "|-----|----:|\n"
            "| x   |     |\n");
}

TEST(MarkdownTable, WithoutRowsThereIsTheHeader) {
  EXPECT_EQ(MarkdownTable({{"abc", false}}).to_text(), "| abc |\n|-----|\n");
}

}  // namespace
}  // namespace cwp
