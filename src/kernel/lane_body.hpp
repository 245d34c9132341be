// The body of every unit: included once by each, compiled for its instruction set. Everything is in an anonymous
// namespace and nothing of std is used, so that no unit leaves a weak symbol that another could pick up.

#include "kernel/lane_add_up.hpp"
#include "kernel/lane_doubles.hpp"
#include "kernel/lane_fields.hpp"
#include "kernel/lane_groups.hpp"
#include "kernel/lane_measure.hpp"
#include "kernel/lane_quotients.hpp"
#include "kernel/lane_unary.hpp"

namespace cwp {
namespace {

template <typename To, typename From>
void convert(Out<To> dst, In<From> a, Size n) {
  for (Size i = 0; i < n; ++i) dst[i] = static_cast<To>(a[i]);
}

template <typename To>
void convert_from(const LaneStep& step, Registers registers, Size n) {
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
    case Lane::i128:
      return convert<To>(dst, lanes_of<Wide>(registers, step.a), n);
  }
}

/// The steps whose registers are all of one lane, i32, i64 or i128.
template <typename T>
void run_plain(const LaneStep& step, Registers registers, Size n) {
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
        if (sizeof(T) == 8 && step.small_quotient)
          divide_exactly<T>(dst, a, b, n);
        else
          divide_long<T>(dst, a, b, n);
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

/// Whether the step's loop asks for lines as it goes.
bool fetches_itself(LaneOp op) { return can_add(op) || op == LaneOp::weigh; }

void run_step(const LaneStep& step, Registers registers, Size n) {
  if (!fetches_itself(step.op)) {
    for (Size from = 0; from < n; from += kLaneGroup) registers.fetch(from);
    registers.fetch.count = 0;
  }
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
        case Lane::i128:
          return convert_from<Wide>(step, registers, n);
      }
      return;
    case LaneOp::steps:
    case LaneOp::line:
    case LaneOp::short_line:
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
        case Lane::i128:
          return;  // no column is so wide
      }
      return;
    case LaneOp::add_up:
      return add_up(step, registers, n);
    case LaneOp::weigh:
      if (step.lane == Lane::u16) return weigh<std::uint16_t>(step, registers, n);
      return weigh<std::int32_t>(step, registers, n);
    case LaneOp::quotient:
      if (step.lane != Lane::u16) return quotient_from<false, std::int32_t>(step, registers, n);
      if (step.adds) return quotient_from<true, std::uint16_t>(step, registers, n);
      return quotient_from<false, std::uint16_t>(step, registers, n);
    case LaneOp::by_group:
      return step.adds ? by_group<true>(step, registers, n) : by_group<false>(step, registers, n);
    case LaneOp::share:
      return share(step, registers, n);
    default:
      if (step.lane == Lane::i32)
        run_plain<std::int32_t>(step, registers, n);
      else if (step.lane == Lane::i64)
        run_plain<std::int64_t>(step, registers, n);
      else
        run_plain<Wide>(step, registers, n);
  }
}

/// How long a step takes, about.
Size weight_of(const LaneStep& step) {
  switch (step.op) {
    case LaneOp::quotient:
    case LaneOp::weigh:
    case LaneOp::by_group:
      return 4;
    case LaneOp::add_up:
      return 1 + step.count / 8;
    case LaneOp::spread:
      return 2;
    default:
      return 1;
  }
}

/// Calls `take` with the lanes of each column that a step reads, and the bytes of one.
template <typename Take>
void columns_of(const LaneStep& step, void* const* registers, const void*& groups, const Take& take) {
  const auto take_groups = [&](std::uint32_t number) {
    if (groups != registers[number]) take(groups = registers[number], bytes_of(Lane::i32));
  };
  if (step.op == LaneOp::spread) return take_groups(step.a);
  take(registers[step.a], bytes_of(step.from));
  if (step.op == LaneOp::quotient) take(registers[step.b], bytes_of(step.from));
  if (step.op == LaneOp::by_group) take_groups(step.b);
}

void run_all(const LaneStep* steps, Size count, void* const* registers, Size lanes) {
  const Size n = lanes & ~(kLaneGroup - 1);  // says to the compiler that no loop has a remainder
  constexpr Size kRunsOfAStep = 4;           // of most
  const bool may_be_many = count * kRunsOfAStep * n > Ahead::kStretch;
  Ahead ahead;
  Size weight = 0, runs = 0;
  const void* groups = nullptr;
  for (Size s = 0; s < count; ++s) {
    weight += weight_of(steps[s]);
    if (!steps[s].streams) continue;
    if (may_be_many)
      columns_of(steps[s], registers, groups, [&](const void*, Size bytes) { runs += bytes; });
    else
      columns_of(steps[s], registers, groups, [&](const void* column, Size bytes) { ahead.add(column, bytes, n); });
  }
  if (may_be_many) {
    ahead.expect(runs, n);
    groups = nullptr;
    for (Size s = 0; s < count; ++s)
      if (steps[s].streams)
        columns_of(steps[s], registers, groups, [&](const void* column, Size bytes) { ahead.add(column, bytes, n); });
  }
  Size done = 0, asked = 0;
  for (Size s = 0; s < count; ++s) {
    done += weight_of(steps[s]);
    const Size end = ahead.count * done / weight;
    run_step(steps[s], {registers, {ahead.runs + asked, end - asked}}, n);
    asked = end;
  }
}

}  // namespace
}  // namespace cwp
