#include "bench/r36/hand/kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include <algorithm>
#include <cstring>
#include <utility>

#define CWP_INLINE inline __attribute__((always_inline))
#pragma GCC push_options
#pragma GCC target("avx2,fma,popcnt,bmi2")

namespace cwp::r36 {
namespace {

using Lanes = __m256i;  // 16 × u16
using Floats = __m256;  // 8 × f32
constexpr std::uint32_t kLanes = 16;

CWP_INLINE Lanes all(int value) { return _mm256_set1_epi16(static_cast<short>(value)); }
CWP_INLINE Floats all_f(float value) { return _mm256_set1_ps(value); }

CWP_INLINE Lanes load(const std::uint16_t* figures) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(figures));
}
CWP_INLINE void store(std::uint16_t* figures, Lanes lanes) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(figures), lanes);
}
CWP_INLINE Lanes load_first(const std::uint16_t* figures, std::uint32_t count) {
  static constexpr std::uint16_t kOnes = 0xFFFF;
  alignas(64) static constexpr std::uint16_t kMask[2 * kLanes] = {
      kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes, kOnes};
  return _mm256_and_si256(load(figures), load(kMask + kLanes - std::min(count, kLanes)));
}
CWP_INLINE void store_first(std::uint16_t* figures, Lanes lanes, std::uint32_t count) {
  if (count >= kLanes) return store(figures, lanes);
  std::uint16_t kept[kLanes];
  store(kept, lanes);
  std::memcpy(figures, kept, count * sizeof(kept[0]));
}

CWP_INLINE Lanes add(Lanes a, Lanes b) { return _mm256_add_epi16(a, b); }
CWP_INLINE Lanes subtract_to_zero(Lanes a, Lanes b) { return _mm256_subs_epu16(a, b); }
CWP_INLINE Lanes multiply(Lanes a, Lanes b) { return _mm256_mullo_epi16(a, b); }
CWP_INLINE Lanes multiply_high(Lanes a, Lanes b) { return _mm256_mulhi_epu16(a, b); }
CWP_INLINE Lanes least(Lanes a, Lanes b) { return _mm256_min_epu16(a, b); }
/// Figures are below 32,768.
CWP_INLINE Lanes add_where_at_least(Lanes sum, Lanes figures, int begin, int more) {
  return add(sum, _mm256_and_si256(_mm256_cmpgt_epi16(figures, all(begin - 1)), all(more)));
}

/// 16 lanes as floats: `low` and `high` of each 128 bits, and back; what is negative or no number becomes 0.
struct Wide {
  Floats low, high;
};
CWP_INLINE Wide widen(Lanes lanes) {
  const Lanes zero = _mm256_setzero_si256();
  return {_mm256_cvtepi32_ps(_mm256_unpacklo_epi16(lanes, zero)),
          _mm256_cvtepi32_ps(_mm256_unpackhi_epi16(lanes, zero))};
}
CWP_INLINE Lanes narrow(Wide wide) {
  return _mm256_packus_epi32(_mm256_cvttps_epi32(wide.low), _mm256_cvttps_epi32(wide.high));
}
CWP_INLINE Floats multiply_add(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
CWP_INLINE Floats multiply(Floats a, Floats b) { return _mm256_mul_ps(a, b); }
CWP_INLINE Floats add(Floats a, Floats b) { return _mm256_add_ps(a, b); }
/// Off by half a unit of 2^-14 up to 1,000. 0 / 0 is no number.
CWP_INLINE Floats quotient(Floats numerator, Floats divisor) { return _mm256_div_ps(numerator, divisor); }

/// 8·a + 7·b + 5·c of the lanes that widen() has in `low` and in `high`.
CWP_INLINE Wide weigh(Lanes a, Lanes b, Lanes c) {
  const Lanes zero = _mm256_setzero_si256(), weights = _mm256_set1_epi32(7 << 16 | 8);
  const auto sum = [&](Lanes pairs, Lanes third) {
    return _mm256_cvtepi32_ps(_mm256_add_epi32(_mm256_madd_epi16(pairs, weights), _mm256_madd_epi16(third, all(5))));
  };
  return {sum(_mm256_unpacklo_epi16(a, b), _mm256_unpacklo_epi16(c, zero)),
          sum(_mm256_unpackhi_epi16(a, b), _mm256_unpackhi_epi16(c, zero))};
}

CWP_INLINE int sum(Lanes lanes) {
  const Lanes pairs = _mm256_madd_epi16(lanes, all(1));
  __m128i four = _mm_add_epi32(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
  four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
  return _mm_cvtsi128_si32(_mm_add_epi32(four, _mm_shuffle_epi32(four, 0xB1)));
}
/// How many of 32 lanes, below 32,768, are larger.
CWP_INLINE int count_larger(const Lanes (&lanes)[2], std::uint16_t than) {
  const Lanes larger =
      _mm256_packs_epi16(_mm256_cmpgt_epi16(lanes[0], all(than)), _mm256_cmpgt_epi16(lanes[1], all(than)));
  return __builtin_popcount(static_cast<unsigned>(_mm256_movemask_epi8(larger)));
}

#include "bench/r36/hand/kernel_body.hpp"

}  // namespace
}  // namespace cwp::r36
#pragma GCC pop_options

namespace cwp::r36 {

const HandKernel* avx2_kernel() {
  static constexpr HandKernel kernel{"AVX2", score_block};
  const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2");
  return has ? &kernel : nullptr;
}

}  // namespace cwp::r36

#else

const cwp::r36::HandKernel* cwp::r36::avx2_kernel() { return nullptr; }

#endif
