#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

class Usage : public testing::Test {
 protected:
  void expect_approved(const std::string& arguments, const std::string& golden) {
    EXPECT_EQ(approved_difference("cli/" + golden, program.transcript(program.run(arguments))), "");
  }
  const Program program;
};

TEST_F(Usage, HelpOfEachCommand) {
  expect_approved("--help", "help.txt");
  expect_approved("check --help", "help_check.txt");
  expect_approved("score --help", "help_score.txt");
  expect_approved("explain --help", "help_explain.txt");
  expect_approved("graph --help", "help_graph.txt");
  expect_approved("functions --help", "help_functions.txt");
  expect_approved("forms --help", "help_forms.txt");
  expect_approved("sample --help", "help_sample.txt");
  expect_approved("test --help", "help_test.txt");
  expect_approved("verify --help", "help_verify.txt");
  expect_approved("moved --help", "help_moved.txt");
  expect_approved("update --help", "help_update.txt");
  expect_approved("pack --help", "help_pack.txt");
  expect_approved("why --help", "help_why.txt");
  expect_approved("next --help", "help_next.txt");
  expect_approved("certain --help", "help_certain.txt");
  expect_approved("sensitivity --help", "help_sensitivity.txt");
  expect_approved("compare --help", "help_compare.txt");
  expect_approved("whatif --help", "help_whatif.txt");
  expect_approved("schema --help", "help_schema.txt");
  expect_approved("new --help", "help_new.txt");
  expect_approved("fmt --help", "help_fmt.txt");
  expect_approved("prove --help", "help_prove.txt");
}

TEST_F(Usage, HelpIsAWordToo) {
  EXPECT_EQ(program.run("help").out, program.run("--help").out);
  EXPECT_EQ(program.run("help --lang zh").out, program.run("--help --lang zh").out);
  EXPECT_EQ(program.run("help score --lang zh").out, program.run("score --help --lang zh").out);
  EXPECT_EQ(program.run("help scor").code, 2);
  EXPECT_EQ(program.run("help scor").err, program.run("scor").err);
}

