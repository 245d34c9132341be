#pragma once
// Part of the body of every unit: see lane_body.hpp. Sums of many narrow registers, and of a few that are
// weighed.

#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

/// Up to kAddedAtOnce parts; `start` and what dst may hold go with them.
template <int kCount, bool kFirst>
void add_some(Out<std::uint16_t> dst, Registers registers, const std::uint32_t* parts, std::uint16_t start, Size n) {
  const auto part = [&](int p) { return lanes_of<std::uint16_t>(registers, parts[p < kCount ? p : 0]); };
  In<std::uint16_t> a = part(0), b = part(1), c = part(2), d = part(3);
  In<std::uint16_t> e = part(4), f = part(5), g = part(6), h = part(7);
  for (Size from = 0; from < n; from += kLaneGroup) {
    registers.fetch(from);
    for (Size i = from; i < from + kLaneGroup; ++i) {
      std::uint16_t sum = kFirst ? start : static_cast<std::uint16_t>(start + dst[i]);
      sum = static_cast<std::uint16_t>(sum + a[i]);
      if constexpr (kCount > 1) sum = static_cast<std::uint16_t>(sum + b[i]);
      if constexpr (kCount > 2) sum = static_cast<std::uint16_t>(sum + c[i]);
      if constexpr (kCount > 3) sum = static_cast<std::uint16_t>(sum + d[i]);
      if constexpr (kCount > 4) sum = static_cast<std::uint16_t>(sum + e[i]);
      if constexpr (kCount > 5) sum = static_cast<std::uint16_t>(sum + f[i]);
      if constexpr (kCount > 6) sum = static_cast<std::uint16_t>(sum + g[i]);
      if constexpr (kCount > 7) sum = static_cast<std::uint16_t>(sum + h[i]);
      dst[i] = sum;
    }
  }
}

template <bool kFirst>
void add_up_to_eight(Out<std::uint16_t> dst, Registers registers, const std::uint32_t* parts, std::uint32_t count,
                     std::uint16_t start, Size n) {
  switch (count) {
    case 1:
      return add_some<1, kFirst>(dst, registers, parts, start, n);
    case 2:
      return add_some<2, kFirst>(dst, registers, parts, start, n);
    case 3:
      return add_some<3, kFirst>(dst, registers, parts, start, n);
    case 4:
      return add_some<4, kFirst>(dst, registers, parts, start, n);
    case 5:
      return add_some<5, kFirst>(dst, registers, parts, start, n);
    case 6:
      return add_some<6, kFirst>(dst, registers, parts, start, n);
    case 7:
      return add_some<7, kFirst>(dst, registers, parts, start, n);
    default:
      return add_some<8, kFirst>(dst, registers, parts, start, n);
  }
}

void add_up(const LaneStep& step, Registers registers, Size n) {
  std::uint16_t* dst = lanes_of<std::uint16_t>(registers, step.dst);
  const std::uint16_t start = static_cast<std::uint16_t>(step.k0);
  const auto some = [&](std::uint32_t done) {
    return step.count - done < kAddedAtOnce ? step.count - done : kAddedAtOnce;
  };
  if (step.adds)
    add_up_to_eight<false>(dst, registers, step.parts, some(0), start, n);
  else
    add_up_to_eight<true>(dst, registers, step.parts, some(0), start, n);
  for (std::uint32_t done = some(0); done < step.count; done += kAddedAtOnce)
    add_up_to_eight<false>(dst, registers, step.parts + done, some(done), 0, n);
}

/// The quotient is found as divide_by finds a small one.
template <int kCount, typename To>
void weigh_some(const LaneStep& step, Registers registers, Out<To> dst, Size n) {
  const auto part = [&](int p) { return lanes_of<std::uint16_t>(registers, step.parts[p < kCount ? p : 0]); };
  const auto weight = [&](int p) { return p < kCount ? static_cast<std::uint32_t>(step.weights[p]) : 0U; };
  In<std::uint16_t> a = part(0), b = part(1), c = part(2), d = part(3), e = part(4), f = part(5);
  const std::uint32_t of_a = weight(0), of_b = weight(1), of_c = weight(2), of_d = weight(3), of_e = weight(4),
                      of_f = weight(5), start = static_cast<std::uint32_t>(step.k0);
  const float by = 1.0F / static_cast<float>(static_cast<std::int32_t>(step.k1));
  for (Size from = 0; from < n; from += kLaneGroup) {
    registers.fetch(from);
    for (Size i = from; i < from + kLaneGroup; ++i) {
      std::uint32_t sum = start + of_a * a[i];
      if constexpr (kCount > 1) sum += of_b * b[i];
      if constexpr (kCount > 2) sum += of_c * c[i];
      if constexpr (kCount > 3) sum += of_d * d[i];
      if constexpr (kCount > 4) sum += of_e * e[i];
      if constexpr (kCount > 5) sum += of_f * f[i];
      const float whole = static_cast<float>(static_cast<std::int32_t>(sum)) + 0.5F;
      dst[i] = static_cast<To>(static_cast<std::int32_t>(whole * by));
    }
  }
}

template <typename To>
void weigh(const LaneStep& step, Registers registers, Size n) {
  To* dst = lanes_of<To>(registers, step.dst);
  switch (step.count) {
    case 1:
      return weigh_some<1>(step, registers, static_cast<Out<To>>(dst), n);
    case 2:
      return weigh_some<2>(step, registers, static_cast<Out<To>>(dst), n);
    case 3:
      return weigh_some<3>(step, registers, static_cast<Out<To>>(dst), n);
    case 4:
      return weigh_some<4>(step, registers, static_cast<Out<To>>(dst), n);
    case 5:
      return weigh_some<5>(step, registers, static_cast<Out<To>>(dst), n);
    default:
      return weigh_some<6>(step, registers, static_cast<Out<To>>(dst), n);
  }
}

}  // namespace
}  // namespace cwp
