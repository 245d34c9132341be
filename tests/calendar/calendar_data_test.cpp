// The calendar against data worked out by CPython and pandas: README.md beside this file.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "cwp/calendar.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cut(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
  return fields;
}

std::vector<Row> rows_of(const std::string& name) {
  std::ifstream in(tests_dir() + "/calendar/" + name);
  std::string line;
  std::getline(in, line);
  const auto header = cut(line);
  std::vector<Row> rows;
  while (std::getline(in, line)) {
    const auto fields = cut(line);
    Row row;
    for (std::size_t i = 0; i < header.size() && i < fields.size(); ++i) row[header[i]] = fields[i];
    rows.push_back(row);
  }
  return rows;
}

Day day_of(const std::string& text) {
  const auto day = Day::parse(text);
  EXPECT_TRUE(day) << text;
  return day.value_or(Day{});
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

Calendar with(WeeksInMonth weeks_in_month) {
  CalendarRules rules;
  rules.weeks_in_month = weeks_in_month;
  return Calendar(rules);
}

TEST(CalendarData, WeeksAreIsoWeeksAndBelongToMonthsByMondayThursdayOrSunday) {
  const Calendar start = with(WeeksInMonth::start), majority = with(WeeksInMonth::majority),
                 end = with(WeeksInMonth::end);
  const auto rows = rows_of("iso_straddle.csv");
  int straddling = 0;
  for (const Row& row : rows) {
    const Day monday = day_of(row.at("monday"));
    const Period week = majority.containing(monday, Grain::week);
    const std::string label = row.at("iso_year") + "-W" + two_digits(std::stoi(row.at("iso_week")));
    SCOPED_TRACE(label);
    EXPECT_EQ(majority.label(week), label);
    EXPECT_EQ(Period::parse(label, majority), week);
    EXPECT_EQ(majority.days(week), (DayRange{monday, day_of(row.at("sunday"))}));
    EXPECT_EQ(start.label(start.holder(week, Grain::month)), row.at("month_of_monday"));
    EXPECT_EQ(majority.label(majority.holder(week, Grain::month)), row.at("month_of_thursday"));
    EXPECT_EQ(end.label(end.holder(week, Grain::month)), row.at("month_of_sunday"));
    const Period first_month = majority.containing(monday, Grain::month);
    const bool straddles = !majority.days(first_month).contains(majority.last_day(week));
    EXPECT_EQ(straddles ? "1" : "0", row.at("straddles_month"));
    const Day last = std::min(majority.last_day(first_month), majority.last_day(week));
    EXPECT_EQ(std::to_string(last - monday + 1), row.at("days_in_first_month"));
    straddling += straddles ? 1 : 0;
  }
  EXPECT_EQ(rows.size(), 3183U);
  EXPECT_EQ(straddling, 628);
}

TEST(CalendarData, DaysKnowTheirWeekQuarterAndPlaceInTheYear) {
  const Calendar monday{CalendarRules{}};
  CalendarRules sunday_rules;
  sunday_rules.week_starts = Weekday::sunday;
  const Calendar sunday(sunday_rules);
  // strftime counts the weeks whose first day lies in the year.
  const auto week_number = [](const Calendar& calendar, Day day) {
    const Day new_year = *Day::from_date(day.year(), 1, 1);
    Period first = calendar.containing(new_year, Grain::week);
    if (calendar.first_day(first) < new_year) first = first + 1;
    return two_digits(calendar.containing(day, Grain::week).ordinal - first.ordinal + 1);
  };
  const auto rows = rows_of("days.csv");
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("date"));
    const Day day = day_of(row.at("date"));
    EXPECT_EQ(day.to_text(), row.at("date"));
    EXPECT_EQ(monday.label(monday.containing(day, Grain::week)),
              row.at("iso_year") + "-W" + two_digits(std::stoi(row.at("iso_week"))));
    EXPECT_EQ(std::to_string(int(day.weekday()) + 1), row.at("iso_weekday"));
    const Period year = monday.containing(day, Grain::year);
    EXPECT_EQ(std::to_string(day - monday.first_day(year) + 1), row.at("day_of_year"));
    EXPECT_EQ(week_number(sunday, day), row.at("week_sunday_start_U"));
    EXPECT_EQ(week_number(monday, day), row.at("week_monday_start_W"));
    EXPECT_EQ(monday.label(monday.containing(day, Grain::quarter)),
              std::to_string(day.year()) + "-Q" + row.at("quarter"));
    EXPECT_EQ(std::to_string(monday.days(monday.containing(day, Grain::month)).size()), row.at("days_in_month"));
  }
  EXPECT_EQ(rows.size(), 1045U);
}

TEST(CalendarData, QuartersAndYearsThatEndInAnyMonthAndWeeksThatEndOnAnyDay) {
  const std::map<std::string, int> months = {{"DEC", 12}, {"JAN", 1}, {"FEB", 2}, {"MAR", 3}, {"JUN", 6}, {"SEP", 9}};
  const std::map<std::string, Weekday> week_starts = {
      {"SUN", Weekday::monday}, {"SAT", Weekday::sunday}, {"WED", Weekday::thursday}};
  std::map<std::string, int> compared;
  for (const Row& row : rows_of("fiscal.csv")) {
    const std::string& freq = row.at("freq");
    const std::string ends = freq.size() > 2 ? freq.substr(2) : "";
    SCOPED_TRACE(freq + " " + row.at("date"));
    CalendarRules rules;
    Grain grain = Grain::month;
    std::string label = row.at("period");
    if (freq[0] == 'W') {
      grain = Grain::week;
      rules.week_starts = week_starts.at(ends);
      label.clear();  // pandas names a week by its two ends, which are compared below
    } else if (freq != "M") {
      rules.year_first_month = months.at(ends) % 12 + 1;
      grain = freq[0] == 'Q' ? Grain::quarter : Grain::year;
      if (grain == Grain::quarter) label.insert(4, "-");
    }
    const Calendar calendar(rules);
    const Period period = calendar.containing(day_of(row.at("date")), grain);
    EXPECT_EQ(calendar.days(period), (DayRange{day_of(row.at("start")), day_of(row.at("end"))}));
    if (!label.empty()) {
      EXPECT_EQ(calendar.label(period), label);
      EXPECT_EQ(Period::parse(label, calendar), period);
    }
    ++compared[freq];
  }
  EXPECT_EQ(compared.size(), 14U);
  for (const auto& [freq, count] : compared) EXPECT_EQ(count, 334) << freq;
}

}  // namespace
}  // namespace cwp
