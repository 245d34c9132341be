#pragma once
// cwp over days, weeks and the month, by one rulebook, from columns in memory to a sink.

#include <memory>
#include <string>
#include <vector>

#include "bench/r36_days/days.hpp"

namespace cwp::r36 {

/// What is kept of each of periods_of_days(), one behind the other: by officer.
struct DaysResults {
  std::vector<std::vector<std::int32_t>> totals;
  std::vector<std::vector<std::uint32_t>> station_ranks, overall_ranks;
};

class DaysEngine {
 public:
  /// `work` must outlive it.
  DaysEngine(const DaysWork& work, int threads);
  ~DaysEngine();
  void run();
  const DaysResults& results() const;
  /// What the last run was made of: `bind 20.1, gather 10.2, figures 97.0, ranks 15.1 ms; …`.
  std::string report() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cwp::r36
