// Records of presence and duty as a column file holds them: what overlaps is laid out, and they lie by their first
// days.

#include "column_file/day_records.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

constexpr const char* kLeaveRules = R"yaml(cwp: 1
id: leave
duty: {leave: exempt, course: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
categories: [{id: work, items: [{id: seen, per: month, full: 10, award: {of: visits, each: 1}}]}]
assessments: {month: {}}
)yaml";

std::string text_of(const std::vector<DayRecord>& records) {
  std::string text;
  for (const DayRecord& one : records)
    text += std::to_string(one.officer) + " " + one.days().first.to_text() + ".." + one.days().last.to_text() + " " +
            std::to_string(one.status) + "\n";
  return text;
}
DayRange days(const char* first, const char* last) { return {*Day::parse(first), *Day::parse(last)}; }

TEST(DayRecords, TheLaterOfTwoSpeaksAndAllLieByTheirFirstDays) {
  ColumnsBuilder builder(checked_text(kLeaveRules), 4);
  builder.add_duty(3, days("2026-01-05", "2026-01-20"), "leave");
  builder.add_duty(3, days("2026-01-10", "2026-01-12"), "course");
  builder.add_duty(1, days("2026-01-05", "2026-01-06"), "course");
  builder.add_duty(0, days("2026-02-02", "2026-02-01"), "leave");  // backwards: whoever opens the file hears of it
  builder.add_duty(2, {kFirstDay + -50, kLastDay + 50}, "rest");
  builder.add_presence(2, days("2026-01-01", "2026-01-31"));
  builder.add_presence(2, days("2026-02-01", "2026-03-31"));
  builder.add_presence(0, {kLastDay + 1, kLastDay + 9});
  const DayRecords made = day_records(builder.state());
  EXPECT_EQ(made.statuses, (std::vector<std::string>{"leave", "course", "rest"}));
  EXPECT_EQ(text_of(made.duty), "2 " + kFirstDay.to_text() + ".." + kLastDay.to_text() +
                                    " 2\n"
                                    "1 2026-01-05..2026-01-06 1\n"
                                    "3 2026-01-05..2026-01-09 0\n"
                                    "3 2026-01-10..2026-01-12 1\n"
                                    "3 2026-01-13..2026-01-20 0\n"
                                    "0 2026-02-02..2026-02-01 0\n");
  ASSERT_EQ(made.presence.size(), 2U);
  EXPECT_EQ(made.presence[0].officer, 0U);
  EXPECT_EQ(made.presence[0].status, kNeverThere);
  EXPECT_EQ(made.presence[1].days(), days("2026-01-01", "2026-03-31"));
}

TEST(DayRecords, APartSaysBetweenWhichDaysItIsAndItsBytesCount) {
  const std::vector<DayRecord> records = {{1, 100, 101, 0}, {0, 101, 130, 0}, {2, 102, 102, 1}};
  const RecordPart part = part_of(records.data(), records.size());
  EXPECT_EQ(part.count, 3U);
  EXPECT_EQ(part.days, (DayRange{Day{100}, Day{130}}));
  std::vector<DayRecord> other = records;
  other[1].officer = 3;
  EXPECT_NE(part_of(other.data(), other.size()).stored.sum, part.stored.sum);
  std::swap(other[0], other[2]);
  EXPECT_NE(part_of(other.data(), other.size()).stored.sum, part.stored.sum);
}

}  // namespace
}  // namespace cwp
