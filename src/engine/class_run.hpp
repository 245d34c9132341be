#pragma once
// ClassRun: one class of officers, block by block through its program.

#include <atomic>

#include "cwp/engine_report.hpp"
#include "engine/class_lanes.hpp"
#include "program/lane_block.hpp"

namespace cwp {

class ClassRun {
 public:
  /// Needs the tables of all gathers. Builds the program; `usable` says whether there is any use in running it.
  ClassRun(const Run& run, std::vector<std::uint32_t> officers, const EngineOptions& options);

  bool usable() const { return usable_; }
  const std::vector<std::uint32_t>& officers() const { return officers_; }
  /// Adds what is known of the program, and, once it ran, of its officers.
  void report(EngineReport& report) const;
  /// The program, a line a step.
  std::string to_text() const { return cwp::to_text(pass_, program_); }
  /// Runs all blocks and calls `visit` once for each officer of the class, with his cells; officers of the judge's are
  /// evaluated one by one. In `threads` threads, at most one call for each officer at a time.
  void for_each(int threads, const std::function<void(const OfficerRun&)>& visit) const;

 private:
  bool find_model();
  bool can_be_taken() const;
  void fill_tables();
  std::vector<LaneRegister> wanted() const;
  void run_blocks(std::size_t thread, std::size_t threads, const std::function<void(const OfficerRun&)>& visit) const;

  const Run& run_;
  std::vector<std::uint32_t> officers_;
  EngineOptions options_;
  bool usable_ = false;
  std::unique_ptr<OfficerRun> model_;
  std::unique_ptr<ClassLanes> lanes_;
  LaneProgram program_;
  LanePass pass_;
  LaneTables tables_;
  std::size_t block_ = 0;
  mutable std::atomic<std::size_t> taken_ = 0;  // officers whose figures came out of lanes
};

/// Calls `visit` once for each officer with his cells: class by class in lanes, and one by one who is in no class large
/// enough. In threads, as the options say; needs the tables of all gathers.
EngineReport for_each_officer_run(const Run& run, const ScoreOptions& options,
                                  const std::function<void(const OfficerRun&)>& visit);

}  // namespace cwp
