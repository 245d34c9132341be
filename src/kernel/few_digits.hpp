#pragma once
// few_digits: what a few digits of a text are, without a loop. Here and in the units, each of which is compiled for its
// processors: so everything is in an anonymous namespace.

#include <cstdint>

#include "kernel/text_fields.hpp"

namespace cwp {
namespace {

/// What digits are to be combined with, by XOR, to become 0 to 9.
constexpr std::uint64_t kZeroDigits = 0x3030303030303030;
/// The least number of so many digits without a zero in front; more of them are wrong before it is asked.
alignas(64) constexpr std::uint32_t kLeastOfDigits[kFieldGroup] = {0, 0, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
static_assert(kFigureDigits == 7);

/// What the digits at `at` are, of which there are `digits`, up to kFigureDigits; of none of them it is 0.
inline std::uint32_t few_digits(const char* at, std::uint32_t digits) {
  std::uint64_t bytes = 0;
  __builtin_memcpy(&bytes, at, sizeof bytes);
  bytes ^= kZeroDigits;
  // The last digit goes into the highest byte, in two steps, since of none all would go; then neighbours join, in
  // pairs, fours and eight.
  bytes = bytes << 8 << ((56 - 8 * digits) & 63);
  bytes = bytes * 10 + (bytes >> 8);
  const std::uint64_t joined =
      (bytes & 0x000000FF000000FF) * 0x000F424000000064 + ((bytes >> 16) & 0x000000FF000000FF) * 0x0000271000000001;
  return static_cast<std::uint32_t>(joined >> 32);
}

}  // namespace
}  // namespace cwp
