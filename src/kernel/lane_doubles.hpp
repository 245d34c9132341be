#pragma once
// Part of the body of every unit: see lane_body.hpp. Doubles that are decimals of few places, as narrow integers.

#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

/// Doubles that are tried at once: what they come to is in the cache when it is looked at.
constexpr Size kDoublesAtOnce = 2048;

template <typename To>
struct Narrow {
  static constexpr double kLow = sizeof(To) == 4 ? -2147483648.0 : 0.0;
  static constexpr double kHigh = sizeof(To) == 4 ? 2147483647.0 : static_cast<double>(static_cast<To>(-1));
};

#if defined(__AVX512F__)
/// Eight of them; `wrong` gets those that are something else, and what is beyond 32 bits.
template <bool kWhole>
__m256i whole_of(const double* figures, __m512d power, __mmask8& wrong) {
  const __m512d figure = _mm512_loadu_pd(figures);
  const __m512d scaled = kWhole ? figure : _mm512_mul_pd(figure, power);
  const __m256i whole = _mm512_cvt_roundpd_epi32(scaled, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  const __m512d back = _mm512_cvtepi32_pd(whole);
  const __m512d same = kWhole ? back : _mm512_div_pd(back, power);
  wrong = static_cast<__mmask8>(wrong | _mm512_cmp_pd_mask(same, figure, _CMP_NEQ_UQ));
  return whole;
}
void store_sixteen(std::uint8_t* to, __m512i lanes) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtepi32_epi8(lanes));
}
void store_sixteen(std::uint16_t* to, __m512i lanes) { store_narrow<false>(to, lanes); }
void store_sixteen(std::int32_t* to, __m512i lanes) { store_narrow<false>(to, lanes); }

/// As take_some, of groups of 16. gcc 12 takes twice as long for that loop.
template <typename To, bool kWhole>
bool take_sixteens(Out<To> dst, In<double> figures, double power, Out<std::int32_t> range, Size n) {
  constexpr Size kAhead = 512;
  const __m512d powers = _mm512_set1_pd(power);
  __m512i low = _mm512_set1_epi32(range[0]), high = _mm512_set1_epi32(range[1]);
  __mmask8 wrong = 0;
  for (Size i = 0; i < n; i += 16) {
    __builtin_prefetch(figures + i + kAhead);
    __builtin_prefetch(figures + i + kAhead + 8);
    const __m256i first = whole_of<kWhole>(figures + i, powers, wrong);
    const __m256i second = whole_of<kWhole>(figures + i + 8, powers, wrong);
    const __m512i whole = _mm512_inserti64x4(_mm512_castsi256_si512(first), second, 1);
    low = _mm512_min_epi32(low, whole);
    high = _mm512_max_epi32(high, whole);
    store_sixteen(dst + i, whole);
  }
  range[0] = _mm512_reduce_min_epi32(low);
  range[1] = _mm512_reduce_max_epi32(high);
  return wrong == 0 && (sizeof(To) == 4 || (range[0] >= 0 && range[1] <= static_cast<To>(-1)));
}
#elif defined(__AVX2__)
/// Four of them; `wrong` gets those that are something else, and what is beyond 32 bits.
template <bool kWhole>
__m128i whole_of(const double* figures, __m256d power, __m256d& wrong) {
  const __m256d figure = _mm256_loadu_pd(figures);
  const __m128i whole = _mm256_cvtpd_epi32(kWhole ? figure : _mm256_mul_pd(figure, power));
  const __m256d back = _mm256_cvtepi32_pd(whole);
  wrong = _mm256_or_pd(wrong, _mm256_cmp_pd(kWhole ? back : _mm256_div_pd(back, power), figure, _CMP_NEQ_UQ));
  return whole;
}
template <bool kWhole>
__m256i whole_of_eight(const double* figures, __m256d power, __m256d& wrong) {
  const __m128i first = whole_of<kWhole>(figures, power, wrong);
  return _mm256_inserti128_si256(_mm256_castsi128_si256(first), whole_of<kWhole>(figures + 4, power, wrong), 1);
}
/// What does not fit is something else; it does not matter what.
void store_sixteen(std::int32_t* to, __m256i first, __m256i second) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), first);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 8), second);
}
__m256i packed(__m256i first, __m256i second) {
  constexpr int kInOrder = 0b11011000;  // halves are packed each for itself
  return _mm256_permute4x64_epi64(_mm256_packus_epi32(first, second), kInOrder);
}
void store_sixteen(std::uint16_t* to, __m256i first, __m256i second) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), packed(first, second));
}
void store_sixteen(std::uint8_t* to, __m256i first, __m256i second) {
  const __m256i words = packed(first, second);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                   _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1)));
}

