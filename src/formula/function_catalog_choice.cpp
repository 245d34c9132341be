// Functions of the choice family: conditions, comparisons, and taking one of several.

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using O = const Operands&;
using C = const BodyContext&;

Value choose(O x, C) {
  const Value& condition = x[0];
  if (!condition.present()) return handed_on(condition);
  return handed_on(condition.truth() ? x[1] : x[2]);
}

/// and, or: `decisive` settles it, whatever else is absent. All operands are looked at.
Value decide(O x, bool decisive) {
  bool settled = false;
  bool missing = false;
  bool exempt = false;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Value& operand = x[i];
    settled |= operand.present() && operand.truth() == decisive;
    missing |= operand.absence == Absence::missing;
    exempt |= operand.absence == Absence::exempt;
  }
  if (settled) return Value::of_truth(decisive);
  if (exempt) return Value::exempt(ValueType::boolean);
  if (missing) return Value::missing(ValueType::boolean);
  return Value::of_truth(!decisive);
}
Value conjunction(O x, C) { return decide(x, false); }
Value disjunction(O x, C) { return decide(x, true); }
Value negation(O x, C) { return Value::of_truth(!x[0].truth()); }

bool alike(const Value& a, const Value& b) {
  if (a.text && b.text) return *a.text == *b.text;
  return !a.text && !b.text && a.number == b.number;
}
Value equals(O x, C) { return Value::of_truth(alike(x[0], x[1])); }
Value differs(O x, C) { return Value::of_truth(!alike(x[0], x[1])); }
Value less(O x, C) { return Value::of_truth(x[0].number < x[1].number); }
Value at_most(O x, C) { return Value::of_truth(x[0].number <= x[1].number); }
Value greater(O x, C) { return Value::of_truth(x[0].number > x[1].number); }
Value at_least(O x, C) { return Value::of_truth(x[0].number >= x[1].number); }
Value member(O x, C) {
  bool found = false;
  for (std::size_t i = 1; i < x.size(); ++i) found |= alike(x[0], x[i]);
  return Value::of_truth(found);
}

Value first_of(O x, C) {
  bool all_exempt = true;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i].present()) return handed_on(x[i]);
    all_exempt &= x[i].absence == Absence::exempt;
  }
  return absent_unless_exempt(all_exempt);
}

Value highest(O x, C) {
  bool all_exempt = true;
  const Value* best = nullptr;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Value& operand = x[i];
    all_exempt &= operand.absence == Absence::exempt;
    if (operand.present() && (best == nullptr || operand.number > best->number)) best = &operand;
  }
  return best != nullptr ? Value::of(best->number) : absent_unless_exempt(all_exempt);
}

constexpr std::string_view kFamily = "choice";
constexpr std::string_view kThreeValued =
    "settled by one operand, whatever else is absent; otherwise exempt if one is exempt, missing if one is missing";
constexpr std::string_view kSkips =
    "skips absent operands; when all are absent: exempt if all are exempt, else missing";

constexpr FunctionRow kRows[] = {
    {.doc = {"if", kFamily, "if(condition, a, b)",
             "absent when the condition is absent; only the branch that is taken is looked at",
             "a where the condition holds, else b", "条件成立取 a，否则取 b", "if(3 > 2, 10, 1 / 0)", "10"},
     .types = TypeRule::choice,
     .least = 3,
     .most = 3,
     .strict = false,
     .scalar = choose},
    {.doc = {"and", kFamily, "a and b", kThreeValued, "true when both hold", "两者都成立", "1 < 2 and 2 < 1", "false"},
     .types = TypeRule::logic,
     .least = 2,
     .most = -1,
     .strict = false,
     .scalar = conjunction},
    {.doc = {"or", kFamily, "a or b", kThreeValued, "true when at least one holds", "至少一个成立",
             "1 < 2 or 1 / 0 > 1", "true"},
     .types = TypeRule::logic,
     .least = 2,
     .most = -1,
     .strict = false,
     .scalar = disjunction},
    {.doc = {"not", kFamily, "not a", kStrict, "true when a does not hold", "a 不成立", "not 1 < 2", "false"},
     .types = TypeRule::logic,
     .least = 1,
     .most = 1,
     .scalar = negation},
    {.doc = {"=", kFamily, "a = b", kStrict, "true when both are equal; texts by code point",
             "两者相等；文本逐字符比较", "'urban' = 'rural'", "false"},
     .types = TypeRule::equality,
     .least = 2,
     .most = 2,
     .scalar = equals},
    {.doc = {"!=", kFamily, "a != b", kStrict, "true when both differ", "两者不等", "1 / 3 != 0.3333", "true"},
     .types = TypeRule::equality,
     .least = 2,
     .most = 2,
     .scalar = differs},
    {.doc = {"<", kFamily, "a < b", kStrict, "true when a is below b, or an earlier date", "a 小于 b，或日期更早",
             "date '2026-02-28' < date '2026-03-01'", "true"},
     .types = TypeRule::order,
     .least = 2,
     .most = 2,
     .scalar = less},
    {.doc = {"<=", kFamily, "a <= b", kStrict, "true when a is not above b; chains: 0 <= x < 5",
             "a 不大于 b；可连写：0 <= x < 5", "0 <= 5 < 5", "false"},
     .types = TypeRule::order,
     .least = 2,
     .most = 2,
     .scalar = at_most},
    {.doc = {">", kFamily, "a > b", kStrict, "true when a is above b, or a later date", "a 大于 b，或日期更晚", "2 > 1",
             "true"},
     .types = TypeRule::order,
     .least = 2,
     .most = 2,
     .scalar = greater},
    {.doc = {">=", kFamily, "a >= b", kStrict, "true when a is not below b", "a 不小于 b", "3900 / 5200 >= 75%",
             "true"},
     .types = TypeRule::order,
     .least = 2,
     .most = 2,
     .scalar = at_least},
    {.doc = {"in", kFamily, "x in [a, b, …]", kStrict, "true when x is one of the constants; x not in [a] the contrary",
             "x 是所列常量之一；x not in [a] 则相反", "'A' in ['A', 'B']", "true"},
     .types = TypeRule::membership,
     .least = 2,
     .most = -1,
     .scalar = member},
    {.doc = {"first_of", kFamily, "first_of(a, b, …)", kSkips, "the first that is not absent", "第一个有值的",
             "first_of(1 / 0, 7)", "7"},
     .types = TypeRule::same,
     .least = 1,
     .most = -1,
     .strict = false,
     .scalar = first_of},
    {.doc = {"highest", kFamily, "highest(a, b, …)", kSkips, "the largest of those that are not absent",
             "有值者中的最大值", "highest(2, 1 / 0, 5)", "5"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = -1,
     .strict = false,
     .scalar = highest},
};

}  // namespace

std::span<const FunctionRow> choice_functions() { return kRows; }

}  // namespace cwp
