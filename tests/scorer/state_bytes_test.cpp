// Numbers and texts as bytes, and back, also from bytes that nobody wrote.

#include "scorer/state_bytes.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(StateBytes, WhatIsWrittenIsRead) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min(),
                         kMost = std::numeric_limits<std::int64_t>::max();
  StateWriter to;
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}})
    to.number(number);
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{64}, kLeast, kMost})
    to.folded(number);
  to.text("a\nb");
  to.text("");
  to.day(std::optional<Day>());
  to.day(std::optional(kFirstDay));
  StateReader from(to.bytes());
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

TEST(StateBytes, TheEncodingIsTheOneThatThePageTells) {
  StateWriter to;
  to.number(300);  // 0x2C + 2 × 128
  to.folded(-2);   // 3
  to.text("ab");
  EXPECT_EQ(to.bytes(), std::string("\xAC\x02\x03\x02"
                                    "ab"));
}

TEST(StateBytes, BytesThatEndTooEarlyAreNotOkFromThereOn) {
  for (const std::string& bytes : {std::string(), std::string("\x80"),
                                   std::string("\x05"
                                               "abc"),
                                   std::string(20, '\xFF')}) {
    StateReader from(bytes);
    EXPECT_EQ(from.text(), "");
    EXPECT_FALSE(from.ok());
    EXPECT_EQ(from.number(), 0U);
    EXPECT_FALSE(from.at_end());
  }
}

TEST(StateBytes, ATextThatIsOneByteShortIsNone) {
  StateReader from(
      std::string_view("\x03"
                       "ab"));
  EXPECT_EQ(from.text(), "");
  EXPECT_FALSE(from.ok());
}

TEST(StateBytes, MoreThingsThanBytesForThemAreNone) {
  StateWriter to;
  to.number(4);
  to.bytes() += "sevensb";
  StateReader enough(to.bytes()), too_few(to.bytes());
  EXPECT_EQ(enough.count(1), 4U);
  EXPECT_EQ(too_few.count(2), 0U);
  EXPECT_FALSE(too_few.ok());
}

TEST(StateBytes, WhatIsOutOfItsBoundsIsRefused) {
  const auto refused = [](auto write, auto read) {
    StateWriter to;
    write(to);
    StateReader from(to.bytes());
    read(from);
    return !from.ok();
  };
  EXPECT_TRUE(refused([](StateWriter& to) { to.number(3); }, [](StateReader& from) { from.index(3); }));
  EXPECT_FALSE(refused([](StateWriter& to) { to.number(2); }, [](StateReader& from) { from.index(3); }));
  EXPECT_TRUE(refused([](StateWriter& to) { to.number(0); }, [](StateReader& from) { from.index(0); }));
  EXPECT_TRUE(refused([](StateWriter& to) { to.number(2); }, [](StateReader& from) { from.flag(); }));
  EXPECT_TRUE(refused([](StateWriter& to) { to.day(kLastDay + 1); }, [](StateReader& from) { from.day(); }));
}

}  // namespace
}  // namespace cwp
