#pragma once
// Awards out of rankings and grades.

#include <vector>

#include "standing/make_grades.hpp"
#include "standing/standing_notes.hpp"

namespace cwp {

/// One table for each award whose grain is asked for. `issues` receives amounts that could not be worked out, `notes`
/// by award what the tables do not tell.
std::vector<AwardTable> make_awards(const Run& run, const Standings& standings, const Grades& grades,
                                    std::vector<RowIssue>& issues, std::vector<AwardNotes>& notes);

}  // namespace cwp
