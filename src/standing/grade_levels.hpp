#pragma once
// Grade levels: which of those ranked gets which level of a grade set.

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
};

/// The grade of each candidate, in their order (language.md, section 9): levels are tried in turn; those whom a quota
/// leaves out go on to the next level; an unfilled quota is not passed on; a condition that is unknown when it is tried
/// leaves its officer ungraded. O(levels × candidates log candidates).
std::vector<Grade> grade(const std::vector<LevelRule>& levels, const std::vector<GradeCandidate>& candidates);

}  // namespace cwp
