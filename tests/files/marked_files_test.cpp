#include "files/marked_files.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

std::vector<OutputFile> files_with(std::string_view mark) {
  KeptTexts kept;
  MarkedFiles files(kept, mark);
  const std::size_t a = files.add("a"), b = files.add("b");
  files.append(b, std::string_view("one "));
  files.append(a, std::string_view("two"));
  files.append(b, std::string_view("three"));
  EXPECT_FALSE(files.ended());
  return kept.take();
}

TEST(MarkedFiles, EachBeginsWithTheMark) {
  EXPECT_EQ(files_with("* "), (std::vector<OutputFile>{{"a", "* two"}, {"b", "* one three"}}));
}

TEST(MarkedFiles, NoMarkIsNone) {
  EXPECT_EQ(files_with(""), (std::vector<OutputFile>{{"a", "two"}, {"b", "one three"}}));
}

}  // namespace
}  // namespace cwp
