#pragma once
// StandingNotes: what grades and awards came from and no table tells, kept so that they can be explained to one officer
// without scoring all others again. Rankings of units have none.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cwp/scores.hpp"
#include "decimal/rational.hpp"
#include "standing/grade_levels.hpp"
#include "standing/selection.hpp"

namespace cwp {

/// A grade set in one published period.
struct GradeNote {
  Period period;
  LevelNotes levels;
  std::vector<std::pair<std::size_t, std::size_t>> given;  ///< officer → level before `lower_by`, by officer
};

/// One of those ranked by progress.
struct ProgressPlace {
  std::size_t officer = 0;
  std::string group;
  Decimal rank;
  Rational gain;
};
/// What one period says for `in_a_row` about everybody listed, by officer; one that is not complete counts for itself
/// only.
struct TurnNote {
  Period period;
  bool complete = true;
  std::vector<std::pair<std::size_t, Turn>> turns;
};
struct AwardNotes {
  std::map<Period, std::vector<ProgressPlace>> progress;  ///< published periods; by group, rank
  std::vector<TurnNote> turns;                            ///< empty where once is enough
};

struct StandingNotes {
  std::vector<std::vector<GradeNote>> grades;  ///< by grade set
  std::vector<AwardNotes> awards;              ///< by award
};

/// What is kept of an officer in a list by officer; null: nothing.
template <class Kept>
const Kept* kept_of(const std::vector<std::pair<std::size_t, Kept>>& all, std::size_t officer) {
  for (const auto& [one, kept] : all)
    if (one == officer) return &kept;
  return nullptr;
}

}  // namespace cwp
