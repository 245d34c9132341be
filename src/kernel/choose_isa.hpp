#pragma once
// Which unit runs the lanes.

#include "cwp/isa.hpp"
#include "kernel/lane_step.hpp"
#include "kernel/text_fields.hpp"

namespace cwp {

/// The unit for an instruction set that this processor has; for another the best one it has.
RunLanes lanes_for(Isa isa);
RankGroups group_ranks_for(Isa isa);
SumGroups group_sums_for(Isa isa);
TakeDoubles take_doubles_for(Isa isa);
MeasureFigures measure_figures_for(Isa isa);
FieldUnit field_unit_for(Isa isa);

}  // namespace cwp
