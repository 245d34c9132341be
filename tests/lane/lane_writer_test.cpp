#include "lane/lane_writer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "kernel/choose_isa.hpp"
#include "lane/kept_lanes.hpp"

namespace cwp::testing {
namespace {

constexpr Wide kLimit = Wide{1} << 62;

Wide floor_div(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

/// Two columns and a truth, with every combination of their values in lanes.
struct Window {
  LaneWriter writer;
  LaneRegister a, b, truth;
  std::map<LaneRegister, KeptLanes::Values> columns;

  Window(LaneRange of_a, LaneRange of_b)
      : a(writer.column(Lane::i32, of_a)), b(writer.column(Lane::i64, of_b)), truth(writer.column(Lane::u8, {0, 1})) {
    for (Wide x = of_a.low; x <= of_a.high; ++x)
      for (Wide y = of_b.low; y <= of_b.high; ++y)
        for (const int t : {0, 1}) {
          columns[a].push_back(std::int64_t(x));
          columns[b].push_back(std::int64_t(y));
          columns[truth].push_back(t);
        }
  }

  using Expected = std::function<Wide(Wide a, Wide b, bool truth)>;
  enum class Range : std::uint8_t { tight, sound };
  /// The register has the values expected; nothing on the way leaves its range, and the register's own is the least.
  void expect(LaneRegister made, const Expected& expected, Range range = Range::tight) const {
    ASSERT_FALSE(writer.failed());
    const KeptLanes kept(writer, columns, run_lanes_baseline);
    const auto outside = kept.outside();
    ASSERT_FALSE(outside) << "register " << *outside;
    const auto values = kept.of(made);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::int64_t x = columns.at(a)[i], y = columns.at(b)[i], t = columns.at(truth)[i];
      ASSERT_EQ(values[i], std::int64_t(expected(x, y, t != 0))) << "a " << x << ", b " << y << ", truth " << t;
    }
    if (range == Range::sound) return;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    EXPECT_EQ(std::int64_t(writer.range(made).low), *least);
    EXPECT_EQ(std::int64_t(writer.range(made).high), *most);
  }
};

class Random {
 public:
  explicit Random(std::uint32_t seed) : random_(seed) {}
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
  }
  /// A column of one to eight values near 0.
  LaneRange range(std::int64_t least = -12) {
    const std::int64_t low = between(least, 12);
    return {low, low + between(0, 7)};
  }
  /// A figure below 2^62 of any magnitude.
  std::int64_t wide() {
    const std::int64_t size = ((std::int64_t{1} << 62) - 1) >> between(0, 61);
    return between(-size, size);
  }

