#include "yaml/uneven_indents.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "yaml/mended_text.hpp"

namespace cwp {
namespace {

/// The lines of a text, each with a line break.
std::string lines(std::initializer_list<const char*> some) {
  std::string text;
  for (const char* line : some) text += std::string(line) + "\n";
  return text;
}

/// `WORD OWN OTHERS`, and the text as it was meant, by the first explanation; `line` counts from 1.
std::string explained(const std::string& text, int line) {
  std::size_t at = 0;
  for (int i = 1; i < line; ++i) at = text.find('\n', at) + 1;
  const std::vector<Slip> slips = uneven_indents(text, at);
  if (slips.empty()) return "";
  MendedText mended(text);
  mended.mend(slips[0].edits);
  return slips[0].arguments[0] + " " + slips[0].arguments[1] + " " + slips[0].arguments[2] + "\n" + mended.text();
}

TEST(UnevenIndents, TheLineOfTheErrorStandsOneColumnOff) {
  const std::string sound = lines({"m:", "  a: 1", "  b: 2", "  c: 3"});
  EXPECT_EQ(explained(lines({"m:", "  a: 1", "  b: 2", "   c: 3"}), 4), "c 3 2\n" + sound);
  EXPECT_EQ(explained(lines({"m:", "  a: 1", "  b: 2", "    c: 3"}), 4), "c 4 2\n" + sound);
  EXPECT_EQ(explained(lines({"m:", "  a: 1", "  b: 2", " c: 3"}), 4), "c 1 2, 0\n" + sound);
}

TEST(UnevenIndents, WhatStandsInsideItMovesWithIt) {
  EXPECT_EQ(explained(lines({"m: 1", "n: 2", " o:", "   - a: 1", "     b: 2", "p: 3"}), 3),
            "o 1 0\n" + lines({"m: 1", "n: 2", "o:", "  - a: 1", "    b: 2", "p: 3"}));
}

TEST(UnevenIndents, WhatStandsBesideItStays) {
  EXPECT_EQ(explained(lines({"m:", "  - id: x", "   full: 1", "    items:", "      - a: 1"}), 3),
            "full 3 4\n" + lines({"m:", "  - id: x", "    full: 1", "    items:", "      - a: 1"}));
  EXPECT_EQ(explained(lines({"m:", "  - id: x", "   items:", "      - a: 1", "    full: 1"}), 3),
            "items 3 4\n" + lines({"m:", "  - id: x", "    items:", "       - a: 1", "    full: 1"}));
}

TEST(UnevenIndents, TheOneAboveIsTheOddOne) {
  EXPECT_EQ(explained(lines({"m:", "   a: 1", "  b: 2", "  c: 3"}), 3),
            "a 3 2\n" + lines({"m:", "  a: 1", "  b: 2", "  c: 3"}));
  EXPECT_EQ(explained(lines({"m:", "   a: 1", "  b: 2"}), 3), "a 3 2\n" + lines({"m:", "  a: 1", "  b: 2"}))
      << "of two, the one at an odd column";
  EXPECT_EQ(explained(lines({"m:", "     - id: x", "        per: day", "        full: 1"}), 3),
            "id 7 8\n" + lines({"m:", "      - id: x", "        per: day", "        full: 1"}));
}

TEST(UnevenIndents, TheFirstOfAListIsRightWhereOthersStandLikeIt) {
  EXPECT_EQ(explained(lines({"m:", "  - id: x", "     per: day", "    full: 1"}), 3),
            "per 5 4\n" + lines({"m:", "  - id: x", "    per: day", "    full: 1"}));
  EXPECT_EQ(explained(lines({"m:", "  - id: x", "   - id: y", "     per: day"}), 3),
            "- id 3 2\n" + lines({"m:", "  - id: x", "  - id: y", "    per: day"}));
}

TEST(UnevenIndents, NothingIsSaidOfWhatStandsWellOrFarOff) {
  EXPECT_EQ(explained(lines({"m:", "  a: 1", "  b: c: 2"}), 3), "") << "its fault is another";
  EXPECT_EQ(explained(lines({"m:", "  a: 1", "       b: 2"}), 3), "") << "five columns";
  EXPECT_EQ(explained(lines({"m:", "  a: [1,", "   b, c: 2]"}), 3), "") << "between brackets";
  EXPECT_EQ(explained(lines({"m:", "  - a", "  b: 1"}), 3), "") << "a list and a mapping";
  EXPECT_EQ(explained(lines({"m: 1", "  b: 1"}), 2), "") << "a value and a mapping";
  EXPECT_EQ(explained(lines({"m: 1", " text"}), 2), "");
  EXPECT_EQ(explained("", 1), "");
}

}  // namespace
}  // namespace cwp
