// Functions of the rates family: quotients that say what they are worth where the divisor is 0.

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using O = const Operands&;
using C = const BodyContext&;

Value ratio(O x, C) {
  if (x[1].number.is_zero()) return Value::of(x[2].number);
  return quotient(x[0].number, x[1].number);
}
Value growth(O x, C) {
  if (x[1].number.is_zero()) return Value::of(x[2].number);
  return quotient(x[0].number - x[1].number, x[1].number);
}

constexpr std::string_view kFamily = "rates";

constexpr FunctionRow kRows[] = {
    {.doc = {"ratio", kFamily, "ratio(a, b, v)", kStrict, "a / b; v where b is 0 (not where it is missing)",
             "a 与 b 之比；b 为 0 时取 v（b 缺失时不取）", "ratio(1, 4, 0)", "0.25"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = 3,
     .scalar = ratio},
    {.doc = {"growth", kFamily, "growth(x, y, v)", kStrict, "the growth from y to x, x / y - 1; v where y is 0",
             "由 y 到 x 的增长率 x / y - 1；y 为 0 时取 v", "growth(120, 100, 0)", "0.2"},
     .types = TypeRule::numbers,
     .least = 3,
     .most = 3,
     .scalar = growth},
};

}  // namespace

std::span<const FunctionRow> rate_functions() { return kRows; }

}  // namespace cwp
