#include <gtest/gtest.h>

#include "cwp/write.hpp"
#include "made_scores.hpp"

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

TEST(WriteMarkdown, StandingHasTheTitlesOfTheRankings) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("12.00"), part("12.00"), part("12.00")}, State::final},
                {month(3), 1, {Part(), Part(), Part()}, State::incomplete}};
  Ranking best;
  best.id.value = "best";
  best.title.zh = "月度排名";
  scores.rulebook.rankings.push_back(best);
  RankedOfficer first;
  first.period = month(3), first.rank = decimal("1.0");
  scores.rankings = {{"best", Grain::month, {first}}};
  EXPECT_EQ(standing_to_markdown(table, scores.made(), Language::zh),
            "## 派出所考核办法\n"
            "\n"
            "| 月      | 人员 | 人员管控 |  总分 | 状态     | 月度排名 |\n"
            "|---------|------|---------:|------:|----------|---------:|\n"
            "| 2026-03 | ann  |    12.00 | 12.00 | 正式     |        1 |\n"
            "| 2026-03 | bob  |          |       | 数据不全 |        – |\n");
}

TEST(WriteMarkdown, VetoesHaveAColumnWhereOneIsInForce) {
  MadeScores scores;
  Veto veto;
  veto.id.value = "accident";
  veto.title.zh = "责任事故";
  scores.rulebook.vetoes.push_back(veto);
  ScoreTable table = month_table();
  table.veto_ids = {"accident", "late"};
  table.rows = {{month(3), 0, {part("0.00"), part("0.00"), part("0.00")}, State::final, {0, 1}},
                {month(3), 1, {part("1.00"), part("1.00"), part("1.00")}, State::final}};
  EXPECT_EQ(to_markdown(table, scores.made(), Language::zh),
            "## 派出所考核办法\n"
            "\n"
            "| 月      | 人员 | visits | 人员管控 | 总分 | 可得分 | 考核覆盖 | 状态 | 一票否决       |\n"
            "|---------|------|-------:|---------:|-----:|-------:|---------:|------|----------------|\n"
            "| 2026-03 | ann  |   0.00 |     0.00 | 0.00 |  15.00 |     100% | 正式 | 责任事故、late |\n"
            "| 2026-03 | bob  |   1.00 |     1.00 | 1.00 |  15.00 |     100% | 正式 |                |\n");
}

}  // namespace
}  // namespace cwp
