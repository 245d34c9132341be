#include "standing/broken_expectations.hpp"

#include <gtest/gtest.h>

#include "standing/small_station.hpp"

namespace cwp {
namespace {

Expectation promise(const std::string& id, const std::string& holds, Grain per = Grain::month) {
  Expectation made;
  made.id.value = id;
  made.per.value = per;
  made.holds = formula(holds);
  return made;
}

std::string broken_text(const Scores& scores, const Calendar& calendar) {
  std::string text;
  for (const BrokenExpectation& one : scores.broken_expectations())
    text += calendar.label(one.period) + " " + one.id + " " + (one.group.empty() ? "" : one.group + " ") +
            std::string(one.officer ? scores.data().officer_key(*one.officer) : "all") + "\n";
  return text;
}

constexpr const char* kTwoStations =
    "officer ann A urban\nofficer bob A urban\nofficer cid B rural\nofficer dan B rural\n"
    "2026-01 ann marks 95\n2026-01 cid marks 70\n2026-01 dan marks 60\n"
    "2026-02 ann marks 50\n2026-02 bob marks 99\n2026-02 cid marks 75\n";

TEST(BrokenExpectations, OfEachOfficerAndNothingWhereItIsUnknown) {
  SmallStation station;
  station.rules.expectations = {promise("passes", "total >= 65"), promise("top", "total < 99")};
  EXPECT_EQ(broken_text(station.scored(kTwoStations, "2026-02-28"), Calendar()),
            "2026-01 passes dan\n"
            "2026-02 passes ann\n"
            "2026-02 top bob\n");
}

TEST(BrokenExpectations, OfEachGroupOnceByTheFirstWhoKnows) {
  SmallStation station;
  Expectation fair = promise("fair", "70 <= mean(total by station) <= 90");
  fair.by = {{"station", {}}};
  station.rules.expectations = {fair};
  // January: A 95, B 65. February: A 74.5, B 75.
  EXPECT_EQ(broken_text(station.scored(kTwoStations, "2026-02-28"), Calendar()),
            "2026-01 fair A all\n2026-01 fair B all\n");
  fair.holds = formula("total >= 65");  // January: Ann and Cid speak; February: Ann and Cid
  station.rules.expectations = {fair};
  EXPECT_EQ(broken_text(station.scored(kTwoStations, "2026-02-28"), Calendar()), "2026-02 fair A all\n");
}

TEST(BrokenExpectations, OfAGrainThatIsNotAssessedAndOnlyOfPublishedPeriods) {
  SmallStation station;
  station.rules.expectations = {promise("steady", "min(total per month) >= 65", Grain::quarter)};
  EXPECT_EQ(broken_text(station.scored(kTwoStations), Calendar()), "2026-Q1 steady ann\n2026-Q1 steady dan\n");
  EXPECT_EQ(broken_text(station.scored(kTwoStations, "2026-03-30"), Calendar()), "");
  ScoreOptions february;
  february.window = DayRange{*Day::parse("2026-02-01"), *Day::parse("2026-02-28")};
  station.rules.expectations = {promise("passes", "total >= 65")};
  EXPECT_EQ(broken_text(station.scored(kTwoStations, "2026-02-28", february), Calendar()), "2026-02 passes ann\n");
}

}  // namespace
}  // namespace cwp
