// Quotients of integers in floating point and by multiplication: up to its threshold each way is right where it is
// hardest, next to integers; beyond it something concrete goes wrong.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "exactness/run_step.hpp"
#include "lane/lane_writer.hpp"

namespace cwp::testing {
namespace {

constexpr std::int64_t kEndOfDivisors = kEndOfFloats / 2;  // twice a divisor is a float, too

void expect_right(const LaneStep& step, const Quotients& quotients, const char* what) {
  for (const Isa unit : units()) {
    const std::ptrdiff_t wrong = first_wrong(step, quotients, unit);
    EXPECT_EQ(wrong, -1) << to_text(unit) << ' ' << what << ": " << quotients.numbers[std::size_t(wrong)] << " / "
                         << quotients.divisors[std::size_t(wrong)];
  }
}

struct Quotient {
  std::int64_t number = -1, divisor = 0;
  std::string text() const { return grouped(number) + " / " + grouped(divisor); }
};

/// The first one that a unit gets wrong.
Quotient first_wrong_of(const LaneStep& step, const Quotients& quotients) {
  Quotient first;
  for (const Isa unit : units()) {
    const std::ptrdiff_t wrong = first_wrong(step, quotients, unit);
    if (wrong < 0) continue;
    const auto at = std::size_t(wrong);
    if (first.number < 0 || quotients.numbers[at] < first.number)
      first = {quotients.numbers[at], quotients.divisors[at]};
  }
  return first;
}

TEST(QuotientsInFloats, AreRightUpToTheLastFloatAndWrongThreeBeyond) {
  const LaneStep step = plain_quotient(QuotientBy::floats);
  // 2n + 1 is what is divided.
  const std::int64_t end = kEndOfFloats / 2;
  expect_right(step, hard_quotients(end - 1500, end, kEndOfDivisors), "below kEndOfFloats");
  const Quotient wrong = first_wrong_of(step, hard_quotients(end, end + 3, kEndOfDivisors));
  EXPECT_EQ(2 * wrong.number + 1, kEndOfFloats + 3);
  EXPECT_TRUE(page_says(wrong.text()));
}

/// A reciprocal as the units refine it, of a guess that is off by `error` of itself.
float refined(float divisor, double error) {
  const float guess = float((1 + error) / double(divisor));
  return std::fma(guess, std::fma(-divisor, guess, 1.0F), guess);
}

constexpr double kWorstGuess = 0x1p-14;  // what the instruction promises; processors differ below it

/// How many guesses between the worst ones lead to a wrong quotient (2n + 1) / (2 divisor).
int wrong_guesses(std::int64_t number, std::int64_t divisor) {
  int wrong = 0;
  for (int k = -64; k <= 64; ++k) {
    const float product = float(2 * number + 1) * refined(float(2 * divisor), k * kWorstGuess / 64);
    wrong += std::int64_t(product) != number / divisor;
  }
  return wrong;
}

TEST(QuotientsByReciprocal, AreRightForEveryGuessUpToTheirBound) {
  const std::int64_t most = (kMostByReciprocal - 1) / 2;
  const Quotients hard = hard_quotients(most - 120, most + 1, kEndOfDivisors);
  for (std::size_t i = 0; i < hard.numbers.size(); ++i)
    ASSERT_EQ(wrong_guesses(hard.numbers[i], hard.divisors[i]), 0) << hard.numbers[i] << " / " << hard.divisors[i];
  // The processor's own guesses.
  expect_right(plain_quotient(QuotientBy::reciprocal), hard_quotients(most - 1500, most + 1, kEndOfDivisors),
               "up to kMostByReciprocal");
  // The proof: guess, reciprocal and product are off by this much of the quotient, and 1 / (2 divisor) may be reached.
  constexpr double kReciprocal = kWorstGuess * kWorstGuess + 0x1p-24 + 0x1p-38;
  constexpr double kProduct = kReciprocal + 0x1p-24 + kReciprocal * 0x1p-24;
  EXPECT_LT(double(kMostByReciprocal) * kProduct, 1.0);
  EXPECT_TRUE(page_says(grouped(std::int64_t(1 / kProduct)) + " would do"));
}

constexpr double kWorstCoarseGuess = 1.5 * 0x1p-12;  // what the instruction of AVX2 promises

/// Whether a guess between the worst ones leads to a wrong quotient odd / (2 b).
bool is_wrong_by_coarse_guess(std::int64_t odd, std::int64_t b) {
  for (int k = -64; k <= 64; ++k)
    if (std::int64_t(float(odd) / 2 * refined(float(b), k * kWorstCoarseGuess / 64)) != odd / (2 * b)) return true;
  return false;
}

/// floor((2 k a + b) / (2 b)), as halves are rounded up.
LaneStep rounded_quotient(std::int64_t k) {
  LaneStep step = plain_quotient(QuotientBy::odd_reciprocal);
  step.lane = step.from = Lane::u16;
  step.k0 = 2 * k, step.k1 = 1, step.k3 = 2;
  step.low = 0, step.high = 0xFFFF;
  return step;
}

/// For divisors of 16 bits, an `a` whose odd number is as large as it may be, and next to a multiple of 2 b.
Quotients hard_rounded_quotients(std::int64_t k, std::int64_t side) {
  Quotients hard;
  for (std::int64_t b = k + 1; b < 0xFFFF; b += 1 + b / 300) {
    std::int64_t a = std::min<std::int64_t>((kMostByOddReciprocal - b - 1) / (2 * k), 0xFFFF);
    const std::int64_t least = a - 3 * b;
    while (a > std::max<std::int64_t>(0, least) && (2 * k * a + (b | 1) + side) % (2 * b) != 0) --a;
    if (a > 0 && a > least) hard.add(a, b);
  }
  return hard;
}

TEST(QuotientsByOddReciprocal, AreRightForEveryGuessUpToTheirBound) {
  for (std::int64_t b = 1; b < 0xFFFF; ++b) {
    const std::int64_t multiple = (kMostByOddReciprocal - 1) / (2 * b) * 2 * b;
    for (const std::int64_t odd : {multiple - 1, multiple + 1})
      ASSERT_FALSE(is_wrong_by_coarse_guess(odd, b)) << odd << " / " << 2 * b;
  }
  // The processor's own guesses, by lanes.
  std::size_t tried = 0;
  for (const std::int64_t k : {31, 47, 101, 1000})
    for (const std::int64_t side : {-1, 1}) {
      const Quotients hard = hard_rounded_quotients(k, side);
      tried += hard.numbers.size();
      for (const Isa unit : units()) {
        const Lanes found = run_step(rounded_quotient(k), hard, unit);
        for (std::size_t i = 0; i < hard.numbers.size(); ++i) {
          const std::int64_t a = hard.numbers[i], b = hard.divisors[i];
          ASSERT_EQ(found[i], std::min<std::int64_t>((2 * k * a + b) / (2 * b), 0xFFFF))
              << to_text(unit) << ' ' << k << ' ' << a << ' ' << b;
        }
      }
    }
  EXPECT_GT(tried, 2000U);
  // The proof: guess, reciprocal and product are off by this much of the quotient, and 1 / divisor may be reached.
  constexpr double kReciprocal = kWorstCoarseGuess * kWorstCoarseGuess + 0x1p-24 + kWorstCoarseGuess * 0x1p-24;
  constexpr double kProduct = kReciprocal + 0x1p-24 + kReciprocal * 0x1p-24;
  EXPECT_LT(double(kMostByOddReciprocal) * kProduct, 1.0);
  EXPECT_TRUE(page_says(grouped(std::int64_t(1 / kProduct)) + " would do"));
}

TEST(QuotientsByOddReciprocal, AreWrongBeyondAndWithoutTheOddNumerator) {
  EXPECT_TRUE(is_wrong_by_coarse_guess(6'464'317, 8'121));
  EXPECT_TRUE(page_says("6,464,317 / 16,242"));
  EXPECT_LT(kMostByOddReciprocal, 6'464'317);
  // n itself, where it is a multiple of the divisor, is wrong at once.
  std::int64_t number = 0, divisor = 0;
  for (std::int64_t n = 2; number == 0; n += 2)
    for (std::int64_t b = 2; 2 * b <= n && number == 0; b += 2)
      if (n % (2 * b) == 0 && is_wrong_by_coarse_guess(n, b)) number = n, divisor = 2 * b;
  EXPECT_TRUE(page_says("already " + grouped(number) + " / " + grouped(divisor)));
}

TEST(QuotientsByReciprocal, AreWrongSoonBeyondWhatTheProofAllows) {
  EXPECT_GT(wrong_guesses(4'201'469, 8'190), 0);
  EXPECT_TRUE(page_says("8,402,939 / 16,380"));
  EXPECT_LT(kMostByReciprocal, 8'402'939);
  // Floats as such are no bound for a product with a reciprocal.
  EXPECT_GT(kEndOfFloats, 8'402'939);
}

TEST(QuotientsByReciprocal, NeedTheStepOfNewtonAndTheOddNumerator) {
  // Without the step, the guess alone is wrong before 2^15 …
  std::int64_t first = 0;
  for (std::int64_t number = 1; first == 0; ++number)
    if (std::int64_t(float(2 * number + 1) * float((1 - kWorstGuess) / 2)) != number) first = 2 * number + 1;
  EXPECT_TRUE(page_says("guess alone is wrong at " + grouped(first)));
  // … and n times the nearest reciprocal, where n / d is an integer, at once.
  std::int64_t number = 0, divisor = 0;
  for (std::int64_t n = 1; number == 0; ++n)
    for (std::int64_t d = 1; d <= n && number == 0; ++d)
      if (std::int64_t(float(n) * (1.0F / float(d))) != n / d) number = n, divisor = d;
  EXPECT_TRUE(page_says("as soon as " + grouped(number) + " / " + grouped(divisor)));
}

TEST(MendedQuotients, AreRightFarBeyondTheirBoundAndWrongInTheEnd) {
  LaneStep step;
  step.op = LaneOp::divide, step.lane = Lane::i32, step.small_quotient = true;
  Quotients below, beyond, wrong;
  const auto add = [](Quotients& to, std::int64_t quotient) {
    for (std::int64_t divisor = 1; divisor * (quotient + 1) <= INT32_MAX; ++divisor)
      for (const std::int64_t number :
           {divisor * quotient, divisor * quotient + divisor / 2, divisor * (quotient + 1) - 1})
        to.add(number, divisor);
  };
  for (std::int64_t quotient = kEndOfMending - 40; quotient < kEndOfMending; ++quotient) add(below, quotient);
  for (std::int64_t quotient = 4 * kEndOfMending - 40; quotient < 4 * kEndOfMending; ++quotient) add(beyond, quotient);
  expect_right(step, below, "below kEndOfMending");
  expect_right(step, beyond, "below 2^23");
  // Found by trying every numerator: no quotient below is wrong.
  wrong.add(1'073'746'624, 125);
  for (const Isa unit : units()) EXPECT_EQ(first_wrong(step, wrong, unit), 0) << to_text(unit);
  EXPECT_TRUE(page_says("1,073,746,624 / 125"));
  EXPECT_GT(1'073'746'624 / 125, 4 * kEndOfMending);
}

TEST(MendedQuotients, NeedTheirRemainder) {
  // The float quotient alone is one off as soon as the numerator is no float.
  std::int64_t first = 0;
  for (std::int64_t number = kEndOfFloats - 1000; first == 0; ++number)
    for (const std::int64_t divisor : {1, 2, 3, 5})
      if (std::int64_t(float(number) / float(divisor)) != number / divisor) first = number;
  EXPECT_EQ(first, kEndOfFloats + 1);
}

LaneStep by_constant(Lane lane, std::int64_t divisor) {
  LaneStep step;
  step.op = LaneOp::divide_by, step.lane = lane, step.small_quotient = true, step.k0 = divisor;
  return step;
}

/// The first n in [from, to) that a division by a constant gets wrong, for a divisor of n or n + 1.
Quotient first_wrong_by_constant(std::int64_t from, std::int64_t to) {
  const Quotients hard = hard_quotients(from, to, kEndOfDivisors);
  std::map<std::int64_t, Quotients> by_divisor;
  for (std::size_t i = 0; i < hard.numbers.size(); ++i)
    by_divisor[hard.divisors[i]].add(hard.numbers[i], hard.divisors[i]);
  Quotient first;
  for (const auto& [divisor, quotients] : by_divisor) {
    const Quotient wrong = first_wrong_of(by_constant(Lane::i32, divisor), quotients);
    if (wrong.number >= 0 && (first.number < 0 || wrong.number < first.number)) first = wrong;
  }
  return first;
}

TEST(QuotientsWithAHalf, AreRightUpToTheirEndAndWrongSoonBeyond) {
  EXPECT_EQ(first_wrong_by_constant(kEndOfHalves - 1000, kEndOfHalves).number, -1);
  const Quotient wrong = first_wrong_by_constant(kEndOfHalves, kEndOfHalves + 8000);
  EXPECT_TRUE(page_says(wrong.text()));
  EXPECT_LT(wrong.number, 2 * kEndOfHalves);  // twice as much is no threshold
}

TEST(QuotientsInDoubles, AreRightUpToTwiceTheirEndAndWrongBehind) {
  std::mt19937_64 random(1);
  for (const std::int64_t end : {kEndOfDoubles, 2 * kEndOfDoubles}) {
    Quotients hard;
    while (hard.numbers.size() < 20'000) {
      const std::int64_t divisor = 1 + std::int64_t(random() >> (12 + random() % 51));
      if (divisor >= end) continue;
      const std::int64_t multiple = (end - 1) / divisor * divisor;
      hard.add(multiple, divisor);
      hard.add(multiple - 1, divisor);
      hard.add(end - 1, divisor);
    }
    LaneStep step;
    step.op = LaneOp::divide, step.lane = Lane::i64, step.small_quotient = true;
    expect_right(step, hard, "in doubles");
    Quotients behind;
    behind.add(2 * kEndOfDoubles + 1, 1);
    for (const Isa unit : units()) EXPECT_EQ(first_wrong(step, behind, unit), 0) << to_text(unit);
  }
  EXPECT_EQ(2 * kEndOfDoubles, std::int64_t{1} << 53);
}

/// Multiplier and shift for numerators of so many bits, as Granlund and Montgomery choose them.
LaneStep by_multiplying(std::int64_t divisor, int bits) {
  LaneStep step = by_constant(Lane::i32, divisor);
  step.small_quotient = false;
  while ((std::int64_t{1} << step.k2) < divisor) ++step.k2;
  step.k2 += bits;
  step.k1 = std::int64_t(((Wide{1} << step.k2) + divisor - 1) / divisor);
  return step;
}

TEST(QuotientsByMultiplying, AreRightForEveryNumeratorAndOneBitLessIsNotEnough) {
  for (std::int64_t divisor = 2; divisor <= 3000; ++divisor) {
    LaneWriter writer;
    writer.divide(writer.column(Lane::i32, {0, INT32_MAX}), writer.constant(divisor));
    const LaneStep& step = writer.steps().back();
    const LaneStep same = by_multiplying(divisor, kNumeratorBits);
    ASSERT_TRUE(step.k1 == same.k1 && step.k2 == same.k2 && !step.small_quotient) << divisor;
    Quotients hard;
    for (std::int64_t times = INT32_MAX / divisor; times > INT32_MAX / divisor - 20; --times) {
      hard.add(times * divisor, divisor);
      hard.add(times * divisor - 1, divisor);
    }
    ASSERT_EQ(first_wrong(same, hard, Isa::baseline), -1) << divisor;
  }
  Quotients last;
  last.add(2'147'483'645, 7);
  EXPECT_EQ(first_wrong(by_multiplying(7, kNumeratorBits), last, Isa::baseline), -1);
  EXPECT_EQ(first_wrong(by_multiplying(7, kNumeratorBits - 1), last, Isa::baseline), 0);
  EXPECT_TRUE(page_says("2,147,483,645 / 7"));
}

}  // namespace
}  // namespace cwp::testing
