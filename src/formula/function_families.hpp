#pragma once
// The rows of the catalogue of functions, family by family, and what their bodies share.

#include <initializer_list>

#include "decimal/correct_rounding.hpp"
#include "formula/function_row.hpp"

namespace cwp {

std::span<const FunctionRow> arithmetic_functions();
std::span<const FunctionRow> irrational_functions();  ///< of the arithmetic family: roots, logarithms
std::span<const FunctionRow> choice_functions();
std::span<const FunctionRow> rate_functions();
std::span<const FunctionRow> table_functions();
std::span<const FunctionRow> over_time_functions();
std::span<const FunctionRow> across_functions();
std::span<const FunctionRow> absent_functions();
std::span<const FunctionRow> date_functions();
std::span<const FunctionRow> forms_functions();  ///< those into which item forms are turned

/// The sentence of every row whose `strict` is true.
inline constexpr std::string_view kStrict = "absent when an operand is absent; exempt wins over missing";
/// The sentence of every fold.
inline constexpr std::string_view kSkipsAbsent =
    "skips absent values; of none it is missing, or exempt if all were exempt";

// Bodies need not give an absent result its type: apply_scalar does.

/// The number as a Value, unless its fraction needs more than 100,000 bits: `too_large`.
Value number_value(Rational number);
/// The quotient; `division_by_zero` when b is 0.
Value quotient(const Rational& a, const Rational& b);
/// The exact sum of present numbers; `too_large` as soon as its fraction is.
Value sum_of(std::span<const Value> values);
/// Their exact mean.
Value mean_of(std::span<const Value> values);
/// The root of their squared distances from the mean, added up and divided by `divisor`; correctly rounded.
Value deviation_of(std::span<const Value> values, std::int64_t divisor);
/// The result of an irrational function, or its fault.
Value irrational_value(const Irrational& result);
/// An operand that a body hands on as its result: a fault in it stays its own.
Value handed_on(const Value& operand);
/// The absent value that several absent ones make: exempt when all of them are, else missing.
Value absent_unless_exempt(bool all_exempt);

}  // namespace cwp
