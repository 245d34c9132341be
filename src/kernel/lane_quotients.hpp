#pragma once
// Part of the body of every unit: see lane_body.hpp. Divisions.

#include "kernel/lane_memory.hpp"

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

template <typename To, typename From>
void mended_quotient(const LaneStep& step, Out<To> dst, In<From> a, In<From> b, Size n) {
  const std::int32_t k0 = static_cast<std::int32_t>(step.k0), k1 = static_cast<std::int32_t>(step.k1);
  const std::int32_t k2 = static_cast<std::int32_t>(step.k2), k3 = static_cast<std::int32_t>(step.k3);
  const std::int32_t low = static_cast<std::int32_t>(step.low), high = static_cast<std::int32_t>(step.high);
  const std::int32_t at_zero = step.at_zero;
  for (Size i = 0; i < n; ++i) {
    const std::int32_t x = a[i], y = b[i], divisor = y == 0 ? 1 : y;
    const std::int32_t q = small_quotient(x * k0 + divisor * k1 + k2, divisor * k3);
    const std::int32_t chosen = y == 0 ? at_zero : q;
    const std::int32_t raised = chosen > low ? chosen : low;
    dst[i] = static_cast<To>(raised < high ? raised : high);
  }
}

/// The truncated quotient is the floor: numerator and divisor are positive where it is looked at.
template <typename To, typename From>
void float_quotient(const LaneStep& step, Out<To> dst, In<From> a, In<From> b, Size n) {
  const float k0 = static_cast<float>(2 * step.k0), k1 = static_cast<float>(2 * step.k1);
  const float k2 = static_cast<float>(2 * step.k2 + 1), k3 = static_cast<float>(2 * step.k3);
  const std::int32_t low = static_cast<std::int32_t>(step.low), high = static_cast<std::int32_t>(step.high);
  const std::int32_t at_zero = step.at_zero;
  Size i = 0;
#if defined(__AVX512F__)
  if (step.by == QuotientBy::reciprocal) {
    const __m512i zeros = _mm512_set1_epi32(at_zero), lows = _mm512_set1_epi32(low), highs = _mm512_set1_epi32(high);
    const __m512 k0s = _mm512_set1_ps(k0), k1s = _mm512_set1_ps(k1), k2s = _mm512_set1_ps(k2), k3s = _mm512_set1_ps(k3);
    const __m512 ones = _mm512_set1_ps(1);
    for (; i < n; i += 16) {
      const __m512 x = _mm512_cvtepi32_ps(widened(a + i)), y = _mm512_cvtepi32_ps(widened(b + i));
      const __m512 number = _mm512_fmadd_ps(x, k0s, _mm512_fmadd_ps(y, k1s, k2s)), divisor = _mm512_mul_ps(y, k3s);
      const __m512 guess = _mm512_rcp14_ps(divisor);
      const __m512 reciprocal = _mm512_fmadd_ps(guess, _mm512_fnmadd_ps(divisor, guess, ones), guess);
      const __m512i q = _mm512_cvttps_epi32(_mm512_mul_ps(number, reciprocal));
      const __m512i chosen = _mm512_mask_mov_epi32(q, _mm512_cmp_ps_mask(y, _mm512_setzero_ps(), _CMP_EQ_OQ), zeros);
      store_narrow(dst + i, _mm512_min_epi32(_mm512_max_epi32(chosen, lows), highs));
    }
    return;
  }
#endif
  for (; i < n; ++i) {
    const std::int32_t y = b[i];
    const float x = static_cast<float>(a[i]), divisor = static_cast<float>(y == 0 ? 1 : y);
    const std::int32_t q = static_cast<std::int32_t>((x * k0 + divisor * k1 + k2) / (divisor * k3));
    const std::int32_t chosen = y == 0 ? at_zero : q;
    const std::int32_t raised = chosen > low ? chosen : low;
    dst[i] = static_cast<To>(raised < high ? raised : high);
  }
}

template <typename To, typename From>
void quotient(const LaneStep& step, void* const* registers, Size n) {
  To* dst = lanes_of<To>(registers, step.dst);
  const From *a = lanes_of<From>(registers, step.a), *b = lanes_of<From>(registers, step.b);
  if (step.by == QuotientBy::mending)
    mended_quotient<To, From>(step, dst, a, b, n);
  else
    float_quotient<To, From>(step, dst, a, b, n);
}

template <typename To>
void quotient_from(const LaneStep& step, void* const* registers, Size n) {
  switch (step.from) {
    case Lane::u8:
      return quotient<To, std::uint8_t>(step, registers, n);
    case Lane::u16:
      return quotient<To, std::uint16_t>(step, registers, n);
    default:
      return quotient<To, std::int32_t>(step, registers, n);
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
