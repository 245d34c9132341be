#pragma once
// WrittenDate: a date as written, and the periods that it means for metrics of each grain.

#include <optional>
#include <string>
#include <string_view>

#include "row/tidy_text.hpp"
#include "row/written_day.hpp"

namespace cwp {

struct WrittenDate {
  std::string text;
  std::optional<Day> day;
  std::optional<Period> label;

  WrittenDate(std::string_view written, const Calendar& calendar) : text(written) {
    const std::string_view plain = without_blanks(written);
    day = read_day(plain);
    if (!day) label = Period::parse(plain, calendar);
  }
  bool readable() const { return day || label; }
  /// Why it is no date.
  Refusal refusal() const { return no_day(without_blanks(text), "date-unreadable"); }
  /// The period in which a metric of `grain` has its figure; nothing for a label of another grain.
  std::optional<Period> period(Grain grain, const Calendar& calendar) const {
    if (day) return calendar.containing(*day, grain);
    return label && label->grain == grain ? label : std::nullopt;
  }
};

}  // namespace cwp
