#include "row/officer_keys.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace cwp
