#pragma once
// The data of R36 by days: the 31 days of March 2026, and the 38 periods that they make up.

#include <array>
#include <string>
#include <vector>

#include "bench/r36/workload.hpp"

namespace cwp::r36 {

/// A period as the sum of days, which are counted from 0.
struct PeriodOfDays {
  std::string name;  ///< `2026-03-01`, `2026-W09`, `2026-03`
  int factor = kMonth;
  int first = 0, last = 0;
};
/// 31 days, 6 ISO weeks (of which the first and the last lie in March only in part) and the month.
const std::vector<PeriodOfDays>& periods_of_days();

struct DaysWork {
  explicit DaysWork(std::size_t officers);
  std::size_t officers() const { return days[0].officers(); }
  /// The figures of a period, as the work of one period.
  Workload summed(const PeriodOfDays& period) const;

  std::vector<Columns> days;
  std::vector<std::uint32_t> stations;
};

}  // namespace cwp::r36
