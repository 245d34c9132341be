#pragma once
// LaneScoring: all officers of a Dataset of columns through one program: a pass for each stage of gathers, then one for
// the figures themselves.

#include <atomic>
#include <map>
#include <mutex>

#include "cwp/score_sink.hpp"
#include "program/lane_block.hpp"
#include "stream/block_delivery.hpp"
#include "stream/column_lanes.hpp"
#include "stream/lane_ranks.hpp"

namespace cwp {

class LaneScoring {
 public:
  LaneScoring(const Run& run, const ScoreOptions& options) : run_(run), options_(options) {}

  /// Builds the program; false where it cannot do all that is asked for.
  bool prepare(const ScoreSink& sink);
  /// Makes the tables of all gathers. Behind `prepare`.
  void gather();
  /// Runs the program; then every block has gone to the sink.
  void run(ScoreSink& sink);
  /// Hands over the ranks. Behind `run`. False where a judged officer's figure is no multiple of the lanes' unit: then
  /// nothing was handed over.
  bool rank(ScoreSink& sink) const;
  ScoringReport report() const;

  // Behind `prepare`.
  /// Officer number 0.
  const OfficerRun& model() const { return *model_; }
  std::size_t block() const { return block_; }
  /// Whether there may be officers whose figures do not come from lanes.
  bool may_judge() const { return program_.has_flags || lanes_->has_judges(); }
  /// Whether every figure has at most 18 digits, and what is ranked is somebody's and printed as it is.
  bool prints_all() const;
  /// What is ranked, behind `run`: by officer, in units of the last place that is printed; and the groups.
  struct RankedFigures {
    FigureUnits units;
    std::int64_t low = 0, high = 0;
    int decimals = 0;
    const ColumnLanes::Grouping* grouping = nullptr;
  };
  RankedFigures ranked(std::size_t ranking, Period period) const;
  /// Adds the lanes of the steps, and which instances they stand for.
  void report_steps(EngineReport& report) const;

 private:
  /// A figure that is ranked, of all officers.
  struct Ranked {
    NodeId node = kNoNode;
    Period period;
    LaneRegister lanes = 0;  ///< of the lane that handed_lane tells
    std::int64_t denominator = 1;
    RankedLanes figures;
    int decimals = 0;
    bool as_printed = true;  ///< a unit is one of the last place
    bool of_nobody = false;  ///< nobody has the figure but who is judged
  };
  struct Order {
    std::size_t ranking = 0, ranked = 0;
    const ColumnLanes::Grouping* grouping = nullptr;
  };

  bool find_model();
  bool add_outputs(const ScoreSink& sink);
  bool add_output(const Run::Column& column, const PublishedGrain& published, std::size_t period);
  bool add_rankings();
  std::optional<std::size_t> add_ranked(NodeId node, Period period, int decimals);
  void gather(std::uint32_t stage);
  void run_blocks(std::size_t thread, ScoreSink& sink);
  void deliver(ScoreSink& sink, std::size_t first, std::size_t count, const LaneBlock& block, BlockDelivery& delivery);
  void judge(std::size_t officer, std::size_t lane, std::vector<std::vector<std::int64_t>>& mended);
  void rank(const Order& order, std::span<std::uint32_t> ranks) const;
  std::size_t threads() const { return std::size_t(std::max(options_.threads, 1)); }

  const Run& run_;
  const ScoreOptions& options_;
  std::shared_ptr<const GatherTables> model_gathers_;
  std::unique_ptr<OfficerRun> model_;
  std::unique_ptr<ColumnLanes> lanes_;
  LaneProgram program_;
  LanePass pass_;
  LaneTables tables_;
  std::vector<LaneOutput> outputs_;  ///< by grain, period, column
  std::vector<Ranked> ranked_;
  std::vector<Order> orders_;
  std::size_t block_ = 0;
  std::atomic<std::size_t> judged_ = 0;
  std::atomic<bool> between_units_ = false;
  std::map<std::size_t, std::vector<RowIssue>> issues_;  ///< that arose in judging, by officer
  std::mutex issues_lock_;
  std::atomic<std::size_t> turn_ = 0;  ///< the block whose turn it is, of a sink in order
  std::atomic<bool> stopped_ = false;  ///< a sink threw: nobody waits for its turn any more
};

}  // namespace cwp
