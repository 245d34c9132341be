#include "lane/group_lines.hpp"

#include <gtest/gtest.h>

#include <random>

#include "kernel/choose_isa.hpp"
#include "program/lane_block.hpp"

namespace cwp::testing {
namespace {

constexpr std::size_t kOfficersOfLines = 4 * kLaneGroup, kGroupsOfLines = 23;

std::int64_t floor_of(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// A column of figures, the groups of the officers, and two figures of each group: a sum and a number.
class GroupLinesTest : public ::testing::Test {
 protected:
  explicit GroupLinesTest(bool is_narrow = false, bool is_in_order = true) {
    for (std::size_t i = 0; i < kOfficersOfLines; ++i) {
      figures_.push_back(std::uint16_t(random_() % 76));
      narrow_.push_back(std::uint8_t(figures_.back()));
      groups_.push_back(std::int32_t(is_in_order ? i * kGroupsOfLines / kOfficersOfLines : random_() % kGroupsOfLines));
    }
    for (std::size_t g = 0; g < kGroupsOfLines; ++g) {
      sums_.push_back(g % 5 == 4 ? 0 : std::int64_t(random_() % 2101));
      numbers_.push_back(1 + std::int64_t(random_() % 28));
    }
    tables_ = {table_of(sums_, Lane::i32), table_of(numbers_, Lane::i32)};
    x_ = writer().column(is_narrow ? Lane::u8 : Lane::u16, {0, 75});
    program_.columns.emplace_back(x_, is_narrow ? static_cast<const void*>(narrow_.data()) : figures_.data());
    const LaneRegister groups = writer().column(Lane::i32, {0, std::int64_t(kGroupsOfLines) - 1});
    program_.columns.emplace_back(groups, groups_.data());
    sum_ = writer().spread(groups, Lane::i32, {0, 2100}, 0);
    number_ = writer().spread(groups, Lane::i32, {1, 28}, 1);
  }

  LaneWriter& writer() { return program_.writer; }
  /// floor((2 a + b) / 2 b), held: a rounded quotient.
  LaneRegister rounded(LaneRegister a, LaneRegister b, std::int64_t high) {
    return writer().as(
        writer().hold(writer().divide(writer().combine(a, 2, b, 1, 0), writer().scale(b, 2, 0)), 0, high), Lane::u16);
  }
  /// x * times, and what counts where the sum is 0.
  LaneRegister over_sum(LaneRegister a, std::int64_t at_zero, std::int64_t high) {
    LaneWriter& w = writer();
    const LaneRegister chosen = w.choose(w.equal(sum_, w.constant(0)), w.constant(at_zero), a);
    return rounded(chosen, w.hold(sum_, 1, 2100), high);
  }

  /// Runs it in every unit; whether one step of it is a line of groups.
  template <typename Wanted>
  bool expect(LaneRegister reg, const Wanted& wanted) {
    bool is_line = false;
    for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
      if (!has_isa(isa)) continue;
      const LanePass pass = program_.pass({reg}, false);
      is_line = !pass.lines.empty();
      LaneBlock block(program_, pass, tables_, 2 * kLaneGroup, lanes_for(isa));
      for (std::size_t first = 0; first < kOfficersOfLines; first += 2 * kLaneGroup) {
        block.run(first, 2 * kLaneGroup);
        for (std::size_t i = 0; i < 2 * kLaneGroup; ++i) {
          const std::size_t officer = first + i, group = std::size_t(groups_[officer]);
          EXPECT_EQ(lane_value(Lane::u16, block.registers()[reg], i),
                    wanted(std::int64_t{figures_[officer]}, sums_[group], numbers_[group]))
              << to_text(isa) << ", officer " << officer << '\n'
              << to_text(pass, program_);
        }
      }
    }
    return is_line;
  }

  std::mt19937 random_{7};
  LaneProgram program_;
  std::vector<std::uint16_t> figures_;
  std::vector<std::uint8_t> narrow_;
  std::vector<std::int32_t> groups_;
  std::vector<std::int64_t> sums_, numbers_;
  LaneTables tables_;
  LaneRegister x_ = 0, sum_ = 0, number_ = 0;
};

class NarrowGroupLines : public GroupLinesTest {
 protected:
  NarrowGroupLines() : GroupLinesTest(true, true) {}
};
class ScatteredGroupLines : public GroupLinesTest {
 protected:
  ScatteredGroupLines() : GroupLinesTest(false, false) {}
};

/// Hundredths of 5 x / (sum / number), which is 7 where there is no sum; at most 10.
std::int64_t share_of_mean(std::int64_t x, std::int64_t sum, std::int64_t number) {
  return sum == 0 ? 7 : std::min<std::int64_t>((1000 * x * number + sum) / (2 * sum), 1000);
}

TEST_F(GroupLinesTest, AShareOfTheMeanIsOneStep) {
  const LaneRegister a = writer().product(writer().scale(x_, 500, 0), number_);
  EXPECT_TRUE(expect(over_sum(a, 7, 1000), share_of_mean));
}
TEST_F(NarrowGroupLines, AShareOfTheMeanIsOneStep) {
  const LaneRegister a = writer().product(writer().scale(x_, 500, 0), number_);
  EXPECT_TRUE(expect(over_sum(a, 7, 1000), share_of_mean));
}
TEST_F(ScatteredGroupLines, AShareOfTheMeanIsOneStep) {
  const LaneRegister a = writer().product(writer().scale(x_, 500, 0), number_);
  EXPECT_TRUE(expect(over_sum(a, 7, 1000), share_of_mean));
}

TEST_F(GroupLinesTest, ADistanceFromTheMeanThatIsHeldUpToZeroIsOneStep) {
  // 6 + 0.04 (x - sum / number), from 0 to 10
  LaneWriter& w = writer();
  const LaneRegister distance = w.combine(w.product(x_, number_), 1, sum_, -1, 0);
  const LaneRegister all = w.combine(number_, 600, distance, 4, 0);
  const auto wanted = [](std::int64_t x, std::int64_t sum, std::int64_t number) {
    const std::int64_t numerator = std::max<std::int64_t>(600 * number + 4 * (x * number - sum), 0);
    return std::min<std::int64_t>(floor_of(2 * numerator + number, 2 * number), 1000);
  };
  EXPECT_TRUE(expect(rounded(w.hold(all, 0, w.range(all).high), number_, 1000), wanted));
}

TEST_F(GroupLinesTest, WhatIsHeldElsewhereThanAtZeroIsNone) {
  LaneWriter& w = writer();
  const LaneRegister a = w.hold(w.product(x_, number_), 5, 28 * 75);
  const auto wanted = [](std::int64_t x, std::int64_t, std::int64_t number) {
    return (2 * std::max<std::int64_t>(x * number, 5) + number) / (2 * number);
  };
  EXPECT_FALSE(expect(rounded(a, number_, 2000), wanted));
}

TEST_F(GroupLinesTest, AFigureThatIsMultipliedByAnotherIsNone) {
  LaneWriter& w = writer();
  const LaneRegister other = w.column(Lane::u16, {0, 75});
  program_.columns.emplace_back(other, figures_.data());
  const auto wanted = [](std::int64_t x, std::int64_t, std::int64_t number) {
    return (2 * x * x + number) / (2 * number);
  };
  EXPECT_FALSE(expect(rounded(w.product(x_, other), number_, 6000), wanted));
}

TEST_F(GroupLinesTest, FiguresOfGroupsThatCancelLeaveNoLine) {
  LaneWriter& w = writer();
  const LaneRegister five_hundred = w.combine(number_, 1, w.scale(number_, 1, 1), -1, 501);
  const auto wanted = [](std::int64_t x, std::int64_t, std::int64_t) {
    return std::min<std::int64_t>((2 * 1000 * x + 500) / 1000, 100);
  };
  EXPECT_FALSE(expect(rounded(w.scale(x_, 1000, 0), five_hundred, 100), wanted));
}

TEST_F(GroupLinesTest, WhatCannotBeProvedInFloatsStaysAQuotient) {
  // 65,000 of a divisor of up to 2,100: a float's steps are 1/256 there.
  const LaneRegister a = writer().product(writer().scale(x_, 800, 0), number_);
  const auto wanted = [](std::int64_t x, std::int64_t sum, std::int64_t number) {
    return sum == 0 ? 7 : std::min<std::int64_t>((1600 * x * number + sum) / (2 * sum), 65000);
  };
  EXPECT_FALSE(expect(over_sum(a, 7, 65000), wanted));
}

TEST_F(GroupLinesTest, PointsOfALineAreAddedToASumAsTheyAreFound) {
  LaneWriter& w = writer();
  const LaneRegister one = over_sum(w.product(w.scale(x_, 500, 0), number_), 7, 1000);
  const LaneRegister other = over_sum(w.product(w.scale(x_, 300, 0), number_), 0, 900);
  const auto wanted = [](std::int64_t x, std::int64_t sum, std::int64_t number) {
    const std::int64_t second = sum == 0 ? 0 : std::min<std::int64_t>((600 * x * number + sum) / (2 * sum), 900);
    return share_of_mean(x, sum, number) + second;
  };
  const LaneRegister all = w.add_up({one, other});
  EXPECT_TRUE(expect(all, wanted));
  EXPECT_EQ(program_.pass({all}, false).steps.size(), 2U);
}

TEST_F(GroupLinesTest, EachOfManyGroupsHasItsOwnSlopeAndStart) {
  // 3 n x - 5 s + 4 over s, and 6 where s is 0
  const GroupLine line{{{{1}, 3}}, {{{0}, -5}, {{}, 4}}, {{{0}, 1}}, 6};
  std::vector<std::int64_t> sums, numbers;
  for (std::int64_t g = 0; g < 5000; ++g) sums.push_back(g * 37 % 2000), numbers.push_back(1 + g % 28);
  const LaneTables tables = {table_of(sums, Lane::i32), table_of(numbers, Lane::i32)};
  for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
    if (!has_isa(isa)) continue;
    GroupShares shares(line, tables, lanes_for(isa));
    ASSERT_GE(shares.groups(), sums.size() + kSpareFigures);
    shares.make(4999, 4999);
    shares.make(600, 700);
    shares.make(0, 4999);
    for (std::size_t g = 0; g < sums.size(); ++g) {
      const auto sum = float(sums[g]);
      EXPECT_EQ(shares.figures()[g], sums[g] == 0 ? 0.0F : float(3 * numbers[g]) / sum) << g;
      EXPECT_EQ(shares.figures()[shares.groups() + g], sums[g] == 0 ? 6.5F : float(9 - 10 * sums[g]) / (2 * sum)) << g;
    }
  }
}

TEST_F(GroupLinesTest, RandomSumsOfFiguresAndMeansAreWhatIntegersMakeOfThem) {
  int lines = 0;
  for (int round = 0; round < 200 && !HasFailure(); ++round) {
    LaneWriter& w = writer();
    const auto pick = [&](int low, int high) { return low + int(random_() % unsigned(high - low + 1)); };
    const std::int64_t of_x = pick(1, 90), of_sum = pick(-9, 9), of_number = pick(-300, 700), plus = pick(-40, 40);
    const bool over_number = pick(0, 3) != 0;
    const LaneRegister b = over_number ? number_ : w.hold(sum_, 1, 2100);
    LaneRegister a = w.combine(w.product(x_, number_), of_x, sum_, of_sum, plus);
    a = w.combine(a, 1, number_, of_number, 0);
    a = w.hold(a, 0, w.range(a).high);
    const std::int64_t high = pick(1, 1500);
    const auto wanted = [&](std::int64_t x, std::int64_t sum, std::int64_t number) {
      const std::int64_t divisor = over_number ? number : std::max<std::int64_t>(sum, 1);
      const std::int64_t numerator = of_x * x * number + of_sum * sum + plus + of_number * number;
      return std::min<std::int64_t>(floor_of(2 * std::max<std::int64_t>(numerator, 0) + divisor, 2 * divisor), high);
    };
    lines += expect(rounded(a, b, high), wanted);
  }
  EXPECT_GT(lines, 50);
}

}  // namespace
}  // namespace cwp::testing
