#include "yaml/yaml_slips.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

std::string mended(const std::string& text, const Slip& slip) {
  MendedText copy(text);
  copy.mend(slip.edits);
  return copy.text();
}

TEST(FindBadCharacters, NothingInOrdinaryText) {
  EXPECT_TRUE(find_bad_characters("a: 信息\t# tab behind a value\r\n  \t# comment\n \t\n").empty());
}

TEST(FindBadCharacters, NamesTheControlCharacter) {
  const auto slips = find_bad_characters("ab\x1F");
  ASSERT_EQ(slips.size(), 1u);
  EXPECT_EQ(slips[0].slug, "control-character");
  EXPECT_EQ(slips[0].arguments[0], "U+001F");
  EXPECT_EQ(slips[0].span, (Span{2, 3}));
}

TEST(FindBadCharacters, AtMostTwenty) { EXPECT_EQ(find_bad_characters(std::string(1000, '\x01')).size(), 20u); }

TEST(FindBadCharacters, CutUtf8IsFound) {
  const auto slips = find_bad_characters("a\xE4\xB8");
  ASSERT_EQ(slips.size(), 1u);
  EXPECT_EQ(slips[0].slug, "not-utf8");
  EXPECT_EQ(slips[0].span.begin, 1u);
}

TEST(ExplainSyntaxError, OffersTheNearestLineFirst) {
  const std::string text = "a：1\nb：2\nc: d: e\n";
  const auto slips = explain_syntax_error(text, text.find(": e"));
  ASSERT_EQ(slips.size(), 2u);
  EXPECT_EQ(mended(text, slips[0]), "a：1\nb: 2\nc: d: e\n");
  EXPECT_EQ(mended(text, slips[1]), "a: 1\nb：2\nc: d: e\n");
}

TEST(ExplainSyntaxError, IndexInBracketsIsPutInQuotes) {
  const std::string text = "- {id: x, at: max(a, visits [-1]) + 1, zero_at: 3}";
  const auto slips = explain_syntax_error(text, text.find('[', 3));
  ASSERT_FALSE(slips.empty());
  EXPECT_EQ(mended(text, slips[0]), "- {id: x, at: \"max(a, visits [-1]) + 1\", zero_at: 3}");
}

TEST(ExplainSyntaxError, NothingWhereNothingIsSuspicious) {
  EXPECT_TRUE(explain_syntax_error("a: b: c", 4).empty());
  EXPECT_TRUE(explain_syntax_error("", 0).empty());
  EXPECT_TRUE(explain_syntax_error("x", 99).empty());
}

TEST(ExplainSyntaxError, CommentsAndQuotesAreLeftAlone) {
  EXPECT_TRUE(explain_syntax_error("a: 1 # b：2\n\"c：d\": 3", 5).empty());
}

TEST(ExplainLonelyKey, WordsAreNoSlips) {
  EXPECT_FALSE(explain_lonely_key("{a}", {1, 2}));
  EXPECT_TRUE(explain_lonely_key("{a:1}", {1, 4}));
  EXPECT_TRUE(explain_lonely_key("{a：1}", {1, 6}));
}

TEST(CutFormula, LongLinesAreNotRepeated) {
  const std::string text = "{a: max(1, 2), b: " + std::string(1000, 'x') + "}";
  EXPECT_EQ(cut_formula(text, {4, 13}).arguments[0], "\"…\"");
}

}  // namespace
}  // namespace cwp
