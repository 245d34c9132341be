#include "sample/figure_rows.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sample/made_world.hpp"

namespace cwp {
namespace {

TEST(FigureRows, DerivedMetricsHaveNoColumn) {
  EXPECT_EQ(reported_metrics(squad_rules().rulebook()), (std::vector<std::uint32_t>{3, 4, 5, 6, 7, 8}));
}

TEST(FigureRows, EachGrainHasItsLabelAndItsCells) {
  const SampleWorld world = made_world(1);
  std::set<std::string> labels;
  for (const SampleRow& row : figure_rows(world, world.lives[0])) {
    ASSERT_EQ(row.cells.size(), 6u);
    EXPECT_TRUE(labels.insert(row.date).second) << row.date << " stands twice";
    EXPECT_EQ(row.officer, "A0001");
    const Period period = *Period::parse(row.date, world.rules.calendar());
    const bool day = period.grain == Grain::day;
    for (int cell = 0; cell < 3; ++cell) EXPECT_TRUE(day || row.cells[std::size_t(cell)].empty()) << row.date;
    EXPECT_EQ(row.cells[3].empty(), period.grain != Grain::week);
    EXPECT_EQ(row.cells[4].empty(), period.grain != Grain::month);
    EXPECT_EQ(row.cells[5], "");
  }
  EXPECT_TRUE(labels.contains("2026-W11"));
  EXPECT_TRUE(labels.contains("2026-05"));
  EXPECT_FALSE(labels.contains("2026-W09")) << "begins before the span";
}

TEST(FigureRows, NobodyMediatesMoreThanThereIs) {
  const SampleWorld world = made_world(10);
  for (const OfficerLife& officer : world.lives)
    for (const SampleRow& row : figure_rows(world, officer)) {
      const auto number = [&](std::size_t cell) { return row.cells[cell].empty() ? 0 : std::stoi(row.cells[cell]); };
      EXPECT_LE(number(1), number(0)) << officer.key << ' ' << row.date;
    }
}

TEST(FigureRows, ThereAreNoneOnLeave) {
  SampleWorld world = made_world(1);
  world.lives[0].duty = {{{*Day::parse("2026-04-01"), *Day::parse("2026-04-30")}, "leave", false}};
  for (const SampleRow& row : figure_rows(world, world.lives[0])) {
    EXPECT_FALSE(row.date.starts_with("2026-04")) << row.date;
    EXPECT_NE(row.date, "2026-W16");
  }
}

TEST(FigureRows, AboutEachSquadThereIsAFigureAMonth) {
  const std::vector<SampleRow> rows = rows_about(made_world(40));
  ASSERT_EQ(rows.size(), 6u);  // two squads, three months
  for (const SampleRow& row : rows) {
    EXPECT_TRUE(row.officer == "城关派出所" || row.officer == "东风派出所");
    EXPECT_NE(row.cells[5], "");
  }
}

}  // namespace
}  // namespace cwp
