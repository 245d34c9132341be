// Every form that was found in some ninety written assessment rules can be written in a rulebook: tests/forms/ID.case
// is one small rulebook each, with figures worked out by hand. The ids are those of the survey: F rules, P periods,
// R rankings and consequences, D data. Forms that a rulebook of version 1 cannot have are named with what stands
// against them; forms that wait for a feature stand in tests/forms/not_yet.txt with the reason.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "cases/case_file.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

// Subjects below the officer (F55), grades under a budget (F80, R5), uneven halves (P4), hours (P6), two-month cycles
// of their own (P7), carrying a difference forward (P14), frozen interim results (P22), what a board decides (R15),
// appeals and deadlines (D10).
const std::set<std::string> kOutOfScope = {"F55", "F80", "P4", "P6", "P7", "P14", "P22", "R5", "R15", "D10"};
constexpr std::pair<char, int> kFound[] = {{'F', 85}, {'P', 24}, {'R', 16}, {'D', 14}};

std::vector<std::string> forms_in_scope() {
  std::vector<std::string> ids;
  for (const auto& [letter, last] : kFound)
    for (int number = 1; number <= last; ++number) {
      const std::string id = letter + std::to_string(number);
      if (!kOutOfScope.contains(id)) ids.push_back(id);
    }
  return ids;
}

std::filesystem::path forms_dir() { return tests_dir() + "/forms"; }

std::set<std::string> cases_there() {
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(forms_dir()))
    if (entry.path().extension() == ".case") ids.insert(entry.path().stem().string());
  return ids;
}

/// ID: reason, a line each.
std::map<std::string, std::string> not_yet() {
  std::map<std::string, std::string> reasons;
  std::ifstream file(forms_dir() / "not_yet.txt");
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (!line.empty()) reasons[line.substr(0, colon)] = colon == std::string::npos ? "" : line.substr(colon + 2);
  }
  return reasons;
}

TEST(WrittenForms, EachHasACaseOrAReasonWhyNotYet) {
  const std::set<std::string> there = cases_there();
  const std::map<std::string, std::string> waiting = not_yet();
  std::string problems;
  const std::vector<std::string> scope = forms_in_scope();
  for (const std::string& id : scope) {
    if (there.contains(id) && waiting.contains(id)) problems += id + " has a case and waits for one\n";
    if (!there.contains(id) && !waiting.contains(id)) problems += id + " has no case\n";
  }
  const auto known = [&](const std::string& id) { return std::ranges::count(scope, id) == 1; };
  for (const std::string& id : there)
    if (!known(id)) problems += id + ".case is of no form\n";
  for (const auto& [id, reason] : waiting) {
    if (!known(id)) problems += id + " waits, but is no form\n";
    if (reason.empty()) problems += id + " waits without a reason\n";
  }
  EXPECT_EQ(problems, "");
  EXPECT_EQ(scope.size(), 129u);
}

class WrittenForm : public testing::TestWithParam<std::string> {};

TEST_P(WrittenForm, ComesOutAsWorkedOutByHand) {
  const std::filesystem::path file = forms_dir() / (GetParam() + ".case");
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  const CaseRun run = run_case(GetParam(), text.str());
  EXPECT_EQ(run.differences, "");
  EXPECT_GT(run.there, 0u) << "compares no figure that is there";
  EXPECT_GT(run.looked_for, 0u) << "says not which part of the language carries it";
}

INSTANTIATE_TEST_SUITE_P(Files, WrittenForm, testing::ValuesIn(cases_there()),
                         [](const auto& file) { return file.param; });

}  // namespace
}  // namespace cwp
