// Files that are written piece by piece appear together, or not at all. What stops or kills a writer:
// atomic_file_test.cpp, whose folders are written so.

#include "io/whole_folder.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace cwp {
namespace {

namespace fs = std::filesystem;

struct WholeFolders : testing::Test {
  WholeFolders() { fs::create_directories(root); }
  ~WholeFolders() override { fs::remove_all(root); }

  static std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  const fs::path root = fs::path(testing::TempDir()) / ("whole-" + std::to_string(getpid()));
  const std::string out = root / "out";
};

TEST_F(WholeFolders, PiecesOfSeveralFilesMayTakeTurns) {
  WholeFolder folder(out, false);
  ASSERT_FALSE(folder.open());
  const std::size_t a = folder.add("a.csv"), b = folder.add("b.csv");
  std::string expected;
  for (int i = 0; i < 300; ++i) {  // more than is told to the disk at once
    const std::string piece(100'000, char('a' + i % 26));
    folder.append(a, piece);
    folder.append(b, "x");
    expected += piece;
  }
  EXPECT_FALSE(fs::exists(out));
  EXPECT_FALSE(folder.finish());
  EXPECT_EQ(text_of(fs::path(out) / "a.csv"), expected);
  EXPECT_EQ(text_of(fs::path(out) / "b.csv"), std::string(300, 'x'));
  EXPECT_EQ(std::distance(fs::directory_iterator(root), fs::directory_iterator()), 1);
}

TEST_F(WholeFolders, WhatIsNotFinishedLeavesNothingAndWhatFailedSaysSoInTheEnd) {
  {
    WholeFolder folder(fs::path(out) / "below", false);
    ASSERT_FALSE(folder.open());
    folder.append(folder.add("a.csv"), "a");
  }
  EXPECT_TRUE(fs::is_empty(root));
  {
    bool stop = false;
    WholeFolder folder(out, false, [&] { return stop; });
    ASSERT_FALSE(folder.open());
    const std::size_t a = folder.add("a.csv");
    folder.append(a, "a");
    EXPECT_FALSE(folder.failed());
    stop = true;
    folder.append(a, "a");
    EXPECT_TRUE(folder.failed());
    stop = false;
    folder.append(folder.add("b.csv"), "b");
    EXPECT_EQ(folder.finish()->slug, "output-stopped");
  }
  EXPECT_TRUE(fs::is_empty(root));
}

TEST_F(WholeFolders, AFolderThatHoldsFilesIsRefusedBeforeAnythingIsWritten) {
  fs::create_directories(out);
  std::ofstream(fs::path(out) / "mine.txt") << "mine";
  WholeFolder folder(out, false);
  EXPECT_EQ(folder.open()->slug, "output-exists");
  EXPECT_TRUE(folder.failed());
  folder.append(folder.add("a.csv"), "a");
  EXPECT_EQ(folder.finish()->slug, "output-exists");
  EXPECT_EQ(std::distance(fs::directory_iterator(root), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace cwp
