#include "yaml/open_signs.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

OpenSigns open_signs(std::string_view text) { return find_open_signs(text, text.size()); }

TEST(FindOpenSigns, BracketsWhereKeysAndValuesBegin) {
  EXPECT_EQ(open_signs("- {id: x, table: [[0, 0], [5").brackets, (std::vector<std::size_t>{2, 17, 26}));
  EXPECT_TRUE(open_signs("- {id: x}\n- [1]\n").brackets.empty());
  EXPECT_TRUE(open_signs("points: visits[-1] + {\n").brackets.empty());
}

TEST(FindOpenSigns, CommentsQuotesAndTextsOfSeveralLinesCountNothing) {
  EXPECT_TRUE(open_signs("a: 1 # {\nb: '{'\nc: \"[\\\"{\"\nd: |\n  - {\n\n  x\ne: 1\n").brackets.empty());
  EXPECT_EQ(open_signs("d: |\n  - {\ne: {").brackets, (std::vector<std::size_t>{14}));
}

TEST(FindOpenSigns, AQuoteThatGoesOnBehindItsLine) {
  const auto plain = open_signs("title: \"x\nid: \"y\"\n");
  EXPECT_EQ(plain.quote, 7u);
  EXPECT_FALSE(plain.quote_in_brackets);
  const auto inside = open_signs("- {points: 'min(a, b)}\n");
  EXPECT_EQ(inside.quote, 11u);
  EXPECT_TRUE(inside.quote_in_brackets);
  EXPECT_FALSE(open_signs("a: 'it''s'\nb: it's\n").quote);
}

TEST(ContentEnd, WithoutBlanksAndComment) {
  EXPECT_EQ(content_end("a: {b  # c}\n", 0), 5u);
  EXPECT_EQ(content_end("a: '# b'\r\n", 0), 8u);
  EXPECT_EQ(content_end("\n", 0), 0u);
}

TEST(ForeignBlank, FullWidthAndNoBreak) {
  EXPECT_EQ(foreign_blank("　", 0), 3u);
  EXPECT_EQ(foreign_blank("\xC2\xA0", 0), 2u);
  EXPECT_EQ(foreign_blank("\xE2\x80\x8B", 0), 3u);
  EXPECT_EQ(foreign_blank(" ", 0), 0u);
  EXPECT_EQ(foreign_blank("“", 0), 0u);
}

}  // namespace
}  // namespace cwp
