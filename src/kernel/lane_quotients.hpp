#pragma once
// Part of the body of every unit: see lane_body.hpp. Divisions.

#include "kernel/lane_words.hpp"

namespace cwp {
namespace {

/// floor(n / d) by a float quotient that is mended: the quotient is below kEndOfMending, so that the float one is off
/// by at most one, and the remainder says which way.
std::int32_t small_quotient(std::int32_t n, std::int32_t d) {
  const std::int32_t q = static_cast<std::int32_t>(static_cast<float>(n) / static_cast<float>(d));
  const std::int32_t rest = static_cast<std::int32_t>(static_cast<std::uint32_t>(n) -
                                                      static_cast<std::uint32_t>(q) * static_cast<std::uint32_t>(d));
  return q + (rest >= d ? 1 : 0) - (rest < 0 ? 1 : 0);
}

void divide_small(Out<std::int32_t> dst, In<std::int32_t> a, In<std::int32_t> b, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = small_quotient(a[i], b[i]);
}

template <bool kAdds, typename To, typename From>
void mended_quotient(const LaneStep& step, Out<To> dst, In<From> a, In<From> b, Size n, Fetch fetch) {
  const std::int32_t k0 = static_cast<std::int32_t>(step.k0), k1 = static_cast<std::int32_t>(step.k1);
  const std::int32_t k2 = static_cast<std::int32_t>(step.k2), k3 = static_cast<std::int32_t>(step.k3);
  const std::int32_t low = static_cast<std::int32_t>(step.low), high = static_cast<std::int32_t>(step.high);
  const std::int32_t at_zero = step.at_zero;
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const std::int32_t x = a[i], y = b[i], divisor = y == 0 ? 1 : y;
      const std::int32_t q = small_quotient(x * k0 + divisor * k1 + k2, divisor * k3);
      const std::int32_t chosen = y == 0 ? at_zero : q;
      const std::int32_t raised = chosen > low ? chosen : low;
      dst[i] = with<kAdds>(dst[i], static_cast<To>(raised < high ? raised : high));
    }
  }
}

#if defined(__AVX512F__)
/// 1 / x, off by 2^-24 and 2^-28 of itself; where x is 0, no number.
__m512 reciprocal_of(__m512 x) {
  const __m512 guess = _mm512_rcp14_ps(x);
  return _mm512_fmadd_ps(guess, _mm512_fnmadd_ps(x, guess, _mm512_set1_ps(1)), guess);
}

template <bool kAdds, typename To, typename From>
void by_reciprocal(const LaneStep& step, Out<To> dst, In<From> a, In<From> b, Size n, Fetch fetch) {
  const auto all = [](std::int64_t value) { return _mm512_set1_ps(static_cast<float>(value)); };
  const __m512 k0 = all(2 * step.k0), k1 = all(2 * step.k1), k2 = all(2 * step.k2 + 1), k3 = all(2 * step.k3);
  const __m512i at_zero = _mm512_set1_epi32(step.at_zero), low = _mm512_set1_epi32(static_cast<std::int32_t>(step.low)),
                high = _mm512_set1_epi32(static_cast<std::int32_t>(step.high));
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; i += 16) {
      const __m512 x = _mm512_cvtepi32_ps(widened(a + i)), y = _mm512_cvtepi32_ps(widened(b + i));
      const __m512 number = _mm512_fmadd_ps(x, k0, _mm512_fmadd_ps(y, k1, k2));
      const __m512i q = _mm512_cvttps_epi32(_mm512_mul_ps(number, reciprocal_of(_mm512_mul_ps(y, k3))));
      const __m512i chosen = _mm512_mask_mov_epi32(q, _mm512_cmp_ps_mask(y, _mm512_setzero_ps(), _CMP_EQ_OQ), at_zero);
      store_narrow<kAdds>(dst + i, _mm512_min_epi32(_mm512_max_epi32(chosen, low), high));
    }
  }
}

