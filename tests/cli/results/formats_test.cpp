// cwp score --format: the same tables for programs and for people, in a folder that is whole or not there.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

class Formats : public testing::Test {
 protected:
  std::string texts_of(const std::string& folder, std::initializer_list<const char*> files) const {
    std::string text;
    for (const char* file : files) text += "# " + std::string(file) + "\n" + program.read(folder + "/" + file) + "\n";
    return text;
  }
  Ran scored(const std::string& options) const {
    return program.run("score station.yaml --inputs data --span 2026-03-01..2026-03-31 --period 2026-03 " + options);
  }
  const Program program;
};

// The figures are those of score_month.txt, where they are worked out.
TEST_F(Formats, JsonOfAMonth) {
  const Ran ran = scored("--out out --format json");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("all of them in issues.json"), std::string::npos) << ran.out;
  EXPECT_FALSE(program.exists("out/month.csv"));
  EXPECT_EQ(approved_difference("cli/score_json.txt", texts_of("out", {"month.json", "ranking_month_by_station.json",
                                                                       "grades.json", "issues.json"})),
            "");
  const auto month = nlohmann::json::parse(program.read("out/month.json"));
  EXPECT_EQ(month["rows"][0]["points"]["total"], "61.33");
}

TEST_F(Formats, MarkdownOfAMonthForABulletin) {
  EXPECT_EQ(scored("--out out --format markdown --details --lang zh").code, 0);
  EXPECT_EQ(approved_difference("cli/score_markdown.txt",
                                texts_of("out", {"month.md", "month_parts.md", "ranking_month_by_station.md",
                                                 "grades.md", "expect.md", "issues.md"})),
            "");
  const Ran ran = program.run("verify out/receipt.json --inputs data");
  EXPECT_EQ(ran.code, 0) << ran.err;
}

TEST_F(Formats, AnotherFormatTakesThePlaceOfTheResultsButNotOfWhatIsNone) {
  ASSERT_EQ(scored("--out out --details").code, 0);
  program.write("out/notes.txt", "mine");
  EXPECT_EQ(scored("--out out --format json").code, 1);
  EXPECT_TRUE(program.exists("out/month.csv"));
  EXPECT_FALSE(program.exists("out/month.json"));
  ASSERT_EQ(scored("--out out --format json --force").code, 0);
  for (const char* gone : {"month.csv", "month_parts.csv", "ranking_month_all.csv", "issues.csv"})
    EXPECT_FALSE(program.exists(std::string("out/") + gone)) << gone;
  EXPECT_EQ(program.read("out/notes.txt"), "mine");
  EXPECT_EQ(program.run("verify out/receipt.json --inputs data").code, 0);
}

// Names come from other systems: whatever they hold, a spreadsheet, a browser and a terminal show them as text.
TEST_F(Formats, NamesAreNoFormulasAndNoMarkup) {
  program.write("odd/roster.csv",
                "officer,station\n=1+1,=cmd\n\"+8613\",@x\n-A1,a|b\n\"\t=2\",<b>x</b>\n\"\r=3\",\"two\nlines\"\n"
                "\"**x**\",[y](z)\n");
  program.write("odd/metrics.csv", "officer,date,disputes,mediated\n=1+1,2026-03-03,1,1\n-A1,2026-03-03,=1,1\n");
  const std::string command = "score station.yaml --inputs odd --span 2026-03-01..2026-03-31 --period 2026-03 --out ";
  ASSERT_EQ(program.run(command + "csv").code, 0);
  ASSERT_EQ(program.run(command + "md --format markdown").code, 0);
  EXPECT_EQ(
      approved_difference("cli/score_odd_names.txt", texts_of("csv", {"ranking_month_by_station.csv", "issues.csv"}) +
                                                         texts_of("md", {"ranking_month_by_station.md"})),
      "");
}

}  // namespace
}  // namespace cwp
