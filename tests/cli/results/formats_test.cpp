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

constexpr std::string_view kBom = "\xEF\xBB\xBF";

TEST_F(Formats, AByteOrderMarkBeforeEachTableWhereItIsAskedForAndAllElseIsTheSame) {
  ASSERT_EQ(scored("--out plain --details").code, 0);
  for (const char* threads : {"1", "3"}) {
    const std::string out = std::string("marked") + threads;
    ASSERT_EQ(scored("--out " + out + " --details --bom --threads " + threads).code, 0);
    for (const char* file : {"month.csv", "month_parts.csv", "ranking_month_by_station.csv", "grades.csv", "awards.csv",
                             "expect.csv", "issues.csv"})
      EXPECT_EQ(program.read(out + "/" + file), std::string(kBom) + program.read(std::string("plain/") + file)) << file;
    EXPECT_EQ(program.read(out + "/receipt.json")[0], '{');
    EXPECT_EQ(program.run("verify " + out + "/receipt.json --inputs data").code, 0);
  }
  EXPECT_EQ(program.read("marked1/receipt.json"), program.read("marked3/receipt.json"));
  program.write("marked1/month.csv", program.read("plain/month.csv"));
  const Ran other = program.run("verify marked1/receipt.json --inputs data");
  EXPECT_EQ(other.code, 1) << "without its mark the table is another";
  // Results that a receipt names give way to others.
  ASSERT_EQ(scored("--out marked3 --force").code, 0);
  EXPECT_EQ(program.read("marked3/month.csv"), program.read("plain/month.csv"));
}

TEST_F(Formats, AllThatWritesCsvCanWriteTheMarkAndReadItBack) {
  const std::string whatif =
      "whatif station.yaml --inputs data --span 2026-03-01..2026-03-31 --set missed_people.deduct.each=1 ";
  program.run(whatif + "--out tried");
  program.run(whatif + "--out tried_marked --bom");
  for (const char* file : {"/rules.csv", "/moved.csv", "/parts.csv", "/groups.csv"})
    EXPECT_EQ(program.read(std::string("tried_marked") + file),
              std::string(kBom) + program.read("tried" + std::string(file)));
  const std::string certain =
      "certain station.yaml --inputs data --span 2026-03-01..2026-03-31 --period 2026-03 --ranking month_all --first 1 "
      "--format csv";
  EXPECT_EQ(program.run(certain + " --bom").out, std::string(kBom) + program.run(certain).out);
  const std::string moved = "moved station.yaml --inputs data --known-at 2026-03-05 --format csv";
  EXPECT_EQ(program.run(moved + " --bom").out, std::string(kBom) + program.run(moved).out);

  const std::string sample = "sample station.yaml --officers 9 --from 2026-03-01 --to 2026-03-31 --out ";
  program.run(sample + "made");
  program.run(sample + "made_marked --bom");
  EXPECT_EQ(program.read("made_marked/roster.csv"), std::string(kBom) + program.read("made/roster.csv"));
  EXPECT_TRUE(program.read("made_marked/command.txt").starts_with("cwp score"));
  for (const char* from : {"made", "made_marked"})
    ASSERT_EQ(program.run("score station.yaml --inputs " + std::string(from) + " --out " + from + "/out").code, 0);
  EXPECT_EQ(program.read("made_marked/out/month.csv"), program.read("made/out/month.csv"));
  ASSERT_EQ(program.run("update station.yaml --state s --inputs made_marked --out updated --bom").code, 0);
  EXPECT_EQ(program.read("updated/month.csv"), std::string(kBom) + program.read("made/out/month.csv"));
}

TEST_F(Formats, TheMarkIsForCsvAlone) {
  const Ran json = scored("--out out --format json --bom");
  EXPECT_EQ(json.code, 2);
  EXPECT_EQ(json.err,
            "cwp score: --bom is for CSV: --format json has no byte order mark\n"
            "Run with --help for more information\n");
  EXPECT_FALSE(program.exists("out"));
  EXPECT_EQ(program.run("moved station.yaml --inputs data --known-at 2026-03-05 --bom").code, 2) << "a text";
  EXPECT_EQ(program.run("update station.yaml --state s --inputs data --bom").code, 2) << "nothing is written";
}

}  // namespace
}  // namespace cwp
