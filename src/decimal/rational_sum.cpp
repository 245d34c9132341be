#include "decimal/rational_sum.hpp"

namespace cwp {

void RationalSum::add(const Rational& value) {
  if (const auto fraction = value.to_fraction())
    numerators_[fraction->denominator] += fraction->numerator;  // fewer than 2^64 of less than 2^63 each
  else
    large_.push_back(value);
}

std::optional<Rational> RationalSum::total() const {
  const auto part = [](Wide numerator, std::int64_t denominator) {
    // In halves that fit 64 bits: numerator = high * 2^62 + low.
    constexpr int kLow = 62;
    const Wide high = numerator >> kLow;
    const Rational low(std::int64_t(numerator - (high << kLow)), denominator);
    return high == 0 ? low : Rational(std::int64_t(high)) * Rational(std::int64_t{1} << kLow) / denominator + low;
  };
  std::vector<Rational> sums;
  for (const auto& [denominator, numerator] : numerators_) sums.push_back(part(numerator, denominator));
  sums.insert(sums.end(), large_.begin(), large_.end());
  if (sums.empty()) return Rational(0);
  while (sums.size() > 1) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < sums.size(); i += 2) {
      Rational sum = i + 1 < sums.size() ? sums[i] + sums[i + 1] : std::move(sums[i]);
      if (!sum.is_in_bounds()) return std::nullopt;
      sums[count++] = std::move(sum);
    }
    sums.resize(count);
  }
  return sums[0].is_in_bounds() ? std::optional(sums[0]) : std::nullopt;
}

}  // namespace cwp
