#include "standing/make_grades.hpp"

#include <gtest/gtest.h>

#include "standing/small_station.hpp"

namespace cwp {
namespace {

GradeLevel level(const std::string& id, const std::string& when = "") {
  GradeLevel made;
  made.id.value = id;
  if (!when.empty()) made.when = formula(when);
  return made;
}

constexpr const char* kFive =
    "officer ann A urban\nofficer bob A urban\nofficer cid B rural\nofficer dan B rural\nofficer eve B rural\n"
    "2026-01 ann marks 95\n2026-01 bob marks 93\n2026-01 cid marks 93\n2026-01 dan marks 70\n";

TEST(MakeGrades, TheUnrankedHaveNoGrade) {
  SmallStation station;
  station.add_grades("g", {level("good", "total >= 90"), level("fair")});
  EXPECT_EQ(grade_text(station.scored(kFive), 1), "ann:good bob:good cid:good dan:fair eve:no rank ");
}

TEST(MakeGrades, AConditionMayAskForTheRank) {
  SmallStation station;
  station.add_grades("g", {level("good", "rank <= 2 and total < 95"), level("fair")});
  EXPECT_EQ(grade_text(station.scored(kFive), 1), "ann:fair bob:good cid:good dan:fair eve:no rank ");
}

TEST(MakeGrades, AShareOfAllGoesByTheRankingAndATieAtTheEdgeIsOut) {
  SmallStation station;
  GradeLevel good = level("good");
  good.at_most = percent(50);  // of four ranked: two
  station.add_grades("g", {good, level("fair")});
  EXPECT_EQ(grade_text(station.scored(kFive), 1), "ann:good bob:fair cid:fair dan:fair eve:no rank ");
}

TEST(MakeGrades, AShareByStationCountsTheRankedOfEachStation) {
  SmallStation station;
  GradeLevel good = level("good");
  good.at_most = percent(50);
  good.by = {{"station", {}}};
  GradeLevel fair = level("fair");
  fair.at_most = percent(100);
  fair.by = {{"area", {}}};
  station.add_grades("g", {good, fair});
  EXPECT_EQ(grade_text(station.scored(kFive), 1), "ann:good bob:fair cid:good dan:fair eve:no rank ");
}

TEST(MakeGrades, AShareOfTheGroupsOfTheRanking) {
  SmallStation station;
  station.best().by = {{"station", {}}};
  GradeLevel good = level("good");
  good.at_most = percent(50);
  station.add_grades("g", {good, level("fair")});
  EXPECT_EQ(grade_text(station.scored(kFive), 1), "ann:good bob:fair cid:good dan:fair eve:no rank ");
}

TEST(MakeGrades, AShareAcrossTheGroupsOfTheRankingGoesByTheValue) {
  // Ranks are 1 2 in A and 1 2 in B; two of the four in one area are Ann (95) and, before Cid (rank 1), Bob (94).
  SmallStation station;
  station.best().by = {{"station", {}}};
  GradeLevel good = level("good");
  good.at_most = percent(50);
  good.by = {{"area", {}}};
  station.add_grades("g", {good, level("fair")});
  EXPECT_EQ(grade_text(station.scored("officer ann A urban\nofficer bob A urban\nofficer cid B urban\n"
                                      "officer dan B urban\n2026-01 ann marks 95\n2026-01 bob marks 94\n"
                                      "2026-01 cid marks 93\n2026-01 dan marks 70\n"),
                       1),
            "ann:good bob:good cid:fair dan:fair ");
}

TEST(MakeGrades, AVetoSkipsTheLevelsAboveItsOwn) {
  SmallStation station;
  station.add_grades("g", {level("good", "total >= 90"), level("fair", "total >= 60"), level("poor")});
  station.add_veto("accident", "late > 0").grade_at_most = NameUse{"fair", {}};
  EXPECT_EQ(grade_text(station.scored(std::string(kFive) + "2026-01 ann late 1\n2026-01 dan late 1\n"), 1),
            "ann:fair bob:good cid:good dan:fair eve:no rank ");
}

TEST(MakeGrades, LoweredByFactsAndUngradedWhereTheyAreUnknown) {
  SmallStation station;
  station.add_grades("g", {level("good", "total >= 90"), level("fair"), level("poor")}).lower_by = formula("10 / late");
  EXPECT_EQ(grade_text(station.scored(std::string(kFive) + "2026-01 ann late 10\n2026-01 bob late 1\n"
                                                           "2026-01 cid late 11\n"),
                       1),
            "ann:fair bob:poor cid:good dan:condition unknown eve:no rank ");
}

TEST(MakeGrades, UnitsAreGradedLikeOfficers) {
  SmallStation station;
  station.best().unit = NameUse{"station", {}};
  station.best().of = formula("mean(total by station)");
  station.add_grades("g", {level("good", "rank = 1"), level("fair")});
  EXPECT_EQ(grade_text(station.scored(kFive), 1), "A:good B:fair ");
}

}  // namespace
}  // namespace cwp
