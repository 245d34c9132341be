#pragma once
// Gathers: stage by stage, what officers bring to the aggregates across them, and the tables that come of it.

#include "engine/run.hpp"

namespace cwp {

/// Makes the tables of all gathers of the schedule and gives them to the run. Officers are scored once for each stage,
/// and no further than the next gathers need.
void gather_all(Run& run, const ScoreOptions& options);

/// Tables in which one officer is his only peer: whether he has a value does not hang on the others.
std::shared_ptr<const GatherTables> gathers_of_one(const Run& run, std::size_t officer);

/// Whether the tables hold all that the run gathers.
bool has_all_gathers(const Run& run, const GatherTables& tables);

/// The officer's group by these attributes, as of the period: their values joined; nothing where one has no value.
/// Without attributes all officers are one group.
std::optional<std::string> group_key(const ExactContext& context, const std::vector<std::uint32_t>& by, Period period);

}  // namespace cwp
