#include <gtest/gtest.h>

#include "cwp/write.hpp"
#include "made_scores.hpp"

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

TEST(WriteCsv, StandingHasTheRanksOfPeopleBesideTheTotal) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("12.00"), part("12.00"), part("12.00")}, State::final},
                {month(3), 1, {Part(), Part(), Part()}, State::incomplete},
                {month(4), 1, {part("9.00"), part("9.00"), part("9.00")}, State::provisional}};
  const auto ranked = [](int period, std::size_t officer, const char* rank) {
    RankedOfficer row;
    row.period = month(period), row.officer = officer, row.rank = decimal(rank);
    return row;
  };
  RankedOfficer unranked = ranked(3, 1, "1");
  unranked.rank.reset(), unranked.reason = Unranked::no_total;
  scores.rankings = {{"best", Grain::month, {ranked(3, 0, "1"), unranked, ranked(4, 1, "1")}},
                     {"daily", Grain::day, {}},
                     {"shared", Grain::month, {ranked(3, 0, "1.5"), ranked(4, 1, "2.5")}},
                     {"stations", Grain::month, {ranked(3, 0, "1")}}};
  Ranking stations;
  stations.id.value = "stations";
  stations.unit.emplace();
  scores.rulebook.rankings.push_back(stations);
  EXPECT_EQ(standing_to_csv(table, scores.made()),
            "period,officer,people,total,state,rank_best,rank_shared\n"
            "2026-03,ann,12.00,12.00,final,1,1.5\n"
            "2026-03,bob,,,incomplete,,\n"
            "2026-04,bob,9.00,9.00,provisional,1,2.5\n");
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
            "period,group,rank,officer,value,eligible,reason,state\n"
            "2026-03,A/urban,1.5,bob,12.00,true,,\n"
            "2026-03,A/urban,,ann,11.00,false,not eligible,\n"
            "2026-04,,,ann,,true,no total,provisional\n");
}

TEST(WriteCsv, TheVetoesInForceAreJoined) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.veto_ids = {"accident", "late", "dismissed"};
  table.rows = {{month(3), 0, {part("0.00"), part("0.00"), part("0.00")}, State::final, {0, 2}}};
  EXPECT_EQ(to_csv(table, scores.made()),
            "period,officer,visits,people,total,reachable,coverage,state,vetoes\n"
            "2026-03,ann,0.00,0.00,0.00,15.00,1.0000,final,accident;dismissed\n");
}

TEST(WriteCsv, ARankingNamesTheVetoThatExcludesAndTheUnitThatIsRanked) {
  MadeScores scores;
  RankedOfficer excluded{month(3), "", {}, 0, decimal("11.00"), true, Unranked::excluded, "accident"};
  RankedOfficer unit{month(3), "", decimal("1"), 1, decimal("12.00"), true, Unranked::none, "", "东站"};
  EXPECT_EQ(to_csv(RankingTable{"best", Grain::month, {unit, excluded}}, scores.made()),
            "period,group,rank,officer,value,eligible,reason,state\n"
            "2026-03,,1,东站,12.00,true,,\n"
            "2026-03,,,ann,11.00,true,excluded by veto accident,\n");
}

TEST(WriteCsv, GradesSayWhySomebodyHasNone) {
  MadeScores scores;
  scores.grades = {{"year", Grain::year, {}},
                   {"month",
                    Grain::month,
                    {{month(3), 1, "", "优秀", Ungraded::none},
                     {month(3), 0, "", "", Ungraded::not_ranked},
                     {month(3), 0, "东站", "", Ungraded::condition_unknown}}}};
  EXPECT_EQ(grades_to_csv(scores.made()),
            "period,grade_set,officer,grade,reason,state\n"
            "2026-03,month,bob,优秀,,\n"
            "2026-03,month,ann,,no rank,\n"
            "2026-03,month,东站,,condition unknown,\n");
}

TEST(WriteCsv, AnAwardThatPaysNothingHasNoAmount) {
  MadeScores scores;
  scores.awards = {{"pay", Grain::month, {{month(3), "A", 1, "", decimal("1.5"), decimal("500.00")}}},
                   {"talk", Grain::month, {{month(4), "", 0, "", decimal("2"), {}}}}};
  EXPECT_EQ(awards_to_csv(scores.made()),
            "period,award,officer,rank,amount,state\n"
            "2026-03,pay,bob,1.5,500.00,\n"
            "2026-04,talk,ann,2,,provisional\n");
}

TEST(WriteCsv, ABrokenPromiseIsShownWithItsFormula) {
  MadeScores scores;
  Expectation fair;
  fair.id.value = "fair";
  fair.holds.text = "max(a, 1) = 1";
  scores.rulebook.expectations.push_back(fair);
  scores.broken_expectations = {{"fair", month(3), "A", {}}, {"fair", month(3), "", 1}};
  EXPECT_EQ(expectations_to_csv(scores.made()),
            "period,expect,group,officer,formula,state\n"
            "2026-03,fair,A,,\"max(a, 1) = 1\",\n"
            "2026-03,fair,,bob,\"max(a, 1) = 1\",\n");
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
