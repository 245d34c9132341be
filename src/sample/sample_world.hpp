#pragma once
// SampleWorld: what all rows of one sample are made from.

#include <string>
#include <vector>

#include "cwp/sample.hpp"
#include "sample/attribute_values.hpp"
#include "sample/officer_life.hpp"
#include "sample/profile.hpp"

namespace cwp {

struct SampleWorld {
  CheckedRulebook rules;
  DayRange span;  ///< in which rows are made: not behind the rulebook's end
  std::uint64_t seed = 1;
  Profiles profiles;
  AttributeValues attributes;
  std::vector<OfficerLife> lives;  ///< A0001 first

  const Rulebook& rulebook() const { return rules.rulebook(); }
};

/// A row of figures or facts: who, when, and the cells behind, as they are written.
struct SampleRow {
  std::string officer, date;
  std::vector<std::string> cells;
};

/// How much happens on a workday: 1000 in midweek.
inline std::int64_t share_of_workday(Day day) {
  constexpr std::int64_t kByWeekday[] = {1080, 1040, 1000, 1000, 880, 800, 800};
  return kByWeekday[std::size_t(day.weekday())];
}

/// How much of a workday's figures an officer makes on a day: nothing while he is away, and on most rest days; on some
/// of those it is his turn.
std::int64_t share_of_day(const OfficerLife& officer, Day day, const SampleWorld& world);

}  // namespace cwp
