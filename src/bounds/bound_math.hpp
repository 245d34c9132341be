#pragma once
// Reckoning with bounds.

#include <span>
#include <string_view>

#include "bounds/value_bounds.hpp"

namespace cwp {

Bounds point(const Rational& value);
Bounds operator+(const Bounds& a, const Bounds& b);
Bounds operator-(const Bounds& a);
Bounds operator*(const Bounds& a, const Bounds& b);
/// All quotients; no bounds where the divisor can be 0. `whole`: it is an integer, so that what is not 0 is 1 at least.
Bounds quotient(const Bounds& a, const Bounds& b, bool whole);
/// The least bounds that hold all of them.
Bounds either(const Bounds& a, const Bounds& b);
/// Of the smaller and of the larger of two values.
Bounds smaller(const Bounds& a, const Bounds& b);
Bounds larger(const Bounds& a, const Bounds& b);
/// Of a sum of 1 to `most` values.
Bounds repeated(const Bounds& one, int most);

/// 1 where it always holds, 0 where it never does, else both; `comparison` is one of = != < <= > >=.
Bounds compared(std::string_view comparison, const Bounds& a, const Bounds& b);

}  // namespace cwp
