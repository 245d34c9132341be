#pragma once
// Part of the body of every unit: see lane_body.hpp. Functions of one column, found out beforehand for every value it
// has.

#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

template <int kCount, typename From>
void by_steps(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n) {
  std::uint16_t thresholds[kCount], deltas[kCount];
  for (int s = 0; s < kCount; ++s) thresholds[s] = step.thresholds[s], deltas[s] = step.deltas[s];
  const std::uint16_t start = static_cast<std::uint16_t>(step.k0);
  for (Size i = 0; i < n; ++i) {
    const std::uint16_t x = static_cast<std::uint16_t>(a[i]);
    std::uint16_t sum = start;
    for (int s = 0; s < kCount; ++s)
      sum = static_cast<std::uint16_t>(sum + (x >= thresholds[s] ? deltas[s] : std::uint16_t{0}));
    dst[i] = sum;
  }
}

template <typename From>
void by_steps(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n) {
  switch (step.count) {
    case 1:
      return by_steps<1>(step, dst, a, n);
    case 2:
      return by_steps<2>(step, dst, a, n);
    case 3:
      return by_steps<3>(step, dst, a, n);
    case 4:
      return by_steps<4>(step, dst, a, n);
    case 5:
      return by_steps<5>(step, dst, a, n);
    case 6:
      return by_steps<6>(step, dst, a, n);
    case 7:
      return by_steps<7>(step, dst, a, n);
    default:
      return by_steps<8>(step, dst, a, n);
  }
}

template <typename From>
void by_line(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n) {
  const std::uint32_t factor = static_cast<std::uint32_t>(step.k0), plus = static_cast<std::uint32_t>(step.k1);
  const std::uint32_t hold_low = step.hold_low, hold_high = step.hold_high, minus = step.minus;
  const int shift = static_cast<int>(step.k2);
  const From low = static_cast<From>(step.low), high = static_cast<From>(step.high);
  for (Size i = 0; i < n; ++i) {
    const From raised = a[i] > low ? a[i] : low;
    const From x = raised < high ? raised : high;
    const std::uint32_t y = (static_cast<std::uint32_t>(x) * factor + plus) >> shift;
    const std::uint32_t above = y > hold_low ? y : hold_low;
    dst[i] = static_cast<std::uint16_t>((above < hold_high ? above : hold_high) - minus);
  }
}

#if defined(__AVX512F__)
// gcc 12 sees no upper half of a product in this loop when vectors have 512 bits.
void by_short_line(const LaneStep& step, Out<std::uint16_t> dst, In<std::uint16_t> a, Size n) {
  const auto all = [](std::int64_t value) { return _mm512_set1_epi16(static_cast<short>(value)); };
  const __m512i low = all(step.low), high = all(step.high), factor = all(step.k0), plus = all(step.k1);
  const __m512i multiplier = all(step.k3), minus = all(step.minus);
  const __m512i hold_low = all(step.hold_low), hold_high = all(step.hold_high);
  const __m128i shift = _mm_cvtsi64_si128(step.k2);
  for (Size i = 0; i < n; i += 32) {
    const __m512i x = _mm512_min_epu16(_mm512_max_epu16(_mm512_loadu_si512(a + i), low), high);
    const __m512i sum = _mm512_add_epi16(_mm512_mullo_epi16(x, factor), plus);
    const __m512i y = _mm512_srl_epi16(_mm512_mulhi_epu16(sum, multiplier), shift);
    _mm512_storeu_si512(dst + i, _mm512_sub_epi16(_mm512_min_epu16(_mm512_max_epu16(y, hold_low), hold_high), minus));
  }
}
#endif

template <typename From>
void by_short_line(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n) {
  const std::uint16_t factor = static_cast<std::uint16_t>(step.k0), plus = static_cast<std::uint16_t>(step.k1);
  const std::uint16_t multiplier = static_cast<std::uint16_t>(step.k3);
  const std::uint16_t hold_low = step.hold_low, hold_high = step.hold_high, minus = step.minus;
  const int shift = static_cast<int>(step.k2);
  const From low = static_cast<From>(step.low), high = static_cast<From>(step.high);
  for (Size i = 0; i < n; ++i) {
    const From raised = a[i] > low ? a[i] : low;
    const std::uint16_t x = static_cast<std::uint16_t>(raised < high ? raised : high);
    const std::uint16_t sum = static_cast<std::uint16_t>(static_cast<std::uint16_t>(x * factor) + plus);
    const std::uint16_t top = static_cast<std::uint16_t>((static_cast<std::uint32_t>(sum) * multiplier) >> 16);
    const std::uint16_t y = static_cast<std::uint16_t>(top >> shift);
    const std::uint16_t above = y > hold_low ? y : hold_low;
    dst[i] = static_cast<std::uint16_t>((above < hold_high ? above : hold_high) - minus);
  }
}

template <typename From>
void by_table(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n) {
  In<std::uint16_t> table = static_cast<const std::uint16_t*>(step.table);
  const std::int64_t low = step.low, high = step.high;
  for (Size i = 0; i < n; ++i) {
    const std::int64_t raised = a[i] > low ? static_cast<std::int64_t>(a[i]) : low;
    dst[i] = table[(raised < high ? raised : high) - low];
  }
}

/// Functions of one figure, found out beforehand for every value it has.
template <typename From>
void run_unary(const LaneStep& step, void* const* registers, Size n) {
  std::uint16_t* dst = lanes_of<std::uint16_t>(registers, step.dst);
  const From* a = lanes_of<From>(registers, step.a);
  if (step.op == LaneOp::steps)
    by_steps<From>(step, dst, a, n);
  else if (step.op == LaneOp::line)
    by_line<From>(step, dst, a, n);
  else if (step.op == LaneOp::short_line)
    by_short_line(step, dst, static_cast<In<From>>(a), n);
  else
    by_table<From>(step, dst, a, n);
}

}  // namespace
}  // namespace cwp