 private:
  std::mt19937_64 random_;
};

TEST(LaneWriter, RangesAreTheLeastThatHoldEveryValue) {
  Random random(1);
  for (int trial = 0; trial < 150 && !HasFatalFailure(); ++trial) {
    SCOPED_TRACE(trial);
    Window window(random.range(), random.range());
    LaneWriter& writer = window.writer;
    const LaneRegister a = window.a, b = window.b;
    const Wide k0 = random.between(-9, 9), k1 = random.between(-9, 9), k2 = random.between(-99, 99);
    window.expect(writer.scale(a, k0, k2), [&](Wide x, Wide, bool) { return x * k0 + k2; });
    window.expect(writer.combine(a, k0, b, k1, k2), [&](Wide x, Wide y, bool) { return x * k0 + y * k1 + k2; });
    window.expect(writer.product(a, b), [](Wide x, Wide y, bool) { return x * y; });
    window.expect(writer.least(a, b), [](Wide x, Wide y, bool) { return std::min(x, y); });
    window.expect(writer.greatest(a, b), [](Wide x, Wide y, bool) { return std::max(x, y); });
    window.expect(writer.hold(a, k0, k0 + 4), [&](Wide x, Wide, bool) { return std::clamp(x, k0, k0 + 4); });
    window.expect(writer.least(a, writer.constant(k1)), [&](Wide x, Wide, bool) { return std::min(x, k1); });
    window.expect(writer.greatest(writer.constant(k1), a), [&](Wide x, Wide, bool) { return std::max(x, k1); });
    window.expect(writer.at_least(a, b), [](Wide x, Wide y, bool) { return x >= y ? 1 : 0; });
    window.expect(writer.at_least(writer.constant(k0), b), [&](Wide, Wide y, bool) { return k0 >= y ? 1 : 0; });
    window.expect(writer.at_least(a, writer.constant(k0)), [&](Wide x, Wide, bool) { return x >= k0 ? 1 : 0; });
    window.expect(writer.equal(a, b), [](Wide x, Wide y, bool) { return x == y ? 1 : 0; });
    window.expect(writer.equal(writer.constant(k0), b), [&](Wide, Wide y, bool) { return y == k0 ? 1 : 0; });
    window.expect(writer.negated(window.truth), [](Wide, Wide, bool t) { return t ? 0 : 1; });
    window.expect(writer.choose(window.truth, a, b), [](Wide x, Wide y, bool t) { return t ? x : y; });
    const LaneRegister scaled = writer.scale(a, 3, 0), fixed = writer.constant(-9);
    window.expect(writer.choose(window.truth, scaled, fixed), [](Wide x, Wide, bool t) { return t ? 3 * x : -9; });
    window.expect(writer.choose(window.truth, fixed, scaled), [](Wide x, Wide, bool t) { return t ? -9 : 3 * x; });
  }
}

TEST(LaneWriter, QuotientsAreFloorsAndTheirRangesTheLeast) {
  Random random(2);
  for (int trial = 0; trial < 300 && !HasFatalFailure(); ++trial) {
    SCOPED_TRACE(trial);
    Window window(random.range(trial % 2 == 0 ? 0 : -40), random.range(1));
    LaneWriter& writer = window.writer;
    const auto quotient = [](Wide x, Wide y, bool) { return floor_div(x, y); };
    window.expect(writer.divide(window.a, window.b), quotient);
    const Wide by = random.between(1, 9);
    window.expect(writer.divide(window.a, writer.constant(by)), [&](Wide x, Wide, bool) { return floor_div(x, by); });
  }
}

/// Quotients of a column of 0 … `most` at multiples of divisors and just below, near the largest above all.
void expect_quotients(Random& random, Lane lane, std::int64_t most, std::int64_t most_divisor, bool by_constant) {
  SCOPED_TRACE(most);
  LaneWriter writer;
  const LaneRegister a = writer.column(lane, {0, most}), b = writer.column(lane, {1, most_divisor});
  const std::int64_t constant = std::max<std::int64_t>(2, random.between(2, most_divisor) >> random.between(0, 30));
  std::map<LaneRegister, KeptLanes::Values> columns;
  for (int i = 0; i < 600; ++i) {
    const std::int64_t shifted = random.between(1, most_divisor) >> random.between(0, 30);
    const std::int64_t divisor = by_constant ? constant : std::max<std::int64_t>(1, shifted);
    const std::int64_t times = most / divisor - (i % 2 == 0 ? random.between(0, 3) : random.between(0, most / divisor));
    columns[a].push_back(std::clamp<std::int64_t>(times * divisor - random.between(0, 1), 0, most));
    columns[b].push_back(divisor);
  }
  const LaneRegister made = writer.divide(a, by_constant ? writer.constant(constant) : b);
  ASSERT_FALSE(writer.failed());
  const KeptLanes kept(writer, columns, lanes_for(Isa::best));
  for (std::size_t i = 0; i < kept.lanes(); ++i)
    ASSERT_EQ(kept.at(made, i), columns[a][i] / columns[b][i]) << columns[a][i] << '/' << columns[b][i];
}

TEST(LaneWriter, QuotientsAreExactUpToTheLargestFigureOfTheirLane) {
  Random random(5);
  constexpr std::int64_t kOne = 1;
  for (int trial = 0; trial < 200 && !HasFatalFailure(); ++trial)
    for (const bool by_constant : {true, false}) {
      expect_quotients(random, Lane::i32, INT32_MAX, INT32_MAX, by_constant);
      expect_quotients(random, Lane::i32, (kOne << 21) - 1, 1000, by_constant);  // the largest quotient in float
      expect_quotients(random, Lane::i32, kOne << 21, 1000, by_constant);
      expect_quotients(random, Lane::i64, (kOne << 52) - 1, kOne << 40, by_constant);  // the largest in double
      expect_quotients(random, Lane::i64, kOne << 62, kOne << 40, by_constant);
    }
}

TEST(LaneWriter, SumsOfManyAreNarrowWhereTheyFit) {
  Random random(3);
  for (int trial = 0; trial < 100; ++trial) {
    LaneWriter writer;
    std::map<LaneRegister, KeptLanes::Values> columns;
    std::vector<LaneRegister> parts;
    const int count = int(random.between(1, 9));
    Wide most = 0, least = 0;
    bool narrow = count > 1;
    const std::int64_t constant = random.between(0, 1) == 0 ? 0 : random.between(-50, 50);
    for (int p = 0; p < count; ++p) {
      const bool is_large = random.between(0, 9) == 0, may_fall = random.between(0, 19) == 0;
      const LaneRange range = {may_fall ? -5 : 0, is_large ? 0xFFFF : random.between(1, 3000)};
      parts.push_back(writer.column(may_fall ? Lane::i32 : Lane::u16, range));
      for (int i = 0; i < 30; ++i)
        columns[parts.back()].push_back(i == 0   ? std::int64_t(range.low)
                                        : i == 1 ? std::int64_t(range.high)
                                                 : random.between(std::int64_t(range.low), std::int64_t(range.high)));
      most += range.high, least += range.low;
    }
    narrow = narrow && least == 0 && most <= 0xFFFF && constant == 0;
    parts.insert(parts.begin() + std::ptrdiff_t(random.between(0, count)), writer.constant(constant));
    const LaneRegister sum = writer.add_up(parts);
    ASSERT_FALSE(writer.failed());
    EXPECT_TRUE(!narrow || writer.info(sum).lane == Lane::u16);
    EXPECT_EQ(writer.range(sum), (LaneRange{least + constant, most + constant}));
    const KeptLanes kept(writer, columns, run_lanes_baseline);
    ASSERT_FALSE(kept.outside());
    for (std::size_t i = 0; i < kept.lanes(); ++i) {
      std::int64_t wanted = constant;
      for (const auto& [column, values] : columns) wanted += values[i];
      ASSERT_EQ(kept.at(sum, i), wanted);
    }
  }
  LaneWriter writer;
  EXPECT_EQ(writer.constant_of(writer.add_up({})), Wide{0});
}

TEST(LaneWriter, StepsAreAsNarrowAsIsProved) {
  LaneWriter writer;
  const LaneRegister small = writer.column(Lane::u16, {0, 46340}), large = writer.column(Lane::u16, {0, 46341});
  EXPECT_EQ(writer.info(writer.product(small, small)).lane, Lane::i32);   // 46340^2 is below 2^31
  EXPECT_EQ(writer.info(writer.product(large, large)).lane, Lane::i64);   // 46341^2 is not
  EXPECT_EQ(writer.info(writer.scale(small, 46341, 0)).lane, Lane::i32);  // 2147441940
  EXPECT_EQ(writer.info(writer.scale(small, 46342, 0)).lane, Lane::i64);  // 2147488280
  // What is computed on the way counts as well.
  EXPECT_EQ(writer.info(writer.scale(small, 50000, -2'000'000'000)).lane, Lane::i64);
  EXPECT_EQ(writer.info(writer.combine(small, 50000, large, -50000, 0)).lane, Lane::i64);
  EXPECT_EQ(writer.info(writer.combine(small, 20000, large, -20000, 0)).lane, Lane::i32);
  // Wide figures whose hold is narrow are held where they are wide.
  const LaneRegister wide = writer.column(Lane::i64, {0, std::int64_t{1} << 40});
  EXPECT_EQ(writer.info(writer.hold(wide, 0, 100)).lane, Lane::i64);
  EXPECT_EQ(writer.range(writer.hold(wide, 0, 100)), (LaneRange{0, 100}));
}

TEST(LaneWriter, RegistersKnowTheColumnTheyHangOn) {
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::i32, {0, 9}), b = writer.column(Lane::i32, {0, 9});
  const LaneRegister of_a = writer.product(writer.scale(a, 2, 1), a);
  EXPECT_EQ(writer.info(of_a).column, a);
  EXPECT_EQ(writer.info(writer.combine(of_a, 1, b, 1, 0)).column, kManyColumns);
  EXPECT_EQ(writer.info(writer.add_up({a, b})).column, kManyColumns);
  EXPECT_EQ(writer.info(writer.choose(writer.at_least(a, writer.constant(3)), writer.constant(7), of_a)).column, a);
  EXPECT_EQ(writer.info(writer.choose(writer.at_least(b, writer.constant(3)), of_a, a)).column, kManyColumns);
  EXPECT_EQ(writer.info(writer.constant(5)).column, kNoColumn);
  const LaneRegister sum = writer.combine(a, 2, b, 1, 0),
                     twice = writer.scale(writer.greatest(b, writer.constant(1)), 2, 0);
  EXPECT_EQ(writer.info(writer.divide(sum, twice)).column, kManyColumns);
}

TEST(LaneWriter, FailsExactlyWhereAFigureCouldLeaveTheWidestLane) {
  Random random(4);
  int failures = 0;
  constexpr int kTrials = 20000;
  for (int trial = 0; trial < kTrials; ++trial) {
    const auto end = [&] { return Wide{random.wide()} << (trial % 2 == 0 ? 0 : random.between(0, 58)); };
    const Wide ends[] = {end(), end(), end(), end()};
    const LaneRange a = {std::min(ends[0], ends[1]), std::max(ends[0], ends[1])};
    const LaneRange b = {std::min(ends[2], ends[3]), std::max(ends[2], ends[3])};
    if (a.is_one() || b.is_one()) continue;  // constants are folded
    const Wide k0 = random.wide(), k1 = random.wide(), k2 = random.wide();
    LaneWriter writer;
    const LaneRegister ra = writer.column(Lane::i128, a), rb = writer.column(Lane::i128, b);
    bool fits = true;
    const auto times = [&](Wide x, Wide y) {
      Wide product = 0;
      const bool beyond = __builtin_mul_overflow(x, y, &product);
      fits = fits && !beyond && -kWidest <= product && product <= kWidest;
      return beyond ? 0 : product;
    };
    const auto look_at = [&](Wide value) { fits = fits && -kWidest <= value && value <= kWidest; };
    if (trial % 3 == 0) {
      if (k0 == 0) continue;
      for (const Wide x : {a.low, a.high}) look_at(times(x, k0) / 2 + k2 / 2), look_at(times(x, k0));
      if (fits) look_at(a.low * k0 + k2), look_at(a.high * k0 + k2);
      writer.scale(ra, k0, k2);
    } else if (trial % 3 == 1) {
      for (const Wide x : {a.low, a.high})
        for (const Wide y : {b.low, b.high}) times(x, y);
      writer.product(ra, rb);
    } else {
      for (const Wide x : {a.low, a.high}) times(x, k0);
      for (const Wide y : {b.low, b.high}) times(y, k1);
      for (const Wide x : {a.low, a.high})
        for (const Wide y : {b.low, b.high})
          if (fits) look_at(x * k0 + y * k1), look_at(x * k0 + y * k1 + k2);
      writer.combine(ra, k0, rb, k1, k2);
    }
    ASSERT_EQ(writer.failed(), !fits) << "trial " << trial;
    failures += fits ? 0 : 1;
  }
  EXPECT_GT(failures, kTrials / 20);
  EXPECT_LT(failures, kTrials * 9 / 10);
}

TEST(LaneWriter, TheLimitItselfIsWithin) {
  const auto fails = [](Wide high, Wide factor, Wide plus) {
    LaneWriter writer;
    writer.scale(writer.column(Lane::i128, {0, high}), factor, plus);
    return writer.failed();
  };
  EXPECT_FALSE(fails(kWidest / 2, 2, 0));
  EXPECT_TRUE(fails(kWidest / 2, 2, 1));
  EXPECT_TRUE(fails(kWidest / 2 + 1, 2, 0));
  EXPECT_FALSE(fails(kWidest - 1, -1, 0));
  EXPECT_FALSE(fails(9, kLimit - 1, 0));
  EXPECT_TRUE(fails(9, kLimit, 0)) << "a step has no wider constant";
  LaneWriter writer;
  writer.constant(kLimit);
  EXPECT_FALSE(writer.failed());
  writer.constant(kLimit + 1);
  EXPECT_TRUE(writer.failed());
}

TEST(LaneWriter, ADivisorThatMayBeZeroFails) {
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::i32, {1, 9}), b = writer.column(Lane::i32, {0, 9});
  writer.divide(a, a);
  EXPECT_FALSE(writer.failed());
  writer.divide(a, b);
  EXPECT_TRUE(writer.failed());
}

TEST(LaneWriter, UndoTakesBackAllThatWasWrittenSince) {
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::u16, {0, 100}), b = writer.column(Lane::u8, {1, 9});
  const LaneRegister kept = writer.combine(a, 1, b, 1, 0), three = writer.constant(3);
  const LaneWriter::Mark mark = writer.mark();
  const std::size_t steps = writer.steps().size(), registers = writer.registers().size();

  // Scaled, combined, a quotient, a constant, conversions: everything the writer remembers of a register.
  const LaneRegister scaled = writer.scale(a, 7, 0);
  writer.divide(writer.combine(a, 2, b, 1, 0), writer.scale(b, 2, 0));
  writer.constant(12345);
  writer.add_up({a, b});
  writer.product(writer.column(Lane::i64, {0, Wide{1} << 61}), writer.column(Lane::i64, {0, Wide{1} << 61}));
  ASSERT_TRUE(writer.failed());
  writer.undo(mark);
  EXPECT_FALSE(writer.failed());
  EXPECT_EQ(writer.steps().size(), steps);
  EXPECT_EQ(writer.epochs().size(), steps);
  EXPECT_EQ(writer.registers().size(), registers);
  EXPECT_EQ(writer.constant(3), three);

  // The numbers of registers are given anew, and nothing of the old ones clings to them.
  const LaneRegister product = writer.product(kept, b);
  ASSERT_LE(scaled, product);
  std::vector<std::pair<LaneRegister, std::int64_t>> made;  // and the factor of the product that it is
  for (LaneRegister reg = product; made.size() < 8; reg = made.back().first)
    made.emplace_back(writer.combine(reg, 1, product, 1, 0), std::int64_t(made.size()) + 2);
  std::vector<LaneRegister> held;
  for (const auto& [reg, factor] : made) held.push_back(writer.hold(reg, 3, 2000));
  const LaneRegister number = writer.constant(12345);
  EXPECT_EQ(writer.constant_of(number), Wide{12345});
  const KeptLanes lanes(writer, {{a, {0, 57, 100}}, {b, {1, 4, 9}}}, run_lanes_baseline);
  EXPECT_FALSE(lanes.outside());
  EXPECT_EQ(lanes.of(kept), (KeptLanes::Values{1, 61, 109}));
  EXPECT_EQ(lanes.of(product), (KeptLanes::Values{1, 244, 981}));
  for (const auto& [reg, factor] : made)
    EXPECT_EQ(lanes.of(reg), (KeptLanes::Values{factor, factor * 244, factor * 981}));
  for (std::size_t i = 0; i < made.size(); ++i) {
    const std::int64_t factor = made[i].second;
    EXPECT_EQ(lanes.of(held[i]),
              (KeptLanes::Values{std::max<std::int64_t>(factor, 3), std::min<std::int64_t>(factor * 244, 2000),
                                 std::min<std::int64_t>(factor * 981, 2000)}));
  }
  EXPECT_EQ(lanes.of(number), (KeptLanes::Values{12345, 12345, 12345}));
}

TEST(LaneWriter, UndoForgetsSumsAndConversions) {
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::i32, {0, 100}), b = writer.column(Lane::i32, {1, 9});
  const LaneWriter::Mark mark = writer.mark();
  const LaneRegister sum = writer.combine(a, 2, b, 1, 0);
  writer.as(a, Lane::i64);
  writer.undo(mark);
  const LaneRegister product = writer.product(a, b);
  ASSERT_EQ(product, sum);  // the number that the sum had
  const LaneRegister half = writer.divide(product, writer.scale(b, 2, 0)), wide = writer.as(a, Lane::i64);
  const KeptLanes lanes(writer, {{a, {0, 57, 100}}, {b, {1, 4, 9}}}, run_lanes_baseline);
  EXPECT_EQ(lanes.of(half), (KeptLanes::Values{0, 28, 50}));
  EXPECT_EQ(lanes.of(wide), (KeptLanes::Values{0, 57, 100}));
}