/// Where k3 is a power of two, `low` and what counts where b is 0 are 0: the constants are divided by 2 k3 beforehand,
/// which changes no digit; no quotient is below 0; and where b is 0 the product is no number, which becomes an integer
/// below 0. 32 lanes are taken apart, and put together held in u16.
template <bool kAdds>
void by_plain_reciprocal(const LaneStep& step, Out<std::uint16_t> dst, In<std::uint16_t> a, In<std::uint16_t> b, Size n,
                         Fetch fetch) {
  const float over = 1 / static_cast<float>(2 * step.k3);
  const auto all = [&](std::int64_t value) { return _mm512_set1_ps(static_cast<float>(value) * over); };
  const __m512 k0 = all(2 * step.k0), k1 = all(2 * step.k1), k2 = all(2 * step.k2 + 1);
  const __m512i high = _mm512_set1_epi16(static_cast<short>(step.high)), none = _mm512_setzero_si512();
  const auto quotient = [&](__m512i figures, __m512i divisors) {
    const __m512 x = _mm512_cvtepi32_ps(figures), y = _mm512_cvtepi32_ps(divisors);
    const __m512 number = _mm512_fmadd_ps(x, k0, _mm512_fmadd_ps(y, k1, k2));
    return _mm512_cvttps_epi32(_mm512_mul_ps(number, reciprocal_of(y)));
  };
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; i += 32) {
      const __m512i x = _mm512_loadu_si512(a + i), y = _mm512_loadu_si512(b + i);
      const __m512i lower = quotient(_mm512_unpacklo_epi16(x, none), _mm512_unpacklo_epi16(y, none));
      const __m512i upper = quotient(_mm512_unpackhi_epi16(x, none), _mm512_unpackhi_epi16(y, none));
      const __m512i found = _mm512_min_epu16(_mm512_packus_epi32(lower, upper), high);
      _mm512_storeu_si512(dst + i, kAdds ? _mm512_add_epi16(_mm512_loadu_si512(dst + i), found) : found);
    }
  }
}
#endif

#if defined(__AVX2__) && !defined(__AVX512F__)
/// Where k3 is a power of two, `low` and what counts where b is 0 are 0: as by_plain_reciprocal, by the odd number that
/// QuotientBy::odd_reciprocal tells.
template <bool kAdds, typename From>
void by_odd_reciprocal(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, In<From> b, Size n, Fetch fetch) {
  const float over = 1 / static_cast<float>(step.k3);
  const __m256 k0 = _mm256_set1_ps(static_cast<float>(step.k0) * over), k1 = _mm256_set1_ps(over);
  const Words high = all_words(step.high), one = all_words(1), none = _mm256_setzero_si256();
  const auto quotient = [&](__m256i figures, __m256i divisors, __m256i odd_divisors) {
    const __m256 x = _mm256_cvtepi32_ps(figures), y = _mm256_cvtepi32_ps(divisors);
    const __m256 number = _mm256_fmadd_ps(_mm256_cvtepi32_ps(odd_divisors), k1, _mm256_mul_ps(x, k0));
    const __m256 guess = _mm256_rcp_ps(y);
    const __m256 reciprocal = _mm256_fmadd_ps(guess, _mm256_fnmadd_ps(y, guess, _mm256_set1_ps(1)), guess);
    return _mm256_cvttps_epi32(_mm256_mul_ps(number, reciprocal));
  };
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; i += 16) {
      const Words x = words_at(a + i), y = words_at(b + i), odd = _mm256_or_si256(y, one);
      const __m256i lower =
          quotient(_mm256_unpacklo_epi16(x, none), _mm256_unpacklo_epi16(y, none), _mm256_unpacklo_epi16(odd, none));
      const __m256i upper =
          quotient(_mm256_unpackhi_epi16(x, none), _mm256_unpackhi_epi16(y, none), _mm256_unpackhi_epi16(odd, none));
      const Words found = least_of(_mm256_packus_epi32(lower, upper), high);
      store_words(dst + i, kAdds ? plus(words_at(dst + i), found) : found);
    }
  }
}
#endif

