#include "decimal/correct_rounding.hpp"

#include <gmp.h>
#include <mpfr.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "decimal/number_limits.hpp"

namespace cwp {
namespace {

/// MPFR keeps constants for each thread; they go with the thread.
struct ThreadConstants {
  ThreadConstants() = default;
  ThreadConstants(const ThreadConstants&) = delete;
  ThreadConstants& operator=(const ThreadConstants&) = delete;
  ~ThreadConstants() { mpfr_free_cache(); }
  void keep() const {}
};

class Float {
 public:
  explicit Float(mpfr_prec_t precision) {
    static thread_local const ThreadConstants constants;
    constants.keep();
    mpfr_init2(value_, precision);
  }
  ~Float() { mpfr_clear(value_); }
  Float(const Float&) = delete;
  Float& operator=(const Float&) = delete;
  operator mpfr_ptr() { return value_; }  // NOLINT: stands for the C type

 private:
  mpfr_t value_;
};

class Fraction {
 public:
  Fraction() { mpq_init(value_); }
  explicit Fraction(const Rational& value) : Fraction() { mpq_set_str(value_, value.to_fraction_text().c_str(), 10); }
  ~Fraction() { mpq_clear(value_); }
  Fraction(const Fraction&) = delete;
  Fraction& operator=(const Fraction&) = delete;
  operator mpq_ptr() { return value_; }  // NOLINT
  mpz_ptr numerator() { return mpq_numref(value_); }
  mpz_ptr denominator() { return mpq_denref(value_); }

