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

/// How many officers are worth computing at once: at most `most`, and as many as have this many bytes of registers.
struct BlockSize {
  std::size_t most = 512;
  std::size_t registers = 48 << 10;  ///< about a first-level cache
};
/// Which size suits the processors that run the unit. Those with AVX-512 were no quicker in longer blocks; one without
/// it reads columns quicker in long stretches, though registers are then in the second-level cache
/// (docs/performance.md).
BlockSize block_size_for(Isa isa);

}  // namespace cwp