TEST_F(Usage, WrongUseIsRefusedInPlainWords) {
  std::string text;
  for (const char* arguments : {
           "",
           "shout",
           "scor station.yaml",
           "scor station.yaml --lang zh",
           "check",
           "check station.yaml --frmat json",
           "check station.yaml --format yaml",
           "check station.yaml --lang de",
           "score station.yaml --inputs data",
           "score station.yaml --out out",
           "score station.yaml --inputs data --otu out",
           "score station.yaml --inputs data --otu=out --lang zh",
           "score station.yaml --inputs data --backwards",
           "score station.yaml --inputs data --roster data/roster.csv --out out",
           "score station.yaml --inputs data --period 2026-03 --from 2026-03-01 --out out",
           "score station.yaml --inputs data --period 2026-W54 --out out",
           "score station.yaml --inputs data --period March --out out",
           "score station.yaml --inputs data --from 2026-02-30 --out out",
           "score station.yaml --inputs data --from 2026-04-01 --to 2026-03-01 --out out",
           "score station.yaml --inputs data --grain fortnight --out out",
           "score station.yaml --inputs data --tables standing,sums --out out",
           "score station.yaml --inputs data --tables sums --lang zh --out out",
           "score station.yaml --inputs data --span 2026-03-31..2026-03-01 --out out",
           "score station.yaml --inputs data --threads 0 --out out",
           "score station.yaml --inputs data --known-at 2026-02-30 --out out",
           "score station.yaml --inputs data --events late=late.csv --out out",
           "score station.yaml --roster data/roster.csv --events late.csv --out out",
           "sample station.yaml --officers 5 --from 2026-03-01 --out out",
           "sample station.yaml --officers 0 --from 2026-03-01 --to 2026-03-31 --out out",
           "sample station.yaml --officers 5 --from 2026-03-01 --to 31.3.2026 --out out",
           "moved station.yaml --inputs data",
           "update station.yaml --inputs data",
           "update station.yaml --state s --inputs data --known-at 2026-05-02",
           "moved station.yaml --inputs data --known-at 2026-05-02 --against 2026-05-01",
           "explain station.yaml --inputs data --officer A01",
           "explain station.yaml --inputs data --officer A01 --period 2026-99",
       }) {
    const Ran ran = program.run(arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    text += program.transcript(ran) + "\n";
  }
  EXPECT_FALSE(program.exists("out"));
  EXPECT_EQ(approved_difference("cli/usage.txt", text), "");
}

TEST_F(Usage, WhatIsEmptyIsSaidToBeWhereverItStands) {
  const std::pair<const char*, const char*> cases[] = {
      {"score station.yaml --inputs data --out ''", "--out"},
      {"score station.yaml --inputs data --out=", "--out"},
      {"score '' --inputs data --out x", "score"},
      {"score station.yaml --inputs '' --out x", "--inputs"},
      {"score station.yaml --roster r.csv --metrics a.csv '' --out x", "a.csv"},
      {"score station.yaml --inputs data --out x --format ''", "--format"},
      {"score station.yaml --inputs data --out x --period \"$PERIOD\"", "--period"},
      {"update station.yaml --state '' --inputs data", "--state"},
      {"explain station.yaml --inputs data --officer '' --period 2026-03", "--officer"},
      {"''", "cwp"}};
  for (const auto& [arguments, before] : cases) {
    const Ran ran = program.run(arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_EQ(ran.err, std::string("what is written behind ") + before +
                           " is empty: is a variable of a script not set?\nRun with --help for more information\n");
  }
  EXPECT_FALSE(program.exists("x"));
  EXPECT_EQ(program.run("score station.yaml --inputs data --out '' --lang zh").err,
            "--out 后面写的内容为空：脚本中的变量是否没有赋值？\n加 --help 可查看用法\n");
}

TEST_F(Usage, VersionIsPrinted) {
  const Ran ran = program.run("--version");
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find('.'), std::string::npos);
}

TEST_F(Usage, TheFirstLocaleVariableThatIsSetDecides) {
  const auto output = [&](const std::string& environment, const std::string& option = "") {
    return program.run("check station.yaml" + option, environment).out;
  };
  const std::string zh = "station.yaml：没有问题\n";
  const std::string en = "station.yaml: no problems\n";
  EXPECT_EQ(output(""), en);
  EXPECT_EQ(output("LANG=zh_CN.UTF-8"), zh);
  EXPECT_EQ(output("LC_MESSAGES=zh_CN LANG=de_DE"), zh);
  EXPECT_EQ(output("LC_ALL=en_GB LC_MESSAGES=zh_CN LANG=zh_CN"), en);
  EXPECT_EQ(output("LC_ALL= LANG=zh_CN"), zh);
  EXPECT_EQ(output("LANG=zh_CN.UTF-8", " --lang en"), en);
}

TEST_F(Usage, OutputThatCannotBeWrittenIsAProblem) {
  const Ran ran = program.run("functions >/dev/full");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err, "cwp: the output could not be written\n");
}

TEST_F(Usage, TheCataloguesAreListedInBothLanguages) {
  for (const char* command : {"functions", "forms"}) {
    const Ran en = program.run(command);
    const Ran zh = program.run(std::string(command) + " --lang zh");
    EXPECT_EQ(en.code, 0);
    EXPECT_EQ(zh.code, 0);
    EXPECT_NE(en.out, zh.out);
  }
  EXPECT_NE(program.run("functions").out.find("\n  ratio(a, b, v)\n"), std::string::npos);
  EXPECT_NE(program.run("forms").out.find("\nbands\n"), std::string::npos);
  expect_approved("forms", "forms.txt");
}

TEST_F(Usage, AGraphIsTextOrDot) {
  EXPECT_NE(program.run("graph station.yaml").out.find("household_visits"), std::string::npos);
  EXPECT_TRUE(program.run("graph station.yaml --format dot").out.starts_with("digraph"));
  EXPECT_EQ(program.run("graph five_mistakes.yaml").code, 1);
}

}  // namespace
}  // namespace cwp
