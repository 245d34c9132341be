#pragma once
// Cohort: officers who run through one program: their model, and on which days each of them is unlike it.

#include "cohort/model_officer.hpp"
#include "cohort/planes.hpp"

namespace cwp {

class Cohort {
 public:
  /// `gathers`: of the extent. The model is evaluated, once or, where nothing ordinary comes of it, a few times.
  Cohort(const Run& run, const Extent& extent, const std::vector<OfficerClass>& classes);

  const Run& run() const { return run_; }
  const Extent& extent() const { return extent_; }
  const std::vector<std::uint32_t>& officers() const { return officers_; }
  const OfficerRun& model() const { return *model_; }
  /// The officer has a day that is unlike the model's.
  bool has_own_days(std::size_t officer) const { return own_days_[officer] != 0; }
  /// Adds to plane `plane` those who have such a day among `days`.
  void add_own_days(DayRange days, Planes& planes, std::size_t plane) const;

 private:
  void compare_days(const std::vector<OfficerClass>& classes);

  const Run& run_;
  Extent extent_;
  std::vector<std::uint32_t> officers_;
  std::unique_ptr<OfficerRun> model_;
  std::vector<std::uint8_t> own_days_;
  Planes unlike_;  ///< by day of the schedule
};

}  // namespace cwp
