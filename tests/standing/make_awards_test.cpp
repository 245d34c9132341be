#include "standing/make_awards.hpp"

#include <gtest/gtest.h>

#include "standing/small_station.hpp"

namespace cwp {
namespace {

constexpr const char* kFour =
    "officer ann A urban\nofficer bob A urban\nofficer cid B rural\nofficer dan B rural\n"
    "2026-01 ann marks 95\n2026-01 bob marks 93\n2026-01 cid marks 93\n2026-01 dan marks 90\n";

TEST(MakeAwards, TheTopTheBottomAndAllRanked) {
  SmallStation station;
  station.add_award("first").top = places(1);
  station.add_award("last").bottom = percent(50);
  station.add_award("all");
  const Scores scores = station.scored(kFour);
  EXPECT_EQ(award_text(scores, 1, 0), "ann#1 ");
  EXPECT_EQ(award_text(scores, 1, 1), "dan#4 ");
  EXPECT_EQ(award_text(scores, 1, 2), "ann#1 bob#2 cid#2 dan#4 ");
}

TEST(MakeAwards, AConditionMayAskForRankAndGradeAndNobodyMovesUp) {
  SmallStation station;
  GradeLevel good, fair;
  good.id.value = "good";
  good.when = formula("total >= 93");
  fair.id.value = "fair";
  station.add_grades("g", {good, fair});
  station.add_award("one", "g").when = formula("grade = 'good' and rank > 1");
  station.add_award("two").when = formula("grade in ['fair']");
  Award& three = station.add_award("three");
  three.top = places(1);
  three.when = formula("rank > 1");
  const Scores scores = station.scored(kFour);
  EXPECT_EQ(award_text(scores, 1, 0), "bob#2 cid#2 ");
  EXPECT_EQ(award_text(scores, 1, 1), "dan#4 ");
  EXPECT_EQ(award_text(scores, 1, 2), "");
}

TEST(MakeAwards, AVetoBarsFromHonoursButNotFromTheBottom) {
  SmallStation station;
  station.add_veto("accident", "late > 0").bars_honours = true;
  station.add_award("first").top = places(1);
  station.add_award("last").bottom = places(1);
  const Scores scores = station.scored(std::string(kFour) + "2026-01 ann late 1\n2026-01 dan late 1\n");
  EXPECT_EQ(award_text(scores, 1, 0), "");
  EXPECT_EQ(award_text(scores, 1, 1), "dan#4 ");
}

TEST(MakeAwards, AnAmountATableAndAFormula) {
  SmallStation station;
  station.add_award("amount").pays = {PayKind::formula, formula("500"), {}, {}, {}};
  station.add_award("table").pays = {PayKind::table, {}, {{1, 1, {{500, 0}, {}}}, {2, 3, {{3005, 1}, {}}}}, {}, {}};
  station.add_award("formula").pays = {PayKind::formula, formula("total / 3 - rank"), {}, {}, {}};
  const Scores scores = station.scored(kFour);
  EXPECT_EQ(award_text(scores, 1, 0), "ann#1=500.00 bob#2=500.00 cid#2=500.00 dan#4=500.00 ");
  EXPECT_EQ(award_text(scores, 1, 1), "ann#1=500.00 bob#2=300.50 cid#2=300.50 dan#4=0.00 ");
  EXPECT_EQ(award_text(scores, 1, 2), "ann#1=30.67 bob#2=29.00 cid#2=29.00 dan#4=26.00 ");
}

TEST(MakeAwards, APoolIsSharedOverAllGroupsAndEqualRemaindersGoByRankThenKey) {
  SmallStation station;
  station.best().by = {{"station", {}}};
  Pays& pays = station.add_award("pool").pays;
  pays.kind = PayKind::pool;
  pays.pool.value = {100, 0};
  pays.formula = formula("if(total >= 93, 1, -5)");
  EXPECT_EQ(award_text(station.scored(kFour), 1), "ann#1=33.34 bob#2=33.33 cid#1=33.33 dan#2=0.00 ");
  pays.pool.value = {1, 2};  // one cent: Ann and Cid are first in their stations, Ann by her key
  EXPECT_EQ(award_text(station.scored(kFour), 1), "ann#1=0.01 bob#2=0.00 cid#1=0.00 dan#2=0.00 ");
}

TEST(MakeAwards, APoolWithoutSharesAndAnUnknownAmountAreIssues) {
  SmallStation station;
  Award& pool = station.add_award("pool");
  pool.pays.kind = PayKind::pool;
  pool.pays.pool.value = {100, 0};
  pool.pays.formula = formula("0");
  Award& odd = station.add_award("odd");
  odd.pays = {PayKind::formula, formula("if(rank = 1, 100, 100 / late)"), {}, {}, {}};
  const Scores scores = station.scored(std::string(kFour) + "2026-01 bob late 4\n");
  EXPECT_EQ(award_text(scores, 1, 0), "ann#1 bob#2 cid#2 dan#4 ");
  EXPECT_EQ(award_text(scores, 1, 1), "ann#1=100.00 bob#2=25.00 cid#2 dan#4 ");
  std::string issues;
  for (const RowIssue& issue : scores.issues())
    issues += std::string(issue.reason) + " " + issue.officer + " " + issue.date + " " + issue.metric + "\n";
  EXPECT_EQ(issues,
            "pool-unshared  2026-01 pool\n"
            "division-by-zero cid 2026-01 odd\n"
            "amount-unknown cid 2026-01 odd\n"
            "division-by-zero dan 2026-01 odd\n"
            "amount-unknown dan 2026-01 odd\n");
}

// Who is last: January Dan, February Cid, March Dan.
constexpr const char* kThreeMonths =
    "officer ann A urban\nofficer cid B rural\nofficer dan B rural\n"
    "2026-01 ann marks 95\n2026-01 cid marks 93\n2026-01 dan marks 90\n"
    "2026-03 ann marks 95\n2026-03 cid marks 93\n2026-03 dan marks 90\n";

Award& two_in_a_row(SmallStation& station) {
  Award& award = station.add_award("watch");
  award.bottom = places(1);
  award.in_a_row = 2;
  return award;
}

TEST(MakeAwards, InARowCountsThePeriodsBefore) {
  SmallStation station;
  two_in_a_row(station);
  const std::string lines = kThreeMonths;
  EXPECT_EQ(award_text(station.scored(lines + "2026-02 ann marks 95\n2026-02 cid marks 80\n2026-02 dan marks 90\n"), 3),
            "");
  const std::string again = lines + "2026-02 ann marks 95\n2026-02 cid marks 93\n2026-02 dan marks 90\n";
  const Scores scores = station.scored(again);
  EXPECT_EQ(award_text(scores, 1), "");  // it does not cross the start of the data
  EXPECT_EQ(award_text(scores, 2), "dan#3 ");
  EXPECT_EQ(award_text(scores, 3), "dan#3 ");
}

TEST(MakeAwards, InARowPassesOverMonthsOfLeaveAndAbsenceButNotOneWithoutScore) {
  SmallStation station;
  two_in_a_row(station);
  const std::string lines = std::string(kThreeMonths) + "2026-02 ann marks 95\n2026-02 cid marks 93\n";
  EXPECT_EQ(award_text(station.scored(lines), 3), "");  // present in February, without a score
  EXPECT_EQ(award_text(station.scored(lines + "leave dan 2026-02-01 2026-02-28\n"), 3), "dan#3 ");
  std::string absent = lines;
  absent.replace(absent.find("officer dan B rural"), 19,
                 "officer dan B rural 2026-01-01 2026-01-31\nofficer dan B rural 2026-03-01 2026-03-31");
  EXPECT_EQ(award_text(station.scored(absent), 3), "dan#3 ");
}

TEST(MakeAwards, AMonthScoredAloneEqualsTheSameMonthOfALongRun) {
  SmallStation station;
  two_in_a_row(station);
  station.add_award("climber").progress = true;
  ScoreOptions march;
  march.window = DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")};
  const std::string lines =
      std::string(kThreeMonths) + "2026-02 ann marks 91\n2026-02 cid marks 93\n2026-02 dan marks 80\n";
  const Scores all = station.scored(lines), alone = station.scored(lines, "2026-03-31", march);
  EXPECT_EQ(award_text(alone, 3, 0), award_text(all, 3, 0));
  EXPECT_EQ(award_text(alone, 3, 0), "dan#3 ");
  EXPECT_EQ(award_text(alone, 3, 1), award_text(all, 3, 1));
  EXPECT_EQ(award_text(alone, 2, 0), "");
  EXPECT_EQ(ranking_text(alone, 2), "");
}

TEST(MakeAwards, ProgressRanksWhatWasGainedSinceThePeriodBefore) {
  SmallStation station;
  Award& climber = station.add_award("climber");
  climber.progress = true;
  climber.top = places(2);
  // January to March 95 → 95, 93 → 93, 90 → 90; February 91, 93, 80: gains of March 4, 0, 10.
  const Scores scores =
      station.scored(std::string(kThreeMonths) + "2026-02 ann marks 91\n2026-02 cid marks 93\n2026-02 dan marks 80\n");
  EXPECT_EQ(award_text(scores, 1), "");  // nothing before
  EXPECT_EQ(award_text(scores, 2), "cid#1 ann#2 ");
  EXPECT_EQ(award_text(scores, 3), "dan#1 ann#2 ");
}

TEST(MakeAwards, WhoHasNoValueInThePeriodBeforeHasNoProgress) {
  SmallStation station;
  station.add_award("climber").progress = true;
  const Scores scores = station.scored(std::string(kThreeMonths) + "2026-02 ann marks 95\n2026-02 dan marks 91\n");
  EXPECT_EQ(award_text(scores, 3), "ann#1 dan#2 ");
  EXPECT_EQ(ranking_text(scores, 3), "ann:1 cid:2 dan:3 ");
}

}  // namespace
}  // namespace cwp
