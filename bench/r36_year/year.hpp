#pragma once
// The data of R36 over a year: the days of 2026, and the periods that lie wholly in them.

#include <string>
#include <vector>

#include "bench/r36/workload.hpp"
#include "cwp/calendar.hpp"

namespace cwp::r36 {

constexpr int kDaysOfYear = 365;

/// A period as the sum of days, which are counted from 0: the first of January 2026.
struct PeriodOfYear {
  Period period;
  int factor = kMonth;
  int first = 0, last = 0;
};
/// The days, ISO weeks and months that lie in the first `days` days, by grain and time.
std::vector<PeriodOfYear> periods_of_year(int days);
/// That day of 2026.
Day day_of_year(int day);

struct YearWork {
  YearWork(std::size_t officers, int days);
  std::size_t officers() const { return days[0].officers(); }
  /// The figures of a period, as the work of one period.
  Workload summed(const PeriodOfYear& period) const;

  std::vector<Columns> days;
  std::vector<std::uint32_t> stations;
};

}  // namespace cwp::r36
