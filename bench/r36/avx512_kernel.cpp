// For every division by a variable the numerator is doubled and made odd, so that no quotient is an integer and the
// nearest one is 1 / divisor away; how far a product with a rounded reciprocal can be off is told at each of them. So
// rounding down gives the true quotient.

#include "bench/r36/avx512_kernel.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include <utility>

#define CWP_INLINE inline __attribute__((always_inline))
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,popcnt,bmi2")

namespace cwp::r36 {
namespace {

using Lanes = __m512i;  // 32 × u16
using Floats = __m512;  // 16 × f32

constexpr std::uint32_t kLanes = 32;
/// How far ahead of the lanes at work the columns are fetched: forty streams are more than the processor follows
/// itself.
constexpr std::size_t kAhead = 8 * kLanes;

CWP_INLINE Lanes all(int value) { return _mm512_set1_epi16(static_cast<short>(value)); }
CWP_INLINE Floats all_f(float value) { return _mm512_set1_ps(value); }
CWP_INLINE __mmask32 first_lanes(std::uint32_t count) { return count >= kLanes ? ~0U : (1U << count) - 1; }

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

/// n / 10 of n < 16,384: n·6554 / 65,536 is too large by n·4 / 655,360, less than the tenth that n can lack.
CWP_INLINE Lanes tenth(Lanes lanes) { return _mm512_mulhi_epu16(lanes, all(6554)); }

template <int kItem>
CWP_INLINE Lanes award(Lanes figures) {
  constexpr int each = kAwardEach[kItem], most = kAwardMost[kItem], enough = (10 * most + each - 1) / each;
  static_assert(enough * each + 5 < 16384);
  const Lanes thousandths = _mm512_mullo_epi16(_mm512_min_epu16(figures, all(enough)), all(each));
  return _mm512_min_epu16(tenth(_mm512_add_epi16(thousandths, all(5))), all(most));
}

template <int kItem, int... kBands>
CWP_INLINE Lanes bands(Lanes figures, std::integer_sequence<int, kBands...>) {
  Lanes cents = all(band_cents(kItem, 0));
  ((cents = _mm512_mask_add_epi16(cents, _mm512_cmpge_epu16_mask(figures, all(band_begins(kItem, kBands))), cents,
                                  all(band_cents(kItem, kBands + 1) - band_cents(kItem, kBands)))),
   ...);
  return cents;
}

/// (1000·x / y + 1/2) as (4000·x + 2·y + 1) / (4·y), at least 1 / (4·y) >= 1/4000 from an integer. The reciprocal after
/// one step of Newton is off by 2^-24 + 2^-28 of itself, the product by another half unit of 2^-14: at 1,000 together
/// less than 1/10,000. Without a divisor 0 × infinity is no number: 0.
CWP_INLINE Floats ratio(Floats x, Floats y) {
  const Floats four_y = _mm512_mul_ps(y, all_f(4));
  const Floats guess = _mm512_rcp14_ps(four_y);
  const Floats reciprocal = _mm512_fmadd_ps(guess, _mm512_fnmadd_ps(four_y, guess, all_f(1)), guess);
  const Floats numerator = _mm512_fmadd_ps(x, all_f(4000), _mm512_fmadd_ps(y, all_f(2), all_f(1)));
  return _mm512_mul_ps(numerator, reciprocal);
}
template <int kItem>
CWP_INLINE Lanes ratio(Lanes figures, Lanes divisors) {
  // largest(divisor) <= 1000; a figure above its divisor gives the ten points of an equal one.
  static_assert(largest(kItem + kDivisorBehind) <= 1000);
  const Wide x = widen(_mm512_min_epu16(figures, divisors)), y = widen(divisors);
  return narrow({ratio(x.low, y.low), ratio(x.high, y.high)});
}

template <int kItem>
CWP_INLINE Lanes deduct(Lanes figures) {
  constexpr int full = 1000 * kDeductFull, each = kDeductEach[kItem - kDeductFrom], all_gone = (full + each - 1) / each;
  const Lanes lost = _mm512_mullo_epi16(_mm512_min_epu16(figures, all(all_gone)), all(each));
  return tenth(_mm512_subs_epu16(all(full + 5), lost));  // what is left below 5 is less than half a cent
}

/// Cents of the two items that look at the mean of the station, for the officers of a block. The last station may write
/// beyond it.
struct AgainstMeans {
  alignas(64) std::uint16_t share[kBlock + kLanes], above[kBlock + kLanes];
};

CWP_INLINE float sum(Lanes lanes) {
  return static_cast<float>(_mm512_reduce_add_epi32(_mm512_madd_epi16(lanes, all(1))));
}

CWP_INLINE Lanes share_of_mean(Lanes figures, float officers) {
  // 500·x·n / S + 1/2 as (2000·n·x + 2·S + 1) / (4·S). S <= 28·75: 1/8400 from an integer. The reciprocal is off by
  // 2^-24 of itself, the product by half a unit of 2^-14: at 1,000 together less than 1/11,000.
  static_assert(largest(kShareMetric) == 75);
  const float total = sum(figures);
  if (total == 0) return _mm512_setzero_si512();
  const Floats slope = all_f(2000 * officers), start = all_f(2 * total + 1), reciprocal = all_f(1 / (4 * total));
  const auto cents = [&](Floats x) { return _mm512_mul_ps(_mm512_fmadd_ps(x, slope, start), reciprocal); };
  const Wide wide = widen(figures);
  return _mm512_min_epu16(narrow({cents(wide.low), cents(wide.high)}), all(1000));
}

CWP_INLINE Lanes above_mean(Lanes figures, float officers) {
  // 600 + 4·(x − S/n) + 1/2 as (16·(n·x − S) + 2402·n + 1) / (4·n), at least 1/112 from an integer.
  const Floats slope = all_f(16 * officers), start = all_f(2402 * officers + 1 - 16 * sum(figures));
  const Floats reciprocal = all_f(1 / (4 * officers));
  const auto cents = [&](Floats x) { return _mm512_mul_ps(_mm512_fmadd_ps(x, slope, start), reciprocal); };
  const Wide wide = widen(figures);
  return _mm512_min_epu16(narrow({cents(wide.low), cents(wide.high)}), all(1000));
}

CWP_INLINE void compare_with_means(const Avx512Block& block, AgainstMeans& against) {
  for (std::uint32_t s = 0; s < block.stations; ++s) {
    const std::uint32_t first = block.begins[s] - block.begins[0], officers = block.begins[s + 1] - block.begins[s];
    const __mmask32 lanes = first_lanes(officers);
    const auto count = static_cast<float>(officers);
    const Lanes share = _mm512_maskz_loadu_epi16(lanes, block.columns[kShareMetric] + first);
    const Lanes above = _mm512_maskz_loadu_epi16(lanes, block.columns[kAboveMetric] + first);
    // In the lanes behind the station stands nonsense, until the next station overwrites it.
    _mm512_storeu_si512(against.share + first, share_of_mean(share, count));
    _mm512_storeu_si512(against.above + first, above_mean(above, count));
  }
}

template <int kItem, class Column>
CWP_INLINE Lanes cents_of(const Column& column, const AgainstMeans& against, std::size_t at) {
  if constexpr (kItem < kBandsFrom) {
    return award<kItem>(column(kItem));
  } else if constexpr (kItem < kRatioFrom) {
    return bands<kItem>(column(kItem), std::make_integer_sequence<int, 5>());
  } else if constexpr (kItem < kDeductFrom) {
    return ratio<kItem>(column(kItem), column(kItem + kDivisorBehind));
  } else if constexpr (kItem < kShareOfMean) {
    return deduct<kItem>(column(kItem));
  } else {
    return _mm512_load_si512((kItem == kShareOfMean ? against.share : against.above) + at);
  }
}

/// (40·A + 35·B + 25·C) / 100 + 1/2 as (8·A + 7·B + 5·C + 10.5) / 20, at least 1/40 from an integer.
CWP_INLINE Lanes weighted(const Lanes (&categories)[kCategories]) {
  static_assert(kWeightPercent[0] == 40 && kWeightPercent[1] == 35 && kWeightPercent[2] == 25);
  const Lanes zero = all(0), weights = _mm512_set1_epi32(7 << 16 | 8);
  const auto cents = [&](Lanes pairs, Lanes third) {
    const Lanes sum = _mm512_add_epi32(_mm512_madd_epi16(pairs, weights), _mm512_madd_epi16(third, all(5)));
    return _mm512_mul_ps(_mm512_add_ps(_mm512_cvtepi32_ps(sum), all_f(10.5F)), all_f(0.05F));
  };
  return narrow(
      {cents(_mm512_unpacklo_epi16(categories[0], categories[1]), _mm512_unpacklo_epi16(categories[2], zero)),
       cents(_mm512_unpackhi_epi16(categories[0], categories[1]), _mm512_unpackhi_epi16(categories[2], zero))});
}

template <int... kItem>
CWP_INLINE void score_lanes(const Avx512Block& block, const AgainstMeans& against, std::size_t at, __mmask32 lanes,
                            std::integer_sequence<int, kItem...>) {
  const auto column = [&](int metric) {
    const std::uint16_t* const figures = block.columns[metric] + at;
    _mm_prefetch(reinterpret_cast<const char*>(figures + kAhead), _MM_HINT_T0);
    return _mm512_loadu_si512(figures);
  };
  Lanes categories[kCategories] = {all(0), all(0), all(0)};
  ((categories[kItem % kCategories] =
        _mm512_add_epi16(categories[kItem % kCategories], cents_of<kItem>(column, against, at))),
   ...);
  _mm512_mask_storeu_epi16(block.totals + at, lanes, weighted(categories));
  for (int c = 0; c < kCategories; ++c) _mm512_mask_storeu_epi16(block.categories[c] + at, lanes, categories[c]);
}

/// 1 and how many of the station have a larger total.
CWP_INLINE void rank_stations(const Avx512Block& block) {
  for (std::uint32_t s = 0; s < block.stations; ++s) {
    const std::uint32_t first = block.begins[s] - block.begins[0], officers = block.begins[s + 1] - block.begins[s];
    const std::uint16_t* const totals = block.totals + first;
    const Lanes station = _mm512_maskz_loadu_epi16(first_lanes(officers), totals);
    for (std::uint32_t i = 0; i < officers; ++i)
      block.station_ranks[first + i] = static_cast<std::uint16_t>(
          1 + __builtin_popcount(_mm512_cmpgt_epu16_mask(station, _mm512_set1_epi16(static_cast<short>(totals[i])))));
  }
}

}  // namespace

void score_block_avx512(const Avx512Block& block) {
  AgainstMeans against;
  compare_with_means(block, against);
  const std::uint32_t officers = block.begins[block.stations] - block.begins[0];
  for (std::uint32_t at = 0; at < officers; at += kLanes)
    score_lanes(block, against, at, first_lanes(officers - at), std::make_integer_sequence<int, kItems>());
  rank_stations(block);
  for (std::uint32_t i = 0; i < officers; ++i) ++block.histogram[block.totals[i]];
}

}  // namespace cwp::r36
#pragma GCC pop_options

namespace cwp::r36 {

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("bmi2");
}

}  // namespace cwp::r36

#else

namespace cwp::r36 {

bool has_avx512() { return false; }
void score_block_avx512(const Avx512Block&) {}

}  // namespace cwp::r36

#endif
