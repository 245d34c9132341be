// Vetoes on rankings, units, and what a unit takes from its officers.

#include "standing/make_rankings.hpp"

#include <gtest/gtest.h>

#include "standing/small_station.hpp"

namespace cwp {
namespace {

constexpr const char* kFourOfTwoStations =
    "officer ann A urban\nofficer bob A urban\nofficer cid B rural\nofficer dan B rural\n"
    "2026-01 ann marks 95\n2026-01 bob marks 93\n2026-01 cid marks 93\n2026-01 dan marks 90\n";

TEST(MakeRankings, AnExcludedOfficerIsListedWithTheFirstVeto) {
  SmallStation station;
  station.add_veto("idle", "late > 9").ranking = VetoRanking::exclude;
  station.add_veto("accident", "late > 0").ranking = VetoRanking::exclude;
  station.add_veto("both", "late > 0").ranking = VetoRanking::exclude;
  EXPECT_EQ(ranking_text(station.scored(std::string(kFourOfTwoStations) + "2026-01 ann late 1\n"), 1),
            "bob:1 cid:1 dan:3 ann:excluded by veto accident, ");
}

TEST(MakeRankings, NoTotalComesBeforeNotEligibleAndThatBeforeAVeto) {
  SmallStation station;
  station.add_veto("accident", "late > 0").ranking = VetoRanking::exclude;
  station.best().eligible = formula("late < 2");
  EXPECT_EQ(ranking_text(station.scored("officer ann A -\nofficer bob A -\nofficer cid A -\nofficer dan A -\n"
                                        "2026-01 ann late 2\n2026-01 bob marks 9\n2026-01 bob late 2\n"
                                        "2026-01 cid marks 8\n2026-01 cid late 1\n2026-01 dan marks 7\n"),
                         1),
            "dan:1 ann:no total, bob:not eligible, cid:excluded by veto accident, ");
}

TEST(MakeRankings, AVetoWithoutScorePrintsNoTotal) {
  SmallStation station;
  Veto& veto = station.add_veto("accident", "late > 0");
  veto.ranking = VetoRanking::exclude;
  veto.no_score = true;
  EXPECT_EQ(ranking_text(station.scored(std::string(kFourOfTwoStations) + "2026-01 ann late 1\n"), 1),
            "bob:1 cid:1 dan:3 ann:no total, ");
}

TEST(MakeRankings, ThoseWhoAreLastStandBehindAllOthersInTheirOwnOrder) {
  SmallStation station;
  station.add_veto("accident", "late > 0").ranking = VetoRanking::last;
  EXPECT_EQ(
      ranking_text(station.scored(std::string(kFourOfTwoStations) + "2026-01 ann late 1\n2026-01 cid late 1\n"), 1),
      "bob:1 dan:2 ann:3 cid:4 ");
}

TEST(MakeRankings, AVetoOfAnotherGrainDoesNothing) {
  SmallStation station;
  station.rules.assessments.push_back(station.rules.assessments.front());
  station.rules.assessments.back().grain.value = Grain::quarter;
  Veto& veto = station.add_veto("accident", "late > 0");
  veto.per.value = Grain::quarter;
  veto.ranking = VetoRanking::exclude;
  EXPECT_EQ(ranking_text(station.scored(std::string(kFourOfTwoStations) + "2026-01 ann late 1\n"), 1),
            "ann:1 bob:2 cid:2 dan:4 ");
}

TEST(MakeRankings, AUnitIsRankedOnce) {
  SmallStation station;
  station.best().unit = NameUse{"station", {}};
  station.best().of = formula("mean(total by station)");
  EXPECT_EQ(ranking_text(station.scored(kFourOfTwoStations), 1), "A:1 B:2 ");  // 94 and 91.5
}

TEST(MakeRankings, AUnitIsRankedInTheGroupOfItsFirstOfficerWhoHasOne) {
  SmallStation station;
  station.best().unit = NameUse{"station", {}};
  station.best().of = formula("mean(total by station)");
  station.best().by = {{"area", {}}};
  EXPECT_EQ(
      ranking_text(station.scored("officer ann A -\nofficer bob A urban\nofficer cid B rural\nofficer dan C rural\n"
                                  "officer eve - rural\n"
                                  "2026-01 bob marks 9\n2026-01 cid marks 7\n2026-01 dan marks 8\n"),
                   1),
      "rural/C:1 rural/B:2 urban/A:1 ");
}

TEST(MakeRankings, AUnitIsExcludedOnlyWhenAllOfItsOfficersAre) {
  SmallStation station;
  station.best().unit = NameUse{"station", {}};
  station.best().of = formula("mean(total by station)");
  station.add_veto("accident", "late > 0").ranking = VetoRanking::exclude;
  EXPECT_EQ(ranking_text(station.scored(std::string(kFourOfTwoStations) + "2026-01 ann late 1\n"), 1), "A:1 B:2 ");
  EXPECT_EQ(
      ranking_text(station.scored(std::string(kFourOfTwoStations) + "2026-01 ann late 1\n2026-01 bob late 1\n"), 1),
      "B:1 A:excluded by veto accident, ");
  // Bob is on leave all month: only Ann is judged.
  EXPECT_EQ(
      ranking_text(
          station.scored(std::string(kFourOfTwoStations) + "2026-01 ann late 1\nleave bob 2026-01-01 2026-01-31\n"), 1),
      "B:1 A:excluded by veto accident, ");
}

TEST(MakeRankings, ARankingOfAGrainWithoutAssessmentIsMadeAllTheSame) {
  SmallStation station;
  Ranking quarter = station.best();
  quarter.id.value = "quarter";
  quarter.every.value = Grain::quarter;
  quarter.of = formula("mean(total per month)");
  station.rules.rankings.push_back(quarter);
  const Scores scores = station.scored(kFourOfTwoStations);
  std::string text;
  for (const RankedOfficer& row : scores.ranking("quarter")->rows) text += who_of(row, scores) + row.rank->to_text();
  EXPECT_EQ(text, "ann1bob2cid2dan4");
}

}  // namespace
}  // namespace cwp
