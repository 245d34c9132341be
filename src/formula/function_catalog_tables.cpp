// Functions of the tables family. Their operands are x, key, value, key, value …; keys ascend.

#include <algorithm>

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using O = const Operands&;
using C = const BodyContext&;

std::size_t rows_of(O x) { return x.size() / 2; }
const Rational& key(O x, std::size_t row) { return x[1 + 2 * row].number; }
const Rational& value(O x, std::size_t row) { return x[2 + 2 * row].number; }

Value step(O x, C) {
  Rational result;
  for (std::size_t row = 0; row < rows_of(x) && key(x, row) <= x[0].number; ++row) result = value(x, row);
  return Value::of(std::move(result));
}

Value linear(O x, C) {
  const Rational& at = x[0].number;
  const std::size_t last = rows_of(x) - 1;
  std::size_t row = 0;
  while (row <= last && key(x, row) <= at) ++row;  // the first key above x
  if (row == 0) return Value::of(value(x, 0));
  if (row > last) return Value::of(value(x, last));
  const Rational& left = key(x, row - 1);
  const Rational& from = value(x, row - 1);
  return number_value(from + (value(x, row) - from) * (at - left) / (key(x, row) - left));
}

Value marginal(O x, C) {
  const Rational& at = x[0].number;
  Rational sum;
  for (std::size_t row = 0; row < rows_of(x) && key(x, row) < at; ++row) {
    const bool ends = row + 1 < rows_of(x) && key(x, row + 1) < at;
    const Rational& end = ends ? key(x, row + 1) : at;
    sum += (end - key(x, row)) * value(x, row);
  }
  return number_value(std::move(sum));
}

Value lookup(O x, C) {
  if (!x[0].present()) return handed_on(x[0]);
  for (std::size_t row = 0; row < rows_of(x); ++row) {
    if (*x[0].text == *x[1 + 2 * row].text) return handed_on(x[2 + 2 * row]);
  }
  return Value::missing();
}

constexpr std::string_view kFamily = "tables";

constexpr FunctionRow kRows[] = {
    {.doc = {"step", kFamily, "step(x, 0 -> 0, 5 -> 8)", kStrict,
             "the value of the last key that x reaches; 0 below the first", "x 达到的最后一档的值；低于第一档为 0",
             "step(7, 0 -> 0, 5 -> 8, 8 -> 12)", "8"},
     .types = TypeRule::number_table,
     .least = 2,
     .most = -1,
     .scalar = step},
    {.doc = {"linear", kFamily, "linear(x, 0 -> 0, 10 -> 15)", kStrict,
             "straight lines between the points, flat outside", "各点之间按直线插值，两端之外取端点的值",
             "linear(4, 0 -> 0, 10 -> 15)", "6"},
     .types = TypeRule::number_table,
     .least = 2,
     .most = -1,
     .scalar = linear},
    {.doc = {"marginal", kFamily, "marginal(x, 0 -> 1, 100 -> 0.5)", kStrict,
             "each unit of x at the rate of the band in which it lies; 0 below the first",
             "x 分段计价，每段按各自的单价；低于第一档为 0", "marginal(120, 0 -> 1, 100 -> 0.5)", "110"},
     .types = TypeRule::number_table,
     .least = 2,
     .most = -1,
     .scalar = marginal},
    {.doc = {"lookup", kFamily, "lookup(text, 'urban' -> 10, 'rural' -> 6)",
             "absent when the text is absent, missing where nothing fits; only the value that is taken is looked at",
             "the value that stands for a text", "文本对应的值", "lookup('rural', 'urban' -> 10, 'rural' -> 6)", "6"},
     .types = TypeRule::text_table,
     .least = 2,
     .most = -1,
     .strict = false,
     .scalar = lookup},
};

}  // namespace

std::span<const FunctionRow> table_functions() { return kRows; }

}  // namespace cwp
