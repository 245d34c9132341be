// cwp compare and cwp whatif: what they print, write and refuse.

#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

class CompareCommand : public testing::Test {
 protected:
  CompareCommand() {
    program.link("rules", root_dir() + "/rules");
    std::string text = program.read("rules/community-officers.yaml");
    const auto edit = [&](std::string_view piece, std::string_view by) {
      text.replace(text.find(piece), piece.size(), by);
    };
    edit("rentals_a_month: 24", "rentals_a_month: 30");
    edit("gives: ", "gives: 0 + ");
    edit("at: 100%, zero_at: 70%", "at: 1, zero_at: 80%");
    program.write("newer.yaml", "# a newer draft\n" + text);
  }
  const std::string data = " --inputs rules/data/community-officers --span 2026-01-21..2026-03-22 --period 2026-03";
  const Program program;
};

TEST_F(CompareCommand, RulesAloneAreComparedByMeaning) {
  const Ran en = program.run("compare rules/community-officers.yaml newer.yaml --lang en"),
            zh = program.run("compare rules/community-officers.yaml newer.yaml --lang zh"),
            same = program.run("compare newer.yaml newer.yaml");
  EXPECT_EQ(approved_difference("cli/compare_rules.txt",
                                program.transcript(en) + program.transcript(zh) + program.transcript(same)),
            "");
}

TEST_F(CompareCommand, WithDataItTellsWhomItReaches) {
  const Ran ran =
      program.run("compare rules/community-officers.yaml newer.yaml --by station,area --out compared" + data);
  EXPECT_EQ(approved_difference("cli/compare.txt", program.transcript(ran)), "");
  EXPECT_EQ(program.read("compared/rules.csv").substr(0, 7), "change,");
  for (const char* file : {"moved.csv", "parts.csv", "groups.csv"})
    EXPECT_TRUE(program.exists(std::string("compared/") + file));
  EXPECT_EQ(program.run("compare rules/community-officers.yaml newer.yaml --out compared" + data).code, 1);
}

TEST_F(CompareCommand, WhatIfTellsTheSameAsTheEditedFile) {
  const Ran zh = program.run(
      "whatif rules/community-officers.yaml --set rentals_a_month=30 --set key_persons.target.zero_at=80% --by area "
      "--out set2"
      " --lang zh" +
      data);
  EXPECT_EQ(approved_difference("cli/whatif.txt", program.transcript(zh)), "");
  program.run("compare rules/community-officers.yaml newer.yaml --by area --out edited" + data);
  for (const char* file : {"moved.csv", "parts.csv", "groups.csv"})
    EXPECT_EQ(program.read(std::string("set2/") + file), program.read(std::string("edited/") + file)) << file;
}

TEST_F(CompareCommand, WrongSettingsAreToldAtTheSetting) {
  std::string text;
  for (const char* settings :
       {"--set rental_a_month=30", "--set people=35", "--set people.full=35", "--set records.target.at=entry_taget",
        "--set records.fulll=3 --set records.per=weekly", "--set rentals_a_month"}) {
    const Ran ran = program.run("whatif rules/community-officers.yaml " + std::string(settings) + data);
    EXPECT_EQ(ran.code, 1) << settings;
    text += program.transcript(ran);
  }
  EXPECT_EQ(approved_difference("cli/whatif_mistakes.txt", text), "");
  EXPECT_EQ(program.run("whatif rules/community-officers.yaml --inputs rules/data/community-officers").code, 2);
  EXPECT_EQ(program.run("whatif rules/community-officers.yaml --set rentals_a_month=30").code, 2);
  EXPECT_EQ(program.run("compare rules/community-officers.yaml newer.yaml --by stations" + data).code, 2);
}

}  // namespace
}  // namespace cwp
