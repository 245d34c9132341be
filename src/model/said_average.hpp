#pragma once
// What a title promises of its figures: that they are an average of shorter periods.

#include <optional>
#include <string_view>

#include "cwp/calendar.hpp"
#include "cwp/rule_text.hpp"

namespace cwp {

struct SaidAverage {
  std::string_view words;  ///< that say so
  Grain grain;             ///< of the shorter periods
};

/// The first that the title says, in either language; nothing where it says none.
std::optional<SaidAverage> said_average(const Title& title);

}  // namespace cwp
