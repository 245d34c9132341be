#pragma once
// GatherTable: the peers of one aggregate across officers in one period, group by group, once all officers' values are
// known.

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "graph/node.hpp"

namespace cwp {

inline constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;

/// The peers of one group.
struct PeerGroup {
  std::vector<Value> ascending;  ///< the present values
  std::vector<Value> facts;      ///< what the function finds out once for the group
  Value aggregate;               ///< of a fold without extra arguments
  std::uint32_t peers = 0;       ///< also those whose value is absent
  bool on_duty = false;          ///< somebody is, even if the condition holds for nobody
  bool all_exempt = true;        ///< no peer's value is present or missing
};

/// What one officer brings to a gather.
struct PeerEntry {
  bool on_duty = false;  ///< present, and on duty for a day
  bool peer = false;     ///< that, and the condition holds
  Value value;
};

struct GatherTable {
  std::vector<std::uint32_t> group_of;  ///< by officer: a dense number of his group, or kNoGroup
  std::vector<bool> among;              ///< by officer: a peer whose value is present
  std::vector<PeerGroup> groups;
};

/// The groups of the entries of all officers; `group_of` gives everybody's group. O(n log n).
GatherTable make_gather_table(const Node& gather, std::vector<std::uint32_t> group_of,
                              const std::vector<PeerEntry>& entries, const BodyContext& context);

/// What officer number `officer`, whose own value is `own`, sees in the table. `extras` are the other arguments of the
/// function (the q of quantile).
Value gathered(const Node& gather, const GatherTable& table, std::size_t officer, const Value& own,
               const std::vector<Value>& extras, const BodyContext& context);

/// The tables of a run, by gather and period.
class GatherTables {
 public:
  void add(NodeId node, Period period, GatherTable table) { tables_[{node, period}] = std::move(table); }
  bool contains(NodeId node, Period period) const { return tables_.count({node, period}) > 0; }
  const GatherTable& at(NodeId node, Period period) const { return tables_.at({node, period}); }
  GatherTable& at(NodeId node, Period period) { return tables_.at({node, period}); }

 private:
  std::map<std::pair<NodeId, Period>, GatherTable> tables_;
};

}  // namespace cwp
