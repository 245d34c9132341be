#pragma once
// The summary that `cwp score` prints: what was published, who leads, what was wrong with the data.

#include <string>

#include "cwp/score_files.hpp"

namespace cwp {

/// `output`: how the files are written that it names; in its language.
std::string summary(const ScoreSummary& published_in, const Scores& scores, const Calendar& calendar,
                    const OutputOptions& output);

}  // namespace cwp