TEST(LaneWriter, FlagsGatherTheLanesForTheJudge) {
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::i32, {0, 9}), wide = writer.column(Lane::i64, {0, 1});
  EXPECT_TRUE(writer.flag(writer.at_least(a, writer.constant(8))));
  EXPECT_TRUE(writer.flag(wide));
  EXPECT_TRUE(writer.flag(writer.constant(0)));   // nowhere
  EXPECT_FALSE(writer.flag(writer.constant(1)));  // everywhere
  const KeptLanes lanes(writer, {{a, {0, 7, 8, 9, 0}}, {wide, {0, 0, 0, 1, 1}}}, run_lanes_baseline);
  EXPECT_EQ(lanes.of(LaneWriter::kFlags), (KeptLanes::Values{0, 0, 1, 1, 1}));
}

TEST(LaneWriter, AConversionIsSharedWithinItsEpoch) {
  LaneWriter writer;
  const LaneRegister a = writer.column(Lane::u8, {0, 9});
  EXPECT_EQ(writer.as(a, Lane::u8), a);
  const LaneRegister first = writer.as(a, Lane::i32);
  EXPECT_EQ(writer.as(a, Lane::i32), first);
  EXPECT_NE(writer.as(a, Lane::i64), first);
  writer.begin_epoch(1);
  const LaneRegister second = writer.as(a, Lane::i32);
  EXPECT_NE(second, first);
  EXPECT_EQ(writer.info(second).epoch, 1u);
  EXPECT_EQ(writer.epochs(), (std::vector<std::uint32_t>{0, 0, 1}));
}

}  // namespace
}  // namespace cwp::testing
