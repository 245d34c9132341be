#include "decimal/correct_rounding.hpp"

#include <gmp.h>
#include <mpfr.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cwp {
namespace {

class Float {
 public:
  explicit Float(mpfr_prec_t precision) { mpfr_init2(value_, precision); }
  ~Float() { mpfr_clear(value_); }
  Float(const Float&) = delete;
  Float& operator=(const Float&) = delete;
  operator mpfr_ptr() { return value_; }  // NOLINT: stands for the C type

 private:
  mpfr_t value_;
};

class Fraction {
 public:
  explicit Fraction(const Rational& value) {
    mpq_init(value_);
    mpq_set_str(value_, value.to_fraction_text().c_str(), 10);
  }
  ~Fraction() { mpq_clear(value_); }
  Fraction(const Fraction&) = delete;
  Fraction& operator=(const Fraction&) = delete;
  operator mpq_ptr() { return value_; }  // NOLINT

 private:
  mpq_t value_;
};

Irrational rounded_exactly(const Rational& exact) {
  const double value = exact.to_double();
  if (!std::isfinite(value)) return {{}, IrrationalFault::too_large};
  return {Rational::from_double(value), IrrationalFault::none};
}

/// Ziv's strategy: `enclose(low, high)` bounds the result at a precision; when both bounds round to the same double,
/// that is the answer. Results that are doubles, or lie halfway between two, must have been dealt with before.
template <class Enclose>
Irrational converge(const Enclose& enclose) {
  double nearest = 0;
  for (mpfr_prec_t precision = 128; precision <= 16'384; precision *= 2) {
    Float low(precision), high(precision);
    enclose(precision, low, high);
    nearest = mpfr_get_d(high, MPFR_RNDN);
    if (mpfr_get_d(low, MPFR_RNDN) == nearest) break;
  }
  if (!std::isfinite(nearest)) return {{}, IrrationalFault::too_large};
  return {Rational::from_double(nearest), IrrationalFault::none};
}

using Function = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

/// A strictly increasing function of a fraction.
Irrational increasing(const Rational& x, Function function) {
  Fraction fraction(x);
  return converge([&](mpfr_prec_t precision, mpfr_ptr low, mpfr_ptr high) {
    Float argument(precision);
    mpfr_set_q(argument, fraction, MPFR_RNDD);
    function(low, argument, MPFR_RNDD);
    mpfr_set_q(argument, fraction, MPFR_RNDU);
    function(high, argument, MPFR_RNDU);
  });
}

/// The n-th root of a fraction >= 0 when it is a fraction.
std::optional<Rational> exact_root(const Rational& x, unsigned long n) {
  Fraction fraction(x);
  mpz_t root;
  mpz_init(root);
  std::optional<Rational> result;
  const auto to_rational = [](mpz_srcptr integer) -> std::optional<Rational> {
    if (mpz_sizeinbase(integer, 2) > 62) return std::nullopt;
    return Rational(std::int64_t(mpz_get_si(integer)));
  };
  if (mpz_root(root, mpq_numref(static_cast<mpq_ptr>(fraction)), n) != 0) {
    const auto numerator = to_rational(root);
    if (numerator && mpz_root(root, mpq_denref(static_cast<mpq_ptr>(fraction)), n) != 0)
      if (const auto denominator = to_rational(root)) result = *numerator / *denominator;
  }
  mpz_clear(root);
  return result;
}

/// Numerator and denominator of a fraction with 64-bit parts.
std::optional<std::pair<std::int64_t, std::int64_t>> small_parts(const Rational& y) {
  const std::string text = y.to_fraction_text();
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || text.size() > 36 || slash > 18 || text.size() - slash > 18) return std::nullopt;
  return std::pair(std::stoll(text.substr(0, slash)), std::stoll(text.substr(slash + 1)));
}

Irrational fractional_power(const Rational& x, const Rational& y) {
  if (const auto parts = small_parts(y))
    if (const auto root = exact_root(x, static_cast<unsigned long>(parts->second)))
      if (const auto exact = root->power(parts->first)) return rounded_exactly(*exact);
  Fraction base(x), exponent(y);
  return converge([&](mpfr_prec_t precision, mpfr_ptr low, mpfr_ptr high) {
    // x^y is monotonic in each argument, so its bounds are among the corners.
    Float b(precision), e(precision), corner(precision);
    bool first = true;
    for (const mpfr_rnd_t base_rounding : {MPFR_RNDD, MPFR_RNDU})
      for (const mpfr_rnd_t exponent_rounding : {MPFR_RNDD, MPFR_RNDU}) {
        mpfr_set_q(b, base, base_rounding);
        mpfr_set_q(e, exponent, exponent_rounding);
        mpfr_pow(corner, b, e, MPFR_RNDD);
        if (first || mpfr_less_p(corner, low)) mpfr_set(low, corner, MPFR_RNDD);
        mpfr_pow(corner, b, e, MPFR_RNDU);
        if (first || mpfr_greater_p(corner, high)) mpfr_set(high, corner, MPFR_RNDU);
        first = false;
      }
  });
}

}  // namespace

