// 0 fine, 1 problems in the rulebook, the data or the files, 2 wrong use: for every command.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

struct Use {
  std::string arguments;
  int code;
};

class ExitCode : public testing::TestWithParam<Use> {
 protected:
  const Program program;
};

TEST_P(ExitCode, SaysHowItWent) {
  const Ran ran = program.run(GetParam().arguments);
  EXPECT_EQ(ran.code, GetParam().code) << ran.err;
  EXPECT_EQ(ran.err.empty(), ran.code == 0) << ran.err;
  EXPECT_TRUE(ran.code != 0 || !ran.out.empty());
}

const std::string kOfficer = "explain station.yaml --inputs data --span 2026-03-01..2026-03-31 --period 2026-03 ";
const std::string kScoreMarch = "score station.yaml --inputs data --span 2026-03-01..2026-03-31 ";

INSTANTIATE_TEST_SUITE_P(
    Commands, ExitCode,
    testing::Values(Use{"--version", 0}, Use{"--help", 0}, Use{"--loud", 2},                            //
                    Use{"check station.yaml", 0}, Use{"check five_mistakes.yaml", 1}, Use{"check", 2},  //
                    Use{"check none.yaml", 1},                                                          //
                    Use{kScoreMarch + "--out out", 0}, Use{kScoreMarch + "--out station.yaml", 1},
                    Use{kScoreMarch, 2},                                                                          //
                    Use{"score five_mistakes.yaml --inputs data --out out", 1},                                   //
                    Use{kOfficer + "--officer A01", 0}, Use{kOfficer + "--officer nobody", 1}, Use{kOfficer, 2},  //
                    Use{"graph station.yaml", 0}, Use{"graph none.yaml", 1}, Use{"graph", 2},                     //
                    Use{"moved station.yaml --inputs data --known-at 2026-05-02", 0},
                    Use{"moved station.yaml --inputs data", 2},
                    Use{"moved none.yaml --inputs data --known-at 2026-05-02", 1},  //
                    Use{"update station.yaml --state s --inputs data --provisional", 0},
                    Use{"update station.yaml --state s", 2}, Use{"update station.yaml --inputs data", 2},  //
                    Use{"verify station.yaml --inputs data", 1}, Use{"verify --inputs data", 2},           //
                    Use{"functions", 0}, Use{"functions >/dev/full", 1}, Use{"functions more", 2},         //
                    Use{"forms", 0}, Use{"forms >/dev/full", 1}, Use{"forms more", 2}),
    [](const auto& use) { return "use_" + std::to_string(use.index); });

TEST(CheckAsJson, ChineseTextIsReadableAndPlacesAreTheSame) {
  const Program program;
  const Ran zh = program.run("check five_mistakes.yaml --format json --lang zh");
  EXPECT_EQ(zh.code, 1);
  EXPECT_NE(zh.out.find("没有名为“vists”的"), std::string::npos) << zh.out;  // as it is, not \u6ca1
  EXPECT_NE(zh.out.find("您是否想写“visits”？"), std::string::npos) << zh.out;
  const auto chinese = nlohmann::json::parse(zh.out);
  const auto english = nlohmann::json::parse(program.run("check five_mistakes.yaml --format json").out);
  ASSERT_EQ(chinese.size(), english.size());
  for (std::size_t i = 0; i < chinese.size(); ++i) {
    for (const char* key : {"slug", "line", "column", "severity"}) EXPECT_EQ(chinese[i][key], english[i][key]);
    EXPECT_NE(chinese[i]["message"], english[i]["message"]);
  }
}

TEST(Version, IsThatOfTheBuild) {
  const Program program;
  EXPECT_EQ(program.run("--version").out, this_build().version + std::string("\n"));
}

}  // namespace
}  // namespace cwp
