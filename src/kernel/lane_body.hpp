// The body of every unit: included once by each, compiled for its instruction set. Everything is in an anonymous
// namespace and nothing of std is used, so that no unit leaves a weak symbol that another could pick up.

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace cwp {
namespace {

using Size = std::size_t;
template <typename T>
using Out = T* __restrict;
template <typename T>
using In = const T* __restrict;

template <typename T>
T* lanes_of(void* const* registers, std::uint32_t number) {
  return static_cast<T*>(__builtin_assume_aligned(registers[number], alignof(T)));
}

template <typename To, typename From>
void convert(Out<To> dst, In<From> a, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = static_cast<To>(a[i]);
}

template <typename To>
void convert_from(const LaneStep& step, void* const* registers, Size n) {
  To* dst = lanes_of<To>(registers, step.dst);
  switch (step.from) {
    case Lane::u8:
      return convert<To>(dst, lanes_of<std::uint8_t>(registers, step.a), n);
    case Lane::u16:
      return convert<To>(dst, lanes_of<std::uint16_t>(registers, step.a), n);
    case Lane::i32:
      return convert<To>(dst, lanes_of<std::int32_t>(registers, step.a), n);
    case Lane::i64:
      return convert<To>(dst, lanes_of<std::int64_t>(registers, step.a), n);
  }
}

/// floor(n / d) by a float quotient that is mended: the quotient is below 2^21, so that the float one is off by at most
/// one, and the remainder says which way.
std::int32_t small_quotient(std::int32_t n, std::int32_t d) {
  const std::int32_t q = static_cast<std::int32_t>(static_cast<float>(n) / static_cast<float>(d));
  const std::int32_t rest = static_cast<std::int32_t>(static_cast<std::uint32_t>(n) -
                                                      static_cast<std::uint32_t>(q) * static_cast<std::uint32_t>(d));
  return q + (rest >= d ? 1 : 0) - (rest < 0 ? 1 : 0);
}

void divide_small(Out<std::int32_t> dst, In<std::int32_t> a, In<std::int32_t> b, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = small_quotient(a[i], b[i]);
}

template <typename To>
void quotient(const LaneStep& step, void* const* registers, Size n) {
  Out<To> dst = lanes_of<To>(registers, step.dst);
  In<std::int32_t> a = lanes_of<std::int32_t>(registers, step.a);
  In<std::int32_t> b = lanes_of<std::int32_t>(registers, step.b);
  const std::int32_t k0 = static_cast<std::int32_t>(step.k0), k1 = static_cast<std::int32_t>(step.k1);
  const std::int32_t k2 = static_cast<std::int32_t>(step.k2), k3 = static_cast<std::int32_t>(step.k3);
  const std::int32_t low = static_cast<std::int32_t>(step.low), high = static_cast<std::int32_t>(step.high);
  for (Size i = 0; i < n; ++i) {
    const std::int32_t q = small_quotient(a[i] * k0 + b[i] * k1 + k2, b[i] * k3);
    const std::int32_t raised = q > low ? q : low;
    dst[i] = static_cast<To>(raised < high ? raised : high);
  }
}

/// floor(a / b) in doubles: exact for 0 <= a < 2^52, since a quotient that is no integer lies at least 1 / b below the
/// next one, which is more than half a unit in the last place of it.
template <typename T>
void divide_exactly(Out<T> dst, In<T> a, In<T> b, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = static_cast<T>(static_cast<double>(a[i]) / static_cast<double>(b[i]));
}

/// Any 0 <= a < 2^63.
void divide_long(Out<std::int64_t> dst, In<std::int64_t> a, In<std::int64_t> b, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = b[i] == 0 ? 0 : a[i] / b[i];
}

void divide_by(const LaneStep& step, Out<std::int32_t> dst, In<std::int32_t> a, Size n) {
  const std::uint64_t multiplier = static_cast<std::uint64_t>(step.k1);
  const int shift = static_cast<int>(step.k2);
  for (Size i = 0; i < n; ++i)
    dst[i] =
        static_cast<std::int32_t>((static_cast<std::uint64_t>(static_cast<std::uint32_t>(a[i])) * multiplier) >> shift);
}

void divide_by(const LaneStep& step, Out<std::int64_t> dst, In<std::int64_t> a, Size n) {
  const std::int64_t divisor = step.k0;
  if (step.small_quotient) {  // a < 2^52
    const double by = static_cast<double>(divisor);
    for (Size i = 0; i < n; ++i) dst[i] = static_cast<std::int64_t>(static_cast<double>(a[i]) / by);
  } else {
    for (Size i = 0; i < n; ++i) dst[i] = a[i] / divisor;
  }
}

template <typename T>
void spread(Out<T> dst, In<T> figures, In<std::int32_t> group, Size n) {
#if defined(__AVX512F__)
  if constexpr (sizeof(T) == 4) {  // gcc 12 leaves this loop as it is
    for (Size i = 0; i < n; i += 16)
      _mm512_storeu_si512(dst + i, _mm512_i32gather_epi32(_mm512_loadu_si512(group + i), figures, 4));
    return;
  }
#endif
  for (Size i = 0; i < n; ++i) dst[i] = figures[group[i]];
}

/// The steps whose registers are all of one lane, i32 or i64.
template <typename T>
void run_plain(const LaneStep& step, void* const* registers, Size n) {
  Out<T> dst = lanes_of<T>(registers, step.dst);
  In<T> a = lanes_of<T>(registers, step.a);
  In<T> b = lanes_of<T>(registers, step.b);
  In<T> c = lanes_of<T>(registers, step.c);
  const T k0 = static_cast<T>(step.k0), k1 = static_cast<T>(step.k1), k2 = static_cast<T>(step.k2);
  switch (step.op) {
    case LaneOp::scale:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] * k0 + k1;
      break;
    case LaneOp::combine:
      if (k0 == 1 && k1 == 1)
        for (Size i = 0; i < n; ++i) dst[i] = a[i] + b[i] + k2;
      else if (k0 == 1 && k1 == -1)
        for (Size i = 0; i < n; ++i) dst[i] = a[i] - b[i] + k2;
      else
        for (Size i = 0; i < n; ++i) dst[i] = a[i] * k0 + b[i] * k1 + k2;
      break;
    case LaneOp::product:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] * b[i];
      break;
    case LaneOp::minimum:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] < b[i] ? a[i] : b[i];
      break;
    case LaneOp::maximum:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] > b[i] ? a[i] : b[i];
      break;
    case LaneOp::hold:
      for (Size i = 0; i < n; ++i) {
        const T raised = a[i] > k0 ? a[i] : k0;
        dst[i] = raised < k1 ? raised : k1;
      }
      break;
    case LaneOp::at_least:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] >= b[i] ? 1 : 0;
      break;
    case LaneOp::reaches:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] >= k0 ? 1 : 0;
      break;
    case LaneOp::equal:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] == b[i] ? 1 : 0;
      break;
    case LaneOp::is:
      for (Size i = 0; i < n; ++i) dst[i] = a[i] == k0 ? 1 : 0;
      break;
    case LaneOp::choose:
      for (Size i = 0; i < n; ++i) dst[i] = c[i] != 0 ? a[i] : b[i];
      break;
    case LaneOp::divide:
      if constexpr (sizeof(T) == 4) {
        if (step.small_quotient)
          divide_small(dst, a, b, n);
        else
          divide_exactly<T>(dst, a, b, n);
      } else {
        if (step.small_quotient)
          divide_exactly<T>(dst, a, b, n);
        else
          divide_long(dst, a, b, n);
      }
      break;
    case LaneOp::divide_by:
      divide_by(step, dst, a, n);
      break;
    case LaneOp::flag: {
      Out<std::uint8_t> flags = lanes_of<std::uint8_t>(registers, step.dst);
      for (Size i = 0; i < n; ++i) flags[i] = static_cast<std::uint8_t>(flags[i] | (a[i] != 0 ? 1 : 0));
      break;
    }
    case LaneOp::spread:
      spread(dst, static_cast<const T*>(step.table), lanes_of<std::int32_t>(registers, step.a), n);
      break;
    default:
      break;
  }
}

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
  else
    by_table<From>(step, dst, a, n);
}

