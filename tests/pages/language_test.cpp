// docs/language.md and docs/zh/language.md: their tables are those of the product, their examples run, and both say the
// same.

#include <gtest/gtest.h>

#include "cwp/cwp.hpp"
#include "golden.hpp"
#include "pages/page_examples.hpp"
#include "pages/reference_tables.hpp"

namespace cwp {
namespace {

constexpr const char* kEnglish = "docs/language.md";
constexpr const char* kChinese = "docs/zh/language.md";

/// `./dev approve` takes over the page with its tables as they are now.
std::string page_difference(const std::string& path, Language language) {
  return approved_difference(path, with_tables(page_text(path), language),
                             {.approved = root_dir(), .received = this_build().received});
}

TEST(LanguagePage, TheTablesAreThoseOfTheProduct) {
  EXPECT_EQ(page_difference(kEnglish, Language::en), "");
  EXPECT_EQ(page_difference(kChinese, Language::zh), "");
  for (const char* name : {"forms", "functions", "clauses", "dialects", "formats", "keys", "messages"})
    EXPECT_NE(page_text(kEnglish).find("<!-- table: " + std::string(name) + " -->"), std::string::npos) << name;
}

TEST(LanguagePage, EveryExampleIsSoundAndGivesTheFiguresItStates) {
  std::size_t tested = 0;
  for (const PageExample& example : page_examples(page_text(kEnglish))) {
    const std::string name = std::string(kEnglish) + ":" + std::to_string(example.line);
    const auto rules = load_and_check(Source(name, whole_rulebook(example)));
    EXPECT_FALSE(has_error(rules.diagnostics())) << name << "\n" << render(rules.diagnostics());
    if (!rules.ok()) continue;
    for (const TestOutcome& outcome : run_tests(rules.value())) {
      ++tested;
      for (const TestDifference& difference : outcome.differences)
        ADD_FAILURE() << name << ": " << outcome.name << ": " << difference.officer << " " << difference.period << " "
                      << difference.key << " should be " << difference.expected << ", is " << difference.got;
    }
  }
  EXPECT_GE(tested, 40U);
}

TEST(LanguagePage, AWrongFigureWouldBeNoticed) {
  PageExample example{.rules = "- {id: x, per: month, full: 10, deduct: {of: missed, each: 2}}\n",
                      .figures = {"missed 1 → x 8", "missed 1 → x 7"},
                      .line = 1};
  const auto rules = load_and_check(Source("example", whole_rulebook(example)));
  ASSERT_TRUE(rules.ok()) << render(rules.diagnostics());
  const auto outcomes = run_tests(rules.value());
  ASSERT_EQ(outcomes.size(), 2U);
  EXPECT_TRUE(outcomes[0].passed());
  EXPECT_FALSE(outcomes[1].passed());
}

TEST(LanguagePage, BothLanguagesHaveTheSameHeadingsAndExamples) {
  EXPECT_EQ(outline(page_text(kChinese)), outline(page_text(kEnglish)));
  EXPECT_NE(outline(page_text(kEnglish)).find("## 5\n"), std::string::npos);
}

// The commands, outputs and code of README.md are run by tests/cli/pages_test.cpp: those of the Chinese one are the
// same.
TEST(Readme, BothLanguagesHaveTheSameHeadingsAndExamples) {
  EXPECT_EQ(outline(page_text("docs/zh/README.md")), outline(page_text("README.md")));
  EXPECT_NE(outline(page_text("README.md")).find("cwp score rules/"), std::string::npos);
}

TEST(LanguagePage, TheChinesePageHasFullWidthPunctuationBetweenItsWords) {
  // A comma, colon or bracket of ASCII right behind a Chinese character, outside of code and of the tables, whose
  // wordings have their own tests and quote YAML without backquotes.
  std::string page = page_text(kChinese);
  for (std::size_t begin = 0; (begin = page.find("<!-- table: ", begin)) != std::string::npos; ++begin)
    page.erase(begin, page.find("<!-- end of table -->", begin) - begin);
  bool code = false, fenced = false;
  std::size_t line = 1;
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (page[at] == '\n') ++line, code = false;
    if (page.compare(at, 3, "```") == 0)
      fenced = !fenced, at += 2;
    else if (page[at] == '`')
      code = !code;
    // The first byte of a character of three: from U+4000 on, which … and → are not.
    const bool behind_chinese = at > 2 && static_cast<unsigned char>(page[at - 3]) >= 0xE4;
    if (!code && !fenced && behind_chinese && std::string_view(",;:!?()").find(page[at]) != std::string_view::npos)
      ADD_FAILURE() << kChinese << ":" << line << ": " << page[at];
  }
}

}  // namespace
}  // namespace cwp
