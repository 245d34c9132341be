// Lines of groups in floats: right next to every integer up to the bound of the proof, and wrong soon beyond it.

#include <gtest/gtest.h>

#include <cmath>

#include "exactness/run_step.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp::testing {
namespace {

struct Line {
  std::int64_t slope = 0, start = 0, divisor = 1;  ///< (slope * x + start) / divisor
};

/// What the units make of it for x; all of them the same, or -1.
std::int64_t run_line(const Line& line, std::int64_t x, std::int64_t high) {
  std::int64_t made = -2;
  for (const Isa unit : units()) {
    std::vector<float> shares(2 * kSpareFigures);
    shares[0] = float(line.slope) / float(line.divisor);
    shares[kSpareFigures] = float(2 * line.start + 1) / float(2 * line.divisor);
    Register a(Lane::u16, Lanes(kLaneGroup, x)), group(Lane::i32, Lanes(kLaneGroup, 0)), dst(Lane::u16, kLaneGroup);
    void* registers[] = {a.data(), group.data(), dst.data()};
    LaneStep step;
    step.op = LaneOp::by_group;
    step.lane = step.from = Lane::u16;
    step.a = 0, step.b = 1, step.dst = 2;
    step.high = high;
    step.table = shares.data();
    step.count = kSpareFigures;
    lanes_for(unit)(&step, 1, registers, kLaneGroup);
    made = made == -2 || made == dst.at(0) ? dst.at(0) : -1;
  }
  return made;
}

/// Of a line without a start.
std::int64_t bounded(std::int64_t divisor, std::int64_t high, std::int64_t starts) {
  std::int64_t power = 1;
  while (power < high) power *= 2;
  return divisor * (2 * (high + 2 * starts) + power);
}
std::int64_t largest_divisor(std::int64_t high, std::int64_t starts) {
  return (kEndOfGroupLines - 1) / bounded(1, high, starts);
}

TEST(LinesByGroup, AreRightNextToEveryIntegerUpToTheirBound) {
  int tried = 0;
  for (const std::int64_t high : {255, 256, 512, 1000, 1024, 4096, 16384, 65535})
    for (const std::int64_t starts : {0, 1, 7, 300}) {
      const std::int64_t most = largest_divisor(high, starts + 1);
      for (std::int64_t divisor = most; divisor > 0 && divisor > most - 12; --divisor)
        for (std::int64_t reached = high; reached > std::max<std::int64_t>(high - 4, 0); --reached)
          for (const std::int64_t beside : {-1, 0})  // just below the integer, and at it
            for (const std::int64_t start : {std::int64_t{0}, starts * divisor, -starts * divisor, divisor / 2})
              for (std::int64_t x = 1; x <= 65535; x = x * 2 + 1) {
                const std::int64_t rest = reached * divisor + beside - start;
                const Line line{rest / x, start + rest % x, divisor};
                if (rest < 0 || line.slope >= kEndOfFloats || 2 * std::abs(line.start) + 1 >= kEndOfFloats) continue;
                if (std::abs(line.start) > (starts + 1) * divisor) continue;
                ASSERT_EQ(run_line(line, x, high), reached + beside)
                    << '(' << line.slope << " * " << x << " + " << line.start << ") / " << line.divisor;
                ++tried;
              }
    }
  EXPECT_GT(tried, 5000);
}

TEST(LinesByGroup, AreWrongSoonBeyondIt) {
  // Found by trying every slope and figure whose product is one less than a multiple of the divisor.
  const Line wrong{22'759, 0, 22'402};
  EXPECT_EQ(22'759 * 251 + 1, 255 * 22'402);
  EXPECT_EQ(std::int64_t(std::fma(251.0F, 22'759.0F / 22'402.0F, 1.0F / 44'804.0F)), 255);
  EXPECT_GT(bounded(wrong.divisor, 255, 1), kEndOfGroupLines);
  EXPECT_LT(double(bounded(wrong.divisor, 255, 1)), 1.03 * double(kEndOfGroupLines));
  EXPECT_TRUE(page_says(grouped(bounded(wrong.divisor, 255, 1))));
  EXPECT_TRUE(page_says("(22,759 · 251 + 1) / 22,402"));
}

TEST(LinesByGroup, NeedTheOddNumerator) {
  // Without the half, a figure that reaches an integer may stay below it, by slopes and divisors below 100 already.
  int wrong = 0;
  for (int divisor = 1; divisor < 100; ++divisor)
    for (int slope = 1; slope < 100; ++slope)
      for (int x = 1; x < 100; ++x)
        if (slope * x % divisor == 0) wrong += int(float(x) * (float(slope) / float(divisor))) != slope * x / divisor;
  EXPECT_GT(wrong, 0);
}

}  // namespace
}  // namespace cwp::testing
