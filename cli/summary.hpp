#pragma once
// The summary that `cwp score` prints: what was published, who leads, what was wrong with the data.

#include <string>

#include "cwp/scores.hpp"

namespace cwp {

std::string summary(const Scores& scores, const Calendar& calendar, Language language);

}  // namespace cwp
