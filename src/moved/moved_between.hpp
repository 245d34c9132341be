#pragma once
// moved_between: what_moved, where only some of what was published is at hand.

#include <set>

#include "cwp/moved.hpp"

namespace cwp {

/// Periods of which the tables or rankings have rows. O(periods log rows).
std::set<Period> published_periods(const Scores& scores);

/// As what_moved of all that was published before in the periods `published_before`, and after in `published_after`, of
/// which `before` and `after` hold at least every row that is not the same.
Movement moved_between(const Scores& before, const Scores& after, const std::set<Period>& published_before,
                       const std::set<Period>& published_after);

}  // namespace cwp
