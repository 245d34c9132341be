#include "kernel/trial.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "kernel/choose_isa.hpp"

namespace cwp::testing {
namespace {

constexpr unsigned char kMargin = 0x5A;
constexpr std::int64_t kNoSuchValue = 0x5EED;  // for an i128 beyond 64 bits, where none may be

Lane operand_lane(const LaneStep& step) {
  if (has_from(step.op)) return step.from;
  return step.op == LaneOp::spread ? Lane::i32 : step.lane;
}

}  // namespace

std::vector<Isa> units() {
  std::vector<Isa> all = {Isa::baseline, Isa::avx2, Isa::avx512};
  std::erase_if(all, [](Isa isa) { return !has_isa(isa); });
  return all;
}

std::int64_t least_of(Lane lane) {
  if (lane == Lane::i32) return INT32_MIN;
  return lane >= Lane::i64 ? INT64_MIN : 0;  // of i128 what can be told in 64 bits
}

std::int64_t most_of(Lane lane) {
  if (lane == Lane::u8) return UINT8_MAX;
  if (lane == Lane::u16) return UINT16_MAX;
  return lane == Lane::i32 ? INT32_MAX : INT64_MAX;
}

std::int64_t Draw::in(Lane lane) {
  const std::int64_t low = least_of(lane), high = most_of(lane);
  switch (between(0, 7)) {
    case 0:
      return between(0, 1) == 0 ? low : high;
    case 1:
      return between(0, 1) == 0 ? low + 1 : high - 1;
    case 2:
      return between(std::max<std::int64_t>(low, -2), 2);
    default:
      break;
  }
  const std::int64_t size = high >> between(0, std::min<std::int64_t>(std::int64_t(bytes_of(lane)) * 8, 64) - 2);
  return between(low < 0 ? -size : 0, size);
}

Draw::Operands Draw::operands(std::size_t lanes, Lane lane, const std::function<bool(Wide, Wide, Wide)>& is_admissible,
                              std::int64_t otherwise) {
  Operands drawn;
  for (std::size_t i = 0; i < lanes; ++i) {
    std::int64_t a = 0, b = 0, c = 0;
    bool found = false;
    for (int attempt = 0; attempt < 30 && !found; ++attempt) {
      a = in(lane), b = in(lane), c = between(0, 1);
      found = is_admissible(a, b, c);
    }
    drawn.a.push_back(found ? a : otherwise);
    drawn.b.push_back(found ? b : otherwise);
    drawn.c.push_back(c);
  }
  return drawn;
}

Register::Register(Lane lane, std::size_t lanes)
    : lane_(lane), lanes_(lanes), memory_((lanes + kLaneGroup) * bytes_of(lane), kMargin) {}

Register::Register(Lane lane, const Lanes& values) : Register(lane, values.size()) {
  for (std::size_t i = 0; i < values.size(); ++i) set(i, values[i]);
}

void Register::set(std::size_t i, std::int64_t value) {
  const Wide wide = value;
  std::memcpy(memory_.data() + i * bytes_of(lane_), &wide, bytes_of(lane_));
}

std::int64_t Register::at(std::size_t i) const {
  Wide bits = 0;
  std::memcpy(&bits, memory_.data() + i * bytes_of(lane_), bytes_of(lane_));
  if (lane_ == Lane::i32) return std::int32_t(std::uint32_t(bits));
  return bits >> 64 == (bits < 0 ? -1 : 0) || lane_ != Lane::i128 ? std::int64_t(std::uint64_t(bits)) : kNoSuchValue;
}

bool Register::is_whole() const {
  return std::all_of(memory_.begin() + std::ptrdiff_t(lanes_ * bytes_of(lane_)), memory_.end(),
                     [](unsigned char byte) { return byte == kMargin; });
}

namespace {

/// The form of the step that adds comes to what was held and `figures`, modulo 2^16, in every lane.
void expect_added(LaneStep step, void* const* operands, const Lanes& figures, Isa unit) {
  step.adds = true;
  Lanes held(figures.size());
  for (std::size_t i = 0; i < held.size(); ++i) held[i] = std::int64_t(i * 40'503 % 65'536);
  Register dst(step.lane, held);
  void* registers[] = {operands[0], operands[1], operands[2], operands[3], dst.data()};
  lanes_for(unit)(&step, 1, registers, figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i)
    ASSERT_EQ(dst.at(i), (held[i] + figures[i]) % 65'536)
        << to_text(unit) << ", operation " << int(step.op) << " from " << int(step.from) << " adds " << figures[i]
        << " to " << held[i];
  ASSERT_TRUE(dst.is_whole()) << to_text(unit) << " writes behind the lanes";
}

}  // namespace

void expect_step(LaneStep step, const Lanes& a, const Lanes& b, const Lanes& c, const Expected& expected) {
  ASSERT_EQ(a.size() % kLaneGroup, 0u);
  const Lane operands = operand_lane(step);
  step.a = kA, step.b = kB, step.c = kC, step.dst = kDst;
  for (const Isa unit : units()) {
    Register as(operands, a), bs(operands, b), cs(operands, c), dst(step.lane, a.size());
    const Register a_before = as, b_before = bs, c_before = cs;
    void* registers[] = {nullptr, as.data(), bs.data(), cs.data(), dst.data()};
    lanes_for(unit)(&step, 1, registers, a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      const Wide wanted = expected(a[i], b[i], c[i]);
      ASSERT_TRUE(least_of(step.lane) <= wanted && wanted <= most_of(step.lane)) << "a trial that leaves its lane";
      ASSERT_EQ(dst.at(i), std::int64_t(wanted))
          << to_text(unit) << ", operation " << int(step.op) << ", lane " << int(step.lane) << " from "
          << int(step.from) << ": a " << a[i] << ", b " << b[i] << ", c " << c[i] << ", k " << step.k0 << ' ' << step.k1
          << ' ' << step.k2 << ' ' << step.k3 << ", by " << int(step.by);
    }
    ASSERT_TRUE(as == a_before && bs == b_before && cs == c_before) << to_text(unit) << " writes to an operand";
    ASSERT_TRUE(dst.is_whole()) << to_text(unit) << " writes behind the lanes";
    if (step.lane != Lane::u16 || !can_add(step.op) || has_parts(step.op)) continue;
    Lanes figures(a.size());
    for (std::size_t i = 0; i < figures.size(); ++i) figures[i] = dst.at(i);
    expect_added(step, registers, figures, unit);
  }
}

}  // namespace cwp::testing
