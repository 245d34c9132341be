// Functions of the absent family: asking whether there is a value.

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using O = const Operands&;
using C = const BodyContext&;

Value is_missing(O x, C) { return Value::of_truth(x[0].absence == Absence::missing); }
Value is_exempt(O x, C) { return Value::of_truth(x[0].absence == Absence::exempt); }

constexpr std::string_view kFamily = "absent";
constexpr std::string_view kNever = "never absent";

constexpr FunctionRow kRows[] = {
    {.doc = {"is_missing", kFamily, "is_missing(x)", kNever, "true when there should be a value and is none",
             "应有值而没有值", "is_missing(1 / 0)", "true"},
     .types = TypeRule::test,
     .least = 1,
     .most = 1,
     .strict = false,
     .scalar = is_missing},
    {.doc = {"is_exempt", kFamily, "is_exempt(x)", kNever, "true when there need not be a value", "免于考核而没有值",
             "is_exempt(1 / 0)", "false"},
     .types = TypeRule::test,
     .least = 1,
     .most = 1,
     .strict = false,
     .scalar = is_exempt},
};

}  // namespace

std::span<const FunctionRow> absent_functions() { return kRows; }

}  // namespace cwp
