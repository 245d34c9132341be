#pragma once
// The summary that `cwp score` prints: what was published, who leads, what was wrong with the data.

#include <string>
#include <string_view>

#include "cwp/score_files.hpp"

namespace cwp {

/// `extension`: of the files that it names.
std::string summary(const ScoreSummary& published_in, const Scores& scores, const Calendar& calendar, Language language,
                    std::string_view extension);

}  // namespace cwp
