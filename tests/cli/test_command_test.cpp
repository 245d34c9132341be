// cwp test: what passes, what does not, and what the program ends with.

#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

TEST(TestCommand, ShowsWhatCameOutOtherwise) {
  const Program program;
  const Ran en = program.run("test tested.yaml --lang en"), zh = program.run("test tested.yaml --lang zh");
  EXPECT_EQ(en.code, 1);
  EXPECT_EQ(approved_difference("cli/test_failing.txt", program.transcript(en) + program.transcript(zh)), "");
}

TEST(TestCommand, ARulebookWithoutTestsPasses) {
  const Program program;
  const Ran ran = program.run("test station.yaml --lang en");
  EXPECT_EQ(ran.out, "0 tests, 0 failed\n");
  EXPECT_EQ(ran.code, 0);
}

TEST(TestCommand, ARulebookWithMistakesIsNotRun) {
  const Program program;
  EXPECT_EQ(program.run("test five_mistakes.yaml").code, 1);
}

}  // namespace
}  // namespace cwp
