#include <gtest/gtest.h>

#include "load/loaded.hpp"

namespace cwp {
namespace {

/// The problem of `full: TEXT` in a category, with its arguments.
std::string of_number(const std::string& text) {
  const auto result = load_text(book("categories:\n  - id: c\n    items: []\n    full: " + text + "\n"));
  if (result.diagnostics().empty()) return result.partial()->categories[0].full->value.to_text();
  const Diagnostic& first = result.diagnostics()[0];
  std::string all = problem(first.slug, first.place);
  for (const std::string& argument : first.arguments) all += " " + argument;
  return all;
}

TEST(ReadNumber, AsItIsWritten) {
  EXPECT_EQ(of_number("40"), "40");
  EXPECT_EQ(of_number("0.50"), "0.50");
  EXPECT_EQ(of_number("'40'"), "40");
  EXPECT_EQ(of_number("|\n      40\n"), "40");
}

TEST(ReadNumber, OtherSpellingsSayWhatToWrite) {
  EXPECT_EQ(of_number("010"), "number-format 6:11 010 10");
  EXPECT_EQ(of_number("1e3"), "number-format 6:11 1e3 1000");
  EXPECT_EQ(of_number("1.25E-2"), "number-format 6:11 1.25E-2 0.0125");
  EXPECT_EQ(of_number(".5"), "number-format 6:11 .5 0.5");
  EXPECT_EQ(of_number("5."), "number-format 6:11 5. 5");
  EXPECT_EQ(of_number("+5"), "number-format 6:11 +5 5");
  EXPECT_EQ(of_number("1,000"), "number-format 6:11 1,000 1000");
  EXPECT_EQ(of_number("1_000"), "number-format 6:11 1_000 1000");
  EXPECT_EQ(of_number("４０"), "number-format 6:11 ４０ 40");
  EXPECT_EQ(of_number("50%"), "number-format 6:11 50% 50");
  EXPECT_EQ(of_number("50 ％"), "number-format 6:11 50 ％ 50");
}

TEST(ReadNumber, WhatIsNoNumber) {
  EXPECT_EQ(of_number("forty"), "number-expected 6:11");
  EXPECT_EQ(of_number("1e99"), "number-expected 6:11");
  EXPECT_EQ(of_number("1234567890123456789"), "number-expected 6:11");
  EXPECT_EQ(of_number("0x1F"), "number-expected 6:11");
  EXPECT_EQ(of_number("--5"), "number-expected 6:11");
  EXPECT_EQ(of_number("[40]"), "scalar-expected 6:11");
  EXPECT_EQ(of_number("''"), "value-missing 6:11");
  EXPECT_EQ(of_number(""), "value-missing 6:5");
}

TEST(ReadNumber, PercentIsAHundredthInParameters) {
  const auto result = load_text(book("parameters: {a: 95%, b: 12.5%, c: 50 ％}\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{"number-format 3:35"});
  EXPECT_EQ(result.diagnostics()[0].arguments[1], "50%");
  EXPECT_EQ(result.partial()->parameters[0].values[0].value.value, *Decimal::parse("0.95"));
  EXPECT_EQ(result.partial()->parameters[1].values[0].value.value, *Decimal::parse("0.125"));
}

TEST(ReadInteger, StaysInItsRange) {
  EXPECT_EQ(problems(book("calendar: {month: {starts: 28}}\n")), Problems{});
  EXPECT_EQ(problems(book("calendar: {month: {starts: 29}}\n")), Problems{"integer-range 3:28"});
  EXPECT_EQ(problems(book("calendar: {month: {starts: 0}}\n")), Problems{"integer-range 3:28"});
  EXPECT_EQ(problems(book("calendar: {month: {starts: 2.0}}\n")), Problems{"integer-range 3:28"});
  EXPECT_EQ(problems(book("calendar: {year: {first_month: 13}}\n")), Problems{"integer-range 3:32"});
  EXPECT_EQ(problems(book("points: {decimals: 7}\n")), Problems{"integer-range 3:20"});
}

std::string of_date(const std::string& text) {
  const auto result = load_text(book("calendar:\n  holidays: [" + text + "]\n"));
  if (result.diagnostics().empty()) {
    const DayRange range = result.partial()->calendar.holidays[0];
    return range.first.to_text() + " " + range.last.to_text();
  }
  const Diagnostic& first = result.diagnostics()[0];
  return problem(first.slug, first.place) + " " + first.arguments[0];
}

TEST(ReadDates, DaysAndRanges) {
  EXPECT_EQ(of_date("2026-01-01"), "2026-01-01 2026-01-01");
  EXPECT_EQ(of_date("2026-02-16..2026-02-20"), "2026-02-16 2026-02-20");
  EXPECT_EQ(of_date("2026-02-16 .. 2026-02-20"), "2026-02-16 2026-02-20");
}

TEST(ReadDates, OtherSpellingsSayWhatToWrite) {
  EXPECT_EQ(of_date("2026/3/1"), "date-expected 4:14 2026-03-01");
  EXPECT_EQ(of_date("2026年12月5日"), "date-expected 4:14 2026-12-05");
  EXPECT_EQ(of_date("20261205"), "date-expected 4:14 2026-12-05");
  EXPECT_EQ(of_date("3月1日"), "date-expected 4:14 2026-03-01");
  EXPECT_EQ(of_date("1812-01-01"), "date-expected 4:14 2026-03-01");
}

TEST(ReadDates, AMonthOrYearStandsForItsDays) {
  EXPECT_EQ(of_date("2026-02"), "date-expected 4:14 2026-02-01..2026-02-28");
  EXPECT_EQ(of_date("2026年2月"), "date-expected 4:14 2026-02-01..2026-02-28");
  EXPECT_EQ(of_date("2026年"), "date-expected 4:14 2026-01-01..2026-12-31");
  EXPECT_EQ(of_date("2026-02..2026-03-05"), "date-expected 4:14 2026-02-01");
}

TEST(ReadDates, DaysThatDoNotExist) {
  EXPECT_EQ(of_date("2026-02-30"), "no-such-date 4:14 2026-02-30");
  EXPECT_EQ(of_date("2024-02-30"), "no-such-date 4:14 2024-02-30");
  EXPECT_EQ(of_date("2026-13-01"), "date-expected 4:14 2026-03-01");
  EXPECT_EQ(of_date("2026-02-20..2026-02-16"), "dates-reversed 4:14 2026-02-20");
}

TEST(ReadName, ShapeAndReservedWords) {
  EXPECT_EQ(problems(book("metrics: {信息录入: {}, _x1: {}, naïve: {}}\n")), Problems{});
  EXPECT_EQ(problems(book("metrics: {day-total: {}}\n")), Problems{"name-format 3:14"});
  EXPECT_EQ(problems(book("metrics: {1st: {}}\n")), Problems{"name-format 3:11"});
  EXPECT_EQ(problems(book("metrics: {信息 录入: {}}\n")), Problems{"name-format 3:13"});
  for (const std::string word : {"total", "week", "and", "points", "vetoes", "by"})
    EXPECT_EQ(problems(book("values: {" + word + ": 1}\n")), Problems{"reserved-name 3:10"}) << word;
}

}  // namespace
}  // namespace cwp
