#pragma once
// PlainScoring: a scoring of columns in which nobody is judged: all that the tables of results say comes from lanes, or
// is the same for everybody.

#include <memory>

#include "stream/lane_scoring.hpp"

namespace cwp {

class PlainScoring {
 public:
  /// Null where lanes cannot do it all. The arguments must outlive it.
  static std::unique_ptr<PlainScoring> of(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                          const ScoreSink& sink);

  const Run& run() const { return run_; }
  const LaneScoring& lanes() const { return lanes_; }
  /// What stands beside everybody's total.
  struct TotalFacts {
    std::optional<Decimal> reachable, coverage;
  };
  TotalFacts total_facts(Period period) const;
  /// Hands everything over: all blocks, then all ranks.
  void score(ScoreSink& sink);
  EngineReport report() const;

 private:
  PlainScoring(const Plan& plan, const Dataset& data, const ScoreOptions& options)
      : run_(plan, data, options), lanes_(run_, options) {}

  Run run_;
  LaneScoring lanes_;
  double gather_ = 0, figures_ = 0, rank_ = 0;
};

}  // namespace cwp
