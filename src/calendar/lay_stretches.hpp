#pragma once
// lay_stretches: overlapping rows of days to disjoint stretches, where the later row wins day by day.

#include <cstdint>
#include <vector>

#include "cwp/calendar.hpp"

namespace cwp {

/// Days for which row `row` speaks.
struct Stretch {
  DayRange days;
  std::uint32_t row = 0;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// Of the rows that hold a day, the one with the greatest `row` speaks for it. The result is sorted and disjoint;
/// neighbours are of different rows. Ranges must not be empty. O(n log n).
std::vector<Stretch> lay_stretches(const std::vector<Stretch>& rows);

}  // namespace cwp
