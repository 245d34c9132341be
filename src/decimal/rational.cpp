#include "decimal/rational.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <stdexcept>

#include "decimal/number_limits.hpp"

namespace cwp {

using boost::multiprecision::cpp_int;

namespace {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

std::uint64_t magnitude(std::int64_t value) { return value < 0 ? ~std::uint64_t(value) + 1 : std::uint64_t(value); }

template <class T>
T binary_gcd(T a, T b, int (*trailing_zeros)(T)) {
  if (a == 0) return b;
  if (b == 0) return a;
  const int shift = trailing_zeros(a | b);
  a >>= trailing_zeros(a);
  while (b != 0) {
    b >>= trailing_zeros(b);
    if (a > b) std::swap(a, b);
    b -= a;
  }
  return a << shift;
}

int zeros64(std::uint64_t value) { return std::countr_zero(value); }
int zeros128(UnsignedWide value) {
  const auto low = std::uint64_t(value);
  return low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(std::uint64_t(value >> 64));
}

std::uint64_t gcd64(std::uint64_t a, std::uint64_t b) { return binary_gcd<std::uint64_t>(a, b, zeros64); }

bool fits(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

cpp_int to_big(Wide value) {
  const bool negative = value < 0;
  const UnsignedWide size = negative ? ~UnsignedWide(value) + 1 : UnsignedWide(value);
  cpp_int big = (cpp_int(std::uint64_t(size >> 64)) << 64) | cpp_int(std::uint64_t(size));
  return negative ? cpp_int(-big) : big;
}

cpp_int big_power_of_ten(int exponent) { return boost::multiprecision::pow(cpp_int(10), unsigned(exponent)); }

std::size_t bits_of(const cpp_int& value) {
  return value == 0 ? 0 : std::size_t(msb(boost::multiprecision::abs(value))) + 1;
}
/// 0 where no power has more of them.
std::size_t bits_to_raise(const cpp_int& value) { return value == 1 || value == -1 ? 0 : bits_of(value); }

cpp_int floor_div(const cpp_int& a, const cpp_int& b) {
  cpp_int quotient, remainder;
  divide_qr(a, b, quotient, remainder);
  if (remainder != 0 && (remainder < 0) != (b < 0)) --quotient;
  return quotient;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

Wide floor_div(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

/// The integer that `numerator / denominator` rounds to; denominator > 0.
template <class Integer>
Integer rounded_quotient(const Integer& numerator, const Integer& denominator, Rounding rounding) {
  const Integer below = floor_div(numerator, denominator);
  const Integer rest = numerator - below * denominator;  // 0 <= rest < denominator
  if (rest == 0) return below;
  const Integer twice = rest * 2;
  const bool negative = numerator < 0;
  switch (rounding) {
    case Rounding::half_up:
      if (twice == denominator) return negative ? below : Integer(below + 1);
      break;
    case Rounding::half_even:
      if (twice == denominator) return below % 2 == 0 ? below : Integer(below + 1);
      break;
    case Rounding::up:
      return negative ? below : Integer(below + 1);
    case Rounding::down:
      return negative ? Integer(below + 1) : below;
    case Rounding::ceil:
      return below + 1;
    case Rounding::floor:
      return below;
  }
  return twice > denominator ? Integer(below + 1) : below;
}

}  // namespace

struct Rational::Big {
  cpp_int numerator, denominator;
  mutable std::atomic<std::size_t> holders = 1;

  Big(cpp_int above, cpp_int below) : numerator(std::move(above)), denominator(std::move(below)) {}
};

void Rational::hold() const { big().holders.fetch_add(1, std::memory_order_relaxed); }
void Rational::let_go() const {
  if (big().holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete &big();
}

/// Makes Rationals out of wide or big parts, and takes them apart.
struct BigAccess {
  static Rational make(Wide numerator, Wide denominator) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    const UnsignedWide size = numerator < 0 ? ~UnsignedWide(numerator) + 1 : UnsignedWide(numerator);
    const UnsignedWide divisor = size >> 64 || UnsignedWide(denominator) >> 64
                                     ? binary_gcd<UnsignedWide>(size, UnsignedWide(denominator), zeros128)
                                     : UnsignedWide(gcd64(std::uint64_t(size), std::uint64_t(denominator)));
    if (divisor > 1) {
      numerator /= Wide(divisor);
      denominator /= Wide(divisor);
    }
    if (fits(numerator) && fits(denominator)) return small(std::int64_t(numerator), std::int64_t(denominator));
    return make_reduced(to_big(numerator), to_big(denominator));
  }
  static Rational small(std::int64_t numerator, std::int64_t denominator) {
    Rational result;
    result.numerator_ = numerator;
    result.denominator_ = denominator;
    return result;
  }
  static Rational make(cpp_int numerator, cpp_int denominator) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    const cpp_int divisor = denominator == 1 ? cpp_int(1) : cpp_int(gcd(numerator, denominator));
    if (divisor > 1) {
      numerator /= divisor;
      denominator /= divisor;
    }
    return make_reduced(std::move(numerator), std::move(denominator));
  }
  static Rational make_reduced(cpp_int numerator, cpp_int denominator) {
    const cpp_int least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
    if (least <= numerator && numerator <= most && denominator <= most)
      return small(numerator.convert_to<std::int64_t>(), denominator.convert_to<std::int64_t>());
    Rational result;
    const auto* big = new Rational::Big(std::move(numerator), std::move(denominator));
    result.numerator_ = std::int64_t(reinterpret_cast<std::uintptr_t>(big));
    result.denominator_ = 0;
    return result;
  }
  static cpp_int numerator(const Rational& value) {
    return value.is_small() ? cpp_int(value.numerator_) : value.big().numerator;
  }
  static cpp_int denominator(const Rational& value) {
    return value.is_small() ? cpp_int(value.denominator_) : value.big().denominator;
  }
};

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
  *this = BigAccess::make(Wide{numerator}, Wide{denominator});
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

Rational::Rational(const Decimal& decimal) {
  const std::int64_t power = power_of_ten(decimal.decimals);
  *this = BigAccess::make(Wide{decimal.units}, Wide{power});
}

Rational Rational::from_double(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  const auto mantissa = std::int64_t(std::ldexp(fraction, 53));
  exponent -= 53;
  const cpp_int power = cpp_int(1) << unsigned(std::abs(exponent));
  return exponent >= 0 ? BigAccess::make(cpp_int(mantissa) * power, cpp_int(1))
                       : BigAccess::make(cpp_int(mantissa), power);
}

bool Rational::is_integer() const { return is_small() ? denominator_ == 1 : big().denominator == 1; }
bool Rational::is_in_bounds() const {
  return is_small() || std::max(bits_of(big().numerator), bits_of(big().denominator)) <= kMostBits;
}
int Rational::sign() const {
  if (!is_small()) return big().numerator.sign();
  return numerator_ > 0 ? 1 : numerator_ < 0 ? -1 : 0;
}

Rational operator+(const Rational& a, const Rational& b) {
  if (a.is_small() && b.is_small()) {
    if (a.denominator_ == b.denominator_) {
      std::int64_t sum = 0;
      if (a.denominator_ == 1 && !__builtin_add_overflow(a.numerator_, b.numerator_, &sum))
        return BigAccess::small(sum, 1);
      return BigAccess::make(Wide{a.numerator_} + b.numerator_, Wide{a.denominator_});
    }
    // |a.num * b.den| <= 2^63 * (2^63 - 1), so the sum of the two stays inside 128 bits.
    return BigAccess::make(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                           Wide{a.denominator_} * b.denominator_);
  }
  return BigAccess::make(
      BigAccess::numerator(a) * BigAccess::denominator(b) + BigAccess::numerator(b) * BigAccess::denominator(a),
      BigAccess::denominator(a) * BigAccess::denominator(b));
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }

Rational operator*(const Rational& a, const Rational& b) {
  if (a.is_small() && b.is_small())
    return BigAccess::make(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
  return BigAccess::make(BigAccess::numerator(a) * BigAccess::numerator(b),
                         BigAccess::denominator(a) * BigAccess::denominator(b));
}

Rational operator/(const Rational& a, const Rational& b) {
  if (b.is_zero()) throw std::domain_error("division by zero");
  if (a.is_small() && b.is_small())
    return BigAccess::make(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
  return BigAccess::make(BigAccess::numerator(a) * BigAccess::denominator(b),
                         BigAccess::denominator(a) * BigAccess::numerator(b));
}

Rational Rational::operator-() const {
  if (is_small() && numerator_ != std::numeric_limits<std::int64_t>::min())
    return BigAccess::small(-numerator_, denominator_);
  return BigAccess::make_reduced(-BigAccess::numerator(*this), BigAccess::denominator(*this));
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.is_small() && b.is_small()) return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
  const int order = (BigAccess::numerator(a) * BigAccess::denominator(b))
                        .compare(cpp_int(BigAccess::numerator(b) * BigAccess::denominator(a)));
  return order <=> 0;
}

Rational Rational::floor() const {
  if (is_small()) return Rational(floor_div(numerator_, denominator_));
  return BigAccess::make_reduced(floor_div(big().numerator, big().denominator), cpp_int(1));
}

Rational Rational::ceil() const { return -(-*this).floor(); }

Rational Rational::rounded(int decimals, Rounding rounding) const {
  if (is_small() && 0 <= decimals && decimals <= 18) {
    const Wide power = power_of_ten(decimals);
    return BigAccess::make(rounded_quotient<Wide>(Wide{numerator_} * power, Wide{denominator_}, rounding), power);
  }
  const cpp_int power = big_power_of_ten(std::abs(decimals));
  const cpp_int numerator = BigAccess::numerator(*this) * (decimals > 0 ? power : cpp_int(1));
  const cpp_int denominator = BigAccess::denominator(*this) * (decimals < 0 ? power : cpp_int(1));
  const cpp_int units = rounded_quotient<cpp_int>(numerator, denominator, rounding);
  return decimals >= 0 ? BigAccess::make(units, power) : BigAccess::make(cpp_int(units * power), cpp_int(1));
}

std::optional<Rational> Rational::power(std::int64_t exponent) const {
  if (exponent == 0) return Rational(1);
  if (is_zero()) return exponent > 0 ? std::optional<Rational>(Rational(0)) : std::nullopt;
  const cpp_int numerator = BigAccess::numerator(*this), denominator = BigAccess::denominator(*this);
  const std::uint64_t times = magnitude(exponent);
  // A power of an n-bit number has at least times·(n − 1) + 1 bits and at most times·n: what is surely too large is
  // refused before it is computed, and what is computed has at most twice the bits allowed.
  const std::size_t widest = std::max(bits_to_raise(numerator), bits_to_raise(denominator));
  if (widest > 0 && times > (kMostBits - 1) / (widest - 1)) return std::nullopt;
  const auto raised = [&](const cpp_int& base) {
    if (base == 1) return cpp_int(1);
    if (base == -1) return cpp_int(times % 2 == 0 ? 1 : -1);
    return cpp_int(boost::multiprecision::pow(base, unsigned(times)));
  };
  cpp_int above = raised(numerator), below = raised(denominator);
  if (std::max(bits_of(above), bits_of(below)) > kMostBits) return std::nullopt;
  if (exponent < 0) std::swap(above, below);
  if (below < 0) {
    above = -above;
    below = -below;
  }
  return BigAccess::make_reduced(std::move(above), std::move(below));
}

std::optional<Rational::Fraction> Rational::to_fraction() const {
  if (!is_small()) return std::nullopt;
  return Fraction{numerator_, denominator_};
}

std::optional<std::int64_t> Rational::to_int64() const {
  if (!is_small() || denominator_ != 1) return std::nullopt;
  return numerator_;
}

std::optional<Decimal> Rational::to_decimal(int decimals) const {
  if (decimals < 0 || decimals > kMostDigits || !is_small()) return std::nullopt;
  const std::int64_t power = power_of_ten(decimals);
  if (power % denominator_ != 0) return std::nullopt;
  std::int64_t units = 0;
  if (__builtin_mul_overflow(numerator_, power / denominator_, &units)) return std::nullopt;
  const std::int64_t most = power_of_ten(kMostDigits) - 1;
  if (units > most || units < -most) return std::nullopt;
  return Decimal{units, std::uint8_t(decimals)};
}

double Rational::to_double() const {
  // Scaled so that the integer quotient has 64 or 65 bits; what is cut off decides ties as a last sticky bit.
  cpp_int numerator = boost::multiprecision::abs(BigAccess::numerator(*this)),
          denominator = BigAccess::denominator(*this);
  if (numerator == 0) return 0;
  int shift = int(msb(denominator)) - int(msb(numerator)) + 64;
  // A subnormal result has fewer bits: let the cut happen at its last one, so that it is rounded once.
  shift = std::min(shift, 1076);
  if (shift >= 0)
    numerator <<= unsigned(shift);
  else
    denominator <<= unsigned(-shift);
  cpp_int quotient, remainder;
  divide_qr(numerator, denominator, quotient, remainder);
  if (remainder != 0) quotient |= 1;
  // quotient has at most 66 bits: fold the lowest into the sticky bit until 64 are left.
  while (quotient != 0 && msb(quotient) > 63) {
    const bool sticky = (quotient & 1) != 0;
    quotient >>= 1;
    if (sticky) quotient |= 1;
    --shift;
  }
  const auto bits = quotient.convert_to<std::uint64_t>();
  // 64 bits to 53 rounds once; scaling by a power of two is exact unless subnormal, where the quotient is short
  // already.
  const double size = std::ldexp(double(bits), -shift);
  return sign() < 0 ? -size : size;
}

std::string Rational::to_text() const {
  for (int decimals = 0; decimals <= 18; ++decimals)
    if (const auto decimal = to_decimal(decimals)) return decimal->to_text();
  return to_fraction_text();
}

std::string Rational::to_fraction_text() const {
  if (is_small()) return std::to_string(numerator_) + (denominator_ == 1 ? "" : "/" + std::to_string(denominator_));
  return big().numerator.str() + (big().denominator == 1 ? "" : "/" + big().denominator.str());
}

}  // namespace cwp
