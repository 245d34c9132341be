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
    // By a float factor, numbers up to its limit.
    step.small_quotient = true;
    for (std::size_t i = 0; i < drawn.a.size(); ++i) {
      constexpr std::int64_t kMost = (1 << 22) - 2;
      const std::int64_t times = kMost / step.k0 - (i % 2 == 0 ? 0 : draw.between(0, kMost / step.k0));
      drawn.a[i] = std::clamp<std::int64_t>(times * step.k0 - draw.between(0, 1), 0, kMost);
    }
    expect_step(step, drawn.a, drawn.b, drawn.c, by);
    step.small_quotient = false;
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

/// What a quotient step may be given, for the way it is found.
bool is_admissible(const LaneStep& step, Wide a, Wide b) {
  const Wide sum = a * step.k0 + b * step.k1 + step.k2, divisor = b * step.k3;
  if (b <= 0 || sum < 0) return false;
  for (const Wide value : {divisor, sum, a * step.k0, b * step.k1, a * step.k0 + b * step.k1})
    if (!fits(value, Lane::i32)) return false;
  if (step.by == QuotientBy::mending) return sum / divisor < 1 << 21;
  const auto size = [](Wide value) { return value < 0 ? -value : value; };
  const Wide on_the_way = 2 * (size(a * step.k0) + size(b * step.k1) + size(step.k2)) + 1;
  if (on_the_way >= 1 << 24 || 2 * divisor >= 1 << 24) return false;
  if (step.by == QuotientBy::odd_reciprocal) return sum + 1 <= kMostByOddReciprocal;
  return step.by == QuotientBy::floats || 2 * sum + 1 <= kMostByReciprocal;
}

LaneStep any_quotient(Draw& draw, Lane lane, Lane from, QuotientBy by) {
  LaneStep step = step_of(LaneOp::quotient, lane);
  step.from = from;
  step.by = by;
  step.k0 = draw.between(-2000, 2000), step.k1 = draw.between(-20, 20), step.k2 = draw.between(-5, 5);
  step.k3 = draw.between(1, 400);
  step.low = draw.between(0, 100), step.high = step.low + draw.between(0, most_of(lane) - 200);
  if (lane == Lane::i32 && draw.between(0, 1) == 0) step.low -= 200;  // of i32 the bounds may be below 0
  step.at_zero = std::int32_t(draw.between(-3, 70000));
  if (draw.between(0, 2) == 0) {  // the shortest way is for these
    step.low = step.at_zero = 0;
    step.k3 = std::int64_t{1} << draw.between(0, 8);
  }
  if (by == QuotientBy::odd_reciprocal) step.k0 *= 2, step.k1 = 1, step.k2 = 0, step.k3 *= 2;
  return step;
}

TEST(LaneBody, GivesTheHeldQuotientOfASumOrWhatIsSaidForZero) {
  Draw draw(7);
  int compared = 0;
  for (const QuotientBy by :
       {QuotientBy::mending, QuotientBy::floats, QuotientBy::reciprocal, QuotientBy::odd_reciprocal})
    for (const Lane from : {Lane::u8, Lane::u16, Lane::i32})
      for (int trial = 0; trial < 60; ++trial) {
        const LaneStep step = any_quotient(draw, trial % 2 == 0 ? Lane::u16 : Lane::i32, from, by);
        const auto fits_step = [&](Wide a, Wide b, Wide) { return is_admissible(step, a, b); };
        auto drawn = draw.operands(kLanes, from, fits_step);
        if (!fits_step(drawn.a[0], drawn.b[0], 0)) continue;
        for (std::size_t i = 1; i < kLanes; ++i) {
          if (!fits_step(drawn.a[i], drawn.b[i], 0)) drawn.a[i] = drawn.a[0], drawn.b[i] = drawn.b[0];
          if (i % 7 == 0) drawn.b[i] = 0;
        }
        ++compared;
        expect_step(step, drawn.a, drawn.b, drawn.c, [&](Wide a, Wide b, Wide) {
          const Wide sum = a * step.k0 + b * step.k1 + step.k2;
          return held(b == 0 ? Wide{step.at_zero} : floor_div(sum, b * step.k3), step.low, step.high);
        });
      }
  EXPECT_GT(compared, 330);
}

/// Rounding to hundredths, floor((2 k a + b) / (2 b)), by quotients next to an integer and numerators up to the largest
/// that the way allows: a multiple of the divisor, and one below.
TEST(LaneBody, FloatQuotientsAreRightNextToEveryInteger) {
  Draw draw(8);
  for (const QuotientBy by : {QuotientBy::floats, QuotientBy::reciprocal}) {
    const Wide most = by == QuotientBy::floats ? (1 << 24) - 1 : kMostByReciprocal;
    LaneStep step = step_of(LaneOp::quotient, Lane::i32), narrow = step_of(LaneOp::quotient, Lane::u16);
    step.from = Lane::i32;
    step.by = by;
    step.k0 = 1, step.k3 = 1;
    step.low = 0, step.high = INT32_MAX;
    narrow.from = Lane::i32;
    narrow.by = by;
    narrow.k0 = narrow.k3 = 1;
    narrow.high = 0xFFFF;
    const std::int64_t largest = std::int64_t((most - 1) / 2);  // of n, where 2n + 1 is what is divided
    for (int trial = 0; trial < 300; ++trial) {
      Lanes a, b;
      while (a.size() < 4 * kLaneGroup) {
        const std::int64_t divisor = std::max<std::int64_t>(1, draw.between(1, (1 << 23) - 1) >> draw.between(0, 22));
        const std::int64_t times = largest / divisor - (a.size() % 2 == 0 ? 0 : draw.between(0, largest / divisor));
        a.push_back(std::clamp<std::int64_t>(times * divisor - draw.between(0, 1), 0, largest));
        b.push_back(divisor);
      }
      expect_step(step, a, b, a, kFloor);
      expect_step(narrow, a, b, a, [](Wide number, Wide divisor, Wide) { return held(number / divisor, 0, 0xFFFF); });
    }
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
      const std::vector<std::uint16_t> short_values(values.begin(), values.end());
      const void* const lanes = narrow ? static_cast<const void*>(short_values.data()) : values.data();
      group_ranks_for(unit)(narrow ? Lane::u16 : Lane::i32, lanes, begins.data(), begins.size() - 1, ranks.data());
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
