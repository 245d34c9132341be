#pragma once
// The oracle's own arithmetic of many values, and its own rounding.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cwp/decimal.hpp"
#include "formula/value.hpp"

namespace cwp::oracle {

using Numbers = std::vector<Rational>;

Rational sum_of(const Numbers& values);
Rational mean_of(const Numbers& values);
Numbers sorted(Numbers values);
/// Of the population.
Rational deviation_of(const Numbers& values);

/// The aggregate `name` of the present values (never none) with the numbers before the value argument. Flags are not
/// set.
Value aggregate(const std::string& name, const std::vector<Value>& values, const std::vector<Rational>& extras);

/// The nearest multiple of 10^-decimals by long division of whole numbers.
Rational rounded(const Rational& value, int decimals, Rounding rounding);
/// As printed: rounded, with exactly `decimals` places.
std::string printed(const Rational& value, int decimals, Rounding rounding);

}  // namespace cwp::oracle
