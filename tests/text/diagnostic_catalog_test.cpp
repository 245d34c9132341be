// The catalogue of diagnostics: all families together, each row fit to be shown.

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

/// The numbers of the arguments that a wording shows.
std::set<char> arguments_of(std::string_view wording) {
  static const std::regex hole("\\{w?([0-9])\\}");
  std::set<char> numbers;
  for (std::cregex_iterator at(wording.begin(), wording.end(), hole), end; at != end; ++at)
    numbers.insert(*(*at)[1].first);
  return numbers;
}

bool has_chinese(std::string_view text) {
  // U+4E00 to U+9FFF, as UTF-8: E4 B8 80 to E9 BF BF; and the signs of a Chinese sentence: E3 80 81, EF BC 8C …
  return std::any_of(text.begin(), text.end(), [](char c) { return ('\xE3' <= c && c <= '\xE9') || c == '\xEF'; });
}

TEST(DiagnosticCatalog, HoldsEveryFamily) {
  std::size_t rows = 0;
  for (const auto family :
       {source_rows(), yaml_rows(),     formula_rows(), form_rows_text(),   check_rows(),   lint_rows(),
        settle_rows(), standing_rows(), data_rows(),    score_rows(),       explain_rows(), reason_rows(),
        sample_rows(), verify_rows(),   state_rows(),   column_file_rows(), setting_rows(), format_rows(),
        survey_rows(), word_rows(),     command_rows(), usage_rows()}) {
    EXPECT_FALSE(family.empty());
    rows += family.size();
    for (const DiagnosticRow& row : family) EXPECT_EQ(diagnostic_row(row.slug).slug, row.slug);
  }
  EXPECT_EQ(diagnostic_catalog().size(), rows);
}

TEST(DiagnosticCatalog, SlugsAreUniqueAndPlain) {
  std::set<std::string_view> slugs;
  const std::regex plain("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  for (const DiagnosticRow& row : diagnostic_catalog()) {
    EXPECT_TRUE(slugs.insert(row.slug).second) << row.slug << " stands twice";
    EXPECT_TRUE(std::regex_match(std::string(row.slug), plain)) << row.slug;
  }
}

TEST(DiagnosticCatalog, EveryRowIsWordedInBothLanguages) {
  for (const DiagnosticRow& row : diagnostic_catalog()) {
    SCOPED_TRACE(row.slug);
    EXPECT_FALSE(row.en.empty());
    EXPECT_TRUE(has_chinese(row.zh) || row.en == "{0}");
    EXPECT_FALSE(has_chinese(row.en));
    EXPECT_EQ(row.hint_en.empty(), row.hint_zh.empty());
    EXPECT_TRUE(row.hint_zh.empty() || has_chinese(row.hint_zh));
  }
}

TEST(DiagnosticCatalog, BothLanguagesShowTheSameArguments) {
  for (const DiagnosticRow& row : diagnostic_catalog()) {
    SCOPED_TRACE(row.slug);
    // What was found and what was wanted are words themselves: {0} and {1} in English, {2} and {3} in Chinese.
    if (row.slug == "formula-syntax") {
      EXPECT_EQ(arguments_of(row.en), (std::set<char>{'0', '1'}));
      EXPECT_EQ(arguments_of(row.zh), (std::set<char>{'2', '3'}));
      continue;
    }
    // Reasons that people write are in both languages, one behind the other.
    if (row.slug == "warnings-silenced" || row.slug == "warning-raised" || row.slug == "warning-lowered") {
      std::set<char> next = arguments_of(row.en);
      const char reason = *next.rbegin();
      next.erase(reason);
      next.insert(char(reason + 1));
      EXPECT_EQ(next, arguments_of(row.zh));
      continue;
    }
    EXPECT_EQ(arguments_of(row.en), arguments_of(row.zh));
    EXPECT_EQ(arguments_of(row.hint_en), arguments_of(row.hint_zh));
  }
}

TEST(DiagnosticCatalog, WordingsAreOneLineWithoutAStop) {
  for (const DiagnosticRow& row : diagnostic_catalog())
    for (const std::string_view text : {row.en, row.zh, row.hint_en, row.hint_zh}) {
      SCOPED_TRACE(std::string(row.slug) + ": " + std::string(text));
      EXPECT_EQ(text.find('\n'), std::string_view::npos);
      const bool stops = (text.ends_with('.') && !text.ends_with("...")) || text.ends_with("。");
      EXPECT_EQ(stops, row.slug == "words-sentence" && !text.empty());
      EXPECT_FALSE(text.starts_with(' ') || text.ends_with(' '));
    }
}

TEST(DiagnosticCatalog, ChineseWordingsUseFullWidthPunctuation) {
  const std::regex half_width("[\xE4-\xE9][\x80-\xBF][\x80-\xBF][,;:?!]");
  const std::regex quoted("“.*?”|`.*?`");  // what is to be typed stands as it is typed
  for (const DiagnosticRow& row : diagnostic_catalog())
    for (const std::string_view text : {row.zh, row.hint_zh})
      // A shape shows what a value is written like in a rulebook.
      EXPECT_FALSE(!row.slug.starts_with("shape-") &&
                   std::regex_search(std::regex_replace(std::string(text), quoted, ""), half_width))
          << row.slug << ": " << text;
}

TEST(DiagnosticCatalog, AnUnknownSlugIsABrokenInvariant) {
  EXPECT_THROW(diagnostic_row("no-such-slug"), std::logic_error);
  EXPECT_THROW(diagnostic_row(""), std::logic_error);
}

}  // namespace
}  // namespace cwp
