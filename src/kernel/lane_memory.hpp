#pragma once
// Part of the body of every unit: see lane_body.hpp. How steps reach their lanes.

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

#include "kernel/lane_step.hpp"

namespace cwp {
namespace {

using Size = std::size_t;
template <typename T>
using Out = T* __restrict;
template <typename T>
using In = const T* __restrict;

/// The columns of a block. Their next lanes are asked for a line at a time while steps run, so that memory is at work
/// all the while; many at once would wait for one another.
struct Ahead {
  static constexpr Size kMost = 256;
  const char* next[kMost];
  Size bytes[kMost];
  Size columns = 0, lines = 0, column = 0, line = 0, due = 0;

  void add(const void* lanes, Size size) {
    if (columns == kMost) return;
    next[columns] = static_cast<const char*>(lanes) + size;
    bytes[columns++] = size;
    lines += size / 64;
  }
  void fetch(Size count) {
    for (; count > 0 && column < columns; --count) {
      __builtin_prefetch(next[column] + line, 0, 2);
      line += 64;
      if (line >= bytes[column]) line = 0, ++column;
    }
  }
};

/// What a step asks for before each group of its lanes: its share of the lines, in parts of kWhole.
struct Fetch {
  static constexpr Size kWhole = 256;
  Ahead* ahead;
  Size share;
  void operator()(Size groups = 1) const {
    if (share == 0) return;
    ahead->due += share * groups;
    ahead->fetch(ahead->due / kWhole);
    ahead->due %= kWhole;
  }
};

struct Registers {
  void* const* of;
  Fetch fetch;
};
template <typename T>
T* lanes_of(Registers registers, std::uint32_t number) {
  return static_cast<T*>(__builtin_assume_aligned(registers.of[number], alignof(T)));
}

/// What is stored: a figure, or what was held and it.
template <bool kAdds, typename To>
To with(To held, To figure) {
  return kAdds ? static_cast<To>(held + figure) : figure;
}

#if defined(__AVX512F__)
__m512i widened(const std::uint8_t* a) {
  return _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a)));
}
__m512i widened(const std::uint16_t* a) {
  return _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(a)));
}
__m512i widened(const std::int32_t* a) { return _mm512_loadu_si512(a); }
/// Stored, or added to what is there.
template <bool kAdds>
void store_narrow(std::uint16_t* to, __m512i lanes) {
  const __m256i narrow = _mm512_cvtepi32_epi16(lanes);
  auto* const at = reinterpret_cast<__m256i*>(to);
  _mm256_storeu_si256(at, kAdds ? _mm256_add_epi16(_mm256_loadu_si256(at), narrow) : narrow);
}
template <bool kAdds>
void store_narrow(std::int32_t* to, __m512i lanes) {
  _mm512_storeu_si512(to, kAdds ? _mm512_add_epi32(_mm512_loadu_si512(to), lanes) : lanes);
}
#endif

}  // namespace
}  // namespace cwp
