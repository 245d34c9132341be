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
