#include "exact/officer_days.hpp"

#include <algorithm>

namespace cwp {
namespace {

DayRange cut(DayRange days, DayRange range) {
  return {std::max(days.first, range.first), std::min(days.last, range.last)};
}

}  // namespace

OfficerDays::OfficerDays(const OfficerRecord& officer, const Rulebook& rulebook, const Calendar& calendar,
                         DayRange range)
    : rulebook_(rulebook), calendar_(calendar), counts_{range, {}, {}} {
  const auto days = std::size_t(range.size());
  meanings_.assign(days, kAbsent);
  records_.assign(days, nullptr);
  DutyMeaning on_duty = DutyMeaning::assessed, rest = DutyMeaning::rest;
  for (const DutyRule& rule : rulebook.duty) {
    if (rule.status.value == kOnDutyName) on_duty = rule.meaning;
    if (rule.status.value == kRestName) rest = rule.meaning;
  }
  for (const PresenceStretch& stretch : officer.presence) {
    const DayRange part = cut(stretch.days, range);
    for (Day day = part.first; day <= part.last; day = day + 1)
      meanings_[index(day)] = std::uint8_t(calendar.is_workday(day) ? on_duty : rest);
  }
  for (const DutyStretch& stretch : officer.duty) {
    const DayRange part = cut(stretch.days, range);
    for (Day day = part.first; day <= part.last; day = day + 1) {
      if (meanings_[index(day)] == kAbsent) continue;
      records_[index(day)] = &stretch;
      const std::string_view name = status(day);
      DutyMeaning meaning = name == kOnDutyName ? on_duty : rest;
      for (const DutyRule& rule : rulebook.duty)
        if (rule.status.value == name) meaning = rule.meaning;
      meanings_[index(day)] = std::uint8_t(meaning);
    }
  }
  counts_.present_before.assign(days + 1, 0);
  counts_.duty_before.assign(days + 1, 0);
  for (std::size_t i = 0; i < days; ++i) {
    counts_.present_before[i + 1] = counts_.present_before[i] + (meanings_[i] != kAbsent ? 1 : 0);
    counts_.duty_before[i + 1] = counts_.duty_before[i] + (meanings_[i] == std::uint8_t(DutyMeaning::assessed) ? 1 : 0);
  }
}

std::string_view OfficerDays::status(Day day) const {
  if (const DutyStretch* record = records_[index(day)]) return duty_status_name(record->status, rulebook_);
  return calendar_.is_workday(day) ? kOnDutyName : kRestName;
}

bool OfficerDays::in_days(Day day, DaysRule rule) const {
  if (!present(day)) return false;
  switch (rule) {
    case DaysRule::duty:
      return on_duty(day);
    case DaysRule::workdays:
      return calendar_.is_workday(day) && meanings_[index(day)] != std::uint8_t(DutyMeaning::exempt);
    case DaysRule::all:
      return true;
  }
  return false;
}

std::int32_t OfficerDays::days_with(std::string_view name, DayRange days) const {
  std::int32_t count = 0;
  for (Day day = days.first; day <= days.last; day = day + 1)
    if (present(day) && status(day) == name) ++count;
  return count;
}

bool OfficerDays::is_like(const OfficerDays& other, Day day) const {
  if (meanings_[index(day)] != other.meanings_[other.index(day)]) return false;
  return !present(day) || status(day) == other.status(day);
}

std::optional<Day> OfficerDays::last_present(DayRange days) const {
  for (Day day = days.last; days.first <= day; day = day - 1)
    if (present(day)) return day;
  return std::nullopt;
}

}  // namespace cwp
