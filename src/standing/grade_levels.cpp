#include "standing/grade_levels.hpp"

#include <algorithm>
#include <map>

#include "standing/quota.hpp"

namespace cwp {
namespace {

/// Gives a level to those of a group who fulfil it, best first, as far as its quota reaches.
LevelPlaces fill_places(const LevelRule& rule, std::size_t level, std::size_t ranked,
                        std::vector<std::size_t> fulfilling, const std::vector<GradeCandidate>& candidates,
                        std::vector<Grade>& grades) {
  std::stable_sort(fulfilling.begin(), fulfilling.end(),
                   [&](std::size_t a, std::size_t b) { return candidates[a].order < candidates[b].order; });
  LevelPlaces places{ranked, fulfilling.size(), fulfilling.size(), fulfilling.size()};
  if (rule.at_most) {
    std::vector<std::size_t> order;
    for (const std::size_t i : fulfilling) order.push_back(candidates[i].order);
    places.places = quota_size(*rule.at_most, rule.quota, ranked);
    places.taken = places_taken(order, places.places, rule.quota.edge);
  }
  for (std::size_t i = 0; i < places.taken; ++i) grades[fulfilling[i]].level = grades[fulfilling[i]].given = level;
  return places;
}

void lower(const Value& by, std::size_t last_level, Grade& grade) {
  if (!by.present()) {
    grade.level.reset();
    grade.reason = Ungraded::condition_unknown;
    return;
  }
  const std::int64_t steps = by.number.floor().to_int64().value_or(by.number.sign() < 0 ? 0 : std::int64_t(last_level));
  grade.level = std::size_t(std::clamp<std::int64_t>(steps, 0, std::int64_t(last_level - *grade.level)) +
                            std::int64_t(*grade.level));
}

}  // namespace

std::vector<Grade> grade(const std::vector<LevelRule>& levels, const std::vector<GradeCandidate>& candidates,
                         LevelNotes* notes) {
  std::vector<Grade> grades(candidates.size());
  for (std::size_t level = 0; level < levels.size(); ++level) {
    struct Group {
      std::size_t ranked = 0;
      std::vector<std::size_t> fulfilling;
    };
    std::map<std::string, Group> groups;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const GradeCandidate& candidate = candidates[i];
      Group& group = groups[candidate.groups[level]];
      ++group.ranked;
      if (grades[i].level || grades[i].reason != Ungraded::none || level < candidate.best_level) continue;
      if (!candidate.when[level].present())
        grades[i].reason = Ungraded::condition_unknown;
      else if (candidate.when[level].is_true())
        group.fulfilling.push_back(i);
    }
    if (notes) notes->emplace_back();
    for (auto& [name, group] : groups) {
      const LevelPlaces places =
          fill_places(levels[level], level, group.ranked, std::move(group.fulfilling), candidates, grades);
      if (notes) notes->back()[name] = places;
    }
  }
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (grades[i].level && candidates[i].lower_by) lower(*candidates[i].lower_by, levels.size() - 1, grades[i]);
    if (!grades[i].level && grades[i].reason == Ungraded::none) grades[i].reason = Ungraded::no_level;
  }
  return grades;
}

}  // namespace cwp
