#pragma once
// How large numbers may be, and how precise a way through a double is: docs/exactness.md has the reasons,
// tests/exactness the experiments.

#include <cstddef>

namespace cwp {

/// Digits of a decimal, and places behind its point: its units fit 64 bits.
inline constexpr int kMostDigits = 18;
/// So many digits come back from any way through a double.
inline constexpr int kMostDigitsOfDouble = 15;
/// Bits of a numerator or denominator that a power may make; what needs more is too large.
inline constexpr std::size_t kMostBits = 100'000;
/// Bits with which an irrational function is enclosed at first, and at last.
inline constexpr long kFirstPrecision = 128, kLastPrecision = 1L << 18;

}  // namespace cwp
