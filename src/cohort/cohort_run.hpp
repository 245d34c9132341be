#pragma once
// CohortRun: one cohort of officers, block by block through its program. Where an officer is unlike the model, the
// judge evaluates his cells, and those that hang on them; the rest is taken from lanes.

#include <atomic>

#include "cohort/cohort_lanes.hpp"
#include "cwp/engine_report.hpp"
#include "program/lane_block.hpp"

namespace cwp {

class CohortRun {
 public:
  /// Builds the program.
  CohortRun(const Run& run, const Extent& extent, const std::vector<OfficerClass>& classes,
            const EngineOptions& options);

  const std::vector<std::uint32_t>& officers() const { return cohort_.officers(); }
  /// Adds what is known of the program, and, once it ran, of its officers.
  void report(EngineReport& report) const;
  /// The program, a line a step.
  std::string to_text() const { return cwp::to_text(pass_, program_); }
  /// Runs all blocks and calls `visit` once for each officer of the cohort, with his cells. In `threads` threads, at
  /// most one call for each officer at a time.
  void for_each(int threads, const std::function<void(const OfficerRun&)>& visit) const;

 private:
  std::vector<LaneRegister> wanted() const;
  void run_blocks(std::size_t thread, std::size_t threads, const std::function<void(const OfficerRun&)>& visit) const;
  /// For each position in the schedule's order a bit by officer, up to 64 from `first` on: the judge's, because of the
  /// planes or because of what was flagged in a block, in which the first of them has lane `lane`.
  void find_judged(std::size_t first, std::size_t count, void* const* registers, std::size_t lane,
                   std::vector<Planes::Word>& judged) const;

  const Run& run_;
  EngineOptions options_;
  Cohort cohort_;
  CohortLanes lanes_;
  LaneProgram program_;
  LanePass pass_;
  LaneTables tables_;
  std::size_t block_ = 0;
  mutable std::atomic<std::size_t> judged_ = 0;  ///< cells
  mutable std::atomic<std::size_t> unlike_ = 0;  ///< officers who had some
};

/// Calls `visit` once for each officer with his cells: cohort by cohort in lanes, and one by one who is in no cohort
/// large enough. In threads, as the options say.
EngineReport for_each_officer_run(const Run& run, const Extent& extent, const ScoreOptions& options,
                                  const std::function<void(const OfficerRun&)>& visit);

}  // namespace cwp
