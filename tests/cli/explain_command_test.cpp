#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

const std::string kExplain = "explain station.yaml --inputs data --span 2026-03-01..2026-03-31 --period 2026-03 ";

class ExplainCommand : public testing::Test {
 protected:
  const Program program;
};

TEST_F(ExplainCommand, AnItemDownToTheRows) {
  const Ran ran = program.run(kExplain + "--officer A01 --item missed_people");
  EXPECT_EQ(approved_difference("cli/explain_item.txt", program.transcript(ran)), "");
}

TEST_F(ExplainCommand, JsonCanBeRead) {
  const Ran ran = program.run(kExplain + "--officer A01 --format json");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(nlohmann::json::parse(ran.out).dump().find("61.33"), std::string::npos);
}

TEST_F(ExplainCommand, WhatIsUnknownIsNamed) {
  const std::string text =
      program.transcript(program.run(kExplain + "--officer nobody")) + "\n" +
      program.transcript(program.run(kExplain + "--officer A01 --item vists")) + "\n" +
      program.transcript(program.run("explain station.yaml --inputs data --officer A01 --period 2031-01")) + "\n" +
      program.transcript(program.run(kExplain + "--officer nobody --lang zh")) + "\n" +
      program.transcript(program.run(kExplain + "--officer A11 --lang zh")) + "\n" +
      program.transcript(program.run("explain station.yaml --formula --item mediatoin")) + "\n" +
      program.transcript(program.run("explain station.yaml --inputs data --officer A01 --period 2026-3")) + "\n" +
      program.transcript(program.run("explain station.yaml --inputs data --officer A01 --period 2026年3月 --lang zh")) +
      "\n" + program.transcript(program.run("explain station.yaml --inputs data --officer A01 --period March")) + "\n" +
      program.transcript(program.run("explain station.yaml --inputs data --officer A01 --period 2026-Q1 --lang zh")) +
      "\n" +
      program.transcript(
          program.run("next station.yaml --inputs data --officer A1 --period 2026-03 --ranking month_all"));
  EXPECT_EQ(approved_difference("cli/explain_unknown.txt", text), "");
}

}  // namespace
}  // namespace cwp
