// Functions of the dates family: what the calendar and the duty records say of the place, and spans between dates.

#include <algorithm>

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using O = const Operands&;
using C = const BodyContext&;

Day day_of(const Value& value) { return Day{static_cast<std::int32_t>(value.number.to_int64().value_or(0))}; }

int days_in_month(Day day) {
  const int year = day.year();
  switch (day.month()) {
    case 2:
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
  }
}

/// Completed months from `a` to a later `b`; a day that b's month does not have is completed on its last day.
int completed_months(Day a, Day b) {
  const int months = (b.year() - a.year()) * 12 + b.month() - a.month();
  return b.day_of_month() < std::min(a.day_of_month(), days_in_month(b)) ? months - 1 : months;
}

Value days_between(O x, C) { return Value::of(x[1].number - x[0].number); }
Value months_between(O x, C) {
  const Day a = day_of(x[0]);
  const Day b = day_of(x[1]);
  return Value::of(b < a ? -completed_months(b, a) : completed_months(a, b));
}

constexpr std::string_view kFamily = "dates";
constexpr std::string_view kNever = "never absent";

constexpr FunctionRow kRows[] = {
    {.doc = {"calendar_days", kFamily, "calendar_days", kNever, "the days of the period", "周期内的天数",
             "calendar_days", "28"},
     .place = PlaceFunction::calendar_days},
    {.doc = {"work_days", kFamily, "work_days", kNever, "the workdays of the period", "周期内的工作日数", "work_days",
             "20"},
     .place = PlaceFunction::work_days},
    {.doc = {"duty_days", kFamily, "duty_days", kNever, "the days of the period on which the officer was assessed",
             "周期内本人应考核的天数", "duty_days", "18"},
     .place = PlaceFunction::duty_days},
    {.doc = {"present_days", kFamily, "present_days", kNever,
             "the days of the period on which the officer was in the roster", "周期内本人在册的天数", "present_days",
             "28"},
     .place = PlaceFunction::present_days},
    {.doc = {"days_with", kFamily, "days_with('leave')", kNever,
             "the days of the period on which the officer had this duty status", "周期内本人处于该勤务状态的天数",
             "days_with('leave')", "2"},
     .types = TypeRule::text_constant,
     .least = 1,
     .most = 1,
     .place = PlaceFunction::days_with},
    {.doc = {"period_start", kFamily, "period_start", kNever, "the first day of the period", "周期的第一天",
             "period_start", "2026-02-21"},
     .types = TypeRule::date_result,
     .place = PlaceFunction::period_start},
    {.doc = {"period_end", kFamily, "period_end", kNever, "the last day of the period", "周期的最后一天", "period_end",
             "2026-03-20"},
     .types = TypeRule::date_result,
     .place = PlaceFunction::period_end},
    {.doc = {"month_of_year", kFamily, "month_of_year", kNever,
             "the number (1 to 12) of the month to which the period belongs, or which holds its last day",
             "周期所属（或其最后一天所在）月份的序号（1 至 12）", "month_of_year", "3"},
     .place = PlaceFunction::month_of_year},
    {.doc = {"days_between", kFamily, "days_between(a, b)", kStrict, "the days from a to b, below 0 when b is earlier",
             "由 a 到 b 的天数；b 较早时为负", "days_between(date '2026-02-27', date '2026-03-01')", "2"},
     .types = TypeRule::two_dates,
     .least = 2,
     .most = 2,
     .scalar = days_between},
    {.doc = {"months_between", kFamily, "months_between(a, b)", kStrict,
             "the completed months from a to b, below 0 when b is earlier", "由 a 到 b 的整月数；b 较早时为负",
             "months_between(date '2026-01-31', date '2026-02-28')", "1"},
     .types = TypeRule::two_dates,
     .least = 2,
     .most = 2,
     .scalar = months_between},
};

}  // namespace

std::span<const FunctionRow> date_functions() { return kRows; }

}  // namespace cwp
