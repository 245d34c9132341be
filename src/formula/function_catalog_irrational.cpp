// Functions of the arithmetic family whose results are correctly rounded doubles, exact numbers from there on.

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using O = const Operands&;
using C = const BodyContext&;

Value power(O x, C) { return irrational_value(rounded_power(x[0].number, x[1].number)); }
Value root(O x, C) { return irrational_value(rounded_sqrt(x[0].number)); }
Value natural_logarithm(O x, C) { return irrational_value(rounded_ln(x[0].number)); }
Value decimal_logarithm(O x, C) { return irrational_value(rounded_log10(x[0].number)); }
Value exponential(O x, C) { return irrational_value(rounded_exp(x[0].number)); }
Value normal_distribution(O x, C) { return irrational_value(rounded_normal_cdf(x[0].number)); }

constexpr std::string_view kFamily = "arithmetic";

constexpr FunctionRow kRows[] = {
    {.doc = {"^", kFamily, "a ^ b",
             "absent when an operand is absent; missing, with a row issue, for 0 to a negative power and a fractional "
             "power of a negative number",
             "the power: exact for an integer b, else the correctly rounded double",
             "乘方：b 为整数时精确，否则为正确舍入的双精度数", "2 ^ -1", "0.5"},
     .types = TypeRule::numbers,
     .least = 2,
     .most = 2,
     .scalar = power},
    {.doc = {"sqrt", kFamily, "sqrt(x)", "absent when x is absent; missing, with a row issue, when x is below 0",
             "the square root, correctly rounded", "平方根，正确舍入", "sqrt(2.25)", "1.5"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = root},
    {.doc = {"ln", kFamily, "ln(x)", "absent when x is absent; missing, with a row issue, unless x is above 0",
             "the natural logarithm, correctly rounded", "自然对数，正确舍入", "ln(1)", "0"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = natural_logarithm},
    {.doc = {"log10", kFamily, "log10(x)", "absent when x is absent; missing, with a row issue, unless x is above 0",
             "the logarithm to base 10, correctly rounded", "以 10 为底的对数，正确舍入", "log10(1000)", "3"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = decimal_logarithm},
    {.doc = {"exp", kFamily, "exp(x)", "absent when x is absent; missing, with a row issue, when it is too large",
             "e to the power of x, correctly rounded", "e 的 x 次方，正确舍入", "exp(0)", "1"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = exponential},
    {.doc = {"normal_cdf", kFamily, "normal_cdf(x)", kStrict,
             "the share of a standard normal distribution below x, correctly rounded",
             "标准正态分布中小于 x 的比例，正确舍入", "normal_cdf(0)", "0.5"},
     .types = TypeRule::numbers,
     .least = 1,
     .most = 1,
     .scalar = normal_distribution},
};

}  // namespace

std::span<const FunctionRow> irrational_functions() { return kRows; }

}  // namespace cwp
