#pragma once
// LaneMath: exact arithmetic on lanes of fractions. A figure is an integer register over a common denominator, and, for
// quotients of figures, over a second register of denominators of its own.

#include <span>

#include "cwp/decimal.hpp"
#include "decimal/rational.hpp"
#include "lane/lane_writer.hpp"

namespace cwp {

/// Denominators are at most this, so that products of two of them fit 128 bits easily.
inline constexpr std::int64_t kLargestDenominator = 1'000'000'000'000'000;

/// number / (denominator * divisor), in every lane; divisor > 0.
struct LaneFigure {
  LaneRegister number = 0;
  std::int64_t denominator = 1;
  std::optional<LaneRegister> divisor;
};

/// A figure of any lane.
Rational rational_of(Wide value);

class LaneMath {
 public:
  explicit LaneMath(LaneWriter& writer) : writer_(writer) {}

  LaneFigure of(const Rational& value);
  std::optional<Rational> constant_of(const LaneFigure& a) const;

  LaneFigure add(const LaneFigure& a, const LaneFigure& b) { return combine(a, b, 1); }
  LaneFigure subtract(const LaneFigure& a, const LaneFigure& b) { return combine(a, b, -1); }
  LaneFigure negative(const LaneFigure& a);
  LaneFigure multiply(const LaneFigure& a, const LaneFigure& b);
  /// a / b where b is above 0 in every lane that is not flagged.
  LaneFigure divide(const LaneFigure& a, const LaneFigure& b);
  LaneFigure least(const LaneFigure& a, const LaneFigure& b) { return pick(a, b, false); }
  LaneFigure greatest(const LaneFigure& a, const LaneFigure& b) { return pick(a, b, true); }
  LaneFigure clamp(const LaneFigure& a, const LaneFigure& low, const LaneFigure& high) {
    return least(greatest(a, low), high);
  }
  LaneFigure sum(std::span<const LaneFigure> parts);
  /// Truths are figures without denominators.
  LaneFigure at_least(const LaneFigure& a, const LaneFigure& b);
  LaneFigure equal(const LaneFigure& a, const LaneFigure& b);
  LaneFigure negated(const LaneFigure& truth) { return {writer_.negated(truth.number), 1, std::nullopt}; }
  LaneFigure choose(const LaneFigure& truth, const LaneFigure& a, const LaneFigure& b);
  LaneFigure floor(const LaneFigure& a);
  LaneFigure ceil(const LaneFigure& a) { return negative(floor(negative(a))); }
  LaneFigure rounded(const LaneFigure& a, int decimals, Rounding rounding);
  /// A rounded figure in units of 10^-decimals.
  LaneFigure in_places(const LaneFigure& a, int decimals);
  /// The same with a divisor that is 1 where it was 0 or below, and those lanes flagged; nothing where all are.
  std::optional<LaneFigure> positive_or_flagged(const LaneFigure& a);

  LaneWriter& writer() { return writer_; }

 private:
  LaneFigure combine(const LaneFigure& a, const LaneFigure& b, int sign);
  LaneFigure pick(const LaneFigure& a, const LaneFigure& b, bool greatest);
  /// Both numbers over one denominator and one divisor, if any; false when they cannot be brought there.
  struct Aligned {
    LaneRegister a = 0, b = 0;
    std::int64_t denominator = 1;
    std::optional<LaneRegister> divisor;
  };
  Aligned align(const LaneFigure& a, const LaneFigure& b);
  /// The number and divisor of a * 10^decimals: an integer quotient.
  struct Quotient {
    LaneRegister number = 0, divisor = 0;
  };
  Quotient scaled(const LaneFigure& a, int decimals);
  LaneRegister rounded(Quotient quotient, Rounding rounding);
  LaneRegister magnitude_rounded(Quotient quotient, Rounding rounding);

  LaneWriter& writer_;
};

}  // namespace cwp
