#pragma once
// What one officer's cells come to: published rows, entries of rankings, and row issues.

#include <string>
#include <vector>

#include "engine/few.hpp"
#include "engine/part_keeper.hpp"
#include "engine/run.hpp"

namespace cwp {

/// One officer in one period of one ranking: all that is asked about him when ranks, grades and awards are made. A
/// Scorer keeps them all: small.
struct RankingEntry {
  std::uint32_t ranking = 0;
  bool has_group = true;  ///< he has a value of every attribute of `by`
  bool eligible = true;
  bool on_duty = true;  ///< at least one duty day; else he is exempt for all of the period
  Period period;
  std::string group;
  Few<std::string> unit;  ///< of a ranking of units: one; none: he belongs to none
  std::optional<Rational> value;
  Few<Value> ties;
  Few<std::uint32_t> vetoes;  ///< in force, into the card's, in file order; of the ranking's grain
  /// Of the levels of its grade sets, set by set.
  struct LevelGroup {
    std::string text;   ///< empty where `by` is unsaid
    bool whole = true;  ///< he has a value of every attribute of `by`
  };
  Few<LevelGroup> level_groups;
  Few<Value> leaves;  ///< of StandingNeeds::leaves
};

/// What one officer's figures say of a promise in one period; those who cannot say are left out.
struct PromiseEntry {
  std::size_t expectation = 0;
  Period period;
  std::string group;
  bool holds = true;
};

struct OfficerResults {
  std::vector<std::vector<ScoreRow>> rows;  ///< by position in Run::published()
  std::vector<RankingEntry> entries;
  std::vector<PromiseEntry> promises;
  std::vector<RowIssue> issues;
};

/// His entry in a ranking's period; null where he was not present. O(log entries).
const RankingEntry* entry_of(const OfficerResults& results, std::size_t ranking, Period period);

/// What his cells come to; the parts of his rows are kept by `keeper`, or by themselves.
OfficerResults collect_results(const Run& run, const OfficerRun& officer, PartKeeper& keeper);
OfficerResults collect_results(const Run& run, const OfficerRun& officer);

/// Period `i` of the published grain number `grain`; nothing where the officer was not present.
std::optional<ScoreRow> score_row(const Run& run, const OfficerRun& officer, std::size_t grain, std::size_t i,
                                  PartKeeper& keeper, std::vector<RowIssue>& issues);

/// What a ranking (a promise) asks of the officer, who is present in the period.
RankingEntry ranking_entry(const Run& run, const OfficerRun& officer, std::size_t ranking, Period period);
std::optional<PromiseEntry> promise_entry(const Run& run, const OfficerRun& officer, std::size_t promise,
                                          Period period);
/// The entries of one officer in all rankings and promises, by ranking (promise) and period.
void collect_entries(const Run& run, const OfficerRun& officer, OfficerResults& results);
/// The formulas of grades, awards and promises that do not wait for ranks, in their published periods.
void add_standing_roots(const Run& run, const OfficerRun& officer, std::vector<Instance>& roots);

/// The row issue of a fault that arose at a node; `score`: the id of what is computed.
RowIssue fault_issue(const Run& run, const std::string& officer, Instance instance, Fault fault,
                     const std::string& score);

/// Row issues of the faults below the given roots, each once, in the order of the rulebook and the calendar.
void collect_fault_issues(const Run& run, const OfficerRun& officer, const std::vector<Instance>& roots,
                          std::vector<RowIssue>& issues);

/// Calls `visit` with every need of an instance that its value was computed from.
void for_each_used(const Run& run, const OfficerRun& officer, Instance instance,
                   const std::function<void(Instance)>& visit);

}  // namespace cwp
