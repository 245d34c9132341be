// Every tests/cases/*.case holds; and the harness notices when one does not.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cases/case_file.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(tests_dir() + "/cases"))
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class Cases : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Cases, Holds) { EXPECT_EQ(case_differences(GetParam().stem().string(), text_of(GetParam())), ""); }

INSTANTIATE_TEST_SUITE_P(Files, Cases, testing::ValuesIn(case_files()), [](const auto& file) {
  std::string name = file.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

constexpr std::string_view kSound = R"(---- rulebook
cwp: 1
id: sound
metrics:
  visits: {type: u16}
categories:
  - id: people
    full: 10
    items:
      - {id: calls, per: day, full: 10, points: visits}
---- roster
officer,from,to
ann,,
---- metrics
officer,date,visits
ann,2026-03-02,4
---- figures
2026-03-02 ann calls 4.00
)";

TEST(CaseFile, ASoundCaseHasNoDifferences) { EXPECT_EQ(case_differences("sound", kSound), ""); }

TEST(CaseFile, AWrongFigureIsADifferenceWithItsLine) {
  std::string text(kSound);
  text.replace(text.find("calls 4.00"), 10, "calls 5.00");
  EXPECT_EQ(case_differences("wrong", text), "wrong:18: expected 5.00, got 4.00\n");
}

TEST(CaseFile, ACaseThatComparesNothingIsADifference) {
  const std::string text(kSound.substr(0, kSound.find("2026-03-02 ann calls")));
  EXPECT_EQ(case_differences("empty", text), "empty: compares nothing\n");
}

TEST(CaseFile, WhatTheRulebookContainsIsFoundByTheNamesOfTheLanguage) {
  EXPECT_EQ(case_differences("contains", std::string(kSound) + "---- contains\npoints\nitems.per\nmetrics.type\n"), "");
}

TEST(CaseFile, WhatTheRulebookDoesNotContainIsADifference) {
  EXPECT_EQ(case_differences("contains", std::string(kSound) + "---- contains\nbands\nmax by\nvetoes.set\n"),
            "contains:20: the rulebook does not contain bands\n"
            "contains:21: the rulebook does not contain max by\n"
            "contains:22: the rulebook does not contain vetoes.set\n");
}

TEST(CaseFile, ANameThatTheLanguageDoesNotHaveIsADifference) {
  EXPECT_EQ(case_differences("contains", std::string(kSound) + "---- contains\nitems.full_marks\nband\n"),
            "contains:20: no form, function or key of the language is named items.full_marks\n"
            "contains:21: no form, function or key of the language is named band\n");
}

TEST(CaseFile, AnUnexpectedProblemIsADifference) {
  std::string text(kSound);
  text.replace(text.find("points: visits"), 14, "points: vizits");
  EXPECT_NE(case_differences("misspelt", text).find("unknown-name"), std::string::npos);
}

}  // namespace
}  // namespace cwp
