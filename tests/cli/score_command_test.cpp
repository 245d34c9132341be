#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

using Json = nlohmann::json;

const std::string kFromMarch = "score station.yaml --inputs data --span 2026-03-01..2026-03-31 ";

class ScoreCommand : public testing::Test {
 protected:
  void expect_approved(const Ran& ran, const std::string& golden, const std::string& folder = "") {
    EXPECT_EQ(approved_difference("cli/" + golden, program.transcript(ran, folder)), "");
  }
  const Program program;
};

// By hand: A01 visits 10, 6, 0, 12 in weeks 10 to 13: (30 + 20 + 0 + 30) / 4 = 20; one missed: 10 - 2 = 8; 3 of 4
// disputes mediated: 60 * (75 - 50) / (95 - 50) = 33.33; together 61.33. A02: 20 / 4 = 5, 10, no disputes (0). A03:
// 100. A04 came on the 16th; the visits of week 12 are refused: that week is missing and counts 0; week 13 0; 1 of
// 1: 60.
TEST_F(ScoreCommand, AMonthOfAStation) {
  const Ran ran = program.run(kFromMarch + "--period 2026-03 --out out");
  EXPECT_EQ(
      program.read("out/month.csv"),
      "period,officer,people,household_visits,missed_people,service,mediation,total,reachable,coverage,state,vetoes\n"
      "2026-03,A01,28.00,20.00,8.00,33.33,33.33,61.33,100.00,1.0000,final,\n"
      "2026-03,A02,15.00,5.00,10.00,0.00,0.00,15.00,100.00,1.0000,final,\n"
      "2026-03,A03,40.00,30.00,10.00,60.00,60.00,100.00,100.00,1.0000,final,\n"
      "2026-03,A04,10.00,0.00,10.00,60.00,60.00,70.00,100.00,0.8500,incomplete,\n");
  expect_approved(ran, "score_month.txt", "out");
}

TEST_F(ScoreCommand, AMonthOfAStationInChinese) {
  expect_approved(program.run(kFromMarch + "--period 2026-03 --out out --lang zh"), "score_month_zh.txt");
}

TEST_F(ScoreCommand, WhereNoPeriodIsOverItSaysHowFarTheDataReach) {
  const Ran ran = program.run("score station.yaml --inputs data --span 2026-03-01..2026-03-05 --grain month --out out");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(
      ran.out.starts_with("Scored:\n"
                          "  month    nothing: no such period is over within the data\n"
                          "  the data reach from 2026-03-01 to 2026-03-05: --provisional scores what is not "
                          "over, --span says for which days they are whole\n"))
      << ran.out;
  EXPECT_EQ(program.run("score station.yaml --inputs data --out x --span 2026-03-31..2026-03-01").err,
            "--span: '2026-03-31..2026-03-01' ends before it begins: write the earlier date first\n"
            "Run with --help for more information\n");
}

TEST_F(ScoreCommand, DaysBehindTheLastHolidaysAreTold) {
  program.write("old.yaml", program.read("station.yaml") + "calendar: {holidays: [2025-10-01]}\n");
  const std::string rest = " --inputs data --span 2026-03-01..2026-03-31 --period 2026-03 --out ";
  const Ran old = program.run("score old.yaml" + rest + "out");
  EXPECT_EQ(old.code, 0);
  EXPECT_NE(old.err.find("warning[data-holidays-end]: holidays are listed up to 2025, and the data go to 2026-03-31\n"),
            std::string::npos)
      << old.err;
  program.write("new.yaml", program.read("station.yaml") + "calendar: {holidays: [2026-10-01]}\n");
  EXPECT_EQ(program.run("score new.yaml" + rest + "other").err.find("holidays"), std::string::npos);
}

TEST_F(ScoreCommand, TheLanguageIsForThePeopleNotTheFiles) {
  program.run(kFromMarch + "--out en --details");
  program.run(kFromMarch + "--out zh --details --lang zh --threads 3");
  for (const char* file : {"month.csv", "month_parts.csv", "week.csv", "week_parts.csv", "ranking_month_all.csv",
                           "issues.csv", "receipt.json"})
    EXPECT_EQ(program.read(std::string("en/") + file), program.read(std::string("zh/") + file)) << file;
}

TEST_F(ScoreCommand, DetailsAndTheGrainsInsideAPeriod) {
  const Ran ran = program.run(kFromMarch + "--period 2026-W10 --grain week --details --out out");
  EXPECT_EQ(ran.code, 0) << ran.err;
  expect_approved({"cwp score …", program.read("out/week_parts.csv"), "", ran.code}, "score_week_parts.txt");
  program.run(kFromMarch + "--period 2026-03 --grain week,month --out both");
  EXPECT_TRUE(program.exists("both/week.csv"));
  EXPECT_TRUE(program.exists("both/month.csv"));
  EXPECT_FALSE(program.exists("both/month_parts.csv"));
}

