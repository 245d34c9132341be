#include "bench/r36/hand/kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include <algorithm>
#include <utility>

#define CWP_INLINE inline __attribute__((always_inline))
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,popcnt,bmi2")

namespace cwp::r36 {
namespace {

using Lanes = __m512i;  // 32 × u16
using Floats = __m512;  // 16 × f32
constexpr std::uint32_t kLanes = 32;

CWP_INLINE Lanes all(int value) { return _mm512_set1_epi16(static_cast<short>(value)); }
CWP_INLINE Floats all_f(float value) { return _mm512_set1_ps(value); }
CWP_INLINE __mmask32 first_lanes(std::uint32_t count) { return count >= kLanes ? ~0U : (1U << count) - 1; }

CWP_INLINE Lanes load(const std::uint16_t* figures) { return _mm512_loadu_si512(figures); }
CWP_INLINE Lanes load_first(const std::uint16_t* figures, std::uint32_t count) {
  return _mm512_maskz_loadu_epi16(first_lanes(count), figures);
}
CWP_INLINE void store(std::uint16_t* figures, Lanes lanes) { _mm512_storeu_si512(figures, lanes); }
CWP_INLINE void store_first(std::uint16_t* figures, Lanes lanes, std::uint32_t count) {
  _mm512_mask_storeu_epi16(figures, first_lanes(count), lanes);
}

CWP_INLINE Lanes add(Lanes a, Lanes b) { return _mm512_add_epi16(a, b); }
CWP_INLINE Lanes subtract_to_zero(Lanes a, Lanes b) { return _mm512_subs_epu16(a, b); }
CWP_INLINE Lanes multiply(Lanes a, Lanes b) { return _mm512_mullo_epi16(a, b); }
CWP_INLINE Lanes multiply_high(Lanes a, Lanes b) { return _mm512_mulhi_epu16(a, b); }
CWP_INLINE Lanes least(Lanes a, Lanes b) { return _mm512_min_epu16(a, b); }
CWP_INLINE Lanes add_where_at_least(Lanes sum, Lanes figures, int begin, int more) {
  return _mm512_mask_add_epi16(sum, _mm512_cmpge_epu16_mask(figures, all(begin)), sum, all(more));
}

/// 32 lanes as floats: `low` and `high` of each 128 bits, and back; what is negative or no number becomes 0.
struct Wide {
  Floats low, high;
};
CWP_INLINE Wide widen(Lanes lanes) {
  const Lanes zero = _mm512_setzero_si512();
  return {_mm512_cvtepi32_ps(_mm512_unpacklo_epi16(lanes, zero)),
          _mm512_cvtepi32_ps(_mm512_unpackhi_epi16(lanes, zero))};
}
CWP_INLINE Lanes narrow(Wide wide) {
  return _mm512_packus_epi32(_mm512_cvttps_epi32(wide.low), _mm512_cvttps_epi32(wide.high));
}
CWP_INLINE Floats multiply_add(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
CWP_INLINE Floats multiply(Floats a, Floats b) { return _mm512_mul_ps(a, b); }
/// Off by less than 1/10,000 up to 1,000: the reciprocal after one step of Newton by 2^-24 + 2^-28 of itself, the
/// product by another half unit of 2^-14. 0 / 0 is no number.
CWP_INLINE Floats quotient(Floats numerator, Floats divisor) {
  const Floats guess = _mm512_rcp14_ps(divisor);
  return _mm512_mul_ps(numerator, _mm512_fmadd_ps(guess, _mm512_fnmadd_ps(divisor, guess, all_f(1)), guess));
}

/// 8·a + 7·b + 5·c of the lanes that widen() has in `low` and in `high`.
CWP_INLINE Wide weigh(Lanes a, Lanes b, Lanes c) {
  const Lanes zero = _mm512_setzero_si512(), weights = _mm512_set1_epi32(7 << 16 | 8);
  const auto sum = [&](Lanes pairs, Lanes third) {
    return _mm512_cvtepi32_ps(_mm512_add_epi32(_mm512_madd_epi16(pairs, weights), _mm512_madd_epi16(third, all(5))));
  };
  return {sum(_mm512_unpacklo_epi16(a, b), _mm512_unpacklo_epi16(c, zero)),
          sum(_mm512_unpackhi_epi16(a, b), _mm512_unpackhi_epi16(c, zero))};
}
CWP_INLINE Floats add(Floats a, Floats b) { return _mm512_add_ps(a, b); }

CWP_INLINE int sum(Lanes lanes) { return _mm512_reduce_add_epi32(_mm512_madd_epi16(lanes, all(1))); }
/// How many of 32 lanes, below 32,768, are larger.
CWP_INLINE int count_larger(const Lanes (&lanes)[1], std::uint16_t than) {
  return __builtin_popcount(_mm512_cmpgt_epu16_mask(lanes[0], all(than)));
}

#include "bench/r36/hand/kernel_body.hpp"

}  // namespace
}  // namespace cwp::r36
#pragma GCC pop_options

namespace cwp::r36 {

const HandKernel* avx512_kernel() {
  static constexpr HandKernel kernel{"AVX-512", score_block};
  const bool has = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                   __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                   __builtin_cpu_supports("bmi2");
  return has ? &kernel : nullptr;
}

}  // namespace cwp::r36

#else

const cwp::r36::HandKernel* cwp::r36::avx512_kernel() { return nullptr; }

#endif