 private:
  mpq_t value_;
};

/// Ziv's strategy: `enclose(low, high)` bounds the result at a precision; when both bounds round to the same double,
/// that is the answer. Results that lie halfway between two doubles must come out exactly, or have been dealt with
/// before. Numbers have up to kMostBits, so the last precision holds all that can be told apart with them; what it
/// does not settle counts as too large to work out.
template <class Enclose>
Irrational converge(const Enclose& enclose) {
  for (mpfr_prec_t precision = kFirstPrecision; precision <= kLastPrecision; precision *= 2) {
    Float low(precision), high(precision);
    enclose(precision, low, high);
    const double nearest = mpfr_get_d(high, MPFR_RNDN);
    if (mpfr_get_d(low, MPFR_RNDN) != nearest) continue;
    if (!std::isfinite(nearest)) break;
    return {Rational::from_double(nearest), IrrationalFault::none};
  }
  return {{}, IrrationalFault::too_large};
}

Irrational rounded_fraction(Fraction& exact) {
  return converge([&](mpfr_prec_t, mpfr_ptr low, mpfr_ptr high) {
    mpfr_set_q(low, exact, MPFR_RNDD);
    mpfr_set_q(high, exact, MPFR_RNDU);
  });
}

using Function = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

/// A strictly increasing function of a fraction.
Irrational increasing(Fraction& x, Function function) {
  return converge([&](mpfr_prec_t precision, mpfr_ptr low, mpfr_ptr high) {
    Float argument(precision);
    mpfr_set_q(argument, x, MPFR_RNDD);
    function(low, argument, MPFR_RNDD);
    mpfr_set_q(argument, x, MPFR_RNDU);
    function(high, argument, MPFR_RNDU);
  });
}

/// Puts the n-th root of a fraction > 0 into `root` when it is a fraction.
bool take_root(Fraction& x, unsigned long n, Fraction& root) {
  return mpz_root(root.denominator(), x.denominator(), n) != 0 && mpz_root(root.numerator(), x.numerator(), n) != 0;
}

/// Raises a fraction > 0 to a power, unless that takes more bits than any double could need by far.
bool raise(Fraction& x, std::int64_t exponent) {
  const std::uint64_t times = exponent < 0 ? 0 - std::uint64_t(exponent) : std::uint64_t(exponent);
  const std::size_t bits = std::max(mpz_sizeinbase(x.numerator(), 2), mpz_sizeinbase(x.denominator(), 2));
  if (times > kMostBits / bits) return false;
  mpz_pow_ui(x.numerator(), x.numerator(), times);
  mpz_pow_ui(x.denominator(), x.denominator(), times);
  if (exponent < 0) mpq_inv(x, x);
  return true;
}

/// Numerator and denominator of a fraction with at most 17 digits each. (No number but 1 has an exact power whose
/// exponent is larger and that a double can hold.)
std::optional<std::pair<std::int64_t, std::int64_t>> small_parts(const Rational& y) {
  const std::string text = y.to_fraction_text();
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || text.size() > 36 || slash > 18 || text.size() - slash > 18) return std::nullopt;
  return std::pair(std::stoll(text.substr(0, slash)), std::stoll(text.substr(slash + 1)));
}

/// x^y for x > 0 other than 1 and a fraction y.
Irrational fractional_power(Fraction& base, const Rational& y) {
  Fraction root;
  if (const auto parts = small_parts(y))
    if (take_root(base, static_cast<unsigned long>(parts->second), root) && raise(root, parts->first))
      return rounded_fraction(root);
  Fraction exponent(y);
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

/// The product of values > 0. Halves first, so that the factors stay of one size; reduced only at the end.
void multiply(std::span<const Rational> values, Fraction& product) {
  if (values.size() == 1) {
    Fraction value(values[0]);
    mpq_set(product, value);
    return;
  }
  Fraction other;
  multiply(values.first(values.size() / 2), product);
  multiply(values.subspan(values.size() / 2), other);
  mpz_mul(product.numerator(), product.numerator(), other.numerator());
  mpz_mul(product.denominator(), product.denominator(), other.denominator());
}

}  // namespace

Irrational rounded_sqrt(const Rational& x) {
  if (x.sign() < 0) return {{}, IrrationalFault::out_of_domain};
  if (x.is_zero()) return {x, IrrationalFault::none};
  Fraction fraction(x), root;
  return take_root(fraction, 2, root) ? rounded_fraction(root) : increasing(fraction, mpfr_sqrt);
}

Irrational rounded_ln(const Rational& x) {
  if (x.sign() <= 0) return {{}, IrrationalFault::out_of_domain};
  if (x == Rational(1)) return {Rational(0), IrrationalFault::none};
  Fraction fraction(x);
  return increasing(fraction, mpfr_log);
}

Irrational rounded_log10(const Rational& x) {
  if (x.sign() <= 0) return {{}, IrrationalFault::out_of_domain};
  // Powers of ten, 10…0 or 1/10…0, have integer logarithms; no other fraction has a rational one.
  std::string text = x.to_fraction_text();
  const bool below = text.starts_with("1/");
  if (below) text.erase(0, 2);
  if (text[0] == '1' && text.find_first_not_of('0', 1) == std::string::npos) {
    const auto exponent = std::int64_t(text.size()) - 1;
    return {Rational(below ? -exponent : exponent), IrrationalFault::none};
  }
  Fraction fraction(x);
  return increasing(fraction, mpfr_log10);
}

Irrational rounded_exp(const Rational& x) {
  if (x.is_zero()) return {Rational(1), IrrationalFault::none};
  Fraction fraction(x);
  return increasing(fraction, mpfr_exp);
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
  Fraction base(x);
  return fractional_power(base, y);
}

Irrational rounded_geometric_mean(std::span<const Rational> values) {
  bool has_zero = values.empty();
  for (const Rational& value : values) {
    if (value.sign() < 0) return {{}, IrrationalFault::out_of_domain};
    has_zero = has_zero || value.is_zero();
  }
  if (has_zero) return {Rational(0), IrrationalFault::none};
  Fraction product;
  multiply(values, product);
  mpq_canonicalize(product);
  if (mpz_cmp(product.numerator(), product.denominator()) == 0) return {Rational(1), IrrationalFault::none};
  return values.size() == 1 ? rounded_fraction(product)
                            : fractional_power(product, Rational(1, std::int64_t(values.size())));
}

}  // namespace cwp
