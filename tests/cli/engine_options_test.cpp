// What hangs on how the work is done: --isa, --profile, graph --plan.

#include <gtest/gtest.h>

#include <string>

#include "cli/program.hpp"

namespace cwp {
namespace {

class EngineOption : public testing::Test {
 protected:
  /// Ten officers with the same days, so that they run in lanes.
  void SetUp() override {
    std::string roster = "officer,from,to,area\n", metrics = "officer,date,visits\n10,2026-03-01,0\n";
    for (int i = 10; i < 20; ++i) {
      roster += std::to_string(i) + ",,,urban\n";
      metrics += std::to_string(i) + ",2026-03-02," + std::to_string(i % 7) + "\n";
    }
    program.write("bureau/roster.csv", roster);
    program.write("bureau/metrics.csv", metrics);
    program.write("bureau.yaml",
                  "cwp: 1\nid: bureau\nattributes: {area: {one_of: [urban, rural]}}\nmetrics: {visits: {type: u16}}\n"
                  "categories:\n  - id: people\n    items:\n"
                  "      - {id: walks, per: month, full: 10, award: {of: visits, each: 1.5, at_most: 10}}\n"
                  "      - {id: town, per: month, full: 5, points: \"if(area = 'urban', 5, 4)\"}\n"
                  "assessments: {month: {}}\n");
  }
  static constexpr const char* kScore = "score bureau.yaml --inputs bureau --span 2026-03-01..2026-03-31 ";
  const Program program;
};

TEST_F(EngineOption, TheProfileTellsWhoRanInLanes) {
  const Ran ran = program.run(std::string(kScore) + "--profile --lang en --out out");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("  officers: 10; in lanes: 10 (cohorts: 1; unlike the others somewhere: 0); one by one: 0\n"),
            std::string::npos)
      << ran.out;
}

TEST_F(EngineOption, EveryInstructionSetWritesTheSame) {
  ASSERT_EQ(program.run(std::string(kScore) + "--isa baseline --out one").code, 0);
  ASSERT_EQ(program.run(std::string(kScore) + "--isa best --out two").code, 0);
  EXPECT_EQ(program.read("one/month.csv"), program.read("two/month.csv"));
  EXPECT_NE(program.read("one/month.csv").find("2026-03,15,6.50,1.50,5.00,6.50"), std::string::npos)
      << program.read("one/month.csv");
  EXPECT_EQ(program.run(std::string(kScore) + "--isa mmx --out three").code, 2);
}

TEST_F(EngineOption, ThePlanShowsStepsWithWhatWasProved) {
  const Ran ran = program.run("graph bureau.yaml --plan --inputs bureau");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("officers: 10; classes with the same days: 1;"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("# 0..900"), std::string::npos) << ran.out;  // 6 visits at 1.5, in hundredths
  EXPECT_EQ(program.run("graph bureau.yaml --plan").code, 2) << "without data there is no plan";
}

}  // namespace
}  // namespace cwp
