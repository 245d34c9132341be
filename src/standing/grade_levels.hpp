#pragma once
// Grade levels: which of those ranked gets which level of a grade set.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cwp/rule_standing.hpp"
#include "cwp/scores.hpp"
#include "formula/value.hpp"

namespace cwp {

/// What a level demands, best level first.
struct LevelRule {
  std::optional<Quota> at_most;  ///< nothing: no quota
  QuotaRules quota;
};

/// One of the ranked.
struct GradeCandidate {
  std::size_t order = 0;            ///< in the ranking: smaller is better, equal ones tie
  std::vector<std::string> groups;  ///< by level: whose share he counts in
  std::vector<Value> when;          ///< by level: whether its condition holds
  std::size_t best_level = 0;       ///< no level above it (`grade_at_most`)
  std::optional<Value> lower_by;    ///< so many levels down; nothing: not asked
};

struct Grade {
  std::optional<std::size_t> level;
  Ungraded reason = Ungraded::none;
  std::optional<std::size_t> given = {};  ///< the level before `lower_by`
};

/// What a level had to give in one group.
struct LevelPlaces {
  std::size_t ranked = 0;      ///< of the group
  std::size_t fulfilling = 0;  ///< who had come down to the level and fulfil its condition
  std::size_t places = 0;      ///< by its quota; without one as many as fulfil it
  std::size_t taken = 0;       ///< fewer or more than `places` where some tie at the edge
};
/// By level, then group.
using LevelNotes = std::vector<std::map<std::string, LevelPlaces>>;

/// The grade of each candidate, in their order (language.md, section 9): levels are tried in turn; those whom a quota
/// leaves out go on to the next level; an unfilled quota is not passed on; a condition that is unknown when it is tried
/// leaves its officer ungraded. `notes` receives what each level had to give. O(levels × candidates log candidates).
std::vector<Grade> grade(const std::vector<LevelRule>& levels, const std::vector<GradeCandidate>& candidates,
                         LevelNotes* notes = nullptr);

}  // namespace cwp
