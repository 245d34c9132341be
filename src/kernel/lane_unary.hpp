#pragma once
// Part of the body of every unit: see lane_body.hpp. Functions of one column, found out beforehand for every value it
// has.

#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

template <int kCount, bool kAdds, typename From>
void by_steps(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  std::uint16_t thresholds[kCount], deltas[kCount];
  for (int s = 0; s < kCount; ++s) thresholds[s] = step.thresholds[s], deltas[s] = step.deltas[s];
  const std::uint16_t start = static_cast<std::uint16_t>(step.k0);
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch();
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const std::uint16_t x = static_cast<std::uint16_t>(a[i]);
      std::uint16_t sum = start;
      for (int s = 0; s < kCount; ++s)
        sum = static_cast<std::uint16_t>(sum + (x >= thresholds[s] ? deltas[s] : std::uint16_t{0}));
      dst[i] = with<kAdds>(dst[i], sum);
    }
  }
}

template <bool kAdds, typename From>
void by_steps(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  switch (step.count) {
    case 1:
      return by_steps<1, kAdds>(step, dst, a, n, fetch);
    case 2:
      return by_steps<2, kAdds>(step, dst, a, n, fetch);
    case 3:
      return by_steps<3, kAdds>(step, dst, a, n, fetch);
    case 4:
      return by_steps<4, kAdds>(step, dst, a, n, fetch);
    case 5:
      return by_steps<5, kAdds>(step, dst, a, n, fetch);
    case 6:
      return by_steps<6, kAdds>(step, dst, a, n, fetch);
    case 7:
      return by_steps<7, kAdds>(step, dst, a, n, fetch);
    default:
      return by_steps<8, kAdds>(step, dst, a, n, fetch);
  }
}

template <bool kAdds, typename From>
void by_line(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  const std::uint32_t factor = static_cast<std::uint32_t>(step.k0), plus = static_cast<std::uint32_t>(step.k1);
  const std::uint32_t hold_low = step.hold_low, hold_high = step.hold_high, minus = step.minus;
  const int shift = static_cast<int>(step.k2);
  const From low = static_cast<From>(step.low), high = static_cast<From>(step.high);
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch();
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const From raised = a[i] > low ? a[i] : low;
      const From x = raised < high ? raised : high;
      const std::uint32_t y = (static_cast<std::uint32_t>(x) * factor + plus) >> shift;
      const std::uint32_t above = y > hold_low ? y : hold_low;
      dst[i] = with<kAdds>(dst[i], static_cast<std::uint16_t>((above < hold_high ? above : hold_high) - minus));
    }
  }
}

#if defined(__AVX512F__)
// gcc 12 sees no upper half of a product in this loop when vectors have 512 bits.
template <bool kAdds>
void by_short_line(const LaneStep& step, Out<std::uint16_t> dst, In<std::uint16_t> a, Size n, Fetch fetch) {
  const auto all = [](std::int64_t value) { return _mm512_set1_epi16(static_cast<short>(value)); };
  const __m512i low = all(step.low), high = all(step.high), factor = all(step.k0), plus = all(step.k1);
  const __m512i multiplier = all(step.k3), minus = all(step.minus);
  const __m512i hold_low = all(step.hold_low), hold_high = all(step.hold_high);
  const __m128i shift = _mm_cvtsi64_si128(step.k2);
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch();
    for (Size i = from; i < from + kLaneGroup; i += 32) {
      const __m512i x = _mm512_min_epu16(_mm512_max_epu16(_mm512_loadu_si512(a + i), low), high);
      const __m512i sum = _mm512_add_epi16(_mm512_mullo_epi16(x, factor), plus);
      const __m512i y = _mm512_srl_epi16(_mm512_mulhi_epu16(sum, multiplier), shift);
      const __m512i figure = _mm512_sub_epi16(_mm512_min_epu16(_mm512_max_epu16(y, hold_low), hold_high), minus);
      _mm512_storeu_si512(dst + i, kAdds ? _mm512_add_epi16(_mm512_loadu_si512(dst + i), figure) : figure);
    }
  }
}
#endif

template <bool kAdds, typename From>
void by_short_line(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  const std::uint16_t factor = static_cast<std::uint16_t>(step.k0), plus = static_cast<std::uint16_t>(step.k1);
  const std::uint16_t multiplier = static_cast<std::uint16_t>(step.k3);
  const std::uint16_t hold_low = step.hold_low, hold_high = step.hold_high, minus = step.minus;
  const int shift = static_cast<int>(step.k2);
  const From low = static_cast<From>(step.low), high = static_cast<From>(step.high);
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch();
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const From raised = a[i] > low ? a[i] : low;
      const std::uint16_t x = static_cast<std::uint16_t>(raised < high ? raised : high);
      const std::uint16_t sum = static_cast<std::uint16_t>(static_cast<std::uint16_t>(x * factor) + plus);
      const std::uint16_t top = static_cast<std::uint16_t>((static_cast<std::uint32_t>(sum) * multiplier) >> 16);
      const std::uint16_t y = static_cast<std::uint16_t>(top >> shift);
      const std::uint16_t above = y > hold_low ? y : hold_low;
      dst[i] = with<kAdds>(dst[i], static_cast<std::uint16_t>((above < hold_high ? above : hold_high) - minus));
    }
  }
}

template <bool kAdds, typename From>
void by_table(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  In<std::uint16_t> table = static_cast<const std::uint16_t*>(step.table);
  const std::int64_t low = step.low, high = step.high;
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch();
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const std::int64_t raised = a[i] > low ? static_cast<std::int64_t>(a[i]) : low;
      dst[i] = with<kAdds>(dst[i], table[(raised < high ? raised : high) - low]);
    }
  }
}

template <bool kAdds, typename From>
void by_any(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  if (step.op == LaneOp::steps)
    by_steps<kAdds>(step, dst, a, n, fetch);
  else if (step.op == LaneOp::line)
    by_line<kAdds>(step, dst, a, n, fetch);
  else if (step.op == LaneOp::short_line)
    by_short_line<kAdds>(step, dst, a, n, fetch);
  else
    by_table<kAdds>(step, dst, a, n, fetch);
}

/// Functions of one figure, found out beforehand for every value it has.
template <typename From>
void run_unary(const LaneStep& step, Registers registers, Size n) {
  std::uint16_t* dst = lanes_of<std::uint16_t>(registers, step.dst);
  In<From> a = lanes_of<From>(registers, step.a);
  if (step.adds)
    by_any<true>(step, dst, a, n, registers.fetch);
  else
    by_any<false>(step, dst, a, n, registers.fetch);
}

}  // namespace
}  // namespace cwp
