#pragma once
// The groups of one ranking of a PlainScoring.

#include <string>
#include <vector>

#include "data/column_store.hpp"
#include "stream/plain_scoring.hpp"

namespace cwp {

/// By number; one without a name where the ranking has none.
inline std::vector<std::string> group_names(const Run& run, const ScoreRanking& ranking) {
  if (ranking.by.empty()) return {""};
  std::vector<std::string> names;
  for (const Value& value : run.data().columns->attributes[ranking.by[0]].values) names.push_back(plain_text(value));
  return names;
}

/// Finds the number of an officer's group.
inline auto group_of_officer(const LaneScoring::RankedFigures& figures) {
  return [numbers = figures.grouping->numbers](std::uint32_t officer) {
    return numbers == nullptr ? std::size_t{0} : std::size_t(numbers[officer]);
  };
}

}  // namespace cwp
