// cwp fmt, and what cwp check says of warnings that the rulebook silences.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

TEST(FmtCommand, TellsWhatIsNotCanonicalAndPutsItRight) {
  const Program program;
  std::string text = program.read("station.yaml");
  const std::size_t at = text.find("metrics:");
  program.write("crooked.yaml",
                "\xEF\xBB\xBF" + text.substr(0, at) + "# 指标\nmetrics:\n" +
                    "      visits:  {type:  u16, title: '走访' }\n      disputes: { type: u16 }\n\n\n\n" +
                    text.substr(text.find("categories:")));
  std::string all;
  for (const char* command :
       {"fmt crooked.yaml --check --lang en", "fmt crooked.yaml --check --lang zh", "fmt crooked.yaml --lang en",
        "fmt crooked.yaml --lang zh", "fmt crooked.yaml --check --lang en"})
    all += program.transcript(program.run(command)) + "\n";
  EXPECT_EQ(approved_difference("cli/fmt.txt", all + program.read("crooked.yaml").substr(0, 400)), "");
}

TEST(FmtCommand, LeavesWhatItCannotFormat) {
  const Program program;
  program.write("rare.yaml", "? cwp\n: 1\n");
  std::string all = program.transcript(program.run("fmt rare.yaml")) + program.transcript(program.run("fmt none.yaml"));
  EXPECT_EQ(program.read("rare.yaml"), "? cwp\n: 1\n");
  EXPECT_EQ(approved_difference("cli/fmt_refused.txt", all), "");
}

TEST(CheckCommand, SaysHowManyWarningsWereSilencedAndWhy) {
  const Program program;
  program.write("silenced.yaml",
                "cwp: 1\nid: t\nmetrics: {visits: {}, later: {}, never: {}}\ncategories: [{id: work, items: [{id: x, "
                "per: month, points: visits}]}]\non_warning:\n  - {warning: unused-name, at: later, reason: {zh: "
                "七月起计分, en: counted from July on}}\n");
  const Ran ran = program.run("check silenced.yaml"), zh = program.run("check silenced.yaml --lang zh");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(approved_difference("cli/check_silenced.txt", program.transcript(ran) + program.transcript(zh)), "");
  const auto problems = nlohmann::json::parse(program.run("check silenced.yaml --format json").out);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[1]["slug"], "warnings-silenced");
  EXPECT_EQ(problems[1]["severity"], "note");
  EXPECT_EQ(problems[1]["notes"][0]["message"], "nothing uses 'later'");
}

}  // namespace
}  // namespace cwp
