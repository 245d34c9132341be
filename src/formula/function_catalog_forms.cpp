// The family "forms": functions into which item forms are turned where no other function says the same.

#include <algorithm>
#include <utility>

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

/// The sum of what each occurrence costs; operands: occurrences, the first, the second … every later one.
Value escalate(const Operands& operands, const BodyContext&) {
  Rational left = operands[0].number.floor();
  Rational sum;
  for (std::size_t step = 1; step < operands.size() && left.sign() > 0; ++step) {
    const bool last = step + 1 == operands.size();
    sum += last ? operands[step].number * left : operands[step].number;
    left = left - 1;
  }
  return number_value(std::move(sum));
}

/// The largest of the points whose condition holds; operands: condition, points, condition, points … what else.
Value highest_case(const Operands& operands, const BodyContext&) {
  bool missing = false;
  bool exempt = false;
  const Value* best = nullptr;
  const auto look_at = [&](const Value& value) {
    missing |= value.absence == Absence::missing;
    exempt |= value.absence == Absence::exempt;
  };
  for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
    look_at(operands[i]);
    if (!operands[i].is_true()) continue;
    const Value& points = operands[i + 1];
    look_at(points);
    if (points.present() && (best == nullptr || points.number > best->number)) best = &points;
  }
  if (exempt) return Value::exempt();
  if (missing) return Value::missing();
  if (best == nullptr && operands.size() % 2 == 1) best = &operands[operands.size() - 1];
  if (best == nullptr) return Value::of(0);
  return best->present() ? Value::of(best->number) : handed_on(*best);
}

Value line_or_zero(const Operands& operands, const BodyContext&) {
  const Value& line = operands[0];
  if (line.present()) return Value::of(line.number);
  Value nothing = Value::of(0);
  nothing.incomplete = line.absence == Absence::missing;
  return nothing;
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
    {.doc = {"escalate", kFamily, "escalate(n, first, second, …, later)", kStrict,
             "what n occurrences come to when each has its own price, and every later one the last; n is floored, "
             "below 0 it is 0",
             "n 次合计：第一次、第二次……各按其值，其后每次按最后一个值；n 向下取整，小于 0 按 0 计",
             "escalate(4, 1, 2, 5)", "13"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = -1,
     .scalar = escalate},
    {.doc = {"highest_case", kFamily, "highest_case(condition, points, …, otherwise)",
             "absent when any condition, or the points of one that holds, are absent; exempt wins over missing",
             "the largest points of the conditions that hold; where none holds otherwise, or 0 when left out",
             "成立的各条件中最高的得分；均不成立时取最后的 otherwise，省略为 0",
             "highest_case(3 > 1, 5, 3 > 2, 8, 3 > 4, 10, 1)", "8"},
     .types = TypeRule::cases,
     .least = 2,
     .most = -1,
     .strict = false,
     .scalar = highest_case},
    {.doc = {"line_or_zero", kFamily, "line_or_zero(x)", kNever,
             "x; 0 where it is exempt, and 0 with the state incomplete where it is missing",
             "x 的值；免于考核时为 0；缺失时为 0，并标记为不完整", "10 + line_or_zero(lookup('c', 'a' -> 1))", "10"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .strict = false,
     .scalar = line_or_zero},
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
