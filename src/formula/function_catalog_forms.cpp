// The family "forms": functions into which item forms are turned where no other function says the same.

#include <algorithm>

#include "formula/function_families.hpp"

namespace cwp {
namespace {

/// clamp((x − zero_at) / (at − zero_at), 0, 1)
Value attained(const Operands& operands) {
  const Rational& zero_at = operands[2].number;
  const Rational width = operands[1].number - zero_at;
  if (width.is_zero()) return Value::failed(Fault::target_without_width);
  return number_value(std::clamp((operands[0].number - zero_at) / width, Rational(0), Rational(1)));
}

Value attainment(const Operands& operands, const BodyContext&) { return attained(operands); }

Value attainment_more(const Operands& operands, const BodyContext&) {
  if (operands[1].number < operands[2].number) return Value::failed(Fault::target_reversed);
  return attained(operands);
}

Value attainment_less(const Operands& operands, const BodyContext&) {
  if (operands[1].number > operands[2].number) return Value::failed(Fault::target_reversed);
  return attained(operands);
}

/// The value of the last key below x; operands: x, key, value, key, value …
Value step_above(const Operands& operands, const BodyContext&) {
  const Rational& x = operands[0].number;
  std::size_t band = 0;
  for (std::size_t key = 1; key + 1 < operands.size() && operands[key].number < x; key += 2) band = key;
  return Value::of(band == 0 ? Rational(0) : operands[band + 1].number);
}

constexpr std::string_view kFamily = "forms";
constexpr std::string_view kNever = "never absent";

const FunctionRow kRows[] = {
    {.doc = {"attainment", kFamily, "attainment(x, at, zero_at)", kStrict,
             "how far x has come from zero_at to at, from 0 to 1; missing where both are equal",
             "x 从零分值到满分值走完的比例，限于 0 到 1；两值相等时为缺失", "attainment(12, 10, 20)", "0.8"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = 3,
     .scalar = attainment},
    {.doc = {"attainment_more", kFamily, "attainment_more(x, at, zero_at)", kStrict,
             "attainment where more is better: missing unless at is above zero_at",
             "越大越好时的完成比例；满分值不大于零分值时为缺失", "attainment_more(60, 90, 50)", "0.25"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = 3,
     .scalar = attainment_more},
    {.doc = {"attainment_less", kFamily, "attainment_less(x, at, zero_at)", kStrict,
             "attainment where less is better: missing unless at is below zero_at",
             "越小越好时的完成比例；满分值不小于零分值时为缺失", "attainment_less(60, 90, 50)", "missing"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = 3,
     .scalar = attainment_less},
    {.doc = {"step_above", kFamily, "step_above(x, 0 -> 0, 5 -> 8)", kStrict,
             "the value of the last key that x exceeds; 0 where it exceeds none",
             "x 所超过（不含本数）的最后一档的值；一档也未超过时为 0", "step_above(5, 0 -> 1, 5 -> 8)", "1"},
     .types = TypeRule::number_table,
     .least = 2,
     .most = -1,
     .scalar = step_above},
    {.doc = {"duty_share", kFamily, "duty_share", kNever,
             "duty_days / work_days of the whole period; 1 where there is no workday",
             "全周期的应考核天数与工作日数之比；没有工作日时为 1", "40 * duty_share", "36"},
     .place = PlaceFunction::duty_share},
    {.doc = {"present_share", kFamily, "present_share", kNever, "present_days / calendar_days of the whole period",
             "全周期的在册天数与日历天数之比", "40 * present_share", "40"},
     .place = PlaceFunction::present_share},
};

}  // namespace

std::span<const FunctionRow> forms_functions() { return kRows; }

}  // namespace cwp