template <int kCount>
void add_some(Out<std::uint16_t> dst, void* const* registers, const std::uint32_t* parts, Size n) {
  In<std::uint16_t> a = lanes_of<std::uint16_t>(registers, parts[0]);
  In<std::uint16_t> b = lanes_of<std::uint16_t>(registers, parts[kCount > 1 ? 1 : 0]);
  In<std::uint16_t> c = lanes_of<std::uint16_t>(registers, parts[kCount > 2 ? 2 : 0]);
  In<std::uint16_t> d = lanes_of<std::uint16_t>(registers, parts[kCount > 3 ? 3 : 0]);
  for (Size i = 0; i < n; ++i) {
    unsigned sum = static_cast<unsigned>(dst[i] + a[i]);
    if constexpr (kCount > 1) sum += b[i];
    if constexpr (kCount > 2) sum += c[i];
    if constexpr (kCount > 3) sum += d[i];
    dst[i] = static_cast<std::uint16_t>(sum);
  }
}

void add_up(const LaneStep& step, void* const* registers, Size n) {
  std::uint16_t* dst = lanes_of<std::uint16_t>(registers, step.dst);
  for (Size i = 0; i < n; ++i) dst[i] = static_cast<std::uint16_t>(step.k0);
  const std::uint32_t* parts = step.parts;
  std::uint32_t left = step.count;
  for (; left >= 4; left -= 4, parts += 4) add_some<4>(dst, registers, parts, n);
  if (left == 3) add_some<3>(dst, registers, parts, n);
  if (left == 2) add_some<2>(dst, registers, parts, n);
  if (left == 1) add_some<1>(dst, registers, parts, n);
}

