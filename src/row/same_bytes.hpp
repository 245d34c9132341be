#pragma once
// same_bytes: whether two short texts are the same, without a call.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace cwp {

/// `size` bytes at `a` and at `b`. From either of them on, eight bytes may be read, however few they are.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  const auto differ = [&](std::size_t at) {
    std::uint64_t one = 0, other = 0;
    std::memcpy(&one, a + at, kWord);
    std::memcpy(&other, b + at, kWord);
    return one ^ other;
  };
  if (size > 2 * kWord) return std::memcmp(a, b, size) == 0;
  if (size >= kWord) return (differ(0) | differ(size - kWord)) == 0;
  if constexpr (std::endian::native != std::endian::little) return std::memcmp(a, b, size) == 0;
  return size == 0 || differ(0) << (8 * (kWord - size)) == 0;  // the first bytes are the lowest
}

}  // namespace cwp
