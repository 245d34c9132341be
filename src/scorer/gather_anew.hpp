#pragma once
// GatherAnew: the tables of aggregates across officers, stage by stage, where somebody brings another figure to them.

#include "cohort/gather.hpp"
#include "scorer/cells_anew.hpp"
#include "scorer/stale.hpp"

namespace cwp {

class GatherAnew {
 public:
  /// `entries` and `tables` (those of the run) are those of before; gathers of the run that they lack are made.
  GatherAnew(const Run& run, GatherEntries& entries, GatherTables& tables, Stale& stale, CellsAnew& cells)
      : run_(run), entries_(entries), tables_(tables), stale_(stale), cells_(cells) {}

  /// All stages. Who then sees another figure of his peers is stale there.
  void make();

 private:
  using Who = std::vector<std::size_t>;
  void take_entries(std::uint32_t stage);
  /// Every group, since officers may have come to stand in another.
  void make_all_groups(Instance gather);
  /// The groups of those who bring another figure.
  void make_groups(Instance gather, const Who& changed);
  void make_group(Instance gather, GatherTable& table, std::uint32_t group);
  std::vector<std::uint32_t> group_numbers_of(Instance gather) const;

  const Run& run_;
  GatherEntries& entries_;
  GatherTables& tables_;
  Stale& stale_;
  CellsAnew& cells_;
  std::map<std::pair<NodeId, Period>, Who> changed_;  ///< of the stage: who brings something else
};

}  // namespace cwp
