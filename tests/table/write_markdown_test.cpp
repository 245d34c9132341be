#include <gtest/gtest.h>

#include "cwp/write.hpp"
#include "table/made_scores.hpp"

namespace cwp {
namespace {

TEST(WriteMarkdown, AScoreTableHasTheTitlesOfTheRulebook) {
  MadeScores scores;
  ScoreTable table = month_table();
  Part total = part("12.00");
  total.coverage = decimal("0.6250");
  table.rows = {{month(3), 0, {part("12.00"), part("12.00"), total}, State::final},
                {month(3), 1, {Part(), Part(), Part()}, State::provisional}};
  EXPECT_EQ(to_markdown(table, scores.made()),
            "## Station rules\n"
            "\n"
            "| Month   | Officer | visits | 人员管控 | Total | Reachable | Coverage | State       |\n"
            "|---------|---------|-------:|---------:|------:|----------:|---------:|-------------|\n"
            "| 2026-03 | ann     |  12.00 |    12.00 | 12.00 |     15.00 |    62.5% | final       |\n"
            "| 2026-03 | bob     |        |          |       |           |          | provisional |\n");
}

TEST(WriteMarkdown, AScoreTableInChinese) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("12.00"), part("12.00"), part("12.00")}, State::incomplete}};
  EXPECT_EQ(to_markdown(table, scores.made(), Language::zh),
            "## 派出所考核办法\n"
            "\n"
            "| 月      | 人员 | visits | 人员管控 |  总分 | 可得分 | 考核覆盖 | 状态     |\n"
            "|---------|------|-------:|---------:|------:|-------:|---------:|----------|\n"
            "| 2026-03 | ann  |  12.00 |    12.00 | 12.00 |  15.00 |     100% | 数据不全 |\n");
}

TEST(WriteMarkdown, ARankingOfAllHasNoColumnForGroupsAndReasonsThatNobodyHas) {
  MadeScores scores;
  const RankingTable table{"best",
                           Grain::month,
                           {{month(3), "", decimal("1"), 1, decimal("12.00"), true, Unranked::none},
                            {month(3), "", decimal("2"), 0, decimal("9.00"), true, Unranked::none}}};
  EXPECT_EQ(to_markdown(table, scores.made()),
            "## best\n"
            "\n"
            "| Month   | Rank | Officer | Value |\n"
            "|---------|-----:|---------|------:|\n"
            "| 2026-03 |    1 | bob     | 12.00 |\n"
            "| 2026-03 |    2 | ann     |  9.00 |\n");
}

TEST(WriteMarkdown, ARankingByGroupsSaysWhySomebodyHasNoRank) {
  MadeScores scores;
  Ranking ranking;
  ranking.id.value = "best";
  ranking.title = {"月度排名", "Of the month"};
  scores.rulebook.rankings.push_back(ranking);
  const RankingTable table{"best",
                           Grain::month,
                           {{month(3), "东站", decimal("1"), 1, decimal("12.00"), true, Unranked::none},
                            {month(3), "东站", {}, 0, decimal("9.00"), false, Unranked::not_eligible}}};
  EXPECT_EQ(to_markdown(table, scores.made()),
            "## Of the month\n"
            "\n"
            "| Month   | Group | Rank | Officer | Value | No rank because |\n"
            "|---------|-------|-----:|---------|------:|-----------------|\n"
            "| 2026-03 | 东站  |    1 | bob     | 12.00 |                 |\n"
            "| 2026-03 | 东站  |    – | ann     |  9.00 | not eligible    |\n");
}

}  // namespace
}  // namespace cwp
