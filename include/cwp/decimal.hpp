#pragma once
// Decimals: numbers exactly as they are written. 0.57 is 57/100, never the nearest binary fraction.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// How a published figure is rounded at a tie and elsewhere. half_up: away from zero at ties.
enum class Rounding : std::uint8_t { half_up, half_even, up, down, ceil, floor };

/// units / 10^decimals, at most 18 significant digits. `1.50` and `1.5` are equal but keep their own digits.
struct Decimal {
  std::int64_t units = 0;     ///< the digits as a whole number
  std::uint8_t decimals = 0;  ///< digits behind the point, 0 to 18

  /// Reads `-?digits(.digits)?` with at most 18 digits. Nothing else is a number: no `+`, no `1e3`, no `.5`, no `5.`,
  /// no blanks, no leading zeros (`010`), no thousands separators.
  static std::optional<Decimal> parse(std::string_view text);
  /// The shortest decimal that reads back as `value` if that has at most 15 digits; nothing for infinities, NaN and
  /// doubles that have no such decimal.
  static std::optional<Decimal> from_double(double value);

  /// With exactly `decimals` places: `-0.50`. Never an exponent, never `-0`.
  std::string to_text() const;
  /// Without trailing zeros behind the point: `-0.5`, `3`.
  std::string to_short_text() const;
  /// The nearest double; for plots and matrices, never for further scoring.
  double to_double() const;

  /// By value: 1.50 == 1.5. Exact.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) { return compare(a, b); }
  friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }  ///< by value

 private:
  static std::strong_ordering compare(const Decimal& a, const Decimal& b);
};

}  // namespace cwp
