#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

using Json = nlohmann::json;

TEST(CheckCommand, ARulebookWithoutProblems) {
  const Program program;
  const Ran ran = program.run("check station.yaml");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "station.yaml: no problems\n");
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(program.run("check station.yaml --lang zh").out, "station.yaml：没有问题\n");
}

TEST(CheckCommand, FiveMistakesAtOnce) {
  const Program program;
  EXPECT_EQ(
      approved_difference("cli/check_five_mistakes.txt", program.transcript(program.run("check five_mistakes.yaml"))),
      "");
}

TEST(CheckCommand, FiveMistakesAtOnceInChinese) {
  const Program program;
  EXPECT_EQ(approved_difference("cli/check_five_mistakes_zh.txt",
                                program.transcript(program.run("check five_mistakes.yaml", "LANG=zh_CN.UTF-8"))),
            "");
}

// Lines and columns counted by hand in tests/cli/inputs/five_mistakes.yaml.
TEST(CheckCommand, FiveMistakesAsJsonStandAtTheirPlaces) {
  const Program program;
  const Ran ran = program.run("check five_mistakes.yaml --format json");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err, "");
  const Json problems = Json::parse(ran.out);
  std::vector<std::string> places;
  for (const Json& problem : problems) {
    places.push_back(std::to_string(problem["line"].get<int>()) + ":" + std::to_string(problem["column"].get<int>()) +
                     " " + problem["slug"].get<std::string>());
    EXPECT_EQ(problem["file"], "five_mistakes.yaml");
    EXPECT_FALSE(problem["message"].get<std::string>().empty());
  }
  EXPECT_EQ(places, (std::vector<std::string>{"6:3 unused-name", "7:3 duplicate-key", "12:11 marks-do-not-add-up",
                                              "14:58 unknown-name", "15:72 full-width-character", "19:56 cycle"}));
}

// Each place stands in its own file: bureau.yaml extends parts/province.yaml.
TEST(CheckCommand, MistakesOfARulebookAndItsBase) {
  const Program program;
  EXPECT_EQ(approved_difference("cli/check_bureau.txt", program.transcript(program.run("check bureau.yaml"))), "");
}

TEST(CheckCommand, NoProblemsAsJsonIsAnEmptyArray) {
  const Program program;
  const Ran ran = program.run("check station.yaml --format json");
  EXPECT_EQ(ran.out, "[]\n");
  EXPECT_EQ(ran.code, 0);
}

TEST(CheckCommand, AMissingFileIsAProblem) {
  const Program program;
  EXPECT_EQ(approved_difference("cli/check_missing_file.txt", program.transcript(program.run("check no_such.yaml"))),
            "");
  EXPECT_EQ(Json::parse(program.run("check no_such.yaml --format json").out).size(), 1U);
}

}  // namespace
}  // namespace cwp
