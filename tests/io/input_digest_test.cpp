#include "io/input_digest.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace cwp {
namespace {

TEST(CsvRows, CountsRowsAndNotLines) {
  EXPECT_EQ(csv_rows(""), 0U);
  EXPECT_EQ(csv_rows("a,b\n"), 1U);
  EXPECT_EQ(csv_rows("a,b\n1,2"), 2U);
  EXPECT_EQ(csv_rows("a,b\r\n1,2\r\n"), 2U);
  EXPECT_EQ(csv_rows("a,b\n\n1,2\n\n\n"), 2U);
  EXPECT_EQ(csv_rows("a,b\n\"x\ny\",2\n"), 2U);
  EXPECT_EQ(csv_rows("a\n\"say \"\"hi\"\"\n\"\n"), 2U);
  EXPECT_EQ(csv_rows("\xEF\xBB\xBF\n"), 0U);
}

// The digests are those of `printf 'abc' | sha256sum` (FIPS 180-4, example B.1) and of the empty text.
TEST(InputDigest, IsTheSha256OfTheBytes) {
  const std::string path = testing::TempDir() + "digest-" + std::to_string(getpid()) + ".csv";
  std::ofstream(path, std::ios::binary) << "abc";
  const std::optional<InputDigest> digest = input_digest(path);
  ASSERT_TRUE(digest);
  EXPECT_EQ(digest->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(digest->bytes, 3U);
  EXPECT_EQ(digest->rows, 0U);
  std::ofstream(path, std::ios::binary) << "";
  EXPECT_EQ(input_digest(path)->sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  std::filesystem::remove(path);
}

TEST(InputDigest, WhatIsNoFileHasNone) {
  EXPECT_FALSE(input_digest("/no/such/file"));
  EXPECT_FALSE(input_digest(testing::TempDir()));
  EXPECT_FALSE(input_digest("/dev/zero"));
  EXPECT_FALSE(input_digest(""));
}

}  // namespace
}  // namespace cwp
