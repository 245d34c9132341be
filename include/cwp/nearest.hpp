#pragma once
// What somebody may have meant who named an officer, an item or a period that there is none of.

#include <string>
#include <string_view>
#include <vector>

#include "cwp/calendar.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// Those of `known` that are nearest to `text`, all of them as near as nearest_name (rulebook.hpp) is: `A01, A02`; at
/// most three, in their order. Empty when none is near. O(known).
std::string nearest_names(std::string_view text, const std::vector<std::string>& known);

/// The label of the period that `text` says in another way than Period::parse reads: `2026-3`, `202603`, `2026/03/05`,
/// `2026q1`, `2026年3月`, `2026年上半年`. Empty when it says none.
std::string period_meant(std::string_view text, const Calendar& calendar);

}  // namespace cwp
