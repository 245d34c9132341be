#pragma once
// Rational: exact fractions of any size. The usual case is a pair of 64-bit integers; larger ones move to the heap.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "cwp/decimal.hpp"

namespace cwp {

/// 10^exponent; 0 to 18.
std::int64_t power_of_ten(int exponent);

/// An exact fraction in lowest terms with a positive denominator.
class Rational {
 public:
  Rational() = default;
  Rational(const Rational& other) : numerator_(other.numerator_), denominator_(other.denominator_) {
    if (!is_small()) hold();
  }
  Rational(Rational&& other) noexcept : numerator_(other.numerator_), denominator_(other.denominator_) {
    other.numerator_ = 0;
    other.denominator_ = 1;
  }
  Rational& operator=(const Rational& other) {
    if (!other.is_small()) other.hold();  // first: it may be this one
    if (!is_small()) let_go();
    numerator_ = other.numerator_;
    denominator_ = other.denominator_;
    return *this;
  }
  Rational& operator=(Rational&& other) noexcept {
    std::swap(numerator_, other.numerator_);
    std::swap(denominator_, other.denominator_);
    return *this;
  }
  ~Rational() {
    if (!is_small()) let_go();
  }
  Rational(std::int64_t value) : numerator_(value) {}          // NOLINT: integers are rationals
  Rational(int value) : numerator_(value) {}                   // NOLINT
  Rational(std::int64_t numerator, std::int64_t denominator);  ///< denominator != 0
  explicit Rational(const Decimal& decimal);
  /// The binary value of a finite double, exactly.
  static Rational from_double(double value);

  bool is_zero() const { return is_small() && numerator_ == 0; }
  bool is_integer() const;
  bool is_small() const { return denominator_ != 0; }  ///< numerator and denominator fit 64 bits
  bool is_in_bounds() const;                           ///< they need at most kMostBits bits each
  int sign() const;                                    ///< -1, 0, 1

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);  ///< b != 0
  Rational operator-() const;
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }

  Rational floor() const;
  Rational ceil() const;
  Rational abs() const { return sign() < 0 ? -*this : *this; }
  /// The nearest multiple of 10^-decimals by `rounding`; decimals may be negative.
  Rational rounded(int decimals, Rounding rounding) const;
  /// this^exponent, exactly; nothing when the result needs more than 100,000 bits, or for 0 to a negative power.
  std::optional<Rational> power(std::int64_t exponent) const;

  std::optional<std::int64_t> to_int64() const;  ///< when it is an integer in range
  struct Fraction {
    std::int64_t numerator = 0, denominator = 1;
  };
  std::optional<Fraction> to_fraction() const;  ///< in lowest terms, when it is small
  /// The decimal with exactly `decimals` places, when this is a multiple of 10^-decimals that fits.
  std::optional<Decimal> to_decimal(int decimals) const;
  double to_double() const;  ///< the nearest double
  /// `3`, `0.25` where the decimal ends within 18 places, else `1/3`.
  std::string to_text() const;
  /// `p/q` or `p`: never a decimal point.
  std::string to_fraction_text() const;

  struct Big;  // a fraction that does not fit 64 bits

 private:
  friend struct BigAccess;
  const Big& big() const { return *reinterpret_cast<const Big*>(std::uintptr_t(numerator_)); }
  void hold() const;    // one more has the Big
  void let_go() const;  // one less; the last deletes it

  // There are as many of these as figures, and hardly a big one: no word of its own for it.
  std::int64_t numerator_ = 0;    // of a big one where its Big is
  std::int64_t denominator_ = 1;  // 0: a big one
};

}  // namespace cwp
