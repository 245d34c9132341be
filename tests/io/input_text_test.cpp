#include "io/input_text.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace cwp {
namespace {

class InputTextRead : public testing::Test {
 protected:
  ~InputTextRead() override { std::filesystem::remove(path); }
  /// The slug and place of the problem with a file of these bytes; `text` is what was read.
  std::string problem(const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    const std::optional<Diagnostic> found = input.emplace().read(path);
    text = input->text();
    if (!found) return "";
    const Position position = found->place.source.position(found->place.span.begin);
    return std::string(found->slug) + " " + std::to_string(position.line) + ":" + std::to_string(position.column);
  }
  const std::string path = testing::TempDir() + "input-text-" + std::to_string(getpid());
  std::optional<InputText> input;
  std::string_view text;
};

TEST_F(InputTextRead, ReadsTheFileWithoutItsByteOrderMark) {
  EXPECT_EQ(problem("\xEF\xBB\xBFofficer\r\n走访\n"), "");
  EXPECT_EQ(text, "officer\r\n走访\n");
  EXPECT_EQ(problem(""), "");
  EXPECT_EQ(text, "");
}

TEST_F(InputTextRead, PointsAtTheFirstByteThatIsNoUtf8) {
  EXPECT_EQ(problem("a\nb\r\n走\xD5\xC5\n"), "csv-not-utf8 3:2");
  EXPECT_EQ(problem("a\r\xFF"), "csv-not-utf8 2:1");
}

TEST_F(InputTextRead, AZeroByteIsNoText) {
  EXPECT_EQ(problem(std::string("a\nb\0\xFF", 5)), "csv-zero-byte 2:2");
  EXPECT_EQ(problem(std::string("\xFF\0", 2)), "csv-not-utf8 1:1");  // whichever comes first
}

TEST_F(InputTextRead, Utf16WithoutItsMarkIsSaidToBeAndReadWhereItIsToldInEitherOrder) {
  const std::string text_of = "officer,date\nann,2026-03-01\n";
  std::string little, big;
  for (const char c : text_of) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  // U+4E00 and U+4E01, of which the former has a zero byte at the other place.
  little += std::string("\x00\x4E\x01\x4E", 4);
  big += std::string("\x4E\x00\x4E\x01", 4);
  for (const std::string& bytes : {little, big}) {
    EXPECT_EQ(problem(bytes), "csv-utf16-unmarked 1:1");
    EXPECT_FALSE(input.emplace().read(path, TextEncoding::utf16));
    EXPECT_EQ(input->text(), text_of + "一丁");
  }
  EXPECT_EQ(problem(little + "x"), "csv-zero-byte 1:2") << "half a character";
  EXPECT_EQ(problem(std::string("o\0f\0", 4)), "csv-zero-byte 1:2") << "no line";
}

TEST_F(InputTextRead, WhatIsNoFileCannotBeRead) {
  EXPECT_EQ(input.emplace().read("/no/such/file")->slug, "file-unreadable");
  EXPECT_EQ(input.emplace().read("/tmp")->slug, "file-unreadable");
  EXPECT_EQ(input.emplace().read("/dev/zero")->slug, "file-unreadable");
}

TEST(SourceAtLine, ShowsTheLineUnderItsOwnNumber) {
  const Source source = source_at_line("m.csv", 12, "ann,5");
  EXPECT_EQ(source.line(12), "ann,5");
  EXPECT_EQ(source_at_line("m.csv", 1000001, "ann,5").text(), "");
}

TEST(FirstByteNotUtf8, RefusesOverlongFormsSurrogatesAndCutCharacters) {
  EXPECT_EQ(first_byte_not_utf8("a走"), 4U);
  EXPECT_EQ(first_byte_not_utf8("a\xC0\x80"), 1U);
  EXPECT_EQ(first_byte_not_utf8("a\xED\xA0\x80"), 1U);
  EXPECT_EQ(first_byte_not_utf8("a\xF4\x90\x80\x80"), 1U);
  EXPECT_EQ(first_byte_not_utf8("a\xE8\xB5"), 1U);
  EXPECT_EQ(first_byte_not_utf8("a\xF0\x9F\x98\x80"), 5U);
}

}  // namespace
}  // namespace cwp
