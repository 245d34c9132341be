#include "engine/few.hpp"

#include <gtest/gtest.h>

#include <string>

namespace cwp {
namespace {

TEST(Few, TakesAPointerWhileItIsEmpty) {
  EXPECT_EQ(sizeof(Few<std::string>), sizeof(void*));
  const Few<std::string> none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.size(), 0U);
  EXPECT_EQ(none.begin(), none.end());
  EXPECT_EQ(none, Few<std::string>(std::vector<std::string>()));
}

TEST(Few, IsAVectorOtherwise) {
  Few<std::string> few;
  few.push_back("one");
  few.emplace_back() = "two";
  EXPECT_EQ(few.list(), (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(few[1], "two");
  const std::vector<std::string>& list = few;
  EXPECT_EQ(list.size(), 2U);
}

TEST(Few, ACopyIsItsOwn) {
  Few<std::string> few = std::vector<std::string>{"one"};
  Few<std::string> copy = few;
  EXPECT_EQ(copy, few);
  copy.push_back("two");
  EXPECT_EQ(few.size(), 1U);
  few = copy;
  EXPECT_EQ(few.size(), 2U);
  const Few<std::string> taken = std::move(copy);
  EXPECT_EQ(taken.size(), 2U);
}

}  // namespace
}  // namespace cwp
