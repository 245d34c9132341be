#include "row/written_day.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

/// The day, or `REASON: EXPECTED`.
std::string day_text(std::string_view text) {
  if (const auto day = read_day(text)) return day->to_text();
  const Refusal refusal = no_day(text, "date-unreadable");
  return std::string(refusal.reason) + ": " + refusal.expected;
}

TEST(WrittenDay, IsReadAsSpreadsheetsWriteIt) {
  for (const char* text : {"2026-03-05", "2026-3-5", "2026/3/5", "2026/03/05", "2026/3/05", "2026/3/5 0:00",
                           "2026-03-05 00:00:00", "2026-03-05T00:00:00"})
    EXPECT_EQ(day_text(text), "2026-03-05") << text;
}

TEST(WrittenDay, IsNotGuessed) {
  for (const char* text : {"1/3/2026", "3/5/26", "26-3-5", "2026-3/5", "2026/3", "2026/3/5/1", "2026/003/05",
                           "2026-13-1", "2026/2/29", "2026/3/5 8:30", "2026//5", "2026/3/", "2026.3.5", "20260305", ""})
    EXPECT_EQ(day_text(text), "date-unreadable: 2026-03-01") << text;
}

// 25569 is 1970-01-01 in every spreadsheet that counts from 1900; 45658 is 2025-01-01: 55 years with 14 leap days
// later.
TEST(WrittenDay, OfASpreadsheetsNumberTheDayIsTold) {
  EXPECT_EQ(day_text("25569"), "date-serial: 1970-01-01");
  EXPECT_EQ(day_text("45658"), "date-serial: 2025-01-01");
  EXPECT_EQ(day_text("45658.5"), "date-serial: 2025-01-01");
  for (const char* text : {"19999", "80001", "456580", "4565", "45658.x", "-45658"})
    EXPECT_EQ(day_text(text), "date-unreadable: 2026-03-01") << text;
}

TEST(WrittenDay, InFullWidthIsToldInHalfWidth) {
  EXPECT_EQ(day_text("２０２６－０３－０５"), "value-full-width: 2026-03-05");
  EXPECT_EQ(day_text("２０２６－１３－０５"), "date-unreadable: 2026-03-01");
}

}  // namespace
}  // namespace cwp
