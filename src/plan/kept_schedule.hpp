#pragma once
// KeptSchedule: the schedule that was made last, for whoever asks for the same one again.

#include <memory>
#include <mutex>

#include "program/schedule.hpp"

namespace cwp {

class KeptSchedule {
 public:
  /// The Schedule of these arguments. `graph` and `card` are the same in every call. Threads may ask at the same time.
  std::shared_ptr<const Schedule> of(const Graph& graph, const Scorecard& card, const Timeline& timeline,
                                     const std::vector<Instance>& roots);

 private:
  std::mutex lock_;  ///< of what follows
  DayRange span_;
  std::vector<Instance> roots_;
  std::shared_ptr<const Schedule> schedule_;
};

}  // namespace cwp
