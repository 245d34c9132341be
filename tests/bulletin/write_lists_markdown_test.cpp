#include <gtest/gtest.h>

#include "cwp/write.hpp"
#include "made_scores.hpp"

namespace cwp {
namespace {

TEST(WriteListsMarkdown, PartsHaveTheirReasonInWords) {
  MadeScores scores;
  ScoreTable table = month_table();
  Part exempt;
  exempt.full = decimal("15.00");
  exempt.reason = Reason::no_duty_day;
  table.rows = {{month(3), 0, {exempt, part("0.00"), part("8.00", "30.00")}, State::final}};
  EXPECT_EQ(parts_to_markdown(table, scores.made()),
            "## Station rules\n"
            "\n"
            "| Month   | Officer | Part     | Points |  Full | Reachable | Coverage | State | Reason              |\n"
            "|---------|---------|----------|-------:|------:|----------:|---------:|-------|---------------------|\n"
            "| 2026-03 | ann     | visits   |        | 15.00 |           |          | final | exempt: no duty day |\n"
            "| 2026-03 | ann     | 人员管控 |   0.00 | 15.00 |     15.00 |     100% | final |                     |\n"
            "| 2026-03 | ann     | Total    |   8.00 | 30.00 |     30.00 |     100% | final |                     |\n");
}

TEST(WriteListsMarkdown, AnIssueIsWordedInEitherLanguage) {
  MadeScores scores;
  scores.issues = {{"value-out-of-range", "m.csv", 12, "=ann", "2026-03-01", "rate", "150", "0..100"},
                   {"csv-encoding-detected", "r.csv", 0, "", "", "", "", "GB18030"}};
  const std::string text = issues_to_markdown(scores.made());
  EXPECT_TRUE(
      text.starts_with("## Issues in the data\n\n"
                       "| File  | Line | Officer | Date       | Metric or item | As written | What is wrong"))
      << text;
  EXPECT_NE(text.find("\n| m.csv |   12 | '=ann   | 2026-03-01 | rate           | 150        | the value lies outside "
                      "0..100"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("| the file is not UTF-8 and was read as GB18030 | to say so yourself: --encoding gb18030; or"),
            std::string::npos)
      << text;
  EXPECT_NE(issues_to_markdown(scores.made(), Language::zh).find("| 数值超出允许范围 0..100"), std::string::npos);
}

TEST(WriteListsMarkdown, APromiseIsShownByItsTitleAndFormula) {
  MadeScores scores;
  Expectation promise;
  promise.id.value = "fair";
  promise.title.zh = "人人及格";
  promise.holds.text = "total >= 60 * 1";
  scores.rulebook.expectations.push_back(promise);
  scores.broken_expectations = {{"fair", month(3), "东站", 1}};
  EXPECT_EQ(expectations_to_markdown(scores.made(), Language::zh),
            "## 未达到的约定\n"
            "\n"
            "| 周期    | 约定     | 组别 | 人员 | 公式             |\n"
            "|---------|----------|------|------|------------------|\n"
            "| 2026-03 | 人人及格 | 东站 | bob  | total >= 60 \\* 1 |\n");
}

}  // namespace
}  // namespace cwp
