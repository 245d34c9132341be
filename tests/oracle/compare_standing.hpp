#pragma once
// Compares rankings, grades, awards and promises with the oracle's.

#include "oracle/comparison.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {

void compare_standing(const Scorecard& card, Oracle& oracle, const Scores& scores, bool provisional, Counts& counts,
                      std::vector<std::string>& differences);

}  // namespace cwp::oracle
