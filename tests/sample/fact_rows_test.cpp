#include "sample/fact_rows.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sample/made_world.hpp"

namespace cwp {
namespace {

TEST(FactRows, ColumnsAreBelievable) {
  const SampleWorld world = made_world(45);
  const FactPlan plan = fact_plans(world.rules, world.profiles)[1];
  std::set<std::string> outcomes, others;
  for (const OfficerLife& officer : world.lives)
    for (const SampleRow& row : fact_rows(plan, world, officer)) {
      ASSERT_EQ(row.cells.size(), 5u);
      const Day day = *Day::parse(row.date);
      EXPECT_TRUE(officer.present_on(day));
      outcomes.insert(row.cells[0]);
      EXPECT_TRUE(row.cells[1] == "1" || row.cells[1] == "0");
      others.insert(row.cells[2]);
      const OfficerLife& other = world.lives.at(std::stoul(row.cells[2].substr(1)) - 1);
      EXPECT_TRUE(other.present_on(day)) << row.cells[2];
      EXPECT_EQ(other.station_on(day), officer.station_on(day));
      EXPECT_LE(*Day::parse(row.cells[3]), day);
      const int value = std::stoi(row.cells[4]);
      EXPECT_TRUE(0 <= value && value <= 5000);
    }
  EXPECT_EQ(outcomes.size(), 2u);
  EXPECT_GT(others.size(), 20u);
}

}  // namespace
}  // namespace cwp
