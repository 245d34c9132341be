// cwp why, cwp next, cwp certain, cwp sensitivity: what they print and refuse.

#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

class ReasonsCommand : public testing::Test {
 protected:
  ReasonsCommand() { program.link("rules", root_dir() + "/rules"); }
  const std::string bureau =
      " rules/community-officers.yaml --inputs rules/data/community-officers --span 2026-01-21..2026-03-22 ";
  const Program program;
};

TEST_F(ReasonsCommand, WhyTellsTheValueLineByLineAndWhoPassed) {
  std::string text;
  for (const char* arguments : {"--officer A0001 --period 2026-03 --ranking bureau_month",
                                "--officer A0001 --period 2026-03 --ranking bureau_month --lang zh",
                                "--officer A0001 --period 2026-W10 --since 2026-W09 --format json"})
    text += program.transcript(program.run("why" + bureau + arguments)) + "\n";
  EXPECT_EQ(approved_difference("cli/why.txt", text), "");
}

TEST_F(ReasonsCommand, NextTellsWhatWouldHelp) {
  std::string text;
  for (const char* arguments :
       {"--officer A0001 --period 2026-03 --ranking bureau_month", "--officer A0001 --period 2026-W10 --lang zh"})
    text += program.transcript(program.run("next" + bureau + arguments)) + "\n";
  EXPECT_EQ(approved_difference("cli/next.txt", text), "");
  const Ran json = program.run("next" + bureau + "--officer A0001 --period 2026-W10 --format json");
  EXPECT_TRUE(json.out.starts_with("{\n  \"ranking\": \"station_week\"")) << json.out << json.err;
}

TEST_F(ReasonsCommand, CertainTellsWhoIsAmongTheFirst) {
  const std::string early =
      " rules/community-officers.yaml --inputs rules/data/community-officers --span "
      "2026-01-21..2026-03-18 --period 2026-03 --ranking bureau_month ";
  std::string text;
  for (const char* arguments : {"--first 3", "--last 2 --lang zh", "--first 3 --format csv", "--first 3 --last 3"})
    text += program.transcript(program.run("certain" + early + arguments)) + "\n";
  text += program.transcript(program.run("certain" + bureau + "--period 2026-03 --ranking stations_month --first 1"));
  EXPECT_EQ(approved_difference("cli/certain.txt", text), "");
}

TEST_F(ReasonsCommand, SensitivityDrawsWeights) {
  const Ran ran = program.run("sensitivity" + bureau +
                              "--period 2026-03 --ranking bureau_month --number 3 --draws 500 --out drawn");
  EXPECT_EQ(approved_difference("cli/sensitivity.txt", program.transcript(ran)), "");
  EXPECT_TRUE(program.exists("drawn/approximate-ranks.svg"));
  EXPECT_TRUE(program.read("drawn/approximate-ranks.csv")
                  .starts_with("officer,group,rank,value,low,median,high,first,last,state\n"));
  EXPECT_EQ(program.run("sensitivity" + bureau + "--period 2026-03 --ranking bureau_month --draws 0").code, 2);
}

TEST_F(ReasonsCommand, WhatIsNoRankingOfThePeriodIsRefused) {
  std::string text;
  for (const char* arguments : {"--period 2026-03", "--period 2026", "--period 2026-03 --ranking month",
                                "--period 2026-03 --ranking station_week", "--period 2026-W12 --since 2026-W12",
                                "--period 2026-13", "--period 2026-W40"})
    text += program.transcript(program.run("why" + bureau + "--officer A0001 " + arguments)) + "\n";
  EXPECT_EQ(approved_difference("cli/why_refused.txt", text), "");
}

}  // namespace
}  // namespace cwp
