#include "table/markdown_table.hpp"

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
