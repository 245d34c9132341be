#pragma once
// read_day: a date as tables have it. Of what is no date, what it seems to be, so that it can be mended.

#include <optional>
#include <string_view>

#include "cwp/calendar.hpp"
#include "row/take_value.hpp"

namespace cwp {

/// Reads 2026-03-05, 2026-3-5 and 2026/3/5, also with the midnight that spreadsheets write behind it (` 0:00:00`). No
/// other order of year, month and day is read: 1/3/2026 is March to some and January to others.
std::optional<Day> read_day(std::string_view text);

/// Why read_day gave nothing: `date-serial` for a spreadsheet's number of a day (expected: the day it stands for),
/// `value-full-width` (expected: the same in half width), else `otherwise` with the form that is wanted.
Refusal no_day(std::string_view text, std::string_view otherwise);

}  // namespace cwp
