#pragma once
// BlockDelivery: what one thread hands to a sink, block by block, straight out of the lanes.

#include "cwp/score_sink.hpp"
#include "engine/run.hpp"
#include "program/lane_block.hpp"

namespace cwp {

/// A column of a sink's blocks.
struct LaneOutput {
  FigureColumnView view;
  Period period;
  NodeId node = kNoNode;
  Rounding rounding = Rounding::half_up;
  std::int64_t uniform = kNoFigure;   ///< of everybody, where there are no lanes
  std::optional<LaneRegister> lanes;  ///< of the lane that handed_lane tells
};

/// What a sink calls that lane.
FigureUnits::Type figure_type(Lane lane);
/// The lanes of a block as a sink gets them.
FigureUnits units_of(const LaneProgram& program, const LaneBlock& block, LaneRegister reg, std::size_t count);

class BlockDelivery {
 public:
  /// `outputs`: by published grain and period, in the order of columns; they must outlive it, as the others must.
  BlockDelivery(const Run& run, const std::vector<LaneOutput>& outputs, const LaneProgram& program, std::size_t lanes);

  /// Takes the officers first … first + count - 1, who are in `block`.
  void take(const LaneBlock& block, std::size_t first, std::size_t count);
  /// The figures of the block's officers by output, to be mended; then these are handed over.
  std::vector<std::vector<std::int64_t>>& mended();
  /// Mends the figures of those of class `number`: they are what another delivery has taken of the same officers.
  void mend(const BlockDelivery& other, const std::uint8_t* classes, std::uint8_t number);
  void hand_over(ScoreSink& sink) const;

 private:
  const std::vector<LaneOutput>& outputs_;
  const LaneProgram& program_;
  std::vector<ScoreBlock> blocks_;                           ///< by grain and period
  std::vector<std::vector<std::int64_t>> uniform_, mended_;  ///< by output
  bool is_mended_ = false;                                   ///< since something was taken
};

}  // namespace cwp
