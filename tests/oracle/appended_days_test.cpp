// Days appended one by one: what was final stays as it was, to the byte.

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <regex>

#include "oracle/input/day_table.hpp"
#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

/// When a row is known: a day's on that day; a longer period's when it has begun, or only when it is over.
Day known(const std::string& date, Grain grain, bool when_over, const Calendar& calendar) {
  const auto day = Day::parse(date);
  const Period period = day ? calendar.containing(*day, grain) : *Period::parse(date, calendar);
  return when_over ? calendar.last_day(period) : calendar.first_day(period);
}

class Appended {
 public:
  Appended(const InputRows& rows, const CheckedRulebook& rules, Dice& dice) : rows_(rows) {
    stated_ = dice.chance(50);
    // Without a stated span, rows that come late would move its start back.
    const bool when_over = stated_ && dice.chance(50);
    for (const MetricRow& row : rows.metrics)
      for (const Metric& metric : rules.rulebook().metrics)
        if (metric.id.value == row.metric)
          metrics_.push_back(known(row.date, metric.per.value, when_over, rules.calendar()));
    for (const FactRow& row : rows.facts) facts_.push_back(*Day::parse(row.date));
  }
  bool stated() const { return stated_; }

  /// The rows that are there on the evening of `day`. Roster and duty are known beforehand.
  Dataset until(Day day, const CheckedRulebook& rules) const {
    DatasetBuilder builder(rules);
    for (const OfficerRow& row : rows_.roster) builder.add_officer(row.officer, row.from, row.to, row.attributes);
    for (const DutyRow& row : rows_.duty) builder.add_duty(row.officer, row.from, row.to, row.status);
    for (std::size_t i = 0; i < rows_.metrics.size(); ++i) {
      const MetricRow& row = rows_.metrics[i];
      if (metrics_[i] <= day) builder.add_metric(row.officer, row.date, row.metric, row.value);
    }
    for (std::size_t i = 0; i < rows_.facts.size(); ++i) {
      const FactRow& row = rows_.facts[i];
      if (facts_[i] <= day) builder.add_fact(row.table, row.officer, row.date, row.values);
    }
    if (stated_) builder.set_span({rows_.span.first, day});
    return builder.finish().value();
  }

 private:
  const InputRows& rows_;
  std::vector<Day> metrics_, facts_;
  bool stated_ = true;
};

/// Figures of weeks settle only with the last of their weeks, without making a month provisional. So every second
/// rulebook has none: its weeks are those of items and adjustments, on which what is final must wait.
void fewer_weekly_figures(OracleCase& one) {
  if (one.rulebook.size() % 2 == 0) return;
  one.rulebook = std::regex_replace(one.rulebook, std::regex("per: week, fold"), "per: day, fold");
  one.rulebook = std::regex_replace(one.rulebook, std::regex(" per week"), " per day");
}

TEST(AppendedDays, LeaveWhatWasFinalAsItWas) {
  std::int64_t lines = 0, days = 0, stated = 0, unsettled = 0, grains[kGrains] = {};
  for_random_cases(15, fewer_weekly_figures, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    const Calendar& calendar = rules.calendar();
    const Appended rows(one.rows, rules, dice);
    stated += rows.stated();
    const bool weeks = one.rulebook.find("per: week, fold") != std::string::npos ||
                       one.rulebook.find(" per week") != std::string::npos;
    const Published last = published(scored(rules, rows.until(one.rows.span.last, rules)));
    // Days around the end of a month, where something becomes final.
    const Day some = one.rows.span.first + dice.between(5, std::max(one.rows.span.size() - 8, 6));
    const Day month_end = calendar.last_day(calendar.containing(some, Grain::month));
    const Day first =
        std::clamp(month_end - 1, one.rows.span.first + 1, std::max(one.rows.span.last - 6, one.rows.span.first + 1));
    for (Day day = first; day < std::min(first + 7, one.rows.span.last); day = day + 1) {
      const Dataset data = rows.until(day, rules);
      // While there are figures of longer periods only, these say how far the data reach.
      if (!data.span() || data.span()->last > day) continue;
      ++days;
      for (const auto& [period, of_period] : published(scored(rules, data, false))) {
        if (weeks && period.grain > Grain::week &&
            calendar.last_day(calendar.inner(period, Grain::week).last) > data.span()->last) {
          ++unsettled;
          continue;
        }
        ++grains[static_cast<std::size_t>(period.grain)];
        EXPECT_EQ(of_period, last.at(period)) << calendar.label(period) << " on " << day.to_text();
        lines += static_cast<std::int64_t>(of_period.size());
      }
    }
  });
  std::cout << lines << " lines on " << days << " days, " << stated << " spans stated, " << unsettled << " unsettled";
  for (int grain = 0; grain < kGrains; ++grain)
    std::cout << ", " << to_text(static_cast<Grain>(grain)) << ' ' << grains[grain];
  std::cout << '\n';
  if (shorter_run()) return;
  EXPECT_GE(days, 80);
  EXPECT_GE(lines, 30'000);
  for (const Grain grain : {Grain::day, Grain::week, Grain::month, Grain::quarter})
    EXPECT_GE(grains[static_cast<std::size_t>(grain)], 5) << to_text(grain);
}

}  // namespace
}  // namespace cwp::oracle
