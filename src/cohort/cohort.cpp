#include "cohort/cohort.hpp"

#include <algorithm>

namespace cwp {
namespace {

constexpr std::size_t kModelsTried = 4;

std::size_t extraordinary_cells(const Run& run, const Extent& extent, const OfficerRun& officer) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < run.schedule().order().size(); ++i) {
    const Instance& instance = run.schedule().order()[i];
    if (extent.holds(run.schedule(), i) &&
        is_extraordinary(run.graph().nodes[instance.node], officer.cell(instance.node, instance.period)))
      ++count;
  }
  return count;
}

}  // namespace

Cohort::Cohort(const Run& run, const Extent& extent, const std::vector<OfficerClass>& classes)
    : run_(run),
      extent_(extent),
      officers_(officers_of(classes)),
      own_days_(officers_.size()),
      unlike_(std::size_t(run.schedule().days().size()), officers_.size()) {
  std::size_t least = ~std::size_t{0};
  for (std::size_t attempt = 0; attempt < kModelsTried && least > 0; ++attempt) {
    const ModelOfficer model = model_officer(run, officers_, attempt);
    auto made = std::make_unique<OfficerRun>(run, model.number, model.record, extent);
    const std::size_t count = extraordinary_cells(run, extent, *made);
    if (count >= least) continue;
    least = count;
    model_ = std::move(made);
  }
  compare_days(classes);
}

void Cohort::compare_days(const std::vector<OfficerClass>& classes) {
  const DayRange days = run_.schedule().days();
  std::size_t first = 0;
  for (const OfficerClass& one : classes) {
    const auto record = run_.data().officer(one.front());
    const OfficerDays own(*record, *run_.card().rulebook, run_.card().calendar, days);
    for (Day day = days.first; day <= days.last; day = day + 1) {
      if (own.is_like(model_->days(), day)) continue;
      for (std::size_t i = first; i < first + one.size(); ++i) unlike_.set(std::size_t(day - days.first), i);
      std::fill_n(own_days_.begin() + std::ptrdiff_t(first), one.size(), std::uint8_t{1});
    }
    first += one.size();
  }
}

void Cohort::add_own_days(DayRange days, Planes& planes, std::size_t plane) const {
  const DayRange all = run_.schedule().days();
  for (Day day = std::max(days.first, all.first); day <= std::min(days.last, all.last); day = day + 1)
    planes.add(plane, unlike_, std::size_t(day - all.first));
}

}  // namespace cwp
