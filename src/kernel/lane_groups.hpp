#pragma once
// Part of the body of every unit: see lane_body.hpp. What belongs to groups of officers: figures, ranks, sums.

#include "kernel/lane_words.hpp"

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

#if defined(__AVX2__) && !defined(__AVX512F__)
__m256i eight_of(const std::uint8_t* a) {
  return _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(a)));
}
__m256i eight_of(const std::uint16_t* a) {
  return _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a)));
}
#endif

/// The line of an officer's group. The sum of a product and a float is rounded once: it is fused; the baseline
/// has doubles, in which the product is exact.
template <bool kAdds, typename From>
void by_group(const LaneStep& step, Registers registers, Size n) {
  std::uint16_t* dst = lanes_of<std::uint16_t>(registers, step.dst);
  const From* a = lanes_of<From>(registers, step.a);
  const std::int32_t* group = lanes_of<std::int32_t>(registers, step.b);
  const float *slopes = static_cast<const float*>(step.table), *starts = slopes + step.count;
  const std::int32_t low = static_cast<std::int32_t>(step.low), high = static_cast<std::int32_t>(step.high);
  for (Size from = 0; from < n; from += kLaneGroup) {
    registers.fetch(from);
#if defined(__AVX512F__)
    const __m512i least = _mm512_set1_epi32(low), most = _mm512_set1_epi32(high);
    for (Size i = from; i < from + kLaneGroup; i += 16) {
      const __m512i groups = _mm512_loadu_si512(group + i);
      const __m512i from_first = _mm512_sub_epi32(groups, _mm512_set1_epi32(group[i]));
      __m512 slope, start;
      if (_mm512_cmplt_epu32_mask(from_first, _mm512_set1_epi32(kSpareFigures)) == 0xFFFF) {
        slope = _mm512_permutexvar_ps(from_first, _mm512_loadu_ps(slopes + group[i]));
        start = _mm512_permutexvar_ps(from_first, _mm512_loadu_ps(starts + group[i]));
      } else {
        slope = _mm512_i32gather_ps(groups, slopes, 4);
        start = _mm512_i32gather_ps(groups, starts, 4);
      }
      const __m512 found = _mm512_fmadd_ps(_mm512_cvtepi32_ps(widened(a + i)), slope, start);
      const __m512i whole = _mm512_max_epi32(_mm512_cvttps_epi32(found), least);
      store_narrow<kAdds>(dst + i, _mm512_min_epi32(whole, most));
    }
#elif defined(__AVX2__)
    const __m256i least = _mm256_set1_epi32(low), most = _mm256_set1_epi32(high), seven = _mm256_set1_epi32(7);
    for (Size i = from; i < from + kLaneGroup; i += 8) {
      const __m256i groups = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(group + i));
      const __m256i from_first = _mm256_sub_epi32(groups, _mm256_set1_epi32(group[i]));
      const __m256i is_near = _mm256_cmpeq_epi32(_mm256_max_epu32(from_first, seven), seven);
      __m256 slope, start;
      if (_mm256_movemask_epi8(is_near) == -1) {
        slope = _mm256_permutevar8x32_ps(_mm256_loadu_ps(slopes + group[i]), from_first);
        start = _mm256_permutevar8x32_ps(_mm256_loadu_ps(starts + group[i]), from_first);
      } else {
        slope = _mm256_i32gather_ps(slopes, groups, 4);
        start = _mm256_i32gather_ps(starts, groups, 4);
      }
      const __m256 line = _mm256_fmadd_ps(_mm256_cvtepi32_ps(eight_of(a + i)), slope, start);
      const __m256i held = _mm256_min_epi32(_mm256_max_epi32(_mm256_cvttps_epi32(line), least), most);
      const __m128i found = _mm_packus_epi32(_mm256_castsi256_si128(held), _mm256_extracti128_si256(held, 1));
      auto* const at = reinterpret_cast<__m128i*>(dst + i);
      _mm_storeu_si128(at, kAdds ? _mm_add_epi16(_mm_loadu_si128(at), found) : found);
    }
#else
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const Size g = static_cast<Size>(group[i]);
      const double found = static_cast<double>(a[i]) * static_cast<double>(slopes[g]) + static_cast<double>(starts[g]);
      const std::int32_t whole = static_cast<std::int32_t>(found), raised = whole > low ? whole : low;
      dst[i] = with<kAdds>(dst[i], static_cast<std::uint16_t>(raised < high ? raised : high));
    }
#endif
  }
}

template <bool kAdds>
void by_group(const LaneStep& step, Registers registers, Size n) {
  if (step.from == Lane::u8)
    by_group<kAdds, std::uint8_t>(step, registers, n);
  else
    by_group<kAdds, std::uint16_t>(step, registers, n);
}

