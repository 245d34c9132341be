#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

/// The station's March until the 18th, and then day by day.
class UpdateCommand : public testing::Test {
 protected:
  UpdateCommand() {
    program.write("first.csv",
                  "officer,date,visits,disputes,mediated,missed\n"
                  "A01,2026-03-03,10,2,2,\nA01,2026-03-10,6,2,1,1\nA02,2026-03-04,5,,,\nA03,2026-03-02,10,5,5,\n"
                  "A03,2026-03-09,10,,,\n");
    program.write("today.csv",
                  "officer,date,metric,value,recorded,withdrawn\n"
                  "A01,2026-03-10,missed,,2026-03-19,1\nA02,2026-03-04,visits,10,2026-03-19,\n");
    program.write("nobody.csv", "officer,date,visits\nA09,2026-03-10,3\n");
  }
  Ran update(const std::string& arguments) const {
    return program.run("update station.yaml --state rows.state --provisional " + arguments);
  }
  static constexpr const char* kBegin = "--roster data/roster.csv --metrics first.csv --span 2026-03-01..2026-03-18";
  const Program program;
};

TEST_F(UpdateCommand, AddsTodaysRowsAndSaysWhomTheyMoved) {
  std::string text;
  for (const char* arguments : {kBegin, "--metrics today.csv", "--metrics nobody.csv --lang zh"})
    text += program.transcript(update(arguments)) + "\n";
  EXPECT_EQ(approved_difference("cli/update.txt", text), "");
}

TEST_F(UpdateCommand, WritesWhatOneScoringOfAllFilesWrites) {
  ASSERT_EQ(update(kBegin).code, 0);
  ASSERT_EQ(update("--metrics today.csv --out kept --threads 2").code, 0);
  ASSERT_EQ(program
                .run("score station.yaml --provisional --roster data/roster.csv --metrics first.csv today.csv "
                     "--span 2026-03-01..2026-03-18 --out whole")
                .code,
            0);
  for (const char* file : {"week.csv", "month.csv", "ranking_month_all.csv", "issues.csv", "receipt.json"})
    EXPECT_EQ(program.read(std::string("kept/") + file), program.read(std::string("whole/") + file)) << file;
}

TEST_F(UpdateCommand, WhatFailsLeavesTheStateAsItWas) {
  std::string text;
  const auto refused = [&](const std::string& arguments, int code) {
    const Ran ran = update(arguments);
    EXPECT_EQ(ran.code, code) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    text += program.transcript(ran) + "\n";
  };
  refused("", 2);                     // nothing to begin with
  refused("--metrics first.csv", 2);  // nor anybody
  program.write("nothing/metrics.csv", "officer,date,visits\nA01,2026-03-02,3\n");
  refused("--inputs nothing --span 2026-03-01..2026-03-18", 1);
  EXPECT_FALSE(program.exists("rows.state"));
  ASSERT_EQ(update(kBegin).code, 0);
  const std::string state = program.read("rows.state");
  refused("", 1);
  refused("--metrics first.csv", 1);  // once is enough
  refused("--metrics first.csv none.csv", 1);
  refused("--metrics today.csv --out data", 1);
  refused("--metrics today.csv --grain month", 1);
  EXPECT_EQ(program.read("rows.state"), state);
  program.write("rows.state", state.substr(0, 100));
  refused("--metrics today.csv", 1);
  EXPECT_EQ(approved_difference("cli/update_refused.txt", text), "");
}

}  // namespace
}  // namespace cwp
