#include "data/origins.hpp"

#include <gtest/gtest.h>

#include <string>

namespace cwp {
namespace {

std::string lines_of(const Origins& origins) {
  std::string text;
  for (const Origin& one : origins) text += std::to_string(one.file) + ":" + std::to_string(one.line) + " ";
  return text;
}

TEST(Origins, AreASequenceOfAnyLength) {
  Origins origins;
  EXPECT_TRUE(origins.empty());
  EXPECT_EQ(lines_of(origins), "");
  origins.push_back({-1, 0});
  EXPECT_EQ(origins.size(), 1U);
  EXPECT_EQ(lines_of(origins), "-1:0 ");
  origins.push_back({0, 12});
  origins.push_back({3, 7});
  EXPECT_EQ(lines_of(origins), "-1:0 0:12 3:7 ");
  EXPECT_EQ(origins.front(), (Origin{-1, 0}));
  EXPECT_EQ(origins[2], (Origin{3, 7}));
  EXPECT_EQ(origins, (Origins{{-1, 0}, {0, 12}, {3, 7}}));
  EXPECT_NE(origins, (Origins{{-1, 0}}));
}

// A line whose highest bit is set, which is what tells one row from a list of them; and files of any number.
TEST(Origins, AnyLineAndFileIsKept) {
  for (const Origin& odd : {Origin{0, 0x7FFF'FFFF}, Origin{0, 0x8000'0000}, Origin{-1, 0xFFFF'FFFF}, Origin{-7, 0},
                            Origin{INT32_MIN, 1}, Origin{INT32_MAX, 0x8000'0001}}) {
    Origins origins{odd};
    ASSERT_EQ(origins.size(), 1U);
    EXPECT_EQ(origins.front(), odd);
    const Origins copy = origins;
    origins.push_back({2, 3});
    origins.push_back(odd);
    EXPECT_EQ(copy, (Origins{odd}));
    EXPECT_EQ(origins, (Origins{odd, {2, 3}, odd}));
    origins = copy;
    EXPECT_EQ(origins, copy);
  }
}

TEST(Origins, TakeEightBytes) { EXPECT_EQ(sizeof(Origins), 8U); }

TEST(Origins, ACopyIsItsOwn) {
  const Origins both = {{0, 1}, {0, 2}};
  Origins copy = both;
  copy.push_back({0, 3});
  EXPECT_EQ(both.size(), 2U);
  copy = {{5, 5}};
  EXPECT_EQ(lines_of(copy), "5:5 ");
  Origins taken = std::move(copy);
  EXPECT_EQ(lines_of(taken), "5:5 ");
}

}  // namespace
}  // namespace cwp
