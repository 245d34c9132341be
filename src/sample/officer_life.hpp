#pragma once
// OfficerLife: when an officer came and left, where he served, when he was away, how good he is.

#include <optional>
#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "sample/profile.hpp"

namespace cwp {

/// A row of the roster; open ends are empty.
struct LifePost {
  std::optional<Day> from, to;
  std::uint32_t station = 0;
};
/// A duty record. `works`: figures go on in it.
struct LifeDuty {
  DayRange days;
  std::string status;
  bool works = false;
};

struct OfficerLife {
  std::uint32_t number = 1;  ///< A0001 is 1
  std::string key;
  Day career_from;   ///< joined the service
  DayRange present;  ///< within the span; never empty
  std::vector<LifePost> posts;
  std::vector<LifeDuty> duty;  ///< sorted, disjoint
  Quality talent = 500;
  std::int64_t progress = 0;  ///< what is added to the talent from the span's first day to its last

  bool present_on(Day day) const { return present.contains(day); }
  /// The post of a present day.
  std::uint32_t station_on(Day day) const;
  /// The duty record of a day; null: none.
  const LifeDuty* duty_on(Day day) const;
  /// What is added to his talent in something: each has strong and weak sides.
  Quality side(std::string_view in, std::uint64_t seed) const;
  /// How good he is on a day, in what has this side.
  Quality quality(Day day, Quality side, DayRange span) const;
};

struct LifeOptions {
  DayRange span;
  std::uint64_t seed = 1;
  std::uint32_t stations = 0;  ///< 0: one for each twenty officers, filled one after the other
};

/// Officer `number`, whoever else there is.
OfficerLife make_life(std::uint32_t number, const LifeOptions& options, const Rulebook& rulebook);

/// How much happens on a workday: 1000 in midweek.
std::int64_t share_of_workday(Day day);
/// How much of a workday's figures an officer makes on a day: nothing while he is away, and on most rest days; on some
/// of those it is his turn.
std::int64_t share_of_day(const OfficerLife& officer, Day day, const Calendar& calendar, std::uint64_t seed);

/// `A0012`
std::string officer_key(std::uint32_t number);

}  // namespace cwp
