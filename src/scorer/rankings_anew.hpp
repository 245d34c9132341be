#pragma once
// rank_again: some officers of a ranking get their places anew; those between move by as many.

#include <span>

#include "standing/make_rankings.hpp"

namespace cwp {

/// What is given, and kept up to date: a ranking in one period, and its rows of the published table, in the same order;
/// none where it is not published.
struct LiveStanding {
  const Run& run;
  std::size_t ranking = 0;
  PeriodStanding& standing;
  std::span<RankedOfficer> rows;
};

/// As make_standing and listed would have it, where the entries of `officers` (ascending) are others than before, those
/// of nobody else, and the same officers have one; a ranking of officers, not of units. Rows that are not the same are
/// appended to `was` and `now`. O(n log of those officers).
void rank_again(LiveStanding live, const std::vector<OfficerResults>& results, const std::vector<std::size_t>& officers,
                std::vector<RankedOfficer>& was, std::vector<RankedOfficer>& now);

}  // namespace cwp
