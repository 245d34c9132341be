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

template <typename T>
T* lanes_of(void* const* registers, std::uint32_t number) {
  return static_cast<T*>(__builtin_assume_aligned(registers[number], alignof(T)));
}

#if defined(__AVX512F__)
__m512i widened(const std::uint8_t* a) {
  return _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a)));
}
__m512i widened(const std::uint16_t* a) {
  return _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(a)));
}
__m512i widened(const std::int32_t* a) { return _mm512_loadu_si512(a); }
void store_narrow(std::uint16_t* to, __m512i lanes) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi32_epi16(lanes));
}
void store_narrow(std::int32_t* to, __m512i lanes) { _mm512_storeu_si512(to, lanes); }
#endif

}  // namespace
}  // namespace cwp
