// Names in a rulebook's own tests.

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

/// The errors about the names of a test with these rows and figures, by slug and first argument.
std::string wrong_names(const std::string& rows, const std::string& expect) {
  const std::string text =
      rulebook_with("      - {id: walks, per: month, full: 10, award: {of: visits, each: 1}}\n",
                    "rankings: [{id: best, every: month, of: total}]\nawards: [{id: first, from: best, top: 1}]\n"
                    "tests:\n  - name: a\n    officers: {ann: {area: urban}}\n" +
                        rows + "    expect: [" + expect + "]\n");
  const Result<CheckedRulebook> result = load_and_check(Source("rules.yaml", text));
  std::string problems;
  for (const Diagnostic& diagnostic : result.diagnostics())
    if (diagnostic.severity() == Severity::error)
      problems += std::string(diagnostic.slug) + " " + diagnostic.arguments.at(0) + "\n";
  return problems;
}

TEST(CheckTests, NamesOfTheRulebookAreTaken) {
  EXPECT_EQ(wrong_names("    metrics: [{officer: ann, date: 2026-03-05, visits: 3}]\n",
                        "{officer: ann, period: 2026-03, walks: 3, total: 3, state: final, best: 1, first: true}"),
            "");
}

TEST(CheckTests, MetricsAndDaysAreFiguresToo) {
  EXPECT_EQ(wrong_names("    metrics: [{officer: ann, date: 2026-03-05, visits: 3}]\n",
                        "{officer: ann, period: 2026-03, visits: 3, work_days: 22, area: urban}"),
            "");
}

TEST(CheckTests, EachUnknownNameIsSaidAtOnce) {
  EXPECT_EQ(wrong_names("    metrics: [{officer: ann, date: 2026-03-05, vists: 3}]\n",
                        "{officer: anne, period: 2026-13, totla: 3}"),
            "test-unknown-metric vists\ntest-unknown-officer anne\ntest-unknown-period 2026-13\n"
            "test-unknown-figure totla\n");
}

TEST(CheckTests, AnAttributeThatTheRulebookLacksIsUnknown) {
  const std::string officers = "      bob: {areaa: urban}\n";
  EXPECT_EQ(problems_of(rulebook_with("      - {id: walks, per: month, full: 10, award: {of: visits, each: 1}}\n",
                                      "tests:\n  - name: a\n    officers:\n" + officers +
                                          "    expect: [{officer: bob, period: 2026-03, walks: }]\n"))
                    .find("unknown-attribute") == std::string::npos,
            false);
}

}  // namespace
}  // namespace cwp
