#include "bytes/text_marks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace cwp {
namespace {

std::string told(const TextMarks& marks) {
  return std::string(marks.ascii ? "ascii " : "") + (marks.zeros ? "zeros " : "") + (marks.quotes ? "quotes " : "") +
         (marks.returns ? "returns " : "") + std::to_string(marks.feeds);
}

TEST(TextMarks, EachKindOfByteIsSeenWhereverItStands) {
  for (std::size_t size = 1; size < 70; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      const auto with = [&](char byte) {
        std::string text(size, 'x');
        text[at] = byte;
        return told(marks_in(text));
      };
      EXPECT_EQ(with('x'), "ascii 0");
      EXPECT_EQ(with('\n'), "ascii 1");
      EXPECT_EQ(with('\r'), "ascii returns 0");
      EXPECT_EQ(with('"'), "ascii quotes 0");
      EXPECT_EQ(with('\0'), "ascii zeros 0");
      EXPECT_EQ(with('\x80'), "0");
      EXPECT_EQ(with('\xFF'), "0");
    }
  EXPECT_EQ(told(marks_in("")), "ascii 0");
}

TEST(TextMarks, MoreLinesAreCountedThanAByteHoldsByAnyNumberOfThreads) {
  const std::string text(std::size_t{3} << 20, '\n');
  EXPECT_EQ(marks_in(text).feeds, text.size());
  for (const int threads : {1, 2, 3})
    EXPECT_EQ(told(marks_of(parts_of(text + "\"", 0, kPartOfText, threads))), "ascii quotes 3145728");
}

TEST(TextMarks, PartsEndBehindLineFeeds) {
  const std::string text = "ab\ncd\r\n\"e\nfgh";
  const auto told_parts = [&](std::size_t begin, std::size_t size) {
    std::string all;
    for (const TextPart& part : parts_of(text, begin, size, 2))
      all += std::to_string(part.begin) + "-" + std::to_string(part.end) + ":" + told(part.marks) + " ";
    return all;
  };
  EXPECT_EQ(told_parts(0, 1), "0-3:ascii 1 3-7:ascii returns 1 7-10:ascii quotes 1 10-13:ascii 0 ");
  EXPECT_EQ(told_parts(3, 5), "3-10:ascii quotes returns 2 10-13:ascii 0 ");
  EXPECT_EQ(told_parts(0, 100), "0-13:ascii quotes returns 3 ");
  EXPECT_EQ(told_parts(13, 1), "");
}

}  // namespace
}  // namespace cwp
