#include "kernel/lane_step.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "kernel/choose_isa.hpp"
#include "kernel/trial.hpp"

// What the body of the units computes in another way than it is written: quotients in floating point and by
// multiplication, ranks by counting side by side.

namespace cwp::testing {
namespace {

Wide floor_div(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

/// Numerators around multiples of the divisor, up to `most`, with divisors of every size and quotients up to
/// `most_quotient`: where a quotient in floating point could be one off.
Draw::Operands hard_quotients(Draw& draw, std::int64_t most, std::int64_t most_quotient, std::int64_t most_divisor) {
  Draw::Operands hard;
  while (hard.a.size() < 20 * kLaneGroup) {
    const int way = int(draw.between(0, 3));
    // Small divisors as well as large ones; largest quotients as well as any.
    const std::int64_t divisor = std::max<std::int64_t>(1, draw.between(1, most_divisor) >> draw.between(0, 40));
    const std::int64_t top = std::min(most_quotient, most / divisor);
    const std::int64_t times = way == 0 ? top : way == 1 ? std::max<std::int64_t>(top - 1, 0) : draw.between(0, top);
    const Wide number = way == 3 ? Wide{most} - draw.between(0, 3) : Wide{divisor} * times + draw.between(-1, 1);
    if (number < 0 || number > most || number / divisor > most_quotient) continue;
    hard.a.push_back(std::int64_t(number));
    hard.b.push_back(divisor);
    hard.c.push_back(0);
  }
  return hard;
}

const Expected kFloor = [](Wide a, Wide b, Wide) { return floor_div(a, b); };

TEST(LaneBody, DividesExactlyWhereFloatingPointIsHard) {
  Draw draw(5);
  LaneStep narrow = step_of(LaneOp::divide, Lane::i32), wide = step_of(LaneOp::divide, Lane::i64);
  for (int trial = 0; trial < 40; ++trial) {
    narrow.small_quotient = true;
    auto drawn = hard_quotients(draw, INT32_MAX, (std::int64_t{1} << 21) - 1, INT32_MAX);
    expect_step(narrow, drawn.a, drawn.b, drawn.c, kFloor);
    narrow.small_quotient = false;
    drawn = hard_quotients(draw, INT32_MAX, INT32_MAX, INT32_MAX);
    expect_step(narrow, drawn.a, drawn.b, drawn.c, kFloor);
    wide.small_quotient = true;
    drawn = hard_quotients(draw, (std::int64_t{1} << 52) - 1, INT64_MAX, std::int64_t{1} << (trial % 2 == 0 ? 53 : 62));
    expect_step(wide, drawn.a, drawn.b, drawn.c, kFloor);
    wide.small_quotient = false;
    drawn = hard_quotients(draw, INT64_MAX, INT64_MAX, INT64_MAX);
    expect_step(wide, drawn.a, drawn.b, drawn.c, kFloor);
  }
}

TEST(LaneBody, DividesEveryNumeratorAndDivisorOfAWindow) {
  // Every quotient of the small ones, and those just below the largest i32.
  for (const std::int64_t begin : {std::int64_t{0}, std::int64_t{INT32_MAX} - 127})
    for (std::int64_t divisor = 1; divisor <= 300; ++divisor) {
      Lanes a(128), b(128, divisor);
      for (std::size_t i = 0; i < a.size(); ++i) a[i] = begin + std::int64_t(i);
      LaneStep step = step_of(LaneOp::divide, Lane::i32);
      step.small_quotient = INT32_MAX / divisor < 1 << 21 || begin == 0;
      if (begin == 0 || step.small_quotient) expect_step(step, a, b, a, kFloor);
      step.small_quotient = false;
      expect_step(step, a, b, a, kFloor);
    }
}

TEST(LaneBody, ALaneThatDividesByZeroHarmsNoOther) {
  for (const Lane lane : kPlain)
    for (const bool small : {false, true})
      for (const Isa unit : units()) {
        LaneStep step = step_of(LaneOp::divide, lane);
        step.small_quotient = small;
        step.a = kA, step.b = kB, step.dst = kDst;
        Register a(lane, Lanes(kLaneGroup, 1000)), dst(lane, kLaneGroup);
        Lanes divisors(kLaneGroup, 7);
        divisors[0] = divisors[9] = 0;
        Register b(lane, divisors);
        void* registers[] = {nullptr, a.data(), b.data(), nullptr, dst.data()};
        lanes_for(unit)(&step, 1, registers, kLaneGroup);
        for (std::size_t i = 0; i < kLaneGroup; ++i) EXPECT_TRUE(divisors[i] == 0 || dst.at(i) == 142) << to_text(unit);
      }
}

TEST(LaneBody, DividesByAConstantExactly) {
  Draw draw(6);
  for (int trial = 0; trial < 400; ++trial) {
    LaneStep step = step_of(LaneOp::divide_by, Lane::i32);
    const std::int64_t edges[] = {2, 3, 7, 10, 100, 641, 1000000, INT32_MAX, INT32_MAX - 1, 1 << 30, (1 << 30) + 1};
    step.k0 = trial < 11 ? edges[trial] : std::max<std::int64_t>(2, draw.between(2, INT32_MAX) >> draw.between(0, 30));
    int log = 0;
    while ((Wide{1} << log) < step.k0) ++log;
    step.k1 = std::int64_t(((Wide{1} << (31 + log)) + step.k0 - 1) / step.k0);
    step.k2 = 31 + log;
    const auto by = [&](Wide a, Wide, Wide) { return floor_div(a, step.k0); };
    auto drawn = hard_quotients(draw, INT32_MAX, INT32_MAX, step.k0);
    for (std::size_t i = 0; i < drawn.a.size(); ++i)
      if (i % 2 == 0) {
        const Wide near = draw.between(0, INT32_MAX / step.k0) * Wide{step.k0} + draw.between(-1, 1);
        drawn.a[i] = std::int64_t(held(near, 0, INT32_MAX));
      }
    expect_step(step, drawn.a, drawn.b, drawn.c, by);
    if (trial % 10 != 0) continue;
    step.lane = Lane::i64;
    step.small_quotient = true;
    drawn = hard_quotients(draw, (std::int64_t{1} << 52) - 1, INT64_MAX, step.k0);
    expect_step(step, drawn.a, drawn.b, drawn.c, by);
    step.small_quotient = false;
    drawn = hard_quotients(draw, INT64_MAX, INT64_MAX, step.k0);
    expect_step(step, drawn.a, drawn.b, drawn.c, by);
  }
}

TEST(LaneBody, GivesTheHeldQuotientOfASum) {
  Draw draw(7);
  for (const Lane lane : {Lane::u16, Lane::i32})
    for (int trial = 0; trial < 100; ++trial) {
      LaneStep step = step_of(LaneOp::quotient, lane);
      step.k0 = draw.between(-2000, 2000), step.k1 = draw.between(-20, 20), step.k2 = draw.between(-5, 5);
      step.k3 = draw.between(1, 400);
      step.low = draw.between(0, 100), step.high = step.low + draw.between(0, most_of(lane) - 200);
      if (lane == Lane::i32 && trial % 2 == 0) step.low -= 200;  // of i32 the bounds may be below 0
      const auto sum = [&](Wide a, Wide b) { return a * step.k0 + b * step.k1 + step.k2; };
      const auto is_admissible = [&](Wide a, Wide b, Wide) {
        if (b <= 0 || b * step.k3 > INT32_MAX || !fits(sum(a, b), Lane::i32) || sum(a, b) < 0) return false;
        return fits(a * step.k0, Lane::i32) && fits(b * step.k1, Lane::i32) &&
               fits(a * step.k0 + b * step.k1, Lane::i32) && sum(a, b) / (b * step.k3) < 1 << 21;
      };
      auto drawn = draw.operands(kLanes, Lane::i32, is_admissible);
      const std::int64_t usual[] = {drawn.a[0], drawn.b[0]};
      if (!is_admissible(usual[0], usual[1], 0)) continue;
      for (std::size_t i = 0; i < kLanes; ++i)
        if (!is_admissible(drawn.a[i], drawn.b[i], 0)) drawn.a[i] = usual[0], drawn.b[i] = usual[1];
      expect_step(step, drawn.a, drawn.b, drawn.c,
                  [&](Wide a, Wide b, Wide) { return held(floor_div(sum(a, b), b * step.k3), step.low, step.high); });
    }
}

TEST(LaneBody, RanksEveryGroupSizeAsCountingDoes) {
  Draw draw(14);
  for (const bool narrow : {true, false})
    for (const Isa unit : units()) {
      std::vector<std::int32_t> values;
      std::vector<std::uint32_t> begins = {0};
      for (std::uint32_t size = 0; size <= kSmallGroup; ++size) {
        // Few values: ties. Many: none. The ends of the lane: no difference of two may be taken.
        const std::int64_t spread = size % 3 == 0 ? 3 : 0xFFFF;
        for (std::uint32_t i = 0; i < size; ++i) {
          const bool is_end = size % 3 == 1;
          const std::int64_t any = narrow ? draw.in(Lane::u16) : draw.in(Lane::i32);
          values.push_back(std::int32_t(is_end ? any : draw.between(narrow ? 0 : -spread, spread)));
        }
        begins.push_back(std::uint32_t(values.size()));
      }
      constexpr std::uint32_t kUntouched = 0xABCDEF01;
      std::vector<std::uint32_t> ranks(values.size() + kSmallGroup, kUntouched);
      group_ranks_for(unit)(values.data(), begins.data(), begins.size() - 1, narrow, ranks.data());
      for (std::size_t g = 0; g + 1 < begins.size(); ++g)
        for (std::size_t i = begins[g]; i < begins[g + 1]; ++i) {
          std::uint32_t rank = 1;
          for (std::size_t k = begins[g]; k < begins[g + 1]; ++k) rank += values[k] > values[i] ? 1 : 0;
          ASSERT_EQ(ranks[i], rank) << to_text(unit) << (narrow ? ", narrow" : "") << ", group of "
                                    << begins[g + 1] - begins[g];
        }
      EXPECT_TRUE(std::all_of(ranks.begin() + std::ptrdiff_t(values.size()), ranks.end(),
                              [](std::uint32_t rank) { return rank == kUntouched; }))
          << to_text(unit) << " writes behind the last group";
    }
}

}  // namespace
}  // namespace cwp::testing
