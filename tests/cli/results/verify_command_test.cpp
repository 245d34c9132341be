#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "golden.hpp"

namespace cwp {
namespace {

class VerifyCommand : public testing::Test {
 protected:
  VerifyCommand() {
    EXPECT_EQ(program.run("score station.yaml --inputs data --span 2026-03-01..2026-03-31 --details --out out").code,
              0);
  }
  void change(const std::string& path, const std::string& from, const std::string& to) const {
    std::string text = program.read(path);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << path;
    program.write(path, text.replace(at, from.size(), to));
  }
  const Program program;
  const std::string command = "verify out/receipt.json --inputs data ";
};

TEST_F(VerifyCommand, WhatNobodyTouchedIsEqual) {
  const Ran ran = program.run(command);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "All equal: rulebook, inputs and results are those of the receipt\n");
}

TEST_F(VerifyCommand, SaysInALineWhatDiffers) {
  std::string text;
  const auto tried = [&](const std::string& what, const std::string& arguments) {
    text += "# " + what + "\n" + program.transcript(program.run(arguments)) + "\n";
  };
  const std::string output = program.read("out/month.csv");
  change("out/month.csv", "61.33", "99.99");
  tried("a changed output", command);
  program.write("out/month.csv", output);
  const std::string rules = program.read("station.yaml");
  program.write("station.yaml", rules + "# a remark\n");
  tried("a changed rulebook with the same figures", command);
  tried("the same in Chinese", command + "--lang zh");
  program.write("station.yaml", rules);
  const std::string metrics = program.read("data/metrics.csv");
  change("data/metrics.csv", "A01,2026-03-03,10", "A01,2026-03-03,0");
  tried("a changed row", command);
  program.write("data/metrics.csv", metrics);
  tried("no such inputs", "verify out/receipt.json --inputs out");
  tried("no such rulebook", command + "--rulebook none.yaml");
  change("out/receipt.json", "\"cwp\": \"0.1.0\"", "\"cwp\": \"0.0.9\"");
  tried("a receipt of another version", command);
  tried("no receipt", "verify out/month.csv --inputs data");
  tried("wrong use", "verify out/receipt.json");
  EXPECT_EQ(approved_difference("cli/verify.txt", text), "");
}

// By itself cwp would not say what `és` is in: it may be one character of GB18030.
TEST_F(VerifyCommand, ReadsTheFilesAsTheyWereSaidToBeWritten) {
  program.write("told/roster.csv", "officer;from\nren\xE9s;\n");
  program.write("told/metrics.csv", "officer;date;visits;disputes;mediated\nren\xE9s;2026-03-02;9;1;1\n");
  const std::string scored = "score station.yaml --inputs told --span 2026-03-01..2026-03-31 --out said";
  EXPECT_NE(program.run(scored).err.find("csv-encoding-unclear"), std::string::npos);
  ASSERT_EQ(program.run(scored + " --encoding gb18030 --delimiter semicolon").code, 0);
  EXPECT_EQ(program.read("said/issues.csv"), "file,line,officer,date,metric,value,reason\n");
  const Ran ran = program.run("verify said/receipt.json --inputs told");
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.code, 0);
}

TEST_F(VerifyCommand, AGuessedEncodingStandsInTheIssues) {
  program.write("guessed/roster.csv", "officer\n\xD5\xC5\xC8\xFD\n");
  program.write("guessed/metrics.csv", "officer,date,visits,disputes,mediated\n\xD5\xC5\xC8\xFD,2026-03-02,9,1,1\n");
  const std::string scored = "score station.yaml --inputs guessed --span 2026-03-01..2026-03-31 --out g";
  ASSERT_EQ(program.run(scored).code, 0);
  EXPECT_EQ(program.read("g/issues.csv"),
            "file,line,officer,date,metric,value,reason\n"
            "guessed/metrics.csv,,,,,,csv-encoding-detected: GB18030\n"
            "guessed/roster.csv,,,,,,csv-encoding-detected: GB18030\n");
  EXPECT_EQ(program.run("verify g/receipt.json --inputs guessed").code, 0);
}

TEST_F(VerifyCommand, MovedFoldersAreEqual) {
  program.write("archive/rules.yaml", program.read("station.yaml"));
  for (const char* file : {"roster.csv", "metrics.csv", "duty.csv"})
    program.write(std::string("archive/") + file, program.read(std::string("data/") + file));
  program.write("away/receipt.json", program.read("out/receipt.json"));
  const Ran ran = program.run("verify away/receipt.json --inputs archive --rulebook archive/rules.yaml");
  EXPECT_EQ(ran.code, 0) << ran.err;
}

}  // namespace
}  // namespace cwp
