#include "columns/column_memory.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>

namespace cwp {
namespace {

TEST(ColumnMemory, RoomsStandApartAndStayWhereTheyAre) {
  ColumnMemory memory;
  std::vector<std::pair<std::byte*, std::size_t>> rooms;
  for (std::size_t k = 0; k < 60; ++k) {
    const std::size_t bytes = k % 7 == 0 ? 0 : (std::size_t{1} << (k % 23)) + k;
    std::byte* const room = memory.take(bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(room) % 64, 0U);
    std::memset(room, int(k), bytes);
    rooms.emplace_back(room, bytes);
  }
  for (std::size_t k = 0; k < rooms.size(); ++k)
    for (std::size_t i = 0; i < rooms[k].second; i += 61) ASSERT_EQ(rooms[k].first[i], std::byte(k));
}

TEST(ColumnMemory, WhatIsGivenBackIsTakenAgain) {
  ColumnMemory memory;
  memory.take(100);
  std::byte* const room = memory.take(1000);
  memory.give_back(1000);
  EXPECT_EQ(memory.take(500), room);
}

}  // namespace
}  // namespace cwp
