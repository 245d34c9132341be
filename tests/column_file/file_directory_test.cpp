// The directory of a column file, there and back, and of bytes that nobody wrote.

#include "column_file/file_directory.hpp"

#include <gtest/gtest.h>

#include <random>

namespace cwp {
namespace {

FileDirectory some_directory() {
  FileDirectory directory;
  directory.week_starts = Weekday::sunday;
  directory.month_starts = 21;
  directory.year_first_month = 9;
  directory.span = DayRange{*Day::parse("2026-01-14"), *Day::parse("2026-02-28")};
  directory.keys = {"ann", "bob", "周"};
  directory.attributes.push_back({"station", {"north", ""}, {4096, 77}});
  directory.statuses = {"leave"};
  directory.presence.push_back({4, {kFirstDay, *Day::parse("2026-01-13")}, {4096, 5}});
  directory.duty.push_back({12, {*Day::parse("2026-01-14"), *Day::parse("2026-01-13")}, {4160, 6}});
  directory.metrics = {"visits", "hours"};
  ColumnEntry column;
  column.metric = 1;
  column.period = {Grain::week, 2923};
  column.type = FigureColumn::Type::i64;
  column.decimals = 3;
  column.low = INT64_MIN;
  column.high = INT64_MAX;
  column.absent = 1;
  column.refused = 3;
  column.stored = {4160, ~std::uint64_t{0}};
  directory.columns = {column, column};
  return directory;
}

constexpr std::uint64_t kBegin = 4096, kEnd = 4160 + 3 * 64;

TEST(FileDirectory, WhatIsWrittenIsRead) {
  const std::string bytes = directory_bytes(some_directory());
  const auto read = read_directory(bytes, kBegin, kEnd);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(directory_bytes(*read), bytes);
  EXPECT_EQ(read->keys, some_directory().keys);
  EXPECT_EQ(read->span, some_directory().span);
  EXPECT_EQ(read->statuses, std::vector<std::string>{"leave"});
  EXPECT_EQ(read->presence[0].count, 4U);
  EXPECT_EQ(read->presence[0].days.first, kFirstDay);
  EXPECT_EQ(read->duty[0].stored.offset, 4160U);
  EXPECT_EQ(read->columns[1].low, INT64_MIN);
  EXPECT_EQ(read->columns[1].number, 1U);
  EXPECT_EQ(read->columns[1].stored.sum, ~std::uint64_t{0});
}

TEST(FileDirectory, NothingLiesOutsideOfTheColumns) {
  const std::string bytes = directory_bytes(some_directory());
  EXPECT_FALSE(read_directory(bytes, kBegin, kEnd - 1));
  EXPECT_FALSE(read_directory(bytes, kBegin + 64, kEnd));
  for (const std::uint64_t offset : {std::uint64_t{4161}, kEnd, kEnd - 64, ~std::uint64_t{63}, ~std::uint64_t{0}}) {
    FileDirectory directory = some_directory();
    directory.columns[0].stored.offset = offset;
    EXPECT_FALSE(read_directory(directory_bytes(directory), kBegin, kEnd)) << offset;
  }
  FileDirectory directory = some_directory();
  directory.columns[0].absent = 4;  // of three officers
  EXPECT_FALSE(read_directory(directory_bytes(directory), kBegin, kEnd));
  directory = some_directory();
  directory.duty[0].count = 13;  // one more than there is room for
  EXPECT_FALSE(read_directory(directory_bytes(directory), kBegin, kEnd));
  directory.duty[0].count = 0;
  EXPECT_FALSE(read_directory(directory_bytes(directory), kBegin, kEnd));
  directory = some_directory();
  directory.presence[0].stored.offset = 0;
  EXPECT_FALSE(read_directory(directory_bytes(directory), kBegin, kEnd));
}

TEST(FileDirectory, BytesThatNobodyWroteEndSomewhere) {
  const std::string sound = directory_bytes(some_directory());
  for (std::size_t size = 0; size < sound.size(); ++size)
    EXPECT_FALSE(read_directory(std::string_view(sound).substr(0, size), kBegin, kEnd)) << size;
  std::mt19937 random(7);
  std::size_t read_all = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = sound;
    for (int changes = 1 + int(random() % 3); changes > 0; --changes) bytes[random() % bytes.size()] = char(random());
    const auto read = read_directory(bytes, kBegin, kEnd);
    if (!read) continue;
    ++read_all;
    for (const ColumnEntry& column : read->columns) {
      EXPECT_LT(column.metric, read->metrics.size());
      EXPECT_LE(column.stored.offset + size_of(column, read->keys.size()), kEnd);
      EXPECT_GE(column.stored.offset, kBegin);
    }
    for (const auto* parts : {&read->presence, &read->duty})
      for (const RecordPart& part : *parts) {
        EXPECT_LE(part.stored.offset + size_of(part), kEnd);
        EXPECT_GE(part.stored.offset, kBegin);
      }
  }
  EXPECT_GT(read_all, 1000U);  // a text, a checksum or a bound may be anything
}

TEST(FileDirectory, AHeadSaysWhereItsDirectoryIs) {
  const std::string bytes = head_bytes("directory", 640);
  EXPECT_EQ(bytes.size(), kHead);
  const auto head = read_head(bytes);
  ASSERT_TRUE(head.has_value());
  EXPECT_EQ(head->offset, 640U);
  EXPECT_EQ(head->size, 9U);
  EXPECT_EQ(head->version, kColumnsVersion);
  EXPECT_EQ(head->byte_order, kByteOrder);
  EXPECT_FALSE(read_head(bytes.substr(1)));
  EXPECT_FALSE(read_head("cwp columns\n"));
  EXPECT_NE(head_bytes("directory", 641), bytes);
  EXPECT_NE(head_bytes("directorx", 640).substr(48), bytes.substr(48));
}

}  // namespace
}  // namespace cwp
