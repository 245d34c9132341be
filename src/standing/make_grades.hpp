#pragma once
// Grades out of the rankings.

#include <vector>

#include "standing/grade_levels.hpp"
#include "standing/make_rankings.hpp"
#include "standing/standing_notes.hpp"

namespace cwp {

/// By grade set, then period of its ranking, then Contestant::number.
using Grades = std::vector<std::vector<std::vector<Grade>>>;

/// `notes` receives what each level had to give in published periods, set by set.
Grades make_grades(const Run& run, const Standings& standings, std::vector<std::vector<GradeNote>>& notes);

/// The first level that the vetoes in force do not forbid.
std::size_t best_level(const ScoreGradeSet& set, const Scorecard& card, const std::vector<std::uint32_t>& vetoes);

/// One table for each grade set whose grain is asked for.
std::vector<GradeTable> make_grade_tables(const Run& run, const Standings& standings, const Grades& grades);

}  // namespace cwp
