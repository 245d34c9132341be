#include "plan/kept_schedule.hpp"

namespace cwp {

std::shared_ptr<const Schedule> KeptSchedule::of(const Graph& graph, const Scorecard& card, const Timeline& timeline,
                                                 const std::vector<Instance>& roots) {
  {
    const std::lock_guard lock(lock_);
    if (schedule_ != nullptr && span_ == timeline.span && roots_ == roots) return schedule_;
  }
  auto made = std::make_shared<const Schedule>(graph, card, timeline, roots);
  const std::lock_guard lock(lock_);
  span_ = timeline.span;
  roots_ = roots;
  return schedule_ = std::move(made);
}

}  // namespace cwp
