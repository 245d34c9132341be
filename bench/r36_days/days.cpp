#include "bench/r36_days/days.hpp"

namespace cwp::r36 {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

const std::vector<PeriodOfDays>& periods_of_days() {
  static const std::vector<PeriodOfDays> periods = [] {
    std::vector<PeriodOfDays> all;
    for (int day = 0; day < kMostDays; ++day) all.push_back({"2026-03-" + two_digits(day + 1), kDay, day, day});
    // The first of March 2026 is a Sunday.
    int week = 9;
    for (int first = 0, last = 0; first < kMostDays; first = last + 1, last = std::min(first + 6, kMostDays - 1))
      all.push_back({"2026-W" + two_digits(week++), kWeek, first, last});
    all.push_back({"2026-03", kMonth, 0, kMostDays - 1});
    return all;
  }();
  return periods;
}

DaysWork::DaysWork(std::size_t officers) : stations(station_begins(officers)) {
  for (std::uint64_t day = 0; day < kMostDays; ++day)
    days.emplace_back(officers, [&](std::uint64_t officer, int metric) { return day_figure(officer, day, metric); });
}

Workload DaysWork::summed(const PeriodOfDays& period) const {
  return Workload(officers(), [&](std::uint64_t officer, int metric) {
    int sum = 0;
    for (int day = period.first; day <= period.last; ++day)
      sum += days[static_cast<std::size_t>(day)].column(metric)[officer];
    return static_cast<std::uint16_t>(sum);
  });
}

}  // namespace cwp::r36
