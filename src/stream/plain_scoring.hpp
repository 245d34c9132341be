#pragma once
// PlainScoring: a scoring of columns whose tables of results are written as they come: all that they say comes from
// lanes, is the same for everybody of a class, or stands with one of the few who are judged.

#include <memory>
#include <utility>

#include "stream/lane_scoring.hpp"

namespace cwp {

class PlainScoring {
 public:
  using RowFacts = LaneScoring::RowFacts;

  /// Null where lanes cannot do it all. The arguments must outlive it.
  static std::unique_ptr<PlainScoring> of(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                          const ScoreSink& sink);

  const Run& run() const { return run_; }
  const LaneScoring& lanes() const { return lanes_; }
  /// By class.
  const std::vector<LaneScoring::AllFacts>& class_facts() const { return class_facts_; }
  /// What stands beside an officer's figures in period `number` of a published grain; of somebody who is judged, behind
  /// his block.
  const RowFacts& facts(std::size_t officer, std::size_t grain, std::size_t number) const {
    if (const LaneScoring::AllFacts* own = lanes_.own_facts(officer)) return (*own)[grain][number];
    return class_facts_[lanes_.classes().of(officer)][grain][number];
  }
  /// Where a published period stands in Run::published(): its grain, and itself among its periods.
  std::pair<std::size_t, std::size_t> place_of(Period period) const;
  /// How many have a row, by grain: of its periods, and of all officers in any. Behind `score`. O(officers).
  struct Rows {
    std::vector<std::size_t> of_period;
    std::size_t officers = 0;
  };
  std::vector<Rows> rows() const;
  /// Hands everything over: all blocks, then all ranks. False where a judged officer's figure cannot be ranked with
  /// those of the lanes: then no ranks were handed over.
  bool score(ScoreSink& sink);
  EngineReport report() const;
  /// Those of the data, then those that arose in judging, by officer.
  std::vector<RowIssue> issues() const { return lanes_.report().issues; }

 private:
  PlainScoring(const Plan& plan, const Dataset& data, const ScoreOptions& options)
      : run_(plan, data, options), lanes_(run_, options) {}

  Run run_;
  LaneScoring lanes_;
  std::vector<LaneScoring::AllFacts> class_facts_;
  double figures_ = 0, rank_ = 0;
};

}  // namespace cwp
