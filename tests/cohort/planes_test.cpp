// Bits of many officers: set, joined, counted, and cut out at any place.

#include "cohort/planes.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(Planes, HoldABitForEachOfficerOfEachPlane) {
  Planes planes(3, 130);
  EXPECT_TRUE(planes.none(1));
  for (const std::size_t officer : {0, 63, 64, 129}) planes.set(1, officer);
  EXPECT_EQ(planes.count(1), 4U);
  for (std::size_t officer = 0; officer < 130; ++officer)
    EXPECT_EQ(planes.bit(1, officer), officer == 0 || officer == 63 || officer == 64 || officer == 129) << officer;
  EXPECT_TRUE(planes.none(0));
  EXPECT_FALSE(planes.bit(2, 64));
}

TEST(Planes, AreAllSetOnlyWithEveryOfficer) {
  Planes planes(1, 65);
  for (std::size_t officer = 0; officer < 64; ++officer) planes.set(0, officer);
  EXPECT_FALSE(planes.all(0));
  planes.set(0, 64);
  EXPECT_TRUE(planes.all(0));
  Planes others(1, 65);
  others.set_all(0);
  EXPECT_TRUE(others.all(0));
  EXPECT_EQ(others.count(0), 65U);
}

TEST(Planes, TakeOverTheBitsOfAnother) {
  Planes days(2, 70), instances(2, 70);
  days.set(1, 69);
  instances.set(0, 3);
  instances.add(0, days, 1);
  instances.add(1, days, 0);  // nothing
  EXPECT_TRUE(instances.bit(0, 3));
  EXPECT_TRUE(instances.bit(0, 69));
  EXPECT_TRUE(instances.none(1));
}

TEST(Planes, AreCutAtAnyPlace) {
  Planes planes(1, 200);
  EXPECT_EQ(planes.bits(0, 60, 64), 0U);
  for (const std::size_t officer : {60, 64, 123, 124}) planes.set(0, officer);
  EXPECT_EQ(planes.bits(0, 60, 64), (Planes::Word{1} << 0) | (Planes::Word{1} << 4) | (Planes::Word{1} << 63));
  EXPECT_EQ(planes.bits(0, 60, 5), (Planes::Word{1} << 0) | (Planes::Word{1} << 4));
  EXPECT_EQ(planes.bits(0, 124, 3), Planes::Word{1});
  EXPECT_EQ(planes.bits(0, 128, 64), 0U);
}

}  // namespace
}  // namespace cwp
