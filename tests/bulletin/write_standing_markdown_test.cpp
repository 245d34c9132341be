#include <gtest/gtest.h>

#include "cwp/write.hpp"
#include "made_scores.hpp"

namespace cwp {
namespace {

TEST(WriteStandingMarkdown, ARankingOfAllHasNoColumnForGroupsAndReasonsThatNobodyHas) {
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

TEST(WriteStandingMarkdown, ARankingByGroupsSaysWhySomebodyHasNoRank) {
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

TEST(WriteStandingMarkdown, AllGradesAndAwardsStandBelowOneAnother) {
  MadeScores scores;
  EXPECT_EQ(grades_to_markdown(scores.made()), "## Grades\n\nNone\n");
  EXPECT_EQ(awards_to_markdown(scores.made(), Language::zh), "## 奖惩\n\n无\n");
  scores.awards = {{"pay", Grain::month, {}}, {"talk", Grain::month, {}}};
  const Scores made = scores.made();
  EXPECT_EQ(awards_to_markdown(made), to_markdown(made.awards()[0], made) + "\n" + to_markdown(made.awards()[1], made));
}

TEST(WriteStandingMarkdown, ARankingNamesTheVetoThatExcludesAndTheUnits) {
  MadeScores scores;
  Veto veto;
  veto.id.value = "accident";
  veto.title = {"责任事故", "Accident at fault"};
  scores.rulebook.vetoes.push_back(veto);
  Ranking ranking;
  ranking.id.value = "best";
  ranking.unit.emplace();
  scores.rulebook.rankings.push_back(ranking);
  const RankingTable table{"best",
                           Grain::month,
                           {{month(3), "", decimal("1"), 1, decimal("12.00"), true, Unranked::none, "", "East"},
                            {month(3), "", {}, 0, decimal("9.00"), true, Unranked::excluded, "accident", "West"}}};
  EXPECT_EQ(to_markdown(table, scores.made()),
            "## best\n"
            "\n"
            "| Month   | Rank | Unit | Value | No rank because                     |\n"
            "|---------|-----:|------|------:|-------------------------------------|\n"
            "| 2026-03 |    1 | East | 12.00 |                                     |\n"
            "| 2026-03 |    – | West |  9.00 | excluded by veto: Accident at fault |\n");
}

TEST(WriteStandingMarkdown, WhoIsRankedIsSaidEvenWhereNobodyIs) {
  MadeScores scores;
  Ranking ranking;
  ranking.id.value = "league";
  ranking.unit.emplace();
  scores.rulebook.rankings.push_back(ranking);
  GradeSet grades;
  grades.id.value = "levels";
  grades.ranking.text = "league";
  scores.rulebook.grades.push_back(grades);
  Award award;
  award.id.value = "flag";
  award.from.text = "levels";
  scores.rulebook.awards.push_back(award);
  const Scores made = scores.made();
  EXPECT_NE(to_markdown(RankingTable{"league", Grain::year, {}}, made).find("Unit"), std::string::npos);
  EXPECT_NE(to_markdown(GradeTable{"levels", Grain::year, {}}, made).find("Unit"), std::string::npos);
  EXPECT_NE(to_markdown(AwardTable{"flag", Grain::year, {}}, made).find("Unit"), std::string::npos);
  EXPECT_NE(to_markdown(RankingTable{"other", Grain::year, {}}, made).find("Officer"), std::string::npos);
}

TEST(WriteStandingMarkdown, GradesHaveTheTitlesOfTheirLevels) {
  MadeScores scores;
  GradeSet set;
  set.id.value = "yearly";
  set.title = {"年度等次", ""};
  set.levels.resize(2);
  set.levels[0].id.value = "good";
  set.levels[0].title = {"优秀", "Good"};
  set.levels[1].id.value = "fair";
  scores.rulebook.grades.push_back(set);
  const GradeTable table{"yearly",
                         Grain::month,
                         {{month(3), 1, "", "good", Ungraded::none},
                          {month(3), 0, "", "fair", Ungraded::none},
                          {month(4), 0, "", "", Ungraded::not_ranked}}};
  EXPECT_EQ(to_markdown(table, scores.made()),
            "## 年度等次\n"
            "\n"
            "| Month                 | Officer | Grade | No grade because |\n"
            "|-----------------------|---------|-------|------------------|\n"
            "| 2026-03               | bob     | Good  |                  |\n"
            "| 2026-03               | ann     | fair  |                  |\n"
            "| 2026-04 (provisional) | ann     | –     | no rank          |\n");
  EXPECT_NE(to_markdown(table, scores.made(), Language::zh).find("| 优秀 |"), std::string::npos);
}

TEST(WriteStandingMarkdown, WhatIsNotOverIsProvisional) {
  MadeScores scores;  // of data to the middle of April
  const RankingTable table{"best",
                           Grain::month,
                           {{month(3), "", decimal("1"), 1, decimal("12.00"), true, Unranked::none},
                            {month(4), "", decimal("1"), 0, decimal("9.00"), true, Unranked::none}}};
  EXPECT_EQ(to_markdown(table, scores.made(), Language::zh),
            "## best\n"
            "\n"
            "| 月              | 名次 | 人员 |  得分 |\n"
            "|-----------------|-----:|------|------:|\n"
            "| 2026-03         |    1 | bob  | 12.00 |\n"
            "| 2026-04（暂计） |    1 | ann  |  9.00 |\n");
  const AwardTable award{"pay", Grain::month, {{month(4), "", 0, "", decimal("1"), decimal("50.00")}}};
  EXPECT_NE(to_markdown(award, scores.made()).find("| 2026-04 (provisional) |"), std::string::npos);
}

TEST(WriteStandingMarkdown, ARankingOfAYearByStationSaysWhichStationCounts) {
  MadeScores scores;
  Attribute station, area;
  station.id.value = "station";
  station.title = {"派出所", "Station"};
  area.id.value = "area";
  area.at = AttributesAt::most;
  scores.rulebook.attributes = {station, area};
  Ranking ranking;
  ranking.id.value = "yearly";
  ranking.every.value = Grain::year;
  ranking.by = {{"station", {}}, {"area", {}}};
  Ranking monthly = ranking;
  monthly.id.value = "monthly";
  monthly.every.value = Grain::month;
  scores.rulebook.rankings = {ranking, monthly};
  const RankingTable none{"yearly", Grain::year, {}};
  const std::string text = to_markdown(none, scores.made());
  EXPECT_NE(text.find("|\n\nBy Station: a whole period counts where the officer was on the last present day.\n\n"
                      "By area: a whole period counts where the officer was on most present days.\n"),
            std::string::npos)
      << text;
  EXPECT_NE(to_markdown(none, scores.made(), Language::zh).find("按派出所分组：整个周期计入最后一个在册日所在的组。\n"),
            std::string::npos);
  scores.rulebook.attributes_at = AttributesAt::start;
  EXPECT_NE(
      to_markdown(none, scores.made()).find("By Station: a whole period counts where the officer was on the first"),
      std::string::npos);
  EXPECT_EQ(to_markdown(RankingTable{"monthly", Grain::month, {}}, scores.made()).find("By "), std::string::npos);
}

TEST(WriteStandingMarkdown, AnAwardShowsAmountsOnlyWhereItPays) {
  MadeScores scores;
  Award award;
  award.id.value = "talk";
  award.title = {"诫勉谈话", "Admonishment"};
  scores.rulebook.awards.push_back(award);
  EXPECT_EQ(to_markdown(AwardTable{"talk", Grain::month, {{month(3), "", 0, "", decimal("9"), {}}}}, scores.made()),
            "## Admonishment\n"
            "\n"
            "| Month   | Officer | Rank |\n"
            "|---------|---------|-----:|\n"
            "| 2026-03 | ann     |    9 |\n");
  EXPECT_EQ(to_markdown(AwardTable{"pay", Grain::month, {{month(3), "A", 0, "", decimal("1.5"), decimal("50.00")}}},
                        scores.made(), Language::zh),
            "## pay\n"
            "\n"
            "| 月      | 组别 | 人员 | 名次 |  金额 |\n"
            "|---------|------|------|-----:|------:|\n"
            "| 2026-03 | A    | ann  |  1.5 | 50.00 |\n");
}

}  // namespace
}  // namespace cwp
