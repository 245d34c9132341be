#pragma once
// Irrational functions of exact fractions: the correctly rounded double (nearest, ties to even), as an exact fraction
// from there on. An exactly representable result is exact. Nothing is returned outside the domain; overflow is told
// apart.

#include <cstdint>
#include <optional>
#include <span>

#include "decimal/rational.hpp"

namespace cwp {

enum class IrrationalFault : std::uint8_t { none, out_of_domain, too_large };

struct Irrational {
  Rational value;
  IrrationalFault fault = IrrationalFault::none;
};

Irrational rounded_sqrt(const Rational& x);
Irrational rounded_ln(const Rational& x);
Irrational rounded_log10(const Rational& x);
Irrational rounded_exp(const Rational& x);
Irrational rounded_normal_cdf(const Rational& x);  ///< 1/2 erfc(-x/sqrt 2)
/// x^y. An integer y gives the exact power; a fractional y the correctly rounded double (exact where x and y make it
/// so); 0^0 = 1; 0 to a negative power and a negative x with a fractional y are out of the domain.
Irrational rounded_power(const Rational& x, const Rational& y);
/// (x1 · … · xn)^(1/n); 0 when one is 0; out of the domain when one is negative.
Irrational rounded_geometric_mean(std::span<const Rational> values);

}  // namespace cwp
