#include "graph/timeline.hpp"

#include <algorithm>

namespace cwp {

bool Timeline::complete(Period period, bool holds_weeks) const {
  Day last = calendar.last_day(period);
  if (holds_weeks && period.grain > Grain::week) {
    const PeriodRange weeks = calendar.inner(period, Grain::week);
    if (!weeks.empty()) last = std::max(last, calendar.last_day(weeks.last));
  }
  return last <= span.last;
}

PeriodRange Timeline::counting(PeriodRange belonging, bool holds_weeks) const {
  PeriodRange range = belonging;
  while (!range.empty() && calendar.last_day(range.first) < span.first) range.first = range.first + 1;
  PeriodRange complete_ones = range;
  while (!complete_ones.empty() && !complete(complete_ones.last, holds_weeks))
    complete_ones.last = complete_ones.last - 1;
  if (!complete_ones.empty()) return complete_ones;
  PeriodRange begun_ones = range;
  while (!begun_ones.empty() && !begun(begun_ones.last)) begun_ones.last = begun_ones.last - 1;
  if (begun_ones.size() == 1) return begun_ones;
  return {range.first, range.first - 1};
}

}  // namespace cwp
