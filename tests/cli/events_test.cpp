// Tables of facts on the command line.

#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

constexpr const char* kPatrol = R"(cwp: 1
id: patrol
events:
  lateness: {columns: {minutes: {type: number, range: [0, 600]}}}
metrics:
  late: {from: lateness, count: minutes <= 30}
  left_post: {from: lateness, count: minutes > 30}
categories:
  - id: discipline
    full: 20
    items:
      - {id: punctual, per: month, full: 20, points: 20 - late - 5 * left_post}
)";
constexpr const char* kSpan = " --span 2026-03-01..2026-03-31 --period 2026-03 ";

struct Events : testing::Test {
  Events() {
    program.write("patrol.yaml", kPatrol);
    program.write("patrols/roster.csv", "officer\nann\nbob\n");
    program.write(
        "patrols/events-lateness.csv",
        "officer,date,minutes\nann,2026-03-02,12\nann,2026-03-02,31\nann,2026-03-02,30\nbob,2026-03-05,many\n");
  }
  const Program program;
};

// By hand: ann is late twice and left her post once: 20 - 2 - 5 = 13. bob's only fact cannot be read.
constexpr const char* kMonth =
    "period,officer,discipline,punctual,total,reachable,coverage,state,vetoes\n"
    "2026-03,ann,13.00,13.00,13.00,20.00,1.0000,final,\n"
    "2026-03,bob,20.00,20.00,20.00,20.00,1.0000,incomplete,\n";

TEST_F(Events, AFolderAndAnOptionGiveTheSame) {
  const Ran folder = program.run("score patrol.yaml --inputs patrols --out a" + std::string(kSpan));
  EXPECT_EQ(folder.code, 0) << folder.err;
  EXPECT_EQ(program.read("a/month.csv"), kMonth);
  EXPECT_NE(folder.out.find("    1 value-not-a-number"), std::string::npos) << folder.out;
  program.run("score patrol.yaml --roster patrols/roster.csv --events lateness=patrols/events-lateness.csv --out b" +
              std::string(kSpan));
  EXPECT_EQ(program.read("b/month.csv"), kMonth);
}

TEST_F(Events, AnExplanationNamesEveryFactThatCounted) {
  const Ran ran = program.run("explain patrol.yaml --inputs patrols --officer ann" + std::string(kSpan));
  EXPECT_EQ(approved_difference("cli/explain_facts.txt", program.transcript(ran)), "");
}

TEST_F(Events, ATableThatTheRulebookDoesNotHave) {
  const std::string both =
      program.transcript(program.run("score patrol.yaml --roster patrols/roster.csv --events latness=x.csv --out c")) +
      program.transcript(program.run("score station.yaml --inputs patrols --out c"));
  EXPECT_EQ(approved_difference("cli/unknown_tables.txt", both), "");
}

}  // namespace
}  // namespace cwp
