#pragma once
// OfficerDays: one officer's presence and duty, day by day, with counts over any range in constant time.

#include <optional>
#include <string_view>
#include <vector>

#include "data/dataset_state.hpp"

namespace cwp {

class OfficerDays {
 public:
  /// Knows the days of `range` and no others. O(days).
  OfficerDays(const OfficerRecord& officer, const Rulebook& rulebook, const Calendar& calendar, DayRange range);

  bool present(Day day) const { return meanings_[index(day)] != kAbsent; }
  /// Present and assessed: a duty day.
  bool on_duty(Day day) const { return meanings_[index(day)] == std::uint8_t(DutyMeaning::assessed); }
  /// Whether a daily item with this rule has a period on the day.
  bool in_days(Day day, DaysRule rule) const;

  /// What `present_days` and `duty_days` say of any days.
  struct Counts {
    DayRange range;
    std::vector<std::int32_t> present_before, duty_before;  ///< each day, and at the end
    friend bool operator==(const Counts&, const Counts&) = default;
  };
  const Counts& counts() const { return counts_; }
  std::int32_t present_days(DayRange days) const { return count(counts_.present_before, days); }
  std::int32_t duty_days(DayRange days) const { return count(counts_.duty_before, days); }
  /// Days with the status: a duty record's, or `on_duty`, `rest` where there is none.
  std::int32_t days_with(std::string_view status, DayRange days) const;
  std::optional<Day> last_present(DayRange days) const;
  /// Whether nothing above tells the day from the same one of another officer.
  bool is_like(const OfficerDays& other, Day day) const;

 private:
  static constexpr std::uint8_t kAbsent = 0xFF;
  std::size_t index(Day day) const { return std::size_t(day - counts_.range.first); }
  std::int32_t count(const std::vector<std::int32_t>& before, DayRange days) const {
    return before[index(days.last) + 1] - before[index(days.first)];
  }
  std::string_view status(Day day) const;

  const Rulebook& rulebook_;
  const Calendar& calendar_;
  Counts counts_;
  std::vector<std::uint8_t> meanings_;       // DutyMeaning, or kAbsent
  std::vector<const DutyStretch*> records_;  // the duty record of the day, or null
};

}  // namespace cwp