/// The truncated quotient is the floor: numerator and divisor are positive where it is looked at.
template <bool kAdds, typename To, typename From>
void float_quotient(const LaneStep& step, Out<To> dst, In<From> a, In<From> b, Size n, Fetch fetch) {
  const float k0 = static_cast<float>(2 * step.k0), k1 = static_cast<float>(2 * step.k1);
  const float k2 = static_cast<float>(2 * step.k2 + 1), k3 = static_cast<float>(2 * step.k3);
  const std::int32_t low = static_cast<std::int32_t>(step.low), high = static_cast<std::int32_t>(step.high);
  const std::int32_t at_zero = step.at_zero;
#if defined(__AVX512F__)
  if (step.by != QuotientBy::floats) {
    if constexpr (sizeof(To) == 2 && sizeof(From) == 2)
      if ((step.k3 & (step.k3 - 1)) == 0 && step.low == 0 && step.at_zero == 0)
        return by_plain_reciprocal<kAdds>(step, dst, a, b, n, fetch);
    return by_reciprocal<kAdds>(step, dst, a, b, n, fetch);
  }
#elif defined(__AVX2__)
  if constexpr (sizeof(To) == 2 && sizeof(From) <= 2)
    if (step.by == QuotientBy::odd_reciprocal && (step.k3 & (step.k3 - 1)) == 0 && step.low == 0 && step.at_zero == 0)
      return by_odd_reciprocal<kAdds>(step, dst, a, b, n, fetch);
#endif
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const std::int32_t y = b[i];
      const float x = static_cast<float>(a[i]), divisor = static_cast<float>(y == 0 ? 1 : y);
      const std::int32_t q = static_cast<std::int32_t>((x * k0 + divisor * k1 + k2) / (divisor * k3));
      const std::int32_t chosen = y == 0 ? at_zero : q;
      const std::int32_t raised = chosen > low ? chosen : low;
      dst[i] = with<kAdds>(dst[i], static_cast<To>(raised < high ? raised : high));
    }
  }
}

template <bool kAdds, typename To, typename From>
void quotient(const LaneStep& step, Registers registers, Size n) {
  To* dst = lanes_of<To>(registers, step.dst);
  const From *a = lanes_of<From>(registers, step.a), *b = lanes_of<From>(registers, step.b);
  if (step.by == QuotientBy::mending)
    mended_quotient<kAdds, To, From>(step, dst, a, b, n, registers.fetch);
  else
    float_quotient<kAdds, To, From>(step, dst, a, b, n, registers.fetch);
}

template <bool kAdds, typename To>
void quotient_from(const LaneStep& step, Registers registers, Size n) {
  switch (step.from) {
    case Lane::u8:
      return quotient<kAdds, To, std::uint8_t>(step, registers, n);
    case Lane::u16:
      return quotient<kAdds, To, std::uint16_t>(step, registers, n);
    default:
      return quotient<kAdds, To, std::int32_t>(step, registers, n);
  }
}

/// floor(a / b) in doubles: exact for 0 <= a < kEndOfDoubles, since a quotient that is no integer lies at least 1 / b
/// below the next one, which is more than half a unit in the last place of it.
template <typename T>
void divide_exactly(Out<T> dst, In<T> a, In<T> b, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = static_cast<T>(static_cast<double>(a[i]) / static_cast<double>(b[i]));
}

/// Any a >= 0 of the lane.
template <typename T>
void divide_long(Out<T> dst, In<T> a, In<T> b, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = b[i] == 0 ? 0 : a[i] / b[i];
}

void divide_by(const LaneStep& step, Out<std::int32_t> dst, In<std::int32_t> a, Size n) {
  if (step.small_quotient) {
    // (a + 1/2) / k0 is at least 1 / (2 k0) from an integer; reciprocal and product are off by 2^-24 of it each.
    const float by = 1.0F / static_cast<float>(static_cast<std::int32_t>(step.k0));
    for (Size i = 0; i < n; ++i) dst[i] = static_cast<std::int32_t>((static_cast<float>(a[i]) + 0.5F) * by);
    return;
  }
  const std::uint64_t multiplier = static_cast<std::uint64_t>(step.k1);
  const int shift = static_cast<int>(step.k2);
  for (Size i = 0; i < n; ++i)
    dst[i] =
        static_cast<std::int32_t>((static_cast<std::uint64_t>(static_cast<std::uint32_t>(a[i])) * multiplier) >> shift);
}

void divide_by(const LaneStep& step, Out<std::int64_t> dst, In<std::int64_t> a, Size n) {
  const std::int64_t divisor = step.k0;
  if (step.small_quotient) {
    const double by = static_cast<double>(divisor);
    for (Size i = 0; i < n; ++i) dst[i] = static_cast<std::int64_t>(static_cast<double>(a[i]) / by);
  } else {
    for (Size i = 0; i < n; ++i) dst[i] = a[i] / divisor;
  }
}

void divide_by(const LaneStep& step, Out<Wide> dst, In<Wide> a, Size n) {
  const Wide divisor = step.k0;
  for (Size i = 0; i < n; ++i) dst[i] = a[i] / divisor;
}

}  // namespace
}  // namespace cwp
