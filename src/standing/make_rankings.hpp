#pragma once
// Rankings out of the entries of all officers.

#include <vector>

#include "engine/officer_results.hpp"

namespace cwp {

/// One table for each ranking whose grain is published; `entries` of all officers, by officer.
std::vector<RankingTable> make_rankings(const Run& run, const std::vector<OfficerResults>& results);

}  // namespace cwp
