#include "lane/lane_math.hpp"

#include <numeric>

namespace cwp {
namespace {

/// 0 when it is too large.
std::int64_t common_denominator(std::int64_t a, std::int64_t b) {
  const Wide common = Wide{a} / std::gcd(a, b) * b;
  return common > kLargestDenominator ? 0 : std::int64_t(common);
}

}  // namespace

Rational rational_of(Wide value) {
  constexpr int kHalf = 60;  // |value| <= 2^120
  const Wide high = value >> kHalf;
  const Rational low(std::int64_t(value - (high << kHalf)));
  return Rational(std::int64_t(high)) * Rational(std::int64_t{1} << kHalf) + low;
}

LaneFigure LaneMath::of(const Rational& value) {
  const auto fraction = value.to_fraction();
  if (!fraction || fraction->denominator > kLargestDenominator) {
    writer_.fail();
    return {writer_.constant(0), 1, std::nullopt};
  }
  return {writer_.constant(fraction->numerator), fraction->denominator, std::nullopt};
}

std::optional<Rational> LaneMath::constant_of(const LaneFigure& a) const {
  const auto number = writer_.constant_of(a.number);
  if (a.divisor || !number) return std::nullopt;
  return Rational(std::int64_t(*number), a.denominator);
}

LaneFigure LaneMath::negative(const LaneFigure& a) {
  return {writer_.scale(a.number, -1, 0), a.denominator, a.divisor};
}

LaneMath::Aligned LaneMath::align(const LaneFigure& a, const LaneFigure& b) {
  const std::int64_t common = common_denominator(a.denominator, b.denominator);
  if (common == 0) return writer_.fail(), Aligned{a.number, b.number, 1, std::nullopt};
  Aligned aligned{writer_.scale(a.number, common / a.denominator, 0),
                  writer_.scale(b.number, common / b.denominator, 0), common, std::nullopt};
  if (a.divisor == b.divisor) {
    aligned.divisor = a.divisor;
  } else if (a.divisor && !b.divisor) {
    aligned.divisor = a.divisor;
    aligned.b = writer_.product(aligned.b, *a.divisor);
  } else if (b.divisor && !a.divisor) {
    aligned.divisor = b.divisor;
    aligned.a = writer_.product(aligned.a, *b.divisor);
  } else {
    aligned.divisor = writer_.product(*a.divisor, *b.divisor);
    aligned.a = writer_.product(aligned.a, *b.divisor);
    aligned.b = writer_.product(aligned.b, *a.divisor);
  }
  return aligned;
}

LaneFigure LaneMath::combine(const LaneFigure& a, const LaneFigure& b, int sign) {
  if (a.divisor != b.divisor) {
    const Aligned both = align(a, b);
    return {writer_.combine(both.a, 1, both.b, sign, 0), both.denominator, both.divisor};
  }
  const std::int64_t common = common_denominator(a.denominator, b.denominator);
  if (common == 0) return writer_.fail(), a;
  return {writer_.combine(a.number, common / a.denominator, b.number, sign * (common / b.denominator), 0), common,
          a.divisor};
}

LaneFigure LaneMath::multiply(const LaneFigure& a, const LaneFigure& b) {
  // Common factors of a number that is a constant and the other's denominator go first: 10 * (m / 100).
  const auto reduced = [&](const LaneFigure& constant, const LaneFigure& other) -> std::optional<LaneFigure> {
    const auto number = writer_.constant_of(constant.number);
    if (!number || constant.divisor || *number == 0) return std::nullopt;
    const std::int64_t factor = std::gcd(std::int64_t(*number < 0 ? -*number : *number), other.denominator);
    const Wide denominator = Wide{constant.denominator} * (other.denominator / factor);
    if (denominator > kLargestDenominator) return writer_.fail(), other;
    return LaneFigure{writer_.scale(other.number, *number / factor, 0), std::int64_t(denominator), other.divisor};
  };
  if (const auto figure = reduced(a, b)) return *figure;
  if (const auto figure = reduced(b, a)) return *figure;
  const Wide denominator = Wide{a.denominator} * b.denominator;
  if (denominator > kLargestDenominator) return writer_.fail(), a;
  LaneFigure made{writer_.product(a.number, b.number), std::int64_t(denominator), a.divisor ? a.divisor : b.divisor};
  if (a.divisor && b.divisor) made.divisor = writer_.product(*a.divisor, *b.divisor);
  return made;
}

LaneFigure LaneMath::divide(const LaneFigure& a, const LaneFigure& b) {
  if (const auto value = constant_of(b)) {
    if (value->sign() <= 0) return writer_.fail(), a;
    return multiply(a, of(Rational(1) / *value));
  }
  if (writer_.range(b.number).low <= 0) return writer_.fail(), a;
  // (n / (d v)) / (m / (e w)) = (n e w) / (d v m)
  LaneFigure made{writer_.scale(a.number, b.denominator, 0), a.denominator, b.number};
  if (b.divisor) made.number = writer_.product(made.number, *b.divisor);
  if (a.divisor) made.divisor = writer_.product(*a.divisor, b.number);
  return made;
}

LaneFigure LaneMath::pick(const LaneFigure& a, const LaneFigure& b, bool greatest) {
  const Aligned both = align(a, b);
  return {greatest ? writer_.greatest(both.a, both.b) : writer_.least(both.a, both.b), both.denominator, both.divisor};
}

LaneFigure LaneMath::sum(std::span<const LaneFigure> parts) {
  std::int64_t common = 1;
  for (const LaneFigure& part : parts)
    if (!part.divisor && common != 0) common = common_denominator(common, part.denominator);
  if (common == 0) return writer_.fail(), LaneFigure{writer_.constant(0), 1, std::nullopt};
  std::vector<LaneRegister> numbers;
  for (const LaneFigure& part : parts)
    if (!part.divisor) numbers.push_back(writer_.scale(part.number, common / part.denominator, 0));
  LaneFigure total{writer_.add_up(numbers), common, std::nullopt};
  for (const LaneFigure& part : parts)
    if (part.divisor) total = add(total, part);
  return total;
}

LaneFigure LaneMath::at_least(const LaneFigure& a, const LaneFigure& b) {
  const Aligned both = align(a, b);
  return {writer_.at_least(both.a, both.b), 1, std::nullopt};
}

LaneFigure LaneMath::equal(const LaneFigure& a, const LaneFigure& b) {
  const Aligned both = align(a, b);
  return {writer_.equal(both.a, both.b), 1, std::nullopt};
}

LaneFigure LaneMath::choose(const LaneFigure& truth, const LaneFigure& a, const LaneFigure& b) {
  if (const auto value = writer_.constant_of(truth.number)) return *value != 0 ? a : b;
  const Aligned both = align(a, b);
  return {writer_.choose(truth.number, both.a, both.b), both.denominator, both.divisor};
}

LaneMath::Quotient LaneMath::scaled(const LaneFigure& a, int decimals) {
  const std::int64_t power = power_of_ten(decimals);
  const std::int64_t factor = std::gcd(power, a.denominator);
  Quotient quotient{writer_.scale(a.number, power / factor, 0), writer_.constant(a.denominator / factor)};
  if (a.divisor) quotient.divisor = writer_.product(*a.divisor, quotient.divisor);
  return quotient;
}

LaneFigure LaneMath::floor(const LaneFigure& a) {
  const Quotient quotient = scaled(a, 0);
  return {writer_.divide(quotient.number, quotient.divisor), 1, std::nullopt};
}

/// Of a number >= 0.
LaneRegister LaneMath::magnitude_rounded(Quotient quotient, Rounding rounding) {
  const auto& [n, d] = quotient;
  switch (rounding) {
    case Rounding::floor:
    case Rounding::down:
      return writer_.divide(n, d);
    case Rounding::ceil:
    case Rounding::up:  // ceil(n / d) = floor((n + d - 1) / d)
      return writer_.divide(writer_.combine(n, 1, d, 1, -1), d);
    case Rounding::half_up:  // floor(n / d + 1/2)
      return writer_.divide(writer_.combine(n, 2, d, 1, 0), writer_.scale(d, 2, 0));
    case Rounding::half_even: {
      const LaneRegister raised = writer_.combine(n, 2, d, 1, 0), twice = writer_.scale(d, 2, 0);
      const LaneRegister up = writer_.divide(raised, twice);
      const LaneRegister is_tie = writer_.equal(writer_.product(up, twice), raised);
      const LaneRegister odd = writer_.combine(up, 1, writer_.divide(up, writer_.constant(2)), -2, 0);
      return writer_.combine(up, 1, writer_.least(is_tie, odd), -1, 0);
    }
  }
  return n;
}

LaneRegister LaneMath::rounded(Quotient quotient, Rounding rounding) {
  const LaneRange& range = writer_.range(quotient.number);
  if (const auto by = writer_.constant_of(quotient.divisor); by && *by == 1) return quotient.number;
  if (range.low >= 0) return magnitude_rounded(quotient, rounding);
  if (rounding == Rounding::floor) return writer_.divide(quotient.number, quotient.divisor);
  const LaneRegister opposite = writer_.scale(quotient.number, -1, 0);
  if (rounding == Rounding::ceil) return writer_.scale(writer_.divide(opposite, quotient.divisor), -1, 0);
  // The others are the same on both sides of 0.
  const LaneRegister size =
      magnitude_rounded({writer_.greatest(quotient.number, opposite), quotient.divisor}, rounding);
  const LaneRegister is_positive = writer_.at_least(quotient.number, writer_.constant(0));
  return writer_.choose(is_positive, size, writer_.scale(size, -1, 0));
}

LaneFigure LaneMath::rounded(const LaneFigure& a, int decimals, Rounding rounding) {
  if (const auto value = constant_of(a)) return of(value->rounded(decimals, rounding));
  const std::int64_t power = power_of_ten(decimals);
  if (!a.divisor && power % a.denominator == 0) return a;  // it has no more places
  return {rounded(scaled(a, decimals), rounding), power, std::nullopt};
}

LaneFigure LaneMath::in_places(const LaneFigure& a, int decimals) {
  const std::int64_t power = power_of_ten(decimals);
  if (a.divisor || power % a.denominator != 0) return writer_.fail(), a;
  return {writer_.scale(a.number, power / a.denominator, 0), power, std::nullopt};
}

std::optional<LaneFigure> LaneMath::positive_or_flagged(const LaneFigure& a) {
  if (writer_.range(a.number).low > 0) return a;
  const LaneRegister one = writer_.constant(1);
  if (!writer_.flag(writer_.negated(writer_.at_least(a.number, one)))) return std::nullopt;
  return LaneFigure{writer_.greatest(a.number, one), a.denominator, a.divisor};
}

}  // namespace cwp