/// As take_some, of groups of 16. gcc 12 takes twice as long for that loop.
template <typename To, bool kWhole>
bool take_sixteens(Out<To> dst, In<double> figures, double power, Out<std::int32_t> range, Size n) {
  constexpr Size kAhead = 512;
  const __m256d powers = _mm256_set1_pd(power);
  __m256i low = _mm256_set1_epi32(range[0]), high = _mm256_set1_epi32(range[1]);
  __m256d wrong = _mm256_setzero_pd();
  for (Size i = 0; i < n; i += 16) {
    __builtin_prefetch(figures + i + kAhead);
    __builtin_prefetch(figures + i + kAhead + 8);
    const __m256i first = whole_of_eight<kWhole>(figures + i, powers, wrong);
    const __m256i second = whole_of_eight<kWhole>(figures + i + 8, powers, wrong);
    low = _mm256_min_epi32(low, _mm256_min_epi32(first, second));
    high = _mm256_max_epi32(high, _mm256_max_epi32(first, second));
    store_sixteen(dst + i, first, second);
  }
  std::int32_t lows[8], highs[8];
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(lows), low);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(highs), high);
  for (int k = 0; k < 8; ++k) {
    range[0] = lows[k] < range[0] ? lows[k] : range[0];
    range[1] = highs[k] > range[1] ? highs[k] : range[1];
  }
  return _mm256_movemask_pd(wrong) == 0 && (sizeof(To) == 4 || (range[0] >= 0 && range[1] <= static_cast<To>(-1)));
}
#endif

/// Whether each figure is whole / power for a whole number of the lane; then these stand in dst, and all of them lie
/// within range[0] … range[1].
template <typename To, bool kWhole>
bool take_some(Out<To> dst, In<double> figures, double power, Out<std::int32_t> range, Size n) {
  // Added and taken away, it leaves the nearest whole number, of two the even one: behind it a double has no places.
  constexpr double kNearest = 6755399441055744.0;  // 2^52 + 2^51
  std::int32_t low = range[0], high = range[1], wrong = 0;
  for (Size i = 0; i < n; ++i) {
    const double figure = figures[i];
    const double scaled = kWhole ? figure : (figure * power + kNearest) - kNearest;
    const double held = scaled >= Narrow<To>::kLow ? scaled : Narrow<To>::kLow;  // what is no number, too
    const std::int32_t whole = static_cast<std::int32_t>(held <= Narrow<To>::kHigh ? held : Narrow<To>::kHigh);
    const double back = static_cast<double>(whole);
    wrong |= (kWhole ? back : back / power) == figure ? 0 : 1;
    low = whole < low ? whole : low;
    high = whole > high ? whole : high;
    dst[i] = static_cast<To>(whole);
  }
  range[0] = low;
  range[1] = high;
  return wrong == 0;
}

template <typename To>
Size take_all(Out<To> dst, In<double> figures, double power, Out<std::int32_t> range, Size n) {
  Size i = 0;
#if defined(__AVX512F__) || defined(__AVX2__)
  for (; i + kDoublesAtOnce <= n; i += kDoublesAtOnce)
    if (!(power == 1 ? take_sixteens<To, true>(dst + i, figures + i, power, range, kDoublesAtOnce)
                     : take_sixteens<To, false>(dst + i, figures + i, power, range, kDoublesAtOnce)))
      return i;
#endif
  for (; i < n; i += kDoublesAtOnce) {
    const Size some = n - i < kDoublesAtOnce ? n - i : kDoublesAtOnce;
    if (!(power == 1 ? take_some<To, true>(dst + i, figures + i, power, range, some)
                     : take_some<To, false>(dst + i, figures + i, power, range, some)))
      return i;
  }
  return n;
}

Size take_doubles(const double* figures, Size n, double power, Lane lane, void* lanes, std::int32_t* range) {
  if (lane == Lane::u8) return take_all(static_cast<std::uint8_t*>(lanes), figures, power, range, n);
  if (lane == Lane::u16) return take_all(static_cast<std::uint16_t*>(lanes), figures, power, range, n);
  return take_all(static_cast<std::int32_t*>(lanes), figures, power, range, n);
}

}  // namespace
}  // namespace cwp
