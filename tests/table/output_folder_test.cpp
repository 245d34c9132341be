#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "cwp/write.hpp"

namespace cwp {
namespace {

class WriteOutput : public testing::Test {
 protected:
  WriteOutput() { std::filesystem::create_directories(root); }
  ~WriteOutput() override { std::filesystem::remove_all(root); }
  std::string text(const std::string& name) const {
    std::ifstream file(root / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  const std::filesystem::path root = std::filesystem::path(testing::TempDir()) / ("output-" + std::to_string(getpid()));
  const std::string folder = root / "out";
};

TEST_F(WriteOutput, WritesEachFileAsItIs) {
  EXPECT_TRUE(write_output(folder, {{"month.csv", "period\n"}, {"排名.csv", "a\r\n"}}).empty());
  EXPECT_EQ(text("out/month.csv"), "period\n");
  EXPECT_EQ(text("out/排名.csv"), "a\r\n");
}

TEST_F(WriteOutput, AFolderWithFilesIsAProblemUnlessForced) {
  EXPECT_TRUE(write_output(folder, {{"month.csv", "old\n"}, {"mine.csv", "mine\n"}}).empty());
  const std::vector<Diagnostic> problems = write_output(folder, {{"month.csv", "new\n"}});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].slug, "output-exists");
  EXPECT_EQ(text("out/month.csv"), "old\n");
  EXPECT_TRUE(write_output(folder, {{"month.csv", "new\n"}}, true).empty());
  EXPECT_EQ(text("out/month.csv"), "new\n");
  EXPECT_EQ(text("out/mine.csv"), "mine\n");
}

// The digests are those of `printf 'old\n' | sha256sum`.
TEST_F(WriteOutput, WhatTheOldReceiptNamesGoesWithItUnlessSomebodyChangedIt) {
  const std::string digest = "01d09d19c2139a46aebfb577780d123d7396e97201bc7ead210a2ebff8239dee";
  const std::string receipt = R"({"outputs": [{"file": "month.csv", "sha256": ")" + digest +
                              R"("}, {"file": "month_parts.csv", "sha256": ")" + digest +
                              R"("}, {"file": "notes.csv", "sha256": "00"}, {"file": "../above.csv", "sha256": ")" +
                              digest + R"("}, {"file": 5}, "x"]})";
  std::ofstream(root / "above.csv") << "old\n";
  EXPECT_TRUE(write_output(folder, {{"month.csv", "old\n"},
                                    {"month_parts.csv", "old\n"},
                                    {"notes.csv", "old\n"},
                                    {"mine.csv", "old\n"},
                                    {"receipt.json", receipt}})
                  .empty());
  EXPECT_TRUE(write_output(folder, {{"month.json", "new\n"}, {"receipt.json", "{}"}}, true).empty());
  std::set<std::string> left;
  for (const auto& file : std::filesystem::directory_iterator(folder)) left.insert(file.path().filename().string());
  EXPECT_EQ(left, (std::set<std::string>{"mine.csv", "month.json", "notes.csv", "receipt.json"}));
  EXPECT_EQ(text("above.csv"), "old\n");
  for (const char* other : {"", "[]", "{\"outputs\": {}}"}) {
    EXPECT_TRUE(write_output(folder, {{"receipt.json", other}}, true).empty());
    EXPECT_TRUE(write_output(folder, {{"month.json", "new\n"}}, true).empty());
    EXPECT_EQ(text("out/mine.csv"), "old\n");
  }
}

TEST_F(WriteOutput, AFolderInsideAFileCannotBeWritten) {
  std::ofstream(root / "file") << "x";
  const std::vector<Diagnostic> problems = write_output(root / "file" / "out", {{"a.csv", ""}});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].slug, "output-unwritable");
}

}  // namespace
}  // namespace cwp