Irrational rounded_sqrt(const Rational& x) {
  if (x.sign() < 0) return {{}, IrrationalFault::out_of_domain};
  if (const auto root = exact_root(x, 2)) return rounded_exactly(*root);
  return increasing(x, mpfr_sqrt);
}

Irrational rounded_ln(const Rational& x) {
  if (x.sign() <= 0) return {{}, IrrationalFault::out_of_domain};
  if (x == Rational(1)) return {Rational(0), IrrationalFault::none};
  return increasing(x, mpfr_log);
}

Irrational rounded_log10(const Rational& x) {
  if (x.sign() <= 0) return {{}, IrrationalFault::out_of_domain};
  // Powers of ten have integer logarithms.
  const bool above = x >= Rational(1);
  Rational rest = above ? x : Rational(1) / x;
  std::int64_t exponent = 0;
  for (; rest > Rational(1) && (rest / Rational(10)).is_integer(); ++exponent) rest = rest / Rational(10);
  if (rest == Rational(1)) return {Rational(above ? exponent : -exponent), IrrationalFault::none};
  return increasing(x, mpfr_log10);
}

Irrational rounded_exp(const Rational& x) {
  if (x.is_zero()) return {Rational(1), IrrationalFault::none};
  return increasing(x, mpfr_exp);
}

Irrational rounded_normal_cdf(const Rational& x) {
  if (x.is_zero()) return {Rational(1, 2), IrrationalFault::none};
  Fraction fraction(x);
  return converge([&](mpfr_prec_t precision, mpfr_ptr low, mpfr_ptr high) {
    // Phi(x) = erfc(-x / sqrt 2) / 2, and -x / sqrt 2 = -x sqrt(1/2); erfc is decreasing.
    const auto bound = [&](mpfr_ptr result, mpfr_rnd_t rounding) {
      const bool upward = rounding == MPFR_RNDU;
      Float argument(precision), root(precision);
      mpfr_set_ui_2exp(root, 1, -1, MPFR_RNDN);
      const bool enlarge = upward == (x.sign() > 0);
      mpfr_sqrt(root, root, enlarge ? MPFR_RNDU : MPFR_RNDD);
      mpfr_set_q(argument, fraction, rounding);
      mpfr_mul(argument, argument, root, rounding);
      mpfr_neg(argument, argument, MPFR_RNDN);
      mpfr_erfc(result, argument, rounding);
      mpfr_div_2ui(result, result, 1, rounding);
    };
    bound(low, MPFR_RNDD);
    bound(high, MPFR_RNDU);
  });
}

Irrational rounded_power(const Rational& x, const Rational& y) {
  if (y.is_zero()) return {Rational(1), IrrationalFault::none};
  if (x.is_zero())
    return y.sign() > 0 ? Irrational{Rational(0), IrrationalFault::none}
                        : Irrational{{}, IrrationalFault::out_of_domain};
  if (y.is_integer()) {
    const auto exponent = y.to_int64();
    const auto power = exponent ? x.power(*exponent) : std::nullopt;
    if (power) return {*power, IrrationalFault::none};
    if (x == Rational(1)) return {x, IrrationalFault::none};
    return {{}, IrrationalFault::too_large};
  }
  if (x.sign() < 0) return {{}, IrrationalFault::out_of_domain};
  if (x == Rational(1)) return {x, IrrationalFault::none};
  return fractional_power(x, y);
}

Irrational rounded_geometric_mean(std::span<const Rational> values) {
  Rational product(1);
  for (const Rational& value : values) {
    if (value.sign() < 0) return {{}, IrrationalFault::out_of_domain};
    product = product * value;
  }
  if (product.is_zero() || values.empty()) return {Rational(0), IrrationalFault::none};
  if (values.size() == 1) return rounded_exactly(product);
  return fractional_power(product, Rational(1, std::int64_t(values.size())));
}

}  // namespace cwp
