// Every row of the catalogue of diagnostics is triggered by its example, and says what was approved, in both languages.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "diagnostics/run_example.hpp"
#include "golden.hpp"
#include "text/diagnostic_rows.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

/// Rows that no example here can show, each with the reason: where it is shown instead.
std::map<std::string, std::string> reasons() {
  std::map<std::string, std::string> reasons;
  std::ifstream file(tests_dir() + "/diagnostics/without_golden.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t blank = std::min(line.find(' '), line.size());
    reasons[line.substr(0, blank)] = line.substr(std::min(line.find_first_not_of(' ', blank), line.size()));
  }
  return reasons;
}

/// Notes that the command line and the tables show, and no diagnostic: tests/cli and tests/table see them.
bool is_note_of_others(const DiagnosticRow& row) {
  const auto of = [&](std::span<const DiagnosticRow> family) {
    return std::any_of(family.begin(), family.end(), [&](const DiagnosticRow& one) { return one.slug == row.slug; });
  };
  return of(word_rows()) || of(command_rows()) || of(usage_rows()) || of(reason_rows());
}

/// The slugs of errors and warnings: notes are shown with them.
std::vector<std::string> slugs() {
  std::vector<std::string> slugs;
  for (const DiagnosticRow& row : diagnostic_catalog())
    if (row.severity != Severity::note) slugs.emplace_back(row.slug);
  return slugs;
}

class Diagnostics : public testing::TestWithParam<std::string> {};

TEST_P(Diagnostics, SayWhatWasApproved) {
  const std::string slug = GetParam();
  const DiagnosticRow& row = diagnostic_row(slug);
  const auto all = reasons();
  const auto reason = all.find(slug);
  const Example example = run_example(row);
  if (reason != all.end()) {
    EXPECT_TRUE(!example.runnable || example.said.text.empty()) << "without_golden.txt names it, but its example runs";
    return;
  }
  ASSERT_TRUE(example.runnable) << "the example cannot be run, and without_golden.txt has no reason";
  std::string others;
  for (const std::string& other : example.said.slugs) others += " " + other;
  ASSERT_NE(example.said.text, "") << "the example does not trigger its row; said was:" << others << "\n"
                                   << row.example;
  EXPECT_EQ(approved_difference("diagnostics/" + slug + ".txt", example.said.text), "");
}

INSTANTIATE_TEST_SUITE_P(Rows, Diagnostics, testing::ValuesIn(slugs()), [](const auto& row) {
  std::string name = row.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(DiagnosticNotes, AreShownBySomeExampleOrHaveAReason) {
  std::set<std::string> shown;
  for (const std::string& slug : slugs()) shown.merge(run_example(diagnostic_row(slug)).said.slugs);
  const auto all = reasons();
  for (const DiagnosticRow& row : diagnostic_catalog()) {
    if (row.severity != Severity::note || is_note_of_others(row)) continue;
    EXPECT_NE(shown.contains(std::string(row.slug)), all.contains(std::string(row.slug))) << row.slug;
  }
}

TEST(DiagnosticReasons, AreForRowsThatThereAreAndSaySomething) {
  for (const auto& [slug, reason] : reasons()) {
    EXPECT_NO_THROW(diagnostic_row(slug)) << slug;
    EXPECT_FALSE(reason.empty()) << slug;
  }
}

}  // namespace
}  // namespace cwp
