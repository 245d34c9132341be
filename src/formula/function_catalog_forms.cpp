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

/// x moved into [low, high]; what lay outside is a fault to report.
Value within(const Operands& operands, const BodyContext&) {
  const Rational& x = operands[0].number;
  const bool below = x < operands[1].number;
  if (!below && x <= operands[2].number) return Value::of(x);
  Value end = Value::of(operands[below ? 1 : 2].number);
  end.fault = Fault::mark_outside;
  end.faulty = true;
  return end;
}

/// The weighted mean of what is left when the n lowest and the n highest marks are dropped; operands: n, mark, weight,
/// mark, weight … Absent marks are nobody's.
Value judged_mean(const Operands& operands, const BodyContext&) {
  if (!operands[0].present()) return handed_on(operands[0]);
  std::vector<std::pair<const Rational*, const Rational*>> marks;
  bool all_exempt = true;
  for (std::size_t i = 1; i + 1 < operands.size(); i += 2) {
    all_exempt = all_exempt && operands[i].absence == Absence::exempt;
    if (!operands[i].present()) continue;
    if (!operands[i + 1].present()) return handed_on(operands[i + 1]);
    marks.emplace_back(&operands[i].number, &operands[i + 1].number);
  }
  if (marks.empty()) return absent_unless_exempt(all_exempt);
  // Of equal marks with unlike weights the one written first counts as the lower.
  std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return *a.first < *b.first; });
  const Rational dropped = operands[0].number.floor();
  if (dropped.sign() < 0 || Rational(std::int64_t(marks.size())) <= Rational(2) * dropped) return Value::missing();
  const auto n = std::size_t(*dropped.to_int64());
  Rational sum, weights;
  for (std::size_t i = n; i + n < marks.size(); ++i) {
    sum += *marks[i].first * *marks[i].second;
    weights += *marks[i].second;
  }
  return weights.is_zero() ? Value::missing() : number_value(sum / weights);
}

/// operands: worth, votes, worth, votes …
Value votes_mean(const Operands& operands, const BodyContext&) {
  Rational sum, votes;
  for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
    sum += operands[i].number * operands[i + 1].number;
    votes += operands[i + 1].number;
  }
  return votes.is_zero() ? Value::missing() : number_value(sum / votes);
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
    {.doc = {"within", kFamily, "within(x, low, high)", kStrict,
             "x, or the nearer end of the range where it lies outside, which is reported",
             "x 的值；超出范围时取较近的边界并报告", "within(87, 0, 100)", "87"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = 3,
     .scalar = within},
    {.doc = {"judged_mean", kFamily, "judged_mean(n, mark, weight, mark, weight, …)",
             "skips absent marks; absent when all are, or a weight or n is",
             "the weighted mean of the marks without the n lowest and the n highest; missing when none is left",
             "去掉 n 个最低分和 n 个最高分后的加权平均；一个也不剩时为缺失",
             "judged_mean(1, 90, 1, 70, 1, 80, 1, 86, 1)", "83"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = -1,
     .strict = false,
     .scalar = judged_mean},
    {.doc = {"votes_mean", kFamily, "votes_mean(worth, votes, worth, votes, …)", kStrict,
             "the mean of the worths, each as often as it has votes; missing without votes",
             "按票数计算的票值平均；没有票时为缺失", "votes_mean(100, 3, 60, 1)", "90"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = -1,
     .scalar = votes_mean},
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
