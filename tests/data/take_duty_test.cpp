// Duty records held against the roster.

#include <gtest/gtest.h>

#include "data/built_data.hpp"

namespace cwp {
namespace {

TEST(TakeDuty, TheLaterRecordWinsDayByDay) {
  BuiltData rows;
  rows.officer("ann");
  rows.duty("ann", "2026-03-01", "2026-03-10", "leave");
  rows.duty("ann", "2026-03-05", "2026-03-06", " on_duty ");
  const Dataset data = rows.builder.finish().value();
  std::string text;
  for (const DutyStretch& stretch : data.state().officers[0].duty)
    text += stretch.days.first.to_text().substr(8) + "-" + stretch.days.last.to_text().substr(8) + " " +
            std::string(duty_status_name(stretch.status, data.state().rules.rulebook())) + ";";
  EXPECT_EQ(text, "01-04 leave;05-06 on_duty;07-10 leave;");
  EXPECT_EQ(BuiltData::issues(data), "");
}

TEST(TakeDuty, WrongRecordsAreIssuesAndCountForNothing) {
  BuiltData rows;
  rows.officer("ann", "2026-03-01", "2026-03-31");
  rows.duty("", "2026-03-01", "2026-03-02", "leave");
  rows.duty("eve", "2026-03-01", "2026-03-02", "leave");
  rows.duty("ann", "2026-03-03", "2026-03-02", "leave");
  rows.duty("ann", "2026-03-03", "2026-03-04", "asleep");
  rows.duty("ann", "2026-04-01", "2026-04-02", "leave");
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::issues(data),
            "roster.csv:3 officer-empty\n"
            "roster.csv:4 officer-not-in-roster\n"
            "roster.csv:5 from-after-to [2026-03-03..2026-03-02]\n"
            "roster.csv:6 status-unknown [leave, on_duty, rest]\n"
            "roster.csv:7 officer-not-present [2026-04-01..2026-04-02]\n");
  EXPECT_TRUE(data.state().officers[0].duty.empty());
}

TEST(TakeDuty, OnePresentDayIsEnough) {
  BuiltData rows;
  rows.officer("ann", "2026-03-01", "2026-03-31");
  rows.duty("ann", "", "2026-03-01", "rest");
  const Dataset data = rows.builder.finish().value();
  EXPECT_EQ(BuiltData::issues(data), "");
  EXPECT_EQ(data.state().officers[0].duty.size(), 1U);
}

}  // namespace
}  // namespace cwp
