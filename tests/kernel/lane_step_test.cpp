#include "kernel/lane_step.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "kernel/choose_isa.hpp"
#include "kernel/trial.hpp"

namespace cwp::testing {
namespace {

constexpr Lane kAll[] = {Lane::u8, Lane::u16, Lane::i32, Lane::i64};  // of columns
constexpr Lane kEvery[] = {Lane::u8, Lane::u16, Lane::i32, Lane::i64, Lane::i128};

/// Random lanes of which all that `between` gives fits the lane.
void expect_of(
    const LaneStep& step, Draw& draw, const Expected& expected,
    const std::function<bool(Wide, Wide, Wide)>& is_admissible = [](Wide, Wide, Wide) { return true; }) {
  const Draw::Operands drawn = draw.operands(kLanes, step.lane, is_admissible);
  expect_step(step, drawn.a, drawn.b, drawn.c, expected);
}

TEST(LaneStep, ConvertsEveryLaneToEveryOtherThatHoldsTheFigure) {
  Draw draw(1);
  for (const Lane from : kEvery)
    for (const Lane to : kEvery) {
      LaneStep step = step_of(LaneOp::convert, to);
      step.from = from;
      for (const bool streams : {false, true}) {
        step.streams = streams;
        const auto drawn = draw.operands(kLanes, from, [&](Wide a, Wide, Wide) { return fits(a, to); });
        expect_step(step, drawn.a, drawn.b, drawn.c, [](Wide a, Wide, Wide) { return a; });
      }
    }
}

TEST(LaneStep, ScalesAndCombines) {
  Draw draw(2);
  for (const Lane lane : kPlain)
    for (int trial = 0; trial < 60; ++trial) {
      LaneStep step = step_of(LaneOp::scale, lane);
      step.k0 = draw.in(lane), step.k1 = draw.in(lane);
      const auto scaled = [&](Wide a, Wide, Wide) { return a * step.k0 + step.k1; };
      expect_of(step, draw, scaled,
                [&](Wide a, Wide b, Wide c) { return fits(a * step.k0, lane) && fits(scaled(a, b, c), lane); });

      step.op = LaneOp::combine;
      if (trial % 3 == 0) step.k0 = 1, step.k1 = 1;
      if (trial % 3 == 1) step.k0 = 1, step.k1 = -1;
      step.k2 = trial % 2 == 0 ? 0 : draw.in(lane);
      const auto combined = [&](Wide a, Wide b, Wide) { return a * step.k0 + b * step.k1 + step.k2; };
      expect_of(step, draw, combined, [&](Wide a, Wide b, Wide c) {
        return fits(a * step.k0, lane) && fits(b * step.k1, lane) && fits(a * step.k0 + b * step.k1, lane) &&
               fits(combined(a, b, c), lane);
      });
    }
}

TEST(LaneStep, MultipliesAndPicks) {
  Draw draw(3);
  for (const Lane lane : kPlain)
    for (int trial = 0; trial < 10; ++trial) {
      const auto product = [](Wide a, Wide b, Wide) { return a * b; };
      expect_of(step_of(LaneOp::product, lane), draw, product,
                [&](Wide a, Wide b, Wide c) { return fits(product(a, b, c), lane); });
      expect_of(step_of(LaneOp::minimum, lane), draw, [](Wide a, Wide b, Wide) { return std::min(a, b); });
      expect_of(step_of(LaneOp::maximum, lane), draw, [](Wide a, Wide b, Wide) { return std::max(a, b); });
      expect_of(step_of(LaneOp::choose, lane), draw, [](Wide a, Wide b, Wide c) { return c != 0 ? a : b; });
      LaneStep hold = step_of(LaneOp::hold, lane);
      hold.k0 = draw.in(lane), hold.k1 = draw.in(lane);
      if (hold.k1 < hold.k0) std::swap(hold.k0, hold.k1);
      expect_of(hold, draw, [&](Wide a, Wide, Wide) { return held(a, hold.k0, hold.k1); });
    }
}

TEST(LaneStep, Compares) {
  Draw draw(4);
  for (const Lane lane : kPlain)
    for (int trial = 0; trial < 10; ++trial) {
      const auto drawn = draw.operands(kLanes, lane, [](Wide, Wide, Wide) { return true; });
      Lanes b = drawn.b;
      for (std::size_t i = 0; i < b.size(); i += 3) b[i] = drawn.a[i];  // else hardly any are equal
      LaneStep step = step_of(LaneOp::at_least, lane);
      step.k0 = drawn.a[std::size_t(trial)];
      expect_step(step, drawn.a, b, drawn.c, [](Wide x, Wide y, Wide) { return x >= y ? 1 : 0; });
      step.op = LaneOp::equal;
      expect_step(step, drawn.a, b, drawn.c, [](Wide x, Wide y, Wide) { return x == y ? 1 : 0; });
      step.op = LaneOp::reaches;
      expect_step(step, drawn.a, b, drawn.c, [&](Wide x, Wide, Wide) { return x >= step.k0 ? 1 : 0; });
      step.op = LaneOp::is;
      expect_step(step, drawn.a, b, drawn.c, [&](Wide x, Wide, Wide) { return x == step.k0 ? 1 : 0; });
    }
}

TEST(LaneStep, ClimbsStairsOfOneToEightSteps) {
  Draw draw(8);
  for (const Lane from : kAll)
    for (std::uint32_t trial = 0; trial < 2 * kMostSteps; ++trial) {
      const std::uint32_t count = trial / 2 + 1;
      // A threshold that no byte reaches, now and then; none of wider columns in every other trial.
      const int most_of_bytes = count % 3 == 0 ? 0x1FF : 0xFF;
      const int most = from == Lane::u8 ? most_of_bytes : trial % 2 == 0 ? 0xFFFF : 0xFF;
      LaneStep step = step_of(LaneOp::steps, Lane::u16);
      step.from = from, step.count = count;
      step.k0 = draw.between(0, 0xFFFF);
      for (std::uint32_t s = 0; s < count; ++s) {
        step.thresholds[s] = std::uint16_t(draw.between(0, most));
        step.deltas[s] = std::uint16_t(draw.between(0, 0xFFFF));  // falls as well, modulo 2^16
      }
      std::sort(step.thresholds, step.thresholds + count);
      auto drawn = draw.operands(kLanes, from, [](Wide a, Wide, Wide) { return 0 <= a && a <= 0xFFFF; });
      for (std::uint32_t s = 0; s < count; ++s)
        if (fits(Wide{step.thresholds[s]}, from)) drawn.a[s] = step.thresholds[s];
      expect_step(step, drawn.a, drawn.b, drawn.c, [&](Wide a, Wide, Wide) {
        Wide sum = step.k0;
        for (std::uint32_t s = 0; s < count; ++s) sum += a >= step.thresholds[s] ? step.deltas[s] : 0;
        return sum % 0x10000;
      });
    }
}

TEST(LaneStep, RunsAlongALineBetweenItsEnds) {
  Draw draw(9);
  for (const Lane from : kAll)
    for (int trial = 0; trial < 40; ++trial) {
      LaneStep step = step_of(LaneOp::line, Lane::u16);
      step.from = from;
      step.low = draw.between(0, 100), step.high = step.low + draw.between(1, from == Lane::u8 ? 150 : 60000);
      step.k2 = draw.between(10, 20);
      step.k0 = draw.between(-(1 << 14), 1 << 14);
      // In 32 bits a product may wrap, as long as the sum does not: start where the line is at least 0.
      const Wide lowest = std::min(Wide{step.low} * step.k0, Wide{step.high} * step.k0);
      step.k1 = std::int64_t((lowest < 0 ? -lowest : 0) + draw.between(0, 1 << 20));
      step.minus = std::uint16_t(draw.between(0, 20));
      step.hold_low = std::uint16_t(step.minus + draw.between(0, 10));
      step.hold_high = std::uint16_t(step.hold_low + draw.between(0, 60000));
      const auto drawn = draw.operands(kLanes, from, [](Wide, Wide, Wide) { return true; });
      expect_step(step, drawn.a, drawn.b, drawn.c, [&](Wide a, Wide, Wide) {
        const Wide y = (held(a, step.low, step.high) * step.k0 + step.k1) >> step.k2;
        return held(y, step.hold_low, step.hold_high) - step.minus;
      });
    }
}

TEST(LaneStep, RunsAlongAShortLineBetweenItsEnds) {
  Draw draw(15);
  for (const Lane from : kAll)
    for (int trial = 0; trial < 40; ++trial) {
      LaneStep step = step_of(LaneOp::short_line, Lane::u16);
      step.from = from;
      step.low = draw.between(0, 100), step.high = step.low + draw.between(1, from == Lane::u8 ? 150 : 60000);
      step.k0 = draw.between(0, 0xFFFF), step.k1 = draw.between(0, 0xFFFF), step.k3 = draw.between(1, 0xFFFF);
      step.k2 = draw.between(0, 15);
      step.minus = std::uint16_t(draw.between(0, 20));
      step.hold_low = std::uint16_t(step.minus + draw.between(0, 10));
      step.hold_high = std::uint16_t(step.hold_low + draw.between(0, 60000));
      const auto drawn = draw.operands(kLanes, from, [](Wide, Wide, Wide) { return true; });
      expect_step(step, drawn.a, drawn.b, drawn.c, [&](Wide a, Wide, Wide) {
        const Wide sum = (held(a, step.low, step.high) * step.k0 + step.k1) % 0x10000;
        return held(((sum * step.k3) >> 16) >> step.k2, step.hold_low, step.hold_high) - step.minus;
      });
    }
}

TEST(LaneStep, LooksUpWhatIsWithinTheTable) {
  Draw draw(10);
  for (const Lane from : kAll)
    for (const std::int64_t size : {1, 2, 16, 17, 200, 65536}) {
      std::vector<std::uint16_t> table;
      for (std::int64_t i = 0; i < size; ++i) table.push_back(std::uint16_t(draw.between(0, 0xFFFF)));
      LaneStep step = step_of(LaneOp::look_up, Lane::u16);
      step.from = from;
      step.low = from == Lane::i32 || from == Lane::i64 ? draw.between(-70000, 1000) : draw.between(0, 50);
      step.high = step.low + size - 1;
      step.table = table.data();
      const auto drawn = draw.operands(kLanes, from, [](Wide, Wide, Wide) { return true; });
      expect_step(step, drawn.a, drawn.b, drawn.c,
                  [&](Wide a, Wide, Wide) { return table[std::size_t(held(a, step.low, step.high) - step.low)]; });
    }
}

TEST(LaneStep, AddsUpOneToTwentyRegisters) {
  Draw draw(11);
  for (std::uint32_t count = 1; count <= 20; ++count)
    for (const Isa unit : units()) {
      std::vector<Register> parts;
      std::vector<Lanes> values;
      std::vector<void*> registers(kMore);
      std::vector<std::uint32_t> numbers;
      for (std::uint32_t p = 0; p < count; ++p) {
        values.push_back(draw.operands(kLanes, Lane::u16, [](Wide, Wide, Wide) { return true; }).a);
        parts.emplace_back(Lane::u16, values.back());
        numbers.push_back(kMore + p);
      }
      for (Register& part : parts) registers.push_back(part.data());
      Register dst(Lane::u16, kLanes);
      registers[kDst] = dst.data();
      LaneStep step = step_of(LaneOp::add_up, Lane::u16);
      step.dst = kDst, step.count = count, step.parts = numbers.data();
      step.k0 = draw.between(0, 0xFFFF);
      lanes_for(unit)(&step, 1, registers.data(), kLanes);
      for (std::size_t i = 0; i < kLanes; ++i) {
        std::int64_t sum = step.k0;
        for (const Lanes& part : values) sum += part[i];
        ASSERT_EQ(dst.at(i), sum % 0x10000) << to_text(unit) << ", " << count << " parts";
      }
      step.adds = true;  // to what it has just made
      lanes_for(unit)(&step, 1, registers.data(), kLanes);
      for (std::size_t i = 0; i < kLanes; ++i) {
        std::int64_t sum = 2 * step.k0;
        for (const Lanes& part : values) sum += 2 * part[i];
        ASSERT_EQ(dst.at(i), sum % 0x10000) << to_text(unit) << ", " << count << " parts added";
      }
      EXPECT_TRUE(dst.is_whole()) << to_text(unit);
    }
}

TEST(LaneStep, WeighsUpToSixParts) {
  Draw draw(22);
  for (const Isa unit : units())
    for (const Lane lane : {Lane::u16, Lane::i32})
      for (std::uint32_t count = 1; count <= kMostWeighed; ++count)
        for (const std::int64_t divisor : {1, 2, 40, 997, 65536, INT32_MAX}) {
          constexpr std::int64_t kMost = (1 << 22) - 2;
          const std::int64_t most = lane == Lane::u16 ? std::min<std::int64_t>(kMost, 0xFFFF * divisor) : kMost;
          LaneStep step = step_of(LaneOp::weigh, lane);
          step.dst = kDst, step.count = count, step.k1 = divisor;
          std::vector<Lanes> values(count, Lanes(kLanes));
          // The first part weighs less than nothing, and the constant makes up for it.
          const std::int64_t largest = most / std::int64_t(2 * count);
          for (std::uint32_t p = 0; p < count; ++p)
            step.weights[p] = std::int32_t(draw.between(1, std::max<std::int64_t>(1, largest / 0xFFFF)));
          step.weights[0] = -step.weights[0];
          step.k0 = -step.weights[0] * std::int64_t{0xFFFF};
          for (std::size_t i = 0; i < kLanes; ++i) {
            std::int64_t left = most - step.k0;
            for (std::uint32_t p = 0; p < count; ++p) {
              const std::int64_t room = p == 0 ? 0xFFFF : std::clamp<std::int64_t>(left / step.weights[p], 0, 0xFFFF);
              values[p][i] = i % 5 == 0 ? room : draw.between(0, room);
              left -= p == 0 ? 0 : values[p][i] * step.weights[p];
            }
          }
          if (step.k0 > most) continue;
          std::vector<Register> parts;
          std::vector<std::uint32_t> numbers;
          std::vector<void*> registers(kMore);
          for (std::uint32_t p = 0; p < count; ++p) {
            parts.emplace_back(Lane::u16, values[p]);
            numbers.push_back(kMore + p);
          }
          for (Register& part : parts) registers.push_back(part.data());
          Register dst(lane, kLanes);
          registers[kDst] = dst.data();
          step.parts = numbers.data();
          lanes_for(unit)(&step, 1, registers.data(), kLanes);
          for (std::size_t i = 0; i < kLanes; ++i) {
            std::int64_t sum = step.k0;
            for (std::uint32_t p = 0; p < count; ++p) sum += step.weights[p] * values[p][i];
            ASSERT_TRUE(0 <= sum && sum <= kMost);
            ASSERT_EQ(dst.at(i), sum / divisor) << to_text(unit) << ", " << count << " parts over " << divisor;
          }
          EXPECT_TRUE(dst.is_whole()) << to_text(unit);
        }
}

TEST(LaneStep, SpreadsTheFiguresOfGroups) {
  Draw draw(12);
  for (const Lane lane : kPlain)
    for (const std::int64_t groups : {1, 3, 5000}) {
      const Lanes figures =
          draw.operands(std::size_t(groups) + kSpareFigures, lane, [](Wide, Wide, Wide) { return true; }).a;
      Register table(lane, figures);
      Lanes scattered, side_by_side;
      std::int64_t number = groups > 1000 ? groups - 200 : 0;
      for (std::size_t i = 0; i < kLanes; ++i) {
        scattered.push_back(draw.between(0, groups - 1));
        side_by_side.push_back(number = std::min(number + draw.between(0, 1), groups - 1));
      }
      scattered[0] = groups - 1, scattered[1] = 0;
      LaneStep step = step_of(LaneOp::spread, lane);
      step.table = table.data();
      for (const Lanes& numbers : {scattered, side_by_side})
        expect_step(step, numbers, numbers, numbers, [&](Wide a, Wide, Wide) { return figures[std::size_t(a)]; });
    }
}

TEST(LaneStep, FlagsStayWhereTheyWereSet) {
  Draw draw(13);
  for (const Lane lane : kPlain)
    for (const Isa unit : units()) {
      const Lanes truths = draw.operands(kLanes, lane, [](Wide, Wide, Wide) { return true; }).a;
      const Lanes before = draw.operands(kLanes, lane, [](Wide, Wide, Wide) { return true; }).c;
      Register a(lane, truths), flags(Lane::u8, before);
      LaneStep step = step_of(LaneOp::flag, lane);
      step.a = kA, step.dst = kDst;
      void* registers[] = {nullptr, a.data(), nullptr, nullptr, flags.data()};
      lanes_for(unit)(&step, 1, registers, kLanes);
      for (std::size_t i = 0; i < kLanes; ++i)
        ASSERT_EQ(flags.at(i), truths[i] != 0 || before[i] != 0 ? 1 : 0) << to_text(unit) << ' ' << truths[i];
      EXPECT_TRUE(flags.is_whole()) << to_text(unit);
    }
}

TEST(LaneStep, StepsRunInTheirOrder) {
  LaneStep twice = step_of(LaneOp::scale, Lane::i32), more = twice;
  twice.a = kA, twice.dst = kB, twice.k0 = 2;
  more.a = kB, more.dst = kDst, more.k0 = 1, more.k1 = 5;
  const LaneStep steps[] = {twice, more};
  for (const Isa unit : units()) {
    Register a(Lane::i32, Lanes(kLaneGroup, 21)), b(Lane::i32, kLaneGroup), dst(Lane::i32, kLaneGroup);
    void* registers[] = {nullptr, a.data(), b.data(), nullptr, dst.data()};
    lanes_for(unit)(steps, 2, registers, kLaneGroup);
    EXPECT_EQ(dst.at(0), 47) << to_text(unit);
    EXPECT_EQ(dst.at(kLaneGroup - 1), 47) << to_text(unit);
  }
}

}  // namespace
}  // namespace cwp::testing
