#include "row/officer_keys.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace cwp {
namespace {

TEST(OfficerKeys, EachKeyHasOneNumberInTheOrderOfFirstSight) {
  OfficerKeys keys;
  EXPECT_EQ(keys.find("ann"), std::nullopt);
  EXPECT_EQ(keys.number("ann"), 0U);
  EXPECT_EQ(keys.number(""), 1U);
  EXPECT_EQ(keys.number("ann"), 0U);
  EXPECT_EQ(keys.find(""), 1U);
  EXPECT_EQ(keys.find("an"), std::nullopt);
  EXPECT_EQ(keys.key(0), "ann");
  EXPECT_EQ(keys.size(), 2U);
}

TEST(OfficerKeys, ManyKeysOfAllLengthsAreToldApart) {
  OfficerKeys keys;
  const auto key = [](std::uint32_t i) { return std::string(i % 20, 'x') + std::to_string(i); };
  for (std::uint32_t i = 0; i < 20'000; ++i) ASSERT_EQ(keys.number(key(i)), i);
  for (std::uint32_t i = 0; i < 20'000; ++i) ASSERT_EQ(keys.find(key(i)), i);
  EXPECT_EQ(keys.find("20000"), std::nullopt);
}

TEST(OfficerKeys, SortedKeysAreToldApartFromThoseThatComeLaterAndCopiesAreTheirOwn) {
  OfficerKeys keys;
  for (std::uint32_t i = 0; i < 1000; ++i) ASSERT_EQ(keys.number(std::to_string(2 * i)), i);
  OfficerKeys copy = keys;
  for (std::uint32_t i = 0; i < 1000; ++i) ASSERT_EQ(keys.number(std::to_string(2 * i)), i);
  EXPECT_EQ(keys.number("1"), 1000U);
  EXPECT_EQ(keys.number("5000"), 1001U);
  EXPECT_EQ(keys.number("5000"), 1001U);
  EXPECT_EQ(copy.find("1"), std::nullopt);
  EXPECT_EQ(copy.number("5000"), 1000U);
  const OfficerKeys moved = std::move(keys);
  EXPECT_EQ(moved.find("5000"), 1001U);
  EXPECT_EQ(moved.find("1998"), 999U);
}

TEST(OfficerKeys, OfKeysThatAreThereOnceEachHasTheNumberOfItsPlace) {
  const std::vector<std::vector<std::string>> lists = {
      {}, {"7"}, {"1", "2", "10"}, {"10", "2", "1"}, {"ann", "a much longer key than others", "", "bob"}};
  for (const std::vector<std::string>& list : lists) {
    OfficerKeys keys(list);
    ASSERT_EQ(keys.size(), list.size());
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      EXPECT_EQ(keys.key(i), list[i]);
      EXPECT_EQ(keys.find(list[i]), i);
      EXPECT_EQ(keys.number(list[i]), i);
    }
    EXPECT_EQ(keys.find("99"), std::nullopt);
    EXPECT_EQ(keys.number("99"), list.size());
  }
}

TEST(OfficerKeys, SeveralThreadsLookUpAtOnce) {
  OfficerKeys keys;
  for (std::uint32_t i = 0; i < 5000; ++i) keys.number(std::to_string(i));
  std::vector<std::jthread> threads;
  std::atomic<std::size_t> wrong = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (std::uint32_t i = 0; i < 6000; ++i)
        if (keys.find(std::to_string(i)) != (i < 5000 ? std::optional(i) : std::nullopt)) ++wrong;
    });
  threads.clear();
  EXPECT_EQ(wrong, 0U);
}

}  // namespace
}  // namespace cwp
