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
  for (const int threads : {1, 2, 3}) EXPECT_EQ(told(marks_in(text + "\"", threads)), "ascii quotes 3145728");
}

}  // namespace
}  // namespace cwp
