#include "golden.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace cwp {
namespace {

class Golden : public testing::Test {
 protected:
  Golden() { std::filesystem::create_directories(folders.approved); }
  ~Golden() override { std::filesystem::remove_all(root); }

  void approve(const std::string& path, std::string_view text) {
    std::ofstream(folders.approved / path, std::ios::binary) << text;
  }
  bool was_received(const std::string& path) { return exists(folders.received / (path + ".received")); }
  std::string received(const std::string& path) {
    std::ifstream file(folders.received / (path + ".received"), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  const std::filesystem::path root = std::filesystem::path(testing::TempDir()) / ("golden-" + std::to_string(getpid()));
  const GoldenFolders folders{root / "approved", root / "received"};
};

TEST_F(Golden, AnEqualTextHasNoDifferenceAndLeavesNothing) {
  approve("a.txt", "one\ntwo\n");
  EXPECT_EQ(approved_difference("a.txt", "one\ntwo\n", folders), "");
  EXPECT_FALSE(was_received("a.txt"));
}

TEST_F(Golden, ADifferenceShowsTheLinesThatDifferWithTheLinesBefore) {
  approve("a.txt", "one\ntwo\nthree\nfour\nfive\n");
  const std::string difference = approved_difference("a.txt", "one\ntwo\nthree\nvier\nvierer\nfive\n", folders);
  EXPECT_NE(difference.find("  2 | two\n  3 | three\n- 4 | four\n+ 4 | vier\n+ 5 | vierer\nreceived: "),
            std::string::npos)
      << difference;
}

TEST_F(Golden, ADifferentTextIsKeptToBeApproved) {
  approve("a.txt", "one\n");
  EXPECT_NE(approved_difference("a.txt", "two\n", folders), "");
  EXPECT_EQ(received("a.txt"), "two\n");
}

TEST_F(Golden, ATextNobodyApprovedIsADifferenceEvenIfEmpty) {
  EXPECT_NE(approved_difference("folder/new.txt", "", folders), "");
  EXPECT_TRUE(was_received("folder/new.txt"));
}

TEST_F(Golden, AMissingLastLineFeedIsADifferenceThatCanBeSeen) {
  approve("a.txt", "one\n");
  const std::string difference = approved_difference("a.txt", "one", folders);
  EXPECT_NE(difference.find("- 1 | one\n+ 1 | one (no line feed here)\n"), std::string::npos) << difference;
}

TEST_F(Golden, AWindowsLineEndIsADifference) {
  approve("a.txt", "one\n");
  EXPECT_NE(approved_difference("a.txt", "one\r\n", folders), "");
}

TEST_F(Golden, OnceEqualAgainTheReceivedTextGoes) {
  approve("a.txt", "one\n");
  EXPECT_NE(approved_difference("a.txt", "two\n", folders), "");
  EXPECT_EQ(approved_difference("a.txt", "one\n", folders), "");
  EXPECT_FALSE(was_received("a.txt"));
}

TEST_F(Golden, ALongDifferenceIsCutShort) {
  approve("a.txt", "");
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "line\n";
  const std::string difference = approved_difference("a.txt", text, folders);
  EXPECT_NE(difference.find("+ and 988 lines more\n"), std::string::npos) << difference;
}

}  // namespace
}  // namespace cwp
