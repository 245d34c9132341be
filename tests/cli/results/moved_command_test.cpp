#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

/// The station's March, in which a missed person of A01 was withdrawn on 3 May and two visits of A02 were added.
class MovedCommand : public testing::Test {
 protected:
  MovedCommand() {
    program.write("data/corrections.csv",
                  "officer,date,metric,value,recorded,withdrawn\n"
                  "A01,2026-03-10,missed,,2026-05-03,1\n"
                  "A02,2026-03-04,visits,10,2026-05-04,\n");
  }
  const Program program;
  const std::string command =
      "moved station.yaml --roster data/roster.csv --metrics data/metrics.csv data/corrections.csv "
      "--span 2026-03-01..2026-03-31 ";
};

TEST_F(MovedCommand, SaysInATableWhatALaterRowMoved) {
  std::string text;
  for (const char* arguments :
       {"--known-at 2026-05-02", "--known-at 2026-05-02 --against 2026-05-03 --period 2026-03 --lang zh",
        "--known-at 2026-05-03 --period 2026-W10 --format csv", "--known-at 2026-05-04"})
    text += program.transcript(program.run(command + arguments)) + "\n";
  EXPECT_EQ(approved_difference("cli/moved.txt", text), "");
}

TEST_F(MovedCommand, SetsOneFolderAgainstAnother) {
  for (const char* file : {"roster.csv", "duty.csv"})
    program.write(std::string("later/") + file, program.read(std::string("data/") + file));
  program.write("later/metrics.csv", program.read("data/metrics.csv") + "A02,2026-03-05,,,,3\n");
  const Ran ran = program.run(
      "moved station.yaml --inputs data --against-inputs later --span 2026-03-01..2026-03-31 --period 2026-03 "
      "--format csv");
  EXPECT_EQ(ran.code, 0) << ran.err;
  // 3 missed of 2 each: 10 - 6. A02 has 20 of 30 in one week of four, so the people's points go from 5 + 10 to 5 + 4.
  EXPECT_TRUE(
      ran.out.starts_with("period,officer,what,id,before,after,by\n"
                          "2026-03,A02,points,people,15.00,9.00,-6.00\n"
                          "2026-03,A02,points,missed_people,10.00,4.00,-6.00\n"))
      << ran.out;
}

TEST_F(MovedCommand, RefusesWhatCannotBeCompared) {
  EXPECT_EQ(program.run(command).code, 2);
  EXPECT_EQ(program.run(command + "--known-at 2026-05-02 --against 2026-05-01").code, 2);
  EXPECT_EQ(program.run(command + "--known-at 2026-05-02 --period March").code, 2);
  EXPECT_EQ(program.run(command + "--known-at 2026-05-02 --grain quarter").code, 1);
  EXPECT_EQ(program.run("moved station.yaml --inputs data --against-inputs none").code, 1);
}

}  // namespace
}  // namespace cwp
