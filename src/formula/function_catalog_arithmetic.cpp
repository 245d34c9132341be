// Functions of the arithmetic family with exact results.

#include <utility>

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using O = const Operands&;
using C = const BodyContext&;

Value add(O x, C) { return number_value(x[0].number + x[1].number); }
Value subtract(O x, C) { return number_value(x[0].number - x[1].number); }
Value multiply(O x, C) { return number_value(x[0].number * x[1].number); }
Value divide(O x, C) { return quotient(x[0].number, x[1].number); }
Value negate(O x, C) { return Value::of(-x[0].number); }
Value absolute(O x, C) { return Value::of(x[0].number.abs()); }

Value least(O x, C) {
  Rational result = x[0].number;
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (x[i].number < result) result = x[i].number;
  }
  return Value::of(std::move(result));
}
Value greatest(O x, C) {
  Rational result = x[0].number;
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (x[i].number > result) result = x[i].number;
  }
  return Value::of(std::move(result));
}

Value fold_least(std::span<const Value> values, std::span<const Value>, C) {
  const Value* result = &values[0];
  for (const Value& value : values) {
    if (value.number < result->number) result = &value;
  }
  return handed_on(*result);
}
Value fold_greatest(std::span<const Value> values, std::span<const Value>, C) {
  const Value* result = &values[0];
  for (const Value& value : values) {
    if (value.number > result->number) result = &value;
  }
  return handed_on(*result);
}

Value clamp(O x, C) {
  const Rational& raised = x[0].number < x[1].number ? x[1].number : x[0].number;
  return Value::of(raised > x[2].number ? x[2].number : raised);
}
Value floor(O x, C) { return Value::of(x[0].number.floor()); }
Value ceil(O x, C) { return Value::of(x[0].number.ceil()); }

Value round(O x, C context) {
  constexpr std::int64_t kMostDecimals = 1000;
  std::int64_t decimals = 0;
  if (x.size() > 1) {
    const auto whole = x[1].number.to_int64();
    if (!whole || *whole > kMostDecimals || *whole < -kMostDecimals) return Value::failed(Fault::out_of_domain);
    decimals = *whole;
  }
  return number_value(x[0].number.rounded(static_cast<int>(decimals), context.rounding));
}

constexpr std::string_view kFamily = "arithmetic";

constexpr FunctionRow kRows[] = {
    {.doc = {"+", kFamily, "a + b", kStrict, "the sum", "两数之和", "1.5 + 2", "3.5"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = 2,
     .scalar = add},
    {.doc = {"-", kFamily, "a - b", kStrict, "the difference", "两数之差", "1 - 0.7", "0.3"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = 2,
     .scalar = subtract},
    {.doc = {"*", kFamily, "a * b", kStrict, "the product", "两数之积", "3 * 95%", "2.85"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = 2,
     .scalar = multiply},
    {.doc = {"/", kFamily, "a / b", "absent when an operand is absent; missing, with a row issue, where b is 0",
             "the quotient, exactly", "两数之商，精确值", "1 / 3", "1/3"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = 2,
     .scalar = divide},
    {.doc = {"neg", kFamily, "-x", kStrict, "the number with the other sign; weaker than ^", "相反数；乘方优先于负号",
             "-2 ^ 2", "-4"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = negate},
    {.doc = {"abs", kFamily, "abs(x)", kStrict, "the distance from 0", "绝对值", "abs(3 - 5)", "2"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = absolute},
    {.doc = {"min", kFamily, "min(a, b, …), min(x per week) or min(x by station)",
             "min(a, b) is absent when an operand is absent; over time and among peers it skips absent values",
             "the smallest of several numbers; of one argument: its smallest value over time or among peers",
             "多个数中的最小值；只有一个参数时，为各周期（或同组各人）中的最小值", "min(12, 10)", "10"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = -1,
     .scalar = least,
     .fold = fold_least,
     .across = true},
    {.doc = {"max", kFamily, "max(a, b, …), max(x per week) or max(x by station)",
             "max(a, b) is absent when an operand is absent; over time and among peers it skips absent values",
             "the largest of several numbers; of one argument: its largest value over time or among peers",
             "多个数中的最大值；只有一个参数时，为各周期（或同组各人）中的最大值", "max(0, 7 - 9)", "0"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = -1,
     .scalar = greatest,
     .fold = fold_greatest,
     .across = true},
    {.doc = {"clamp", kFamily, "clamp(x, low, high)", kStrict, "x held between low and high",
             "把 x 限制在 low 与 high 之间", "clamp(12, 0, 10)", "10"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = 3,
     .scalar = clamp},
    {.doc = {"floor", kFamily, "floor(x)", kStrict, "the largest integer that is not above x", "不大于 x 的最大整数",
             "floor(-2.5)", "-3"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = floor},
    {.doc = {"ceil", kFamily, "ceil(x)", kStrict, "the smallest integer that is not below x", "不小于 x 的最小整数",
             "ceil(-2.5)", "-2"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = ceil},
    {.doc = {"round", kFamily, "round(x, decimals)",
             "absent when an operand is absent; missing, with a row issue, when decimals is not an integer",
             "x to so many decimals (0 when left out, -2: to hundreds), by points.rounding",
             "按 points.rounding 把 x 舍入到指定小数位（省略为 0，-2 为百位）", "round(57 / 200 * 5, 2)", "1.43"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 2,
     .scalar = round},
};

}  // namespace

std::span<const FunctionRow> arithmetic_functions() { return kRows; }

}  // namespace cwp
