#include <gtest/gtest.h>

#include "load/loaded.hpp"

namespace cwp {
namespace {

TEST(LoadRulebook, NothingToLoad) {
  EXPECT_EQ(problems(""), Problems{"rulebook-empty 1:1"});
  EXPECT_EQ(problems("# only a comment\n"), Problems{"rulebook-empty 1:1"});
  EXPECT_EQ(problems("---\n"), Problems{"rulebook-empty 1:1"});
  EXPECT_EQ(problems("- cwp\n"), Problems{"rulebook-not-a-mapping 1:1"});
  EXPECT_EQ(problems("cwp\n"), Problems{"rulebook-not-a-mapping 1:1"});
  EXPECT_EQ(load_text("").partial(), nullptr);
}

TEST(LoadRulebook, Version) {
  EXPECT_EQ(problems("cwp: 2\nid: t\n"), Problems{"version-unknown 1:6"});
  EXPECT_EQ(problems("cwp: 1.0\nid: t\n"), Problems{"version-unknown 1:6"});
  EXPECT_EQ(problems("cwp: [1]\nid: t\n"), Problems{"version-unknown 1:6"});
}

TEST(LoadRulebook, TooLarge) {
  EXPECT_EQ(problems(std::string((std::size_t{8} << 20) + 1, ' ')), Problems{"file-too-large 1:1"});
}

TEST(LoadRulebook, TooManyDates) {
  std::string dates = "2026-01-01";
  for (int i = 0; i < 10000; ++i) dates += ", 2026-01-01";
  EXPECT_EQ(problems(book("calendar: {holidays: [" + dates + "]}\n")), Problems{"too-many-dates 3:22"});
}

TEST(LoadRulebook, Defaults) {
  const auto result = load_text(book(""));
  ASSERT_TRUE(result.ok());
  const Rulebook& rules = result.value();
  EXPECT_EQ(rules.id.value, "t");
  EXPECT_EQ(rules.points.decimals->value, 2);
  EXPECT_EQ(rules.points.rounding, Rounding::half_up);
  EXPECT_EQ(rules.points.carry, Carry::shown);
  EXPECT_EQ(rules.calendar.month_starts, 1);
  EXPECT_EQ(rules.calendar.workdays.size(), 5u);
  EXPECT_FALSE(rules.effective_from || rules.effective_to);
}

TEST(LoadRulebook, Calendar) {
  const auto result = load_text(
      book("calendar:\n  week: {starts: sun}\n  month: {starts: 21}\n  year: {first_month: 4}\n  weeks_in_month: end\n"
           "  workdays: [mon, saturday]\n  holidays: [2026-02-16..2026-02-20]\n  extra_workdays: [2026-02-14]\n"));
  ASSERT_TRUE(result.ok());
  const CalendarRules& rules = result.value().calendar;
  EXPECT_EQ(rules.week_starts, Weekday::sunday);
  EXPECT_EQ(rules.month_starts, 21);
  EXPECT_EQ(rules.year_first_month, 4);
  EXPECT_EQ(rules.weeks_in_month, WeeksInMonth::end);
  EXPECT_EQ(rules.workdays, (std::vector<Weekday>{Weekday::monday, Weekday::saturday}));
  EXPECT_EQ(rules.holidays[0].size(), 5);
  EXPECT_EQ(rules.extra_workdays[0].first.to_text(), "2026-02-14");
}

TEST(LoadRulebook, HolidayThatIsAWorkday) {
  const auto result = load_text(
      book("calendar:\n  holidays: [2026-02-16..2026-02-20, 2026-01-01, 2026-02-17]\n  extra_workdays: [2026-01-02, "
           "2026-02-19]\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{"holiday-and-workday 5:32"});
  EXPECT_EQ(result.diagnostics()[0].arguments[0], "2026-02-19");
  EXPECT_EQ(problem("note", result.diagnostics()[0].notes[0].place), "note 4:14");
}

TEST(LoadRulebook, WeekdayTwice) {
  EXPECT_EQ(problems(book("calendar: {workdays: [mon, tue, monday]}\n")), Problems{"written-twice 3:33"});
}

TEST(LoadRulebook, Effective) {
  const auto result = load_text(book("effective: {from: 2025-12-21}\n"));
  EXPECT_EQ(result.value().effective_from->value.to_text(), "2025-12-21");
  EXPECT_FALSE(result.value().effective_to);
}

TEST(LoadRulebook, ProblemsAreInFileOrder) {
  const auto found =
      problems("rankings:\n  - {id: r, every: month, of: '（'}\npoints: {decimals: x}\ncwp: 1\ncwp: 2\nid: t\n");
  EXPECT_EQ(found, (Problems{"full-width-character 2:32", "unclosed-parenthesis 2:32", "number-expected 3:20",
                             "duplicate-key 5:1"}));
}

TEST(LoadRulebook, WhatIsPutOffIsRefused) {
  EXPECT_EQ(problems(book("calendar: {weeks_in_month: split}\n")), Problems{"not-yet 3:28"});
  EXPECT_EQ(problems(book("appeals: {}\n")), Problems{"not-yet 3:1"});
  EXPECT_EQ(problems(book("metrics: {calls: {per: hour}}\n")), Problems{"not-yet 3:24"});
  EXPECT_EQ(problems(book("vetoes: [{id: v, per: two_months, when: 1 > 2, set: 0}]\n")), Problems{"not-yet 3:23"});
  EXPECT_EQ(problems(book("metrics: {calls: {per: fortnight}}\n")), Problems{"unknown-word 3:24"});
}

}  // namespace
}  // namespace cwp
