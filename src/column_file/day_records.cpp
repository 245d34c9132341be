#include "column_file/day_records.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "column_file/column_sum.hpp"

namespace cwp {
namespace {

/// Adds a record, cut to the calendar's years: nothing is scored on other days.
void add_within_years(std::vector<DayRecord>& records, std::uint32_t officer, DayRange days, std::uint32_t status) {
  const bool is_outside = std::max(days.first, days.last) < kFirstDay || kLastDay < std::min(days.first, days.last);
  if (is_outside) return;
  const Day first = std::clamp(days.first, kFirstDay, kLastDay), last = std::clamp(days.last, kFirstDay, kLastDay);
  records.push_back({officer, first.number, last.number, status});
}

void sort_records(std::vector<DayRecord>& records) {
  std::stable_sort(records.begin(), records.end(), [](const DayRecord& a, const DayRecord& b) {
    return std::tie(a.first, a.officer) < std::tie(b.first, b.officer);
  });
}

}  // namespace

DayRecords day_records(const ColumnsState& given) {
  DayRecords made;
  std::map<std::string, std::uint32_t, std::less<>> known;
  const auto number_of = [&](std::string_view status) {
    const auto [found, fresh] = known.try_emplace(std::string(status), std::uint32_t(known.size()));
    if (fresh) made.statuses.emplace_back(status);
    return found->second;
  };
  ColumnStore laid;
  given.lay_days(laid, [&](std::uint32_t officer, DayRange days, std::string_view status) {
    if (status.empty())
      add_within_years(made.presence, officer, days, kThere);
    else
      add_within_years(made.duty, officer, days, number_of(status));
  });
  const Rulebook& rulebook = given.rules.rulebook();
  for (const auto& [officer, stretches] : laid.duty)
    for (const DutyStretch& stretch : stretches)
      add_within_years(made.duty, officer, stretch.days, number_of(duty_status_name(stretch.status, rulebook)));
  for (const auto& [officer, stays] : laid.stays) {
    const std::size_t before = made.presence.size();
    for (const DayRange& days : stays) add_within_years(made.presence, officer, days, kThere);
    if (made.presence.size() == before)
      made.presence.push_back({officer, kFirstDay.number, kFirstDay.number, kNeverThere});
  }
  sort_records(made.duty);
  sort_records(made.presence);
  return made;
}

RecordPart part_of(const DayRecord* records, std::size_t count) {
  RecordPart part;
  part.count = std::uint32_t(count);
  part.days = records[0].days();
  for (std::size_t i = 0; i < count; ++i)
    part.days = {std::min(part.days.first, records[i].days().first), std::max(part.days.last, records[i].days().last)};
  ColumnSum sum;
  sum.add(records, count * sizeof(DayRecord));
  part.stored.sum = sum.value();
  return part;
}

bool for_each_record(const MappedPieces& pieces, const std::vector<RecordPart>& parts, DayRange days,
                     std::size_t officers, std::size_t statuses, bool checked,
                     const std::function<void(const DayRecord&)>& visit) {
  for (const RecordPart& part : parts) {
    if (part.count == 0 || part.days.last < days.first || days.last < part.days.first) continue;
    const auto bytes = pieces.map(part.stored.offset, part.stored.offset + size_of(part));
    if (!bytes) return false;
    const auto* const records = reinterpret_cast<const DayRecord*>(bytes.get());
    if (!checked) {
      const RecordPart found = part_of(records, part.count);
      if (found.stored.sum != part.stored.sum || found.days != part.days) return false;
    }
    for (std::size_t i = 0; i < part.count; ++i) {
      const DayRecord& record = records[i];
      const bool has_days = kFirstDay.number <= std::min(record.first, record.last) &&
                            std::max(record.first, record.last) <= kLastDay.number;
      if (record.officer >= officers || record.status >= statuses || !has_days) return false;
      if (record.last < days.first.number || days.last.number < record.first) continue;
      visit(record);
    }
  }
  return true;
}

}  // namespace cwp