TEST_F(ScoreCommand, OnlyTheTablesThatAreNamed) {
  const Ran ran = program.run(kFromMarch + "--tables standing,issues --out out");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(program.exists("out/issues.csv"));
  EXPECT_FALSE(program.exists("out/month.csv"));
  expect_approved({"cwp score …", program.read("out/month_standing.csv") + "\n" + ran.out, "", ran.code},
                  "score_standing.txt");
  const std::string said = program.run(kFromMarch + "--tables rankings --lang zh --out rankings").out;
  EXPECT_NE(said.find("issues.csv（未写出，因为 --tables 没有指明）"), std::string::npos) << said;
  EXPECT_EQ(program.run("verify out/receipt.json --inputs data").code, 0);
}

TEST_F(ScoreCommand, FilesInsteadOfAFolderGiveTheSame) {
  program.run(kFromMarch + "--out folder");
  const Ran ran = program.run(
      "score station.yaml --roster data/roster.csv --metrics data/metrics.csv --duty data/duty.csv "
      "--span 2026-03-01..2026-03-31 --out files");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(program.read("folder/month.csv"), program.read("files/month.csv"));
}

TEST_F(ScoreCommand, AWindowLimitsWhatIsPublishedAndChangesNoFigure) {
  program.run(kFromMarch + "--out all");
  program.run(kFromMarch + "--from 2026-03-09 --to 2026-03-22 --grain week --out part");
  const std::string all = program.read("all/week.csv");
  const std::string part = program.read("part/week.csv");
  const std::string expected =
      all.substr(0, all.find('\n') + 1) + all.substr(all.find("2026-W11"), all.find("2026-W13") - all.find("2026-W11"));
  EXPECT_EQ(part, expected);
}

TEST_F(ScoreCommand, ThePeriodThatIsNotOverNeedsProvisional) {
  const std::string half = "score station.yaml --inputs data --span 2026-03-01..2026-03-26 --period 2026-03 ";
  const Ran refused = program.run(half + "--out out");
  expect_approved(refused, "score_not_over.txt");
  EXPECT_FALSE(program.exists("out"));
  EXPECT_EQ(program.run(half + "--provisional --out out").code, 0);
  EXPECT_NE(program.read("out/month.csv").find(",provisional,"), std::string::npos);
}

TEST_F(ScoreCommand, AnExistingFolderIsLeftAloneUnlessForced) {
  program.write("out/mine.txt", "mine");
  expect_approved(program.run(kFromMarch + "--out out"), "score_existing_folder.txt");
  EXPECT_FALSE(program.exists("out/month.csv"));
  EXPECT_EQ(program.run(kFromMarch + "--out out --force").code, 0);
  EXPECT_TRUE(program.exists("out/month.csv"));
  EXPECT_EQ(program.read("out/mine.txt"), "mine");
}

TEST_F(ScoreCommand, AFolderThatCannotBeWrittenIsAProblem) {
  expect_approved(program.run(kFromMarch + "--out station.yaml/out"), "score_unwritable_folder.txt");
}

TEST_F(ScoreCommand, MissingAndBrokenInputsAreAllNamed) {
  expect_approved(program.run("score station.yaml --inputs nowhere --out out"), "score_missing_folder.txt");
  expect_approved(program.run("score station.yaml --inputs station.yaml --out out"), "score_no_folder.txt");
  expect_approved(program.run("score station.yaml --roster no_r.csv --metrics no_m.csv no_n.csv --out out"),
                  "score_missing_files.txt");
  expect_approved(program.run("score station.yaml --inputs broken --out out"), "score_broken_header.txt");
  EXPECT_FALSE(program.exists("out"));
}

TEST_F(ScoreCommand, AStrictRunStopsAtTheFirstIssue) {
  expect_approved(program.run(kFromMarch + "--strict --out out"), "score_strict.txt");
  EXPECT_FALSE(program.exists("out"));
}

TEST_F(ScoreCommand, ARulebookWithProblemsIsNotScored) {
  const Ran ran = program.run("score five_mistakes.yaml --inputs data --out out");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_FALSE(program.exists("out"));
}

TEST_F(ScoreCommand, AGrainThatIsNotAssessedIsAProblem) {
  expect_approved(program.run(kFromMarch + "--grain year --out out"), "score_grain_not_assessed.txt");
}

TEST_F(ScoreCommand, EqualInputsGiveEqualReceipts) {
  program.run(kFromMarch + "--out a");
  program.run(kFromMarch + "--out b --threads 4");
  EXPECT_EQ(program.read("a/receipt.json"), program.read("b/receipt.json"));
  EXPECT_EQ(Json::parse(program.read("a/receipt.json"))["inputs"][0]["file"], "data/roster.csv");
}

}  // namespace
}  // namespace cwp
