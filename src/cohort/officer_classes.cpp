#include "cohort/officer_classes.hpp"

#include <algorithm>
#include <map>

#include "data/column_store.hpp"

namespace cwp {
namespace {

/// The presence and duty of an officer inside `days`, as a key.
std::vector<std::int32_t> pattern_of(const DatasetState& data, std::uint32_t number, DayRange days) {
  std::vector<std::int32_t> pattern;
  const auto clip = [&](DayRange stretch) {
    return DayRange{std::max(stretch.first, days.first), std::min(stretch.last, days.last)};
  };
  static const std::vector<PresenceStretch> kAlways = {{{kFirstDay, kLastDay}, 0}};
  static const std::vector<DutyStretch> kNoRecords;
  const std::vector<PresenceStretch>& presence = data.columns ? kAlways : data.officers[number].presence;
  const std::vector<DutyStretch>* records = &kNoRecords;
  if (!data.columns)
    records = &data.officers[number].duty;
  else if (const auto found = data.columns->duty.find(number); found != data.columns->duty.end())
    records = &found->second;
  for (const PresenceStretch& stretch : presence) {
    const DayRange inside = clip(stretch.days);
    if (inside.last < inside.first) continue;
    // A new row of the roster on the next day changes attributes, not presence.
    if (!pattern.empty() && pattern.back() + 1 == inside.first.number)
      pattern.back() = inside.last.number;
    else
      pattern.insert(pattern.end(), {inside.first.number, inside.last.number});
  }
  pattern.push_back(-1);
  for (const DutyStretch& stretch : *records) {
    const DayRange inside = clip(stretch.days);
    if (inside.last < inside.first) continue;
    pattern.insert(pattern.end(), {inside.first.number, inside.last.number, stretch.status});
  }
  return pattern;
}

}  // namespace

std::vector<OfficerClass> officer_classes(const DatasetState& data, DayRange days) {
  std::map<std::vector<std::int32_t>, OfficerClass> by_pattern;
  for (std::uint32_t i = 0; i < data.officer_count(); ++i) by_pattern[pattern_of(data, i, days)].push_back(i);
  std::vector<OfficerClass> classes;
  for (auto& [pattern, officers] : by_pattern) classes.push_back(std::move(officers));
  std::sort(classes.begin(), classes.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
  });
  return classes;
}

std::vector<std::vector<OfficerClass>> cohorts_of(std::vector<OfficerClass> classes, std::size_t least) {
  std::vector<std::vector<OfficerClass>> cohorts;
  for (OfficerClass& officers : classes) {
    if (cohorts.empty() || officers.size() >= least) cohorts.emplace_back();
    cohorts[officers.size() >= least ? cohorts.size() - 1 : 0].push_back(std::move(officers));
  }
  return cohorts;
}

std::vector<std::uint32_t> officers_of(const std::vector<OfficerClass>& classes) {
  std::vector<std::uint32_t> officers;
  for (const OfficerClass& one : classes) officers.insert(officers.end(), one.begin(), one.end());
  return officers;
}

}  // namespace cwp
