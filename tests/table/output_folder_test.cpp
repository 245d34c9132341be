#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

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

TEST_F(WriteOutput, AFolderInsideAFileCannotBeWritten) {
  std::ofstream(root / "file") << "x";
  const std::vector<Diagnostic> problems = write_output(root / "file" / "out", {{"a.csv", ""}});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].slug, "output-unwritable");
}

}  // namespace
}  // namespace cwp
