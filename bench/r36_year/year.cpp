#include "bench/r36_year/year.hpp"

namespace cwp::r36 {

Day day_of_year(int day) { return *Day::from_date(2026, 1, 1) + day; }

std::vector<PeriodOfYear> periods_of_year(int days) {
  const Calendar calendar;
  const Day first = day_of_year(0), last = day_of_year(days - 1);
  std::vector<PeriodOfYear> all;
  for (const auto& [grain, factor] : {std::pair(Grain::day, kDay), {Grain::week, kWeek}, {Grain::month, kMonth}})
    for (Period p = calendar.containing(first, grain); calendar.last_day(p) <= last; p = p + 1)
      if (first <= calendar.first_day(p))
        all.push_back({p, factor, calendar.first_day(p) - first, calendar.last_day(p) - first});
  return all;
}

YearWork::YearWork(std::size_t officers, int count) : stations(station_begins(officers)) {
  for (int day = 0; day < count; ++day)
    days.emplace_back(officers, [&](std::uint64_t officer, int metric) {
      return day_figure(officer, static_cast<std::uint64_t>(day), metric);
    });
}

Workload YearWork::summed(const PeriodOfYear& period) const {
  return Workload(officers(), [&](std::uint64_t officer, int metric) {
    int sum = 0;
    for (int day = period.first; day <= period.last; ++day)
      sum += days[static_cast<std::size_t>(day)].column(metric)[officer];
    return static_cast<std::uint16_t>(sum);
  });
}

}  // namespace cwp::r36
