#include "row/officer_order.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

using Keys = std::vector<std::string>;

Keys sorted(Keys keys) {
  sort_officer_keys(keys);
  return keys;
}

TEST(OfficerOrder, IntegersOfAnyLengthStandByTheirValue) {
  EXPECT_EQ(sorted({"10", "9", "-3", "100000000000000000000", "-20"}),
            (Keys{"-20", "-3", "9", "10", "100000000000000000000"}));
}

TEST(OfficerOrder, OneTextAmongThemAndAllStandByCodePoint) {
  EXPECT_EQ(sorted({"9", "10", "ann", "Bob", "张"}), (Keys{"10", "9", "Bob", "ann", "张"}));
}

TEST(OfficerOrder, KeysWithLeadingZerosAreOthersAndRepetitionsGo) {
  EXPECT_EQ(sorted({"7", "07", "7", "6"}), (Keys{"6", "07", "7"}));
}

TEST(OfficerOrder, WhatSortingWouldLeaveAsItIsIsInOrder) {
  const std::vector<Keys> of_keys = {{},
                                     {"7"},
                                     {"-20", "-3", "0", "07", "7", "9", "10"},
                                     {"10", "9", "ann"},
                                     {"9", "10", "ann"},
                                     {"9", "9"},
                                     {"10", "9"},
                                     {"-3", "-20"},
                                     {"7", "07"},
                                     {"ann", "ann"}};
  for (const Keys& keys : of_keys) EXPECT_EQ(in_officer_order(OfficerKeys(keys)), sorted(keys) == keys) << keys.size();
}

}  // namespace
}  // namespace cwp
