#pragma once
// Grades out of the rankings.

#include <vector>

#include "standing/grade_levels.hpp"
#include "standing/make_rankings.hpp"

namespace cwp {

/// By grade set, then period of its ranking, then Contestant::number.
using Grades = std::vector<std::vector<std::vector<Grade>>>;

Grades make_grades(const Run& run, const Standings& standings);

/// One table for each grade set whose grain is asked for.
std::vector<GradeTable> make_grade_tables(const Run& run, const Standings& standings, const Grades& grades);

}  // namespace cwp
