#pragma once
// Part of the body of every unit: see lane_body.hpp. How steps reach their lanes.

#if defined(__AVX2__)
#include <immintrin.h>
#endif

#include "kernel/lane_ahead.hpp"

namespace cwp {
namespace {

template <typename T>
using Out = T* __restrict;
template <typename T>
using In = const T* __restrict;

/// What a step asks for: a line of each of some runs with each group of its lanes.
struct Fetch {
  const char* const* runs;
  Size count;
  void operator()(Size lane) const {
    for (Size r = 0; r < count; ++r) __builtin_prefetch(runs[r] + lane, 0, 2);
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
