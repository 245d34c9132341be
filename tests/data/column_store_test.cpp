// The record that is made for one officer of a store of columns.

#include "data/column_store.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

template <typename T>
StoredFigures stored(FigureColumn::Type type, const std::vector<T>& figures, int decimals = 0) {
  StoredFigures made;
  made.type = type;
  made.data = figures.data();
  made.decimals = decimals;
  return made;
}

TEST(ColumnStore, UnitsAreReadInTheirType) {
  const std::vector<std::uint8_t> u8 = {0, 255};
  const std::vector<std::uint16_t> u16 = {0, 65535};
  const std::vector<std::int32_t> i32 = {INT32_MIN, INT32_MAX};
  const std::vector<std::int64_t> i64 = {-5'000'000'000, 5'000'000'000};
  EXPECT_EQ(stored(FigureColumn::Type::u8, u8).units(1), 255);
  EXPECT_EQ(stored(FigureColumn::Type::u16, u16).units(1), 65535);
  EXPECT_EQ(stored(FigureColumn::Type::i32, i32).units(0), INT32_MIN);
  EXPECT_EQ(stored(FigureColumn::Type::i64, i64).units(1), 5'000'000'000);
}

TEST(ColumnStore, AFigureWasReadFromALineOfOneFileOrFromAnyOrGivenInMemory) {
  const std::vector<Origin> origins = {{2, 7}, {1, 9}};
  const std::vector<std::uint32_t> lines = {4, 5};
  StoredFigures stored;
  EXPECT_EQ(stored.origin(1), Origin());
  stored.lines = lines.data();
  stored.file = 3;
  EXPECT_EQ(stored.origin(1), (Origin{3, 5}));
  stored.origins = origins.data();
  EXPECT_EQ(stored.origin(1), (Origin{1, 9}));
}

TEST(ColumnStore, ARecordHasKeyPresenceDutyAndItsOwnFiguresByMetricAndPeriod) {
  ColumnStore store;
  store.keys = OfficerKeys({"ann", "bob"});
  const std::vector<std::uint32_t> rows = {0, 3};
  store.row_of = rows;
  const std::vector<std::uint8_t> march = {7, 8};
  const std::vector<std::int64_t> april = {57, -1425};
  store.figures[{2, {Grain::month, 24315}}] = stored(FigureColumn::Type::i64, april, 2);
  store.figures[{2, {Grain::month, 24314}}] = stored(FigureColumn::Type::u8, march);
  store.duty[1].push_back({{Day{20500}, Day{20503}}, 0, {}});
  const OfficerRecord bob = store.record(1, 3);
  EXPECT_EQ(bob.key, "bob");
  ASSERT_EQ(bob.presence.size(), 1U);
  EXPECT_EQ(bob.presence[0].days, (DayRange{kFirstDay, kLastDay}));
  EXPECT_EQ(bob.presence[0].roster_row, 3U);
  ASSERT_EQ(bob.duty.size(), 1U);
  EXPECT_EQ(bob.duty[0].days.last, Day{20503});
  ASSERT_EQ(bob.metrics.size(), 3U);
  EXPECT_TRUE(bob.metrics[0].empty());
  ASSERT_EQ(bob.metrics[2].size(), 2U);
  EXPECT_EQ(bob.metrics[2][0].period, 24314);
  EXPECT_EQ(bob.metrics[2][0].value, Rational(8));
  EXPECT_EQ(bob.metrics[2][1].period, 24315);
  EXPECT_EQ(bob.metrics[2][1].value, Rational(-1425, 100));
  EXPECT_TRUE(store.record(0, 3).duty.empty());
}

TEST(ColumnStore, WhoCameOrLeftIsThereOnHisDaysAndHasNoFigureOfOthers) {
  ColumnStore store;
  store.keys = OfficerKeys({"ann", "bob", "cai"});
  store.stays[0] = {{Day{20500}, Day{20509}}, {Day{20520}, kLastDay}};
  store.stays[2];  // never
  ASSERT_EQ(store.days_of(0).presence.size(), 2U);
  EXPECT_EQ(store.days_of(0).presence[1].days, (DayRange{Day{20520}, kLastDay}));
  EXPECT_EQ(store.days_of(1).presence.size(), 1U);
  EXPECT_TRUE(store.days_of(2).presence.empty());
  const DayRange between{Day{20510}, Day{20519}}, touching{Day{20509}, Day{20519}};
  EXPECT_FALSE(store.is_there(0, between));
  EXPECT_TRUE(store.is_there(0, touching));
  EXPECT_TRUE(store.is_there(1, between));
  EXPECT_FALSE(store.is_there(2, {kFirstDay, kLastDay}));
  StoredFigures figures;
  figures.absent = {1};
  figures.refused = {0, 2};
  store.leave_out(touching, figures);
  EXPECT_EQ(figures.absent, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(figures.refused, (std::vector<std::uint32_t>{0}));
  store.leave_out(between, figures);
  EXPECT_EQ(figures.absent, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_TRUE(figures.refused.empty());
}

TEST(ColumnStore, AnAbsentFigureIsNoRowAndARefusedOneIsARowWithoutValue) {
  ColumnStore store;
  store.keys = OfficerKeys({"ann", "bob", "cai"});
  const std::vector<std::uint32_t> rows = {0, 0, 0};
  store.row_of = rows;
  const std::vector<std::uint16_t> figures = {1, 60000, 3};
  StoredFigures& column = store.figures[{0, {Grain::month, 24314}}] = stored(FigureColumn::Type::u16, figures);
  column.absent = {0};
  column.refused = {1};
  EXPECT_TRUE(store.record(0, 1).metrics[0].empty());
  const OfficerRecord bob = store.record(1, 1);
  ASSERT_EQ(bob.metrics[0].size(), 1U);
  EXPECT_TRUE(bob.metrics[0][0].refused);
  EXPECT_FALSE(store.record(2, 1).metrics[0].at(0).refused);
  EXPECT_EQ(store.record(2, 1).metrics[0].at(0).value, Rational(3));
}

}  // namespace
}  // namespace cwp
