#pragma once
// Reckoning with bounds.

#include <span>
#include <string_view>

#include "bounds/value_bounds.hpp"

namespace cwp {

ValueBounds point(const Rational& value);
ValueBounds operator+(const ValueBounds& a, const ValueBounds& b);
ValueBounds operator-(const ValueBounds& a);
ValueBounds operator*(const ValueBounds& a, const ValueBounds& b);
/// All quotients; no bounds where the divisor can be 0. `whole`: it is an integer, so that what is not 0 is 1 at least.
ValueBounds quotient(const ValueBounds& a, const ValueBounds& b, bool whole);
/// The least bounds that hold all of them.
ValueBounds either(const ValueBounds& a, const ValueBounds& b);
/// Of the smaller and of the larger of two values.
ValueBounds smaller(const ValueBounds& a, const ValueBounds& b);
ValueBounds larger(const ValueBounds& a, const ValueBounds& b);
/// Of a sum of 1 to `most` values.
ValueBounds repeated(const ValueBounds& one, int most);

/// 1 where it always holds, 0 where it never does, else both; `comparison` is one of = != < <= > >=.
ValueBounds compared(std::string_view comparison, const ValueBounds& a, const ValueBounds& b);

}  // namespace cwp
