#pragma once
// The summary that `cwp score` prints: what was published, who leads, what was wrong with the data.

#include <string>
#include <string_view>

#include "cwp/scores.hpp"

namespace cwp {

/// `extension`: of the files that it names.
std::string summary(const Scores& scores, const Calendar& calendar, Language language, std::string_view extension);

}  // namespace cwp
