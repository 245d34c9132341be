#pragma once
// What is published, as lines to compare.

#include <string>
#include <vector>

#include "cwp/scores.hpp"

namespace cwp::oracle {

/// Everything that is published of one period.
std::vector<std::string> cut(const Scores& scores, Period period);
/// Everything that is published, and all issues.
std::vector<std::string> everything(const Scores& scores);

}  // namespace cwp::oracle
