#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

constexpr const char* kSampleMarch = "sample station.yaml --officers 12 --from 2026-03-01 --to 2026-04-05 --out ";

TEST(SampleCommand, WritesWhatScoreReads) {
  const Program program;
  const Ran ran = program.run(std::string(kSampleMarch) + "made");
  EXPECT_EQ(approved_difference("cli/sample.txt", program.transcript(ran)), "");
  for (const char* file : {"roster.csv", "duty.csv", "metrics.csv", "command.txt"})
    EXPECT_TRUE(program.exists(std::string("made/") + file)) << file;
  const std::string command = program.read("made/command.txt");
  ASSERT_TRUE(command.starts_with("cwp score ")) << command;
  const Ran scored = program.run(command.substr(4, command.size() - 5));
  EXPECT_EQ(scored.code, 0) << scored.err;
  EXPECT_NE(program.read("made/results/month.csv").find("2026-03,A0001"), std::string::npos);
}

TEST(SampleCommand, TheCommandHoldsWhatAShellNeeds) {
  const Program program;
  const Ran ran = program.run(std::string(kSampleMarch) + "\"it's mine\" --lang zh");
  EXPECT_EQ(ran.code, 0) << ran.err;
  const std::string command = program.read("it's mine/command.txt");
  EXPECT_NE(command.find(R"(--inputs 'it'\''s mine')"), std::string::npos) << command;
  EXPECT_EQ(program.run(command.substr(4, command.size() - 5)).code, 0);
}

TEST(SampleCommand, AFolderWithFilesIsLeftAlone) {
  const Program program;
  ASSERT_EQ(program.run(std::string(kSampleMarch) + "made").code, 0);
  const std::string roster = program.read("made/roster.csv");
  EXPECT_EQ(program.run(std::string(kSampleMarch) + "made --seed 2").code, 1);
  EXPECT_EQ(program.read("made/roster.csv"), roster);
  EXPECT_EQ(program.run(std::string(kSampleMarch) + "made --seed 2 --force").code, 0);
  EXPECT_NE(program.read("made/roster.csv"), roster);
}

TEST(SampleCommand, WhatTheLibraryRefusesIsAProblem) {
  const Program program;
  const Ran ran = program.run(std::string(kSampleMarch) + "made --stations 13");
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.err.find("error[sample-stations]"), std::string::npos) << ran.err;
  EXPECT_FALSE(program.exists("made"));
  EXPECT_EQ(program.run("sample five_mistakes.yaml --officers 5 --from 2026-03-01 --to 2026-03-31 --out made").code, 1);
}

}  // namespace
}  // namespace cwp
