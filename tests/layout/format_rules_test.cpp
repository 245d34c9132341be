#include "cwp/format_rules.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace cwp {
namespace {

std::string formatted(const std::string& text) {
  const Result<std::string> result = format_rules(Source("rules.yaml", text));
  if (!result.ok()) return render(result.diagnostics());
  EXPECT_EQ(format_rules(Source("rules.yaml", result.value())).value(), result.value()) << "formatted twice";
  return result.value();
}

TEST(FormatRules, IndentationIsTwoBlanksAStepAndListsStandInsideTheirKeys) {
  EXPECT_EQ(formatted("categories:\n"
                      "-   id: people\n"
                      "    full: 40\n"
                      "    items:\n"
                      "    -   id: a\n"
                      "        per: month\n"
                      "        deduct:\n"
                      "                of: missed\n"
                      "                each: 2\n"
                      "    - {id: b}\n"
                      "rankings:\n"
                      "      - id: all\n"),
            "categories:\n"
            "  - id: people\n"
            "    full: 40\n"
            "    items:\n"
            "      - id: a\n"
            "        per: month\n"
            "        deduct:\n"
            "          of: missed\n"
            "          each: 2\n"
            "      - {id: b}\n"
            "rankings:\n"
            "  - id: all\n");
}

TEST(FormatRules, BlanksInsideBracketsAreThoseOfTheLanguagesOwnExamples) {
  EXPECT_EQ(formatted("points:   { decimals : 2 ,rounding: half_up ,carry:  shown }\n"),
            "points: {decimals: 2, rounding: half_up, carry: shown}\n");
  EXPECT_EQ(formatted("a: [ [0,0] , [5 , 8] ]   \nb: {}\nc: [ ]\n"), "a: [[0, 0], [5, 8]]\nb: {}\nc: []\n");
  EXPECT_EQ(formatted("a: {paid:  , ranked:}\n"), "a: {paid: , ranked: }\n");
  EXPECT_EQ(formatted("holidays: [2026-01-01,\n   2026-02-16..2026-02-20,\n 2026-04-04]\n"),
            "holidays: [2026-01-01,\n           2026-02-16..2026-02-20,\n           2026-04-04]\n");
  EXPECT_EQ(formatted("pays: [\n[1..3, 500],\n      [4..10, 300]\n  ]\n"),
            "pays: [\n  [1..3, 500],\n  [4..10, 300]\n]\n");
}

TEST(FormatRules, QuotesAreDoubleWhereNothingHasToBeEscaped) {
  EXPECT_EQ(formatted("unit: '%'\nwhen: 'area = ''urban'''\nsaid: 'a \"word\"'\nback: 'a\\b'\nkept: \"x\"\n"),
            "unit: \"%\"\nwhen: \"area = 'urban'\"\nsaid: 'a \"word\"'\nback: 'a\\b'\nkept: \"x\"\n");
}

TEST(FormatRules, RemarksStayWithWhatTheyAreAbout) {
  EXPECT_EQ(
      formatted(
          "# first\n\n\n\n# of a\na:\n     # of b\n     b: 1   # one\n     c: 22  # two\n            # still two\n"
          "     # behind c\n# of d\nd: 4\n# last\n"),
      "# first\n\n# of a\na:\n  # of b\n  b: 1      # one\n  c: 22     # two\n            # still two\n"
      "  # behind c\n# of d\nd: 4\n# last\n");
}

TEST(FormatRules, ValuesThatSomebodyPutBelowOneAnotherAreKeptSo) {
  EXPECT_EQ(formatted("metrics:\n"
                      "  entries:   {type: u16}\n"
                      "  business_visits: {type: u16}\n"
                      "  信息:  {type: u8}\n"
                      "\n"
                      "  b: {}\n"
                      "  late: {}\n"),
            "metrics:\n"
            "  entries:         {type: u16}\n"
            "  business_visits: {type: u16}\n"
            "  信息:            {type: u8}\n"
            "\n"
            "  b: {}\n"
            "  late: {}\n");
}

TEST(FormatRules, BlocksOfTextMoveAsOne) {
  EXPECT_EQ(
      formatted("a:\n    when: |\n          x\n            + y\n\n          z\n    b: >-\n      folded\n      text\n"
                "    list:\n    - |\n     one\n    - two\n"),
      "a:\n  when: |\n    x\n      + y\n\n    z\n  b: >-\n    folded\n    text\n  list:\n    - |\n      one\n    - "
      "two\n");
  EXPECT_EQ(formatted("a:\n    b: |2\n        x\n       y\n"), "a:\n  b: |2\n      x\n     y\n");
}

TEST(FormatRules, TextsOfSeveralLinesBeginBelowTheirStart) {
  EXPECT_EQ(formatted("a:\n    title: a long\n      title\n    said: \"one\n\n  two\"\n"),
            "a:\n  title: a long\n         title\n  said: \"one\n\n         two\"\n");
}

TEST(FormatRules, LineEndsAndTheByteOrderMarkGo) {
  EXPECT_EQ(formatted("\xEF\xBB\xBF"
                      "a: 1\r\nb: |\r\n  x\r\n  y\r\n\r\n\r\nc: 考核  \r\n\r\n"),
            "a: 1\nb: |\n  x\n  y\n\nc: 考核\n");
  EXPECT_EQ(formatted("a: 1"), "a: 1\n");
}

TEST(FormatRules, AnchorsAndDocumentMarksStay) {
  EXPECT_EQ(formatted("---\na:   &x {b:   1}\nc: *x\nd: &y\n    e: ~\n"), "---\na: &x {b: 1}\nc: *x\nd: &y\n  e: ~\n");
}

TEST(FormatRules, WhatCannotBeLaidOutSafelyIsRefusedAndWhatIsNoYamlIsTold) {
  const auto slug = [](const std::string& text) {
    const Result<std::string> result = format_rules(Source("rules.yaml", text));
    return result.ok() ? "formatted" : std::string(result.diagnostics().front().slug);
  };
  EXPECT_EQ(slug("? a\n: b\n"), "format-would-change");
  EXPECT_EQ(slug("a: [1, 2\n"), "bracket-not-closed");
  EXPECT_EQ(slug("a: b: c\n"), "yaml-syntax");
  EXPECT_EQ(slug("a: 1\na: 2\n"), "duplicate-key");
  EXPECT_EQ(slug("# nothing yet\n"), "rulebook-empty");
  EXPECT_EQ(slug("- a\n"), "rulebook-not-a-mapping");
}

TEST(FormatRules, DifferencesStandAtTheirLines) {
  const auto lines = [](const std::string& text) {
    std::string all;
    for (const Diagnostic& one : format_differences(Source("rules.yaml", text)))
      all += std::string(one.slug) + " " + std::to_string(one.place.source.position(one.place.span.begin).line) + " " +
             (one.arguments.empty() ? "" : one.arguments[0]) + "\n";
    return all;
  };
  EXPECT_EQ(lines("a: 1\nb:  {c:  2}\n\n\n\nd: 'x'\n"), "not-canonical 2 b: {c: 2}\nnot-canonical 6 d: \"x\"\n");
  EXPECT_EQ(lines("a: 1\n\n\nb: 2\n"), "not-canonical-lines 3 \n");
  EXPECT_EQ(lines("a: 1\r\nb: 2\r\n"), "not-canonical-lines 1 \n");
  EXPECT_EQ(lines("a: 1\n"), "");
  std::string long_text;
  for (int i = 0; i < 25; ++i) long_text += "k" + std::to_string(i) + ": {a:  1}\n";
  EXPECT_NE(lines(long_text).find("not-canonical-more 1 5\n"), std::string::npos);
}

TEST(FormatFile, ReplacesTheFileAsAWholeOrLeavesIt) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("cwp-format-file-" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string path = (folder / "rules.yaml").string();
  const auto write = [&](const std::string& text) { std::ofstream(path, std::ios::binary) << text; };
  const auto read = [&] {
    std::ifstream file(path, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  };
  write(
      "\xEF\xBB\xBF"
      "a:   1\nb: 2\n");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(file_differences(path).size(), 1U);
  EXPECT_EQ(format_file(path).value(), 1U);
  EXPECT_EQ(read(), "a: 1\nb: 2\n");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(format_file(path).value(), 0U);
  EXPECT_TRUE(file_differences(path).empty());
  write("? a\n: b\n");
  EXPECT_FALSE(format_file(path).ok());
  EXPECT_EQ(read(), "? a\n: b\n");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1) << "nothing is left beside it";
  EXPECT_EQ(format_file((folder / "none.yaml").string()).diagnostics().at(0).slug, "file-unreadable");
  fs::remove_all(folder);
}

}  // namespace
}  // namespace cwp
