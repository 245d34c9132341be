// Numbers and texts as bytes, and back, also from bytes that nobody wrote.

#include "io/packed_bytes.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(PackedBytes, WhatIsWrittenIsRead) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min(),
                         kMost = std::numeric_limits<std::int64_t>::max();
  PackedWriter to;
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}})
    to.number(number);
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{64}, kLeast, kMost})
    to.folded(number);
  to.text("a\nb");
  to.text("");
  to.day(std::optional<Day>());
  to.day(std::optional(kFirstDay));
  PackedReader from(to.bytes());
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}})
    EXPECT_EQ(from.number(), number);
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{64}, kLeast, kMost})
    EXPECT_EQ(from.folded(), number);
  EXPECT_EQ(from.text(), "a\nb");
  EXPECT_EQ(from.text(), "");
  EXPECT_EQ(from.maybe_day(), std::nullopt);
  EXPECT_EQ(from.maybe_day(), kFirstDay);
  EXPECT_TRUE(from.at_end());
}

TEST(PackedBytes, TheEncodingIsTheOneThatThePageTells) {
  PackedWriter to;
  to.number(300);  // 0x2C + 2 × 128
  to.folded(-2);   // 3
  to.text("ab");
  EXPECT_EQ(to.bytes(), std::string("\xAC\x02\x03\x02"
                                    "ab"));
}

TEST(PackedBytes, BytesThatEndTooEarlyAreNotOkFromThereOn) {
  for (const std::string& bytes : {std::string(), std::string("\x80"),
                                   std::string("\x05"
                                               "abc"),
                                   std::string(20, '\xFF')}) {
    PackedReader from(bytes);
    EXPECT_EQ(from.text(), "");
    EXPECT_FALSE(from.ok());
    EXPECT_EQ(from.number(), 0U);
    EXPECT_FALSE(from.at_end());
  }
}

TEST(PackedBytes, ATextThatIsOneByteShortIsNone) {
  PackedReader from(
      std::string_view("\x03"
                       "ab"));
  EXPECT_EQ(from.text(), "");
  EXPECT_FALSE(from.ok());
}

TEST(PackedBytes, MoreThingsThanBytesForThemAreNone) {
  PackedWriter to;
  to.number(4);
  to.bytes() += "sevensb";
  PackedReader enough(to.bytes()), too_few(to.bytes());
  EXPECT_EQ(enough.count(1), 4U);
  EXPECT_EQ(too_few.count(2), 0U);
  EXPECT_FALSE(too_few.ok());
}

TEST(PackedBytes, WhatIsOutOfItsBoundsIsRefused) {
  const auto refused = [](auto write, auto read) {
    PackedWriter to;
    write(to);
    PackedReader from(to.bytes());
    read(from);
    return !from.ok();
  };
  EXPECT_TRUE(refused([](PackedWriter& to) { to.number(3); }, [](PackedReader& from) { from.index(3); }));
  EXPECT_FALSE(refused([](PackedWriter& to) { to.number(2); }, [](PackedReader& from) { from.index(3); }));
  EXPECT_TRUE(refused([](PackedWriter& to) { to.number(0); }, [](PackedReader& from) { from.index(0); }));
  EXPECT_TRUE(refused([](PackedWriter& to) { to.number(2); }, [](PackedReader& from) { from.flag(); }));
  EXPECT_TRUE(refused([](PackedWriter& to) { to.day(kLastDay + 1); }, [](PackedReader& from) { from.day(); }));
}

}  // namespace
}  // namespace cwp
