#include "sample/names.hpp"

#include <gtest/gtest.h>

#include <set>

namespace cwp {
namespace {

TEST(Names, EachStationHasItsOwn) {
  std::set<std::string> names;
  for (std::uint32_t station = 0; station < 200; ++station) names.insert(station_name(station));
  EXPECT_EQ(names.size(), 200u);
  EXPECT_EQ(station_name(0), "城关派出所");
  EXPECT_EQ(station_name(40), "S41");
}

TEST(Names, ATextIsAPersonWhereItsIdSaysSo) {
  Random random(1, "test");
  EXPECT_LE(text_for("full_name", random).size(), 9u);  // three characters
  EXPECT_TRUE(text_for("place", random).ends_with("号"));
  EXPECT_TRUE(street_name(random).ends_with("号"));
  EXPECT_GE(person_name(random).size(), 6u);
}

}  // namespace
}  // namespace cwp
