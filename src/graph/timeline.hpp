#pragma once
// Timeline: the span of the data laid over the calendar: which periods have begun, are complete, are in force.

#include "cwp/calendar.hpp"

namespace cwp {

struct Timeline {
  const Calendar& calendar;
  DayRange span;  ///< of the data
  Day effective_from = kFirstDay;
  Day effective_to = kLastDay;

  /// A period that begins before the data counts nowhere.
  bool begins_before_data(Period period) const { return calendar.first_day(period) < span.first; }
  bool begun(Period period) const { return calendar.first_day(period) <= span.last; }
  /// The data hold its last day, and with `holds_weeks` the last day of every week that belongs to it.
  bool complete(Period period, bool holds_weeks) const;
  bool in_force(Period period) const {
    const Day last = calendar.last_day(period);
    return effective_from <= last && last <= effective_to;
  }

  /// In force, and within the days of something that has dates of its own.
  bool in_force(Period period, const DayRange& own) const {
    return in_force(period) && own.contains(calendar.last_day(period));
  }

  /// The inner periods that count in `outer`: the complete ones among those that belong to it; while none is complete
  /// and exactly one has begun, that one (ruling 6). Periods that end before the data are left out.
  PeriodRange counting(PeriodRange belonging, bool holds_weeks) const;
};

}  // namespace cwp
