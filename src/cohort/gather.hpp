#pragma once
// Gathers: stage by stage, what officers bring to the aggregates across them, and the tables that come of it.

#include "engine/run.hpp"

namespace cwp {

/// What all officers bring to each gather in each period, by officer.
using GatherEntries = std::map<std::pair<NodeId, Period>, std::vector<PeerEntry>>;

/// Makes the tables of all gathers of the schedule and gives them to the run. Officers are scored once for each stage,
/// and no further than the next gathers need. `entries`, where somebody wants them, receives what they were made of.
void gather_all(Run& run, const ScoreOptions& options, GatherEntries* entries = nullptr);

/// What one officer brings to a gather; the cells of its inputs are known.
PeerEntry peer_entry(const Run& run, const OfficerRun& officer, Instance gather);

/// A dense number for each group, in the order of their keys, by officer; kNoGroup for one without a key.
std::vector<std::uint32_t> group_numbers(const std::vector<std::optional<std::string>>& keys);

/// Tables in which these officers are all that there are, numbered as they stand, and each other's peers: what one of
/// them then has or lacks does not hang on how the others are grouped.
std::shared_ptr<const GatherTables> gathers_among(const Run& run,
                                                  const std::vector<std::shared_ptr<const OfficerRecord>>& officers);

/// Whether the tables hold all that the run gathers.
bool has_all_gathers(const Run& run, const GatherTables& tables);

/// The officer's group by these attributes, as of the period: their values joined; nothing where one has no value.
/// Without attributes all officers are one group.
std::optional<std::string> group_key(const ExactContext& context, const std::vector<std::uint32_t>& by, Period period);

}  // namespace cwp