void share(const LaneStep& step, Registers registers, Size n) {
  Out<float> dst = lanes_of<float>(registers, step.dst);
  In<std::int32_t> a = lanes_of<std::int32_t>(registers, step.a), b = lanes_of<std::int32_t>(registers, step.b);
  const std::int32_t k0 = static_cast<std::int32_t>(step.k0), k1 = static_cast<std::int32_t>(step.k1);
  const float at_zero = static_cast<float>(step.k2) / 2;
  for (Size i = 0; i < n; ++i) {
    const float quotient = static_cast<float>(a[i] * k0 + k1) / static_cast<float>(b[i] == 0 ? 1 : b[i] * k0);
    dst[i] = b[i] == 0 ? at_zero : quotient;
  }
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
  // Eight at a time, so that hardly any size is a surprise to the processor; behind the last stand zeros, which are
  // above nothing.
  alignas(64) std::uint16_t held[32];
  _mm512_store_si512(held, _mm512_maskz_loadu_epi16(lanes, values));
  for (Size k = 0; k < count; k += 8)
    for (Size pair = 0; pair < 8; pair += 2) count_pair(_mm_loadu_si32(held + k + pair));
  const auto ranks_of = [](__m512i before) {
    return _mm512_add_epi32(_mm512_and_si512(before, _mm512_set1_epi32(0xFFFF)), _mm512_srli_epi32(before, 16));
  };
  _mm512_mask_storeu_epi32(ranks, low, ranks_of(before_a));
  if constexpr (kMoreThan16) _mm512_mask_storeu_epi32(ranks + 16, high, ranks_of(before_b));
}
#endif

#if defined(__AVX2__) && !defined(__AVX512F__)
/// At most 32 values, of which so many can be read, and so many ranks written: what follows is written later.
template <bool kMoreThan16>
void rank_open_group(In<std::uint16_t> values, Size count, Out<std::uint32_t> ranks) {
  alignas(32) std::uint16_t held[32];
  const Words a = compared(words_at(values)), b = kMoreThan16 ? compared(words_at(values + 16)) : a;
  store_words(held, a);
  if (kMoreThan16) store_words(held + 16, b);
  Words before_a = all_words(1), before_b = before_a;
  for (Size k = 0; k < count; ++k) {
    const Words value = all_words(held[k]);
    before_a = minus(before_a, _mm256_cmpgt_epi16(value, a));
    if (kMoreThan16) before_b = minus(before_b, _mm256_cmpgt_epi16(value, b));
  }
  const auto write = [](Words before, std::uint32_t* to) {
    auto* const at = reinterpret_cast<__m256i*>(to);
    _mm256_storeu_si256(at, _mm256_cvtepu16_epi32(_mm256_castsi256_si128(before)));
    _mm256_storeu_si256(at + 1, _mm256_cvtepu16_epi32(_mm256_extracti128_si256(before, 1)));
  };
  write(before_a, ranks);
  if (kMoreThan16) write(before_b, ranks + 16);
}
#endif

template <typename T>
void rank_groups_in(const T* values, const std::uint32_t* begins, Size groups, std::uint32_t* ranks) {
  for (Size g = 0; g < groups; ++g) {
    const Size first = begins[g] - begins[0], count = begins[g + 1] - begins[g];
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
#if defined(__AVX2__) && !defined(__AVX512F__)
    if constexpr (sizeof(T) == 2)
      if (count <= 32 && first + 32 <= begins[groups] - begins[0]) {
        if (count > 16)
          rank_open_group<true>(values + first, count, ranks + first);
        else
          rank_open_group<false>(values + first, count, ranks + first);
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

#if defined(__AVX2__) && !defined(__AVX512F__)
/// Of at most 32 values, of which so many can be read.
std::int32_t open_sum(In<std::uint16_t> values, Size count) {
  static constexpr std::uint16_t kAll = 0xFFFF;
  static constexpr std::uint16_t kWindow[64] = {kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll,
                                                kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll,
                                                kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll, kAll};
  const auto pairs = [&](Size at) {
    const Words some = _mm256_and_si256(words_at(values + at), words_at(kWindow + 32 - count + at));
    return _mm256_add_epi32(_mm256_and_si256(some, _mm256_set1_epi32(kAll)), _mm256_srli_epi32(some, 16));
  };
  const __m256i eight = count > 16 ? _mm256_add_epi32(pairs(0), pairs(16)) : pairs(0);
  __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0x4E));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0xB1));
  return _mm_cvtsi128_si32(sum);
}
#endif

void sum_all_groups(In<std::uint16_t> values, In<std::uint32_t> begins, Size groups, Out<std::int64_t> sums) {
  for (Size g = 0; g < groups; ++g) {
    const Size end = begins[g + 1] - begins[0];
#if defined(__AVX2__) && !defined(__AVX512F__)
    const Size first = begins[g] - begins[0];
    if (end - first <= 32 && first + 32 <= begins[groups] - begins[0]) {
      sums[g] += open_sum(values + first, end - first);
      continue;
    }
#endif
    for (Size i = begins[g] - begins[0]; i < end; i += kMostInShortSum)
      sums[g] += short_sum(values + i, end - i < kMostInShortSum ? end - i : kMostInShortSum);
  }
}

}  // namespace
}  // namespace cwp
