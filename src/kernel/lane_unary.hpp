#pragma once
// Part of the body of every unit: see lane_body.hpp. Functions of one column, found out beforehand for every value it
// has.

#include "kernel/lane_few.hpp"

namespace cwp {
namespace {

#if defined(CWP_HAS_WORDS)
template <int kCount>
struct Stairs {
  explicit Stairs(const LaneStep& step) : start(all_words(step.k0)) {
    for (int s = 0; s < kCount; ++s)
      thresholds[s] = compared(all_words(step.thresholds[s])), deltas[s] = all_words(step.deltas[s]);
  }
  Words operator()(Words x) const {
    const Words own = compared(x);
    Words sum = start;
    for (int s = 0; s < kCount; ++s) sum = plus_from(sum, own, thresholds[s], deltas[s]);
    return sum;
  }
  Words start, thresholds[kCount], deltas[kCount];
};

/// `kFromZero`: neither the figure nor what it comes to needs to be raised, and nothing is taken off.
template <bool kFromZero>
struct ShortLine {
  explicit ShortLine(const LaneStep& step)
      : low(all_words(step.low)),
        high(all_words(step.high)),
        factor(all_words(step.k0)),
        added(all_words(step.k1)),
        multiplier(all_words(step.k3)),
        hold_low(all_words(step.hold_low)),
        hold_high(all_words(step.hold_high)),
        taken(all_words(step.minus)),
        shift(word_shift(step.k2)) {}
  Words operator()(Words x) const {
    const Words held = least_of(kFromZero ? x : greatest_of(x, low), high);
    const Words sum = plus(low_product(held, factor), added);
    const Words y = shifted(high_product(sum, multiplier), shift);
    const Words figure = least_of(kFromZero ? y : greatest_of(y, hold_low), hold_high);
    return kFromZero ? figure : minus(figure, taken);
  }
  Words low, high, factor, added, multiplier, hold_low, hold_high, taken;
  WordShift shift;
};

template <bool kAdds, typename Figure, typename From>
void by_figure(const Figure& figure, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  constexpr Size kWords = sizeof(Words) / sizeof(std::uint16_t);
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; i += kWords) {
      const Words found = figure(words_at(a + i));
      store_words(dst + i, kAdds ? plus(words_at(dst + i), found) : found);
    }
  }
}
#endif

template <int kCount, bool kAdds, typename From>
void by_steps(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
#if defined(CWP_HAS_FEW)
  constexpr int kFewOfWords = 4;  // of fewer steps it is no quicker than adding up what they come to
  if constexpr (sizeof(From) == 1 || (sizeof(From) == 2 && kCount >= kFewOfWords))
    if (step.thresholds[kCount - 1] <= 0xFF)
      return by_few<kAdds>(figures_of_steps(step, kCount), ThresholdsReached<kCount>(step), dst, a, n, fetch);
#endif
#if defined(CWP_HAS_WORDS)
  if constexpr (sizeof(From) <= 2) return by_figure<kAdds>(Stairs<kCount>(step), dst, a, n, fetch);
#endif
  std::uint16_t thresholds[kCount], deltas[kCount];
  for (int s = 0; s < kCount; ++s) thresholds[s] = step.thresholds[s], deltas[s] = step.deltas[s];
  const std::uint16_t start = static_cast<std::uint16_t>(step.k0);
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
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
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; ++i) {
      const From raised = a[i] > low ? a[i] : low;
      const From x = raised < high ? raised : high;
      const std::uint32_t y = (static_cast<std::uint32_t>(x) * factor + plus) >> shift;
      const std::uint32_t above = y > hold_low ? y : hold_low;
      dst[i] = with<kAdds>(dst[i], static_cast<std::uint16_t>((above < hold_high ? above : hold_high) - minus));
    }
  }
}

template <bool kAdds, typename From>
void by_short_line(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
#if defined(CWP_HAS_WORDS)
  if constexpr (sizeof(From) <= 2) {
    if (step.low == 0 && step.hold_low == 0 && step.minus == 0)
      return by_figure<kAdds>(ShortLine<true>(step), dst, a, n, fetch);
    return by_figure<kAdds>(ShortLine<false>(step), dst, a, n, fetch);
  }
#endif
  const std::uint16_t factor = static_cast<std::uint16_t>(step.k0), plus = static_cast<std::uint16_t>(step.k1);
  const std::uint16_t multiplier = static_cast<std::uint16_t>(step.k3);
  const std::uint16_t hold_low = step.hold_low, hold_high = step.hold_high, minus = step.minus;
  const int shift = static_cast<int>(step.k2);
  const From low = static_cast<From>(step.low), high = static_cast<From>(step.high);
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
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
#if defined(CWP_HAS_FEW)
  if constexpr (sizeof(From) <= 2)
    if (by_short_table<kAdds>(step, dst, a, n, fetch)) return;
#endif
  In<std::uint16_t> table = static_cast<const std::uint16_t*>(step.table);
  const std::int64_t low = step.low, high = step.high;
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
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
