#include "yaml/broken_signs.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

std::string text_mended(const std::string& text, const Slip& slip) {
  MendedText copy(text);
  copy.mend(slip.edits);
  return copy.text();
}

/// What the first explanation makes of a text with an error at `at`, and its slug.
std::pair<std::string, std::string> first_explained(const std::string& text, std::size_t at) {
  const auto slips = explain_broken_signs(text, at);
  if (slips.empty()) return {};
  return {std::string(slips[0].slug), text_mended(text, slips[0])};
}
using Explained = std::pair<std::string, std::string>;

TEST(ForeignIndents, AllAreMendedAndTheFirstIsReported) {
  const std::string text = "a:\n　　b: 1\n\xC2\xA0\xC2\xA0 \xC2\xA0- c\n";
  const auto slip = foreign_indents(text);
  ASSERT_TRUE(slip);
  EXPECT_EQ(slip->span, (Span{3, 9}));
  EXPECT_EQ(text_mended(text, *slip), "a:\n    b: 1\n    - c\n");
}

TEST(ForeignIndents, TextsOfSeveralLinesKeepTheirs) {
  EXPECT_FALSE(foreign_indents("a: |\n  x\n  　　b: 1\nc: 'd\n　　e: 2'\n"));
  EXPECT_FALSE(foreign_indents("a: b\n　　# c: 1\n　　\n　　text goes on\n"));
}

TEST(ExplainBrokenSigns, DashWithoutBlank) {
  const std::string text = "- id: x\n-id: y\n";
  EXPECT_EQ(first_explained(text, 8), (Explained{"dash-without-blank", "- id: x\n- id: y\n"}));
  EXPECT_EQ(first_explained("  -{id: x}", 6).second, "  - {id: x}");
  const std::string below = "r:\n  -id: x\n   of: y\n";
  const auto slips = explain_broken_signs(below, below.rfind(':'));
  ASSERT_EQ(slips.size(), 2u);
  EXPECT_EQ(text_mended(below, slips[1]), "r:\n - id: x\n   of: y\n");
  EXPECT_TRUE(explain_broken_signs("- -5: x\n-5: y\n", 8).empty());
}

TEST(ExplainBrokenSigns, SignsThatYamlKeeps) {
  const std::string text = "- {unit: %, source: @x y}";
  EXPECT_EQ(first_explained(text, text.find('%')), (Explained{"text-needs-quotes", "- {unit: \"%\", source: @x y}"}));
  EXPECT_EQ(first_explained(text, text.find('@')), (Explained{"text-needs-quotes", "- {unit: %, source: \"@x y\"}"}));
  EXPECT_EQ(first_explained("unit: % # of all", 6), (Explained{"text-needs-quotes", "unit: \"%\" # of all"}));
  EXPECT_TRUE(explain_broken_signs("{points: |\n  x}", 9).empty());
}

TEST(ExplainBrokenSigns, CommaMissing) {
  const std::string text = "{per: month full: 10; id: x, table: [[0, 0] [5, 8]]}";
  EXPECT_EQ(first_explained(text, text.find(": 10")).second, "{per: month, full: 10; id: x, table: [[0, 0] [5, 8]]}");
  EXPECT_EQ(first_explained(text, text.find(": x")).second, "{per: month full: 10, id: x, table: [[0, 0] [5, 8]]}");
  EXPECT_EQ(first_explained(text, text.find("[5")).second, "{per: month full: 10; id: x, table: [[0, 0], [5, 8]]}");
  EXPECT_TRUE(explain_broken_signs("{title: a: b}", 9).empty());
}

TEST(ExplainBrokenSigns, BracketNotClosed) {
  const std::string text = "- {id: x, bands: {of: a}  # it's {\n\n- {id: y}\n";
  EXPECT_EQ(first_explained(text, text.rfind('-')),
            (Explained{"bracket-not-closed", "- {id: x, bands: {of: a}}  # it's {\n\n- {id: y}\n"}));
  EXPECT_EQ(first_explained("a: [[0, 0", 9).second, "");  // the error is not where a line begins
  EXPECT_EQ(first_explained("a: [[0, 0\nb", 10).second, "a: [[0, 0]]\nb");
}

TEST(ExplainBrokenSigns, QuoteNotClosed) {
  const std::string text = "- {points: \"min(a, b), id: x}\n- {title: \"y\"}\n";
  EXPECT_EQ(first_explained(text, text.rfind('y')),
            (Explained{"quote-not-closed", "- {points: \"min(a, b)\", id: x}\n- {title: \"y\"}\n"}));
  const std::string block = "title: 'x \nid: 'y'\n";
  EXPECT_EQ(first_explained(block, block.rfind('y')).second, "title: 'x' \nid: 'y'\n");
}

TEST(ExplainBrokenSigns, NothingWhereNothingIsSuspicious) {
  EXPECT_TRUE(explain_broken_signs("", 0).empty());
  EXPECT_TRUE(explain_broken_signs("x", 99).empty());
  EXPECT_TRUE(explain_broken_signs("a: b: c", 4).empty());
}

TEST(ExplainBrokenSigns, ASecondKeyOnTheLine) {
  const auto explained = [](const std::string& text) { return first_explained(text, text.rfind(':')); };
  EXPECT_EQ(explained("  - id: people full: 40\n"),
            (Explained{"second-key-on-line", "  - id: people\n    full: 40\n"}));
  EXPECT_EQ(explained("id: people, title: x").second, "id: people\ntitle: x");
  EXPECT_EQ(explained("title: people: 40").first, "") << "no value before it";
  EXPECT_EQ(explained("title: of all people: 40").first, "") << "no key of the language";
}

}  // namespace
}  // namespace cwp