/// Every value once against all of its group, side by side.
template <typename T, Size kLanes>
void rank_group(In<std::int32_t> values, Size count, Out<std::uint32_t> ranks) {
  T held[kLanes], before[kLanes];
  for (Size i = 0; i < kLanes; ++i) {
    held[i] = i < count ? static_cast<T>(values[i]) : T{0};
    before[i] = 1;
  }
  for (Size k = 0; k < count; ++k) {
    const T value = held[k];
    for (Size i = 0; i < kLanes; ++i) before[i] = static_cast<T>(before[i] + (value > held[i] ? 1 : 0));
  }
  for (Size i = 0; i < count; ++i) ranks[i] = static_cast<std::uint32_t>(before[i]);
}

template <typename T>
void rank_groups_in(const std::int32_t* values, const std::uint32_t* begins, Size groups, std::uint32_t* ranks) {
  for (Size g = 0; g < groups; ++g) {
    const Size first = begins[g], count = begins[g + 1] - first;
    if (count <= 32)
      rank_group<T, 32>(values + first, count, ranks + first);
    else
      rank_group<T, kSmallGroup>(values + first, count, ranks + first);
  }
}

void rank_all_groups(const std::int32_t* values, const std::uint32_t* begins, Size groups, bool narrow,
                     std::uint32_t* ranks) {
  if (narrow)
    rank_groups_in<std::uint16_t>(values, begins, groups, ranks);
  else
    rank_groups_in<std::int32_t>(values, begins, groups, ranks);
}

/// Asks for the lanes of the next block, so that they are near when it runs.
void fetch_ahead(const LaneStep& step, void* const* registers, Size n) {
  const Size bytes = n * bytes_of(step.from);
  const char* next = static_cast<const char*>(registers[step.a]) + bytes;
  for (Size line = 0; line < bytes; line += 64) __builtin_prefetch(next + line, 0, 2);
}

void run_step(const LaneStep& step, void* const* registers, Size n) {
  switch (step.op) {
    case LaneOp::convert:
      switch (step.lane) {
        case Lane::u8:
          return convert_from<std::uint8_t>(step, registers, n);
        case Lane::u16:
          return convert_from<std::uint16_t>(step, registers, n);
        case Lane::i32:
          return convert_from<std::int32_t>(step, registers, n);
        case Lane::i64:
          return convert_from<std::int64_t>(step, registers, n);
      }
      return;
    case LaneOp::steps:
    case LaneOp::line:
    case LaneOp::look_up:
      switch (step.from) {
        case Lane::u8:
          return run_unary<std::uint8_t>(step, registers, n);
        case Lane::u16:
          return run_unary<std::uint16_t>(step, registers, n);
        case Lane::i32:
          return run_unary<std::int32_t>(step, registers, n);
        case Lane::i64:
          return run_unary<std::int64_t>(step, registers, n);
      }
      return;
    case LaneOp::add_up:
      return add_up(step, registers, n);
    case LaneOp::quotient:
      if (step.lane == Lane::u16) return quotient<std::uint16_t>(step, registers, n);
      return quotient<std::int32_t>(step, registers, n);
    default:
      if (step.lane == Lane::i32)
        run_plain<std::int32_t>(step, registers, n);
      else
        run_plain<std::int64_t>(step, registers, n);
  }
}

void run_all(const LaneStep* steps, Size count, void* const* registers, Size lanes) {
  const Size n = lanes & ~(kLaneGroup - 1);  // says to the compiler that no loop has a remainder
  for (Size s = 0; s < count; ++s) {
    if (steps[s].streams) fetch_ahead(steps[s], registers, n);
    run_step(steps[s], registers, n);
  }
}

}  // namespace
}  // namespace cwp
