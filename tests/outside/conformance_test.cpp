// Inputs and figures that others published, each through a rulebook of ours; docs/conformance.md counts what matched.

#include <gtest/gtest.h>

#include <filesystem>

#include "golden.hpp"
#include "outside/conformity.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

const std::vector<OutsideRun>& runs() {
  static const std::vector<OutsideRun> all = {
      run_decathlon(), run_football(),        run_scales(),          run_development(), run_ranks(),
      run_scorecard(), run_decision_tables(), run_vulnerabilities(), run_criteria(),    run_hospitals()};
  return all;
}

std::string page() {
  std::string text =
      "# Conformance\n\n"
      "Inputs and figures that others published, each through a rulebook of ours (`tests/outside/`). The sources, and\n"
      "what they allow, are named in the README of each folder. This page is written by "
      "`tests/outside/conformance_test.cpp`\n"
      "from its runs.\n\n"
      "| source | figures | compared | matched | differ |\n|---|---|---:|---:|---:|\n";
  std::size_t matched = 0, failed = 0;
  std::string remarks;
  for (const OutsideRun& run : runs()) {
    for (const Conformity& kind : run.figures) {
      text += "| [" + run.title + "](../tests/outside/" + run.folder + "/README.md) | " + kind.figures + " | " +
              std::to_string(kind.matched + kind.failed.size()) + " | " + std::to_string(kind.matched) + " | " +
              std::to_string(kind.failed.size()) + " |\n";
      matched += kind.matched;
      failed += kind.failed.size();
      if (!kind.failed.empty()) remarks += "- " + run.title + ", " + kind.figures + ": " + kind.remark + ".\n";
    }
    if (!run.left_out.empty()) remarks += "- " + run.title + ", not compared: " + run.left_out + ".\n";
  }
  return text + "| all | | " + std::to_string(matched + failed) + " | " + std::to_string(matched) + " | " +
         std::to_string(failed) + " |\n\nWhy figures differ, or are not compared:\n\n" + remarks;
}

TEST(Outside, WhatDiffersFromOthersFiguresHasAKnownReason) {
  for (const OutsideRun& run : runs())
    for (const Conformity& kind : run.figures) {
      EXPECT_GT(kind.matched, 0u) << run.folder << ": " << kind.figures;
      if (!kind.remark.empty()) continue;
      EXPECT_EQ(kind.failed.size(), 0u) << run.folder << ", " << kind.figures
                                        << "; the first: " << (kind.failed.empty() ? "" : kind.failed.front());
    }
}

// What differs does so in the way that the page says. By hand: of a, b, b, a with the mean between them the deviation
// of the sample is d * sqrt(4 / 3), d being the distance to the mean: z = sqrt(3) / 2 = 0.8660254.
TEST(Outside, WhatDiffersFromRIsAGroupWithoutSpreadOrTheLossOfDoubles) {
  for (const OutsideRun& run : runs())
    for (const Conformity& kind : run.figures)
      for (const std::string& failed : kind.failed)
        EXPECT_TRUE(failed.ends_with("minmax01: expected nothing, got 0.5") ||
                    (failed.starts_with("dec ") && failed.ends_with("0.866025")))
            << failed;
}

TEST(Outside, AnExpectedReasonThatIsGoneIsTakenOff) {
  for (const OutsideRun& run : runs())
    for (const Conformity& kind : run.figures)
      EXPECT_TRUE(kind.remark.empty() || !kind.failed.empty()) << run.folder << ": " << kind.remark;
}

TEST(Outside, TheCountsAreThoseOfThePage) {
  EXPECT_EQ(approved_difference("docs/conformance.md", page(), {root_dir(), this_build().received}), "");
}

TEST(Outside, EverySourceIsRunAndNamed) {
  std::size_t folders = 0;
  for (const auto& entry : std::filesystem::directory_iterator(tests_dir() + "/outside")) {
    if (!entry.is_directory()) continue;
    ++folders;
    EXPECT_TRUE(std::filesystem::exists(entry.path() / "README.md")) << entry.path();
  }
  EXPECT_EQ(folders, runs().size());
}

TEST(Conformity, AFigureThatIsOffByMoreThanTheToleranceDiffers) {
  Conformity kind{"figures"};
  kind.compare("near", "1.5", Decimal::parse("1.500001"), 1e-5);
  kind.compare("far", "1.5", Decimal::parse("1.51"), 1e-5);
  kind.compare("nothing wanted", "", Decimal::parse("0"));
  kind.compare("nothing there", "0", std::nullopt);
  kind.compare("both nothing", "", std::nullopt);
  EXPECT_EQ(kind.matched, 2u);
  EXPECT_EQ(kind.failed,
            (std::vector<std::string>{"far: expected 1.5, got 1.51", "nothing wanted: expected nothing, got 0",
                                      "nothing there: expected 0, got nothing"}));
}

}  // namespace
}  // namespace cwp
