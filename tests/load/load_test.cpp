#include "cwp/load.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <random>
#include <sstream>

#include "load/loaded.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

/// The rulebook that the language's reference shows.
std::string community_officers() {
  std::ifstream file(tests_dir() + "/load/community-officers.yaml");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Load, TheWholeExampleHasNoProblem) {
  EXPECT_EQ(problems(load_text(community_officers()).diagnostics()), Problems{});
}

TEST(Load, TheWholeExampleIsRead) {
  const auto result = load_text(community_officers());
  ASSERT_NE(result.partial(), nullptr);
  const Rulebook& rules = *result.partial();
  EXPECT_EQ(rules.id.value, "community-officers-2026");
  EXPECT_EQ(rules.title.zh, "社区民警工作绩效考核办法");
  EXPECT_EQ(rules.effective_from->value.to_text(), "2025-12-21");
  EXPECT_EQ(rules.calendar.month_starts, 21);
  EXPECT_EQ(rules.parameters.size(), 1u);
  EXPECT_EQ(rules.attributes.size(), 4u);
  EXPECT_EQ(rules.duty.size(), 5u);
  EXPECT_EQ(rules.metrics.size(), 11u);
  EXPECT_EQ(rules.metrics[2].id.value, "disputes");
  ASSERT_EQ(rules.categories.size(), 3u);
  EXPECT_EQ(rules.categories[0].items[1].form.form.value, "bands");
  EXPECT_EQ(rules.categories[0].items[1].form.keys[1].table.size(), 4u);
  EXPECT_EQ(rules.categories[2].items[0].per.value, Grain::quarter);
  EXPECT_EQ(rules.assessments.size(), 5u);
  ASSERT_EQ(rules.rankings.size(), 3u);
  EXPECT_EQ(rules.rankings[1].ties.size(), 2u);
  const Place& place = rules.categories[2].items[0].form.keys[1].formula.place;
  EXPECT_EQ(problem("at", place), "at 61:40");
}

TEST(Load, WarningsAndErrorsOfOneRunTogether) {
  const auto result = load_text(
      "cwp: 1\nid: t\nmetrics:\n  visits: {}\n  visits: {}\nvalues:\n  a: max（visits, 1)\ncategories:\n  - id: c\n"
      "    full：30\n    items:\n      - {id: x, per: month, full: 30, target: {of: min(visits, 9), at: 010}}\n");
  EXPECT_EQ(problems(result.diagnostics()),
            (Problems{"duplicate-key 5:3", "full-width-character 7:9", "full-width-structure 10:9",
                      "formula-cut-by-yaml 12:52", "number-format 12:72"}));
  for (const Diagnostic& diagnostic : result.diagnostics())
    for (const Language language : {Language::en, Language::zh}) EXPECT_NE(render(diagnostic, language), "");
}

/// Every diagnostic can be shown, and points into the text.
void expect_sound(const std::string& text) {
  const auto result = load_text(text);
  for (const Diagnostic& diagnostic : result.diagnostics()) {
    ASSERT_LE(diagnostic.place.span.begin, text.size());
    ASSERT_LE(diagnostic.place.span.begin, diagnostic.place.span.end);
    ASSERT_FALSE(render(diagnostic, Language::en).empty());
    ASSERT_FALSE(render(diagnostic, Language::zh).empty());
  }
}

TEST(Load, RandomMutationsNeverCrash) {
  const std::string book = community_officers();
  std::mt19937 random(20260301);
  const std::string signs = "{}[]()'\"|>:,-#&*!%@`?~ \n\t\\<x0.";
  const std::string pieces[] = {"：",   "，",   "｛", "\n---\n", "&a ", "*a", "<<: *a",
                                "!!x ", "\xFF", "\r", "[[[[",    ": ",  "- "};
  const auto below = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  const int rounds = this_build().sanitized ? 1000 : 3000;
  for (int round = 0; round < rounds; ++round) {
    const std::size_t from = below(book.size()), length = 200 + below(1500);
    std::string text = round % 3 == 0 ? book : book.substr(0, from) + book.substr(std::min(book.size(), from + length));
    for (std::size_t edits = 1 + below(4); edits > 0; --edits) {
      const std::size_t at = below(text.size() + 1);
      switch (below(4)) {
        case 0:
          text.insert(at, 1, signs[below(signs.size())]);
          break;
        case 1:
          text.insert(at, pieces[below(std::size(pieces))]);
          break;
        case 2:
          text.erase(at, 1 + below(5));
          break;
        default:
          if (at < text.size()) text[at] = static_cast<char>(below(256));
      }
      if (text.empty()) text = "x";
    }
    ASSERT_NO_FATAL_FAILURE(expect_sound(text)) << "round " << round;
  }
}

TEST(Load, HostileTextsEndSoon) {
  const std::size_t n = 300'000;
  const auto repeated = [&](std::string_view piece) {
    std::string text = "cwp: 1\nid: t\nvalues:\n  v: ";
    while (text.size() < n) text += piece;
    return text;
  };
  for (const std::string_view piece :
       {"[",    "{",  "(",   "- ",   "? ",   ": ",          "&a ", "!a ",        "*a ", "'",
        "\"",   "\\", "|\n", "{a: ", "[a: ", "a: ",         "a, ", "\n  ",       "\n",  "：",
        "{a：", ",",  "x",   "-",    "((",   "{a: max(b, ", "1+",  "\n  v: max("}) {
    const auto start = std::chrono::steady_clock::now();
    ASSERT_NO_FATAL_FAILURE(expect_sound(repeated(piece))) << piece;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 30.0) << piece;  // some tenths of a second without sanitizers
  }
}

}  // namespace
}  // namespace cwp
