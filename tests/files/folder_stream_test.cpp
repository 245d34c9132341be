#include "files/folder_stream.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "no_more_threads.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

struct FolderStreams : testing::Test {
  FolderStreams() { fs::create_directories(root); }
  ~FolderStreams() override { fs::remove_all(root); }
  const fs::path root = fs::path(testing::TempDir()) / ("stream-" + std::to_string(getpid()));
};

TEST_F(FolderStreams, FilesAndDigestsAreThoseOfTheWholeTextsWhoeverWrites) {
  for (const bool beside : {false, true}) {
    const fs::path out = root / (beside ? "beside" : "inline");
    WholeFolder folder(out, false);
    ASSERT_FALSE(folder.open());
    FolderStream stream(folder, beside);
    KeptTexts kept;
    const auto add = [&](const std::string& name) {
      EXPECT_EQ(stream.add(name), kept.add(name));
      return name[0] == 'a' ? std::size_t{0} : std::size_t{1};
    };
    const std::size_t a = add("a.csv"), b = add("b.csv");
    const auto append = [&](std::size_t file, const std::string& piece) {
      stream.append(file, piece);
      kept.append(file, piece);
    };
    for (int i = 0; i < 90; ++i) {  // more than may wait
      append(a, std::string(1'000'000, char('a' + i % 26)));
      append(b, std::to_string(i));
    }
    const std::vector<OutputDigest> digests = stream.close();
    EXPECT_FALSE(folder.finish());
    const std::vector<OutputFile> files = kept.take();
    const std::vector<OutputDigest> expected = digests_of(files, 2);
    ASSERT_EQ(digests.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(digests[i].name, expected[i].name);
      EXPECT_EQ(digests[i].sha256, expected[i].sha256);
      EXPECT_EQ(digests[i].bytes, files[i].second.size());
      std::ifstream file(out / files[i].first, std::ios::binary);
      EXPECT_TRUE(std::string(std::istreambuf_iterator<char>(file), {}) == files[i].second);
    }
  }
}

TEST_F(FolderStreams, APieceIsFilledWithATextWhereverItsMemoryComesFrom) {
  WholeFolder folder(root / "filled", false);
  ASSERT_FALSE(folder.open());
  FolderStream stream(folder, false);
  const std::size_t file = stream.add("a.csv");
  EXPECT_EQ(stream.filled("").text(), "");
  stream.append(file, stream.filled("period,officer\n"));
  EXPECT_EQ(stream.filled("2026").text(), "2026") << "shorter than the one that was done with";
  EXPECT_EQ(KeptTexts().filled("2026-03,ann\n").text(), "2026-03,ann\n");
  stream.close();
  EXPECT_FALSE(folder.finish());
}

TEST_F(FolderStreams, WhereNoThreadCanBeStartedPiecesAreWrittenInTheirOrder) {
  WholeFolder folder(root / "out", false);
  ASSERT_FALSE(folder.open());
  FolderStream stream(folder, true);
  const std::size_t file = stream.add("a.csv");
  const NoMoreThreads none;
  for (int i = 0; i < 9; ++i) stream.append(file, std::to_string(i));
  EXPECT_EQ(stream.close()[0].sha256, sha256_hex("012345678"));
  EXPECT_FALSE(folder.finish());
}

TEST_F(FolderStreams, NobodyWaitsForAWriterThatHasFailed) {
  WholeFolder folder(root / "out", false, [asked = 0]() mutable { return ++asked > 5; });
  ASSERT_FALSE(folder.open());
  FolderStream stream(folder, true);
  const std::size_t file = stream.add("a.csv");
  for (int i = 0; i < 200; ++i) stream.append(file, std::string(1'000'000, 'a'));
  stream.close();
  EXPECT_TRUE(stream.ended());
  EXPECT_EQ(folder.finish()->slug, "output-stopped");
}

}  // namespace
}  // namespace cwp
