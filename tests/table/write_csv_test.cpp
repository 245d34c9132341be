#include <gtest/gtest.h>

#include "cwp/write.hpp"
#include "table/made_scores.hpp"

namespace cwp {
namespace {

TEST(WriteCsv, AScoreTableHasAColumnForEachPartAndWhatTheTotalReached) {
  MadeScores scores;
  ScoreTable table = month_table();
  Part total = part("12.00");
  total.reachable = decimal("10.00");
  total.coverage = decimal("0.6250");
  table.rows = {{month(3), 0, {part("12.00"), part("12.00"), total}, State::incomplete}};
  EXPECT_EQ(to_csv(table, scores.made()),
            "period,officer,visits,people,total,reachable,coverage,state,vetoes\n"
            "2026-03,ann,12.00,12.00,12.00,10.00,0.6250,incomplete,\n");
}

TEST(WriteCsv, AbsentValuesAreEmpty) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 1, {Part(), Part(), Part()}, State::provisional}};
  EXPECT_EQ(to_csv(table, scores.made()),
            "period,officer,visits,people,total,reachable,coverage,state,vetoes\n"
            "2026-03,bob,,,,,,provisional,\n");
}

TEST(WriteCsv, AnOfficerWhoseKeyIsAFormulaIsDefused) {
  MadeScores scores;
  scores.officers = {"=cmd|' /C calc'!A0", "x,\"y\""};
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("-1.50"), Part(), Part()}, State::final},
                {month(3), 1, {part("1.50"), Part(), Part()}, State::final}};
  EXPECT_EQ(to_csv(table, scores.made()),
            "period,officer,visits,people,total,reachable,coverage,state,vetoes\n"
            "2026-03,'=cmd|' /C calc'!A0,-1.50,,,,,final,\n"
            "2026-03,\"x,\"\"y\"\"\",1.50,,,,,final,\n");
}

TEST(WriteCsv, PartsHaveARowEachWithTheirReason) {
  MadeScores scores;
  ScoreTable table = month_table();
  Part exempt;
  exempt.full = decimal("15.00");
  exempt.reachable = decimal("0.00");
  exempt.reason = Reason::no_duty_day;
  table.rows = {{month(3), 0, {exempt, part("0.00"), part("8.00", "30.00")}, State::final}};
  EXPECT_EQ(parts_to_csv(table, scores.made()),
            "period,officer,id,points,full,reachable,coverage,state,reason\n"
            "2026-03,ann,visits,,15.00,0.00,,final," +
                std::string(to_text(Reason::no_duty_day)) +
                "\n"
                "2026-03,ann,people,0.00,15.00,15.00,1.0000,final,\n"
                "2026-03,ann,total,8.00,30.00,30.00,1.0000,final,\n");
}

TEST(WriteCsv, ARankingListsTheUnrankedWithTheirReason) {
  MadeScores scores;
  const RankingTable table{"best",
                           Grain::month,
                           {{month(3), "A/urban", decimal("1.5"), 1, decimal("12.00"), true, Unranked::none},
                            {month(3), "A/urban", {}, 0, decimal("11.00"), false, Unranked::not_eligible},
                            {month(4), "", {}, 0, {}, true, Unranked::no_total}}};
  EXPECT_EQ(to_csv(table, scores.made()),
            "period,group,rank,officer,value,eligible,reason\n"
            "2026-03,A/urban,1.5,bob,12.00,true,\n"
            "2026-03,A/urban,,ann,11.00,false,not eligible\n"
            "2026-04,,,ann,,true,no total\n");
}

TEST(WriteCsv, IssuesNameTheirKindAndWhatWasExpected) {
  MadeScores scores;
  scores.issues = {{"value-out-of-range", "m.csv", 17, "ann", "2026-03-02", "satisfaction", "120", "0..100"},
                   {"officer-not-in-roster", "m.csv", 18, "zoe", "2026-03-02", "", "=1", ""},
                   {"division-by-zero", "", 0, "bob", "2026-03", "rate", "", "rate"}};
  EXPECT_EQ(issues_to_csv(scores.made()),
            "file,line,officer,date,metric,value,reason\n"
            "m.csv,17,ann,2026-03-02,satisfaction,120,value-out-of-range: 0..100\n"
            "m.csv,18,zoe,2026-03-02,,'=1,officer-not-in-roster\n"
            ",,bob,2026-03,rate,,division-by-zero: rate\n");
}

}  // namespace
}  // namespace cwp
