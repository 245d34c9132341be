#pragma once
// What one officer's cells come to: published rows, entries of rankings, and row issues.

#include <string>
#include <vector>

#include "engine/run.hpp"

namespace cwp {

/// One officer in one period of one ranking.
struct RankingEntry {
  std::size_t ranking = 0;
  Period period;
  std::string group;
  std::optional<Rational> value;
  bool eligible = true;
  std::vector<Value> ties;
};

struct OfficerResults {
  std::vector<std::vector<ScoreRow>> rows;  ///< by position in Run::published()
  std::vector<RankingEntry> entries;
  std::vector<RowIssue> issues;
};

OfficerResults collect_results(const Run& run, const OfficerRun& officer, std::size_t number);

/// Row issues of the faults below the given roots, each once, in the order of the rulebook and the calendar.
void collect_fault_issues(const Run& run, const OfficerRun& officer, const std::vector<Instance>& roots,
                          std::vector<RowIssue>& issues);

/// Calls `visit` with every need of an instance that its value was computed from.
void for_each_used(const Run& run, const OfficerRun& officer, Instance instance,
                   const std::function<void(Instance)>& visit);

}  // namespace cwp
