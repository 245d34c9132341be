#include "cohort/officer_classes.hpp"

#include <algorithm>
#include <map>

#include "data/column_store.hpp"

namespace cwp {
namespace {

using Pattern = std::vector<std::int32_t>;

/// Presence and duty inside `days`, as a key.
Pattern pattern_of(const std::vector<PresenceStretch>& presence, const std::vector<DutyStretch>& records,
                   DayRange days) {
  Pattern pattern;
  const auto clip = [&](DayRange stretch) {
    return DayRange{std::max(stretch.first, days.first), std::min(stretch.last, days.last)};
  };
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
  for (const DutyStretch& stretch : records) {
    const DayRange inside = clip(stretch.days);
    if (inside.last < inside.first) continue;
    pattern.insert(pattern.end(), {inside.first.number, inside.last.number, stretch.status});
  }
  return pattern;
}

using ByPattern = std::map<Pattern, OfficerClass>;

bool are_alike(const std::vector<DutyStretch>& a, const std::vector<DutyStretch>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const DutyStretch& one, const DutyStretch& other) {
    return one.days.first == other.days.first && one.days.last == other.days.last && one.status == other.status;
  });
}

/// Most officers in columns are there throughout and have no record: those are not looked at one by one.
ByPattern classes_of_columns(const ColumnStore& columns, DayRange days) {
  static const std::vector<PresenceStretch> kAlways = {{{kFirstDay, kLastDay}, 0}};
  ByPattern classes;
  OfficerClass& without = classes[pattern_of(kAlways, {}, days)];
  auto last = classes.begin();
  std::uint32_t next = 0;
  const auto pass = [&](std::uint32_t end) {
    for (; next < end; ++next) without.push_back(next);
  };
  const std::vector<DutyStretch>* before = nullptr;
  auto duty = columns.duty.begin();
  auto stay = columns.stays.begin();
  while (duty != columns.duty.end() || stay != columns.stays.end()) {
    const bool has_duty = stay == columns.stays.end() || (duty != columns.duty.end() && duty->first <= stay->first);
    const bool has_stays = !has_duty || (stay != columns.stays.end() && stay->first == duty->first);
    const std::uint32_t officer = has_duty ? duty->first : stay->first;
    pass(officer);
    if (has_stays) {
      const OfficerRecord record = columns.days_of(officer);
      last = classes.try_emplace(pattern_of(record.presence, record.duty, days)).first;
      before = nullptr;
      ++stay;
    } else {
      if (before == nullptr || !are_alike(*before, duty->second))
        last = classes.try_emplace(pattern_of(kAlways, duty->second, days)).first;
      before = &duty->second;
    }
    if (has_duty) ++duty;
    last->second.push_back(next++);
  }
  pass(std::uint32_t(columns.keys.size()));
  if (without.empty()) std::erase_if(classes, [](const auto& of) { return of.second.empty(); });
  return classes;
}

ByPattern classes_of_rows(const DatasetState& data, DayRange days) {
  ByPattern classes;
  for (std::uint32_t i = 0; i < data.officers.size(); ++i)
    classes[pattern_of(data.officers[i].presence, data.officers[i].duty, days)].push_back(i);
  return classes;
}

}  // namespace

std::vector<OfficerClass> officer_classes(const DatasetState& data, DayRange days) {
  ByPattern by_pattern = data.columns ? classes_of_columns(*data.columns, days) : classes_of_rows(data, days);
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
