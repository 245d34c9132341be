#pragma once
// Part of the body of every unit: see lane_body.hpp. What belongs to groups of officers: figures, ranks, sums.

#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

template <typename T>
void spread(Out<T> dst, In<T> figures, In<std::int32_t> group, Size n) {
#if defined(__AVX512F__)
  if constexpr (sizeof(T) == 4) {  // gcc 12 leaves this loop as it is
    for (Size i = 0; i < n; i += 16) {
      // Where groups are side by side, sixteen officers are in sixteen neighbouring groups at most.
      const __m512i groups = _mm512_loadu_si512(group + i);
      const __m512i from_first = _mm512_sub_epi32(groups, _mm512_set1_epi32(group[i]));
      if (_mm512_cmplt_epu32_mask(from_first, _mm512_set1_epi32(kSpareFigures)) == 0xFFFF)
        _mm512_storeu_si512(dst + i, _mm512_permutexvar_epi32(from_first, _mm512_loadu_si512(figures + group[i])));
      else
        _mm512_storeu_si512(dst + i, _mm512_i32gather_epi32(groups, figures, 4));
    }
    return;
  }
#endif
  for (Size i = 0; i < n; ++i) dst[i] = figures[group[i]];
}

/// Every value once against all of its group, side by side.
template <typename T, Size kLanes>
void rank_group(In<T> values, Size count, Out<std::uint32_t> ranks) {
  T held[kLanes], before[kLanes];
  for (Size i = 0; i < kLanes; ++i) {
    held[i] = i < count ? values[i] : T{0};
    before[i] = 1;
  }
  for (Size k = 0; k < count; ++k) {
    const T value = held[k];
    for (Size i = 0; i < kLanes; ++i) before[i] = static_cast<T>(before[i] + (value > held[i] ? 1 : 0));
  }
  for (Size i = 0; i < count; ++i) ranks[i] = static_cast<std::uint32_t>(before[i]);
}

#if defined(__AVX512F__)
/// Sixteen values, each twice in its lane of 32 bits.
__m512i doubled(In<std::uint16_t> values, __mmask16 lanes) {
  const __m512i wide = _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(lanes, values));
  return _mm512_or_si512(wide, _mm512_slli_epi32(wide, 16));
}

/// At most 32 values: what counts is held in registers. Two values at a time are held against each officer's: one is
/// counted in the lower half of his lane, the other in the upper half.
template <bool kMoreThan16>
void rank_short_group(In<std::uint16_t> values, Size count, Out<std::uint32_t> ranks) {
  const auto lanes = static_cast<__mmask32>((std::uint64_t{1} << count) - 1);
  const auto low = static_cast<__mmask16>(lanes), high = static_cast<__mmask16>(lanes >> 16);
  const __m512i ones = _mm512_set1_epi16(1), a = doubled(values, low);
  const __m512i b = kMoreThan16 ? doubled(values + 16, high) : a;
  __m512i before_a = _mm512_set1_epi32(1), before_b = before_a;
  const auto count_pair = [&](__m128i pair) {
    const __m512i two = _mm512_broadcastd_epi32(pair);
    before_a = _mm512_mask_add_epi16(before_a, _mm512_cmpgt_epu16_mask(two, a), before_a, ones);
    if constexpr (kMoreThan16)
      before_b = _mm512_mask_add_epi16(before_b, _mm512_cmpgt_epu16_mask(two, b), before_b, ones);
  };
  Size k = 0;
  for (; k + 1 < count; k += 2) count_pair(_mm_loadu_si32(values + k));
  if (k < count) count_pair(_mm_cvtsi32_si128(values[k]));  // and 0, which is above nothing
  const auto ranks_of = [](__m512i before) {
    return _mm512_add_epi32(_mm512_and_si512(before, _mm512_set1_epi32(0xFFFF)), _mm512_srli_epi32(before, 16));
  };
  _mm512_mask_storeu_epi32(ranks, low, ranks_of(before_a));
  if constexpr (kMoreThan16) _mm512_mask_storeu_epi32(ranks + 16, high, ranks_of(before_b));
}
#endif

template <typename T>
void rank_groups_in(const T* values, const std::uint32_t* begins, Size groups, std::uint32_t* ranks) {
  for (Size g = 0; g < groups; ++g) {
    const Size first = begins[g], count = begins[g + 1] - first;
#if defined(__AVX512F__)
    if constexpr (sizeof(T) == 2)
      if (count <= 32) {
        if (count > 16)
          rank_short_group<true>(values + first, count, ranks + first);
        else
          rank_short_group<false>(values + first, count, ranks + first);
        continue;
      }
#endif
    if (count <= 32)
      rank_group<T, 32>(values + first, count, ranks + first);
    else
      rank_group<T, kSmallGroup>(values + first, count, ranks + first);
  }
}

void rank_all_groups(Lane lane, const void* values, const std::uint32_t* begins, Size groups, std::uint32_t* ranks) {
  if (lane == Lane::u16)
    rank_groups_in(static_cast<const std::uint16_t*>(values), begins, groups, ranks);
  else
    rank_groups_in(static_cast<const std::int32_t*>(values), begins, groups, ranks);
}

/// Of at most kMostInShortSum u16.
std::int32_t short_sum(In<std::uint16_t> values, Size count) {
  Size i = 0;
  std::int32_t sum = 0;
#if defined(__AVX512F__)
  __m512i sums = _mm512_setzero_si512();
  const __m512i zero = _mm512_setzero_si512();
  for (; i < count; i += 32) {
    const __mmask32 lanes = count - i >= 32 ? 0xFFFFFFFFU : (1U << (count - i)) - 1;
    const __m512i some = _mm512_maskz_loadu_epi16(lanes, values + i);
    sums =
        _mm512_add_epi32(sums, _mm512_add_epi32(_mm512_unpacklo_epi16(some, zero), _mm512_unpackhi_epi16(some, zero)));
  }
  sum = _mm512_reduce_add_epi32(sums);
#endif
  for (; i < count; ++i) sum += values[i];
  return sum;
}

void sum_all_groups(In<std::uint16_t> values, In<std::uint32_t> begins, Size groups, Out<std::int64_t> sums) {
  for (Size g = 0; g < groups; ++g) {
    const Size end = begins[g + 1] - begins[0];
    for (Size i = begins[g] - begins[0]; i < end; i += kMostInShortSum)
      sums[g] += short_sum(values + i, end - i < kMostInShortSum ? end - i : kMostInShortSum);
  }
}

}  // namespace
}  // namespace cwp
