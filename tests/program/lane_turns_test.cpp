#include "lane/lane_turns.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "kernel/choose_isa.hpp"
#include "program/lane_block.hpp"

namespace cwp::testing {
namespace {

/// Figures by days of weeks, with points; sums of the weeks with points, and of all weeks with points; all days are
/// written first, day by day, as programs are made.
class Weeks {
 public:
  Weeks(std::size_t weeks, std::size_t days, std::size_t metrics) {
    LaneWriter& writer = program.writer;
    figures_.resize(weeks * days * metrics);
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      figures_[i].assign(kLaneGroup, std::uint16_t(i * 7 % 10));
      columns.push_back(writer.column(Lane::u16, {0, 9}));
      program.columns.emplace_back(columns.back(), figures_[i].data());
      points.push_back(writer.scale(columns.back(), 3, 1));
    }
    for (std::size_t m = 0; m < metrics; ++m) {
      std::vector<LaneRegister> of_metric;
      for (std::size_t w = 0; w < weeks; ++w) {
        std::vector<LaneRegister> of_week;
        for (std::size_t d = 0; d < days; ++d) of_week.push_back(columns[(w * days + d) * metrics + m]);
        of_metric.push_back(writer.add_up(of_week));
        points.push_back(writer.scale(of_metric.back(), 2, 1));
      }
      sums.push_back(writer.add_up(of_metric));
    }
  }
  /// What all of a metric's days come to.
  std::int64_t sum(std::size_t metric) const {
    std::int64_t sum = 0;
    for (std::size_t i = metric; i < figures_.size(); i += sums.size()) sum += figures_[i][0];
    return sum;
  }

  LaneProgram program;
  std::vector<LaneRegister> columns, points, sums;

 private:
  std::vector<std::vector<std::uint16_t>> figures_;
};

TEST(LaneTurns, ASumAddsItsPartsAsTheyCome) {
  constexpr std::size_t kMetrics = 3, kWeeks = 5;
  const Weeks of(kWeeks, 7, kMetrics);
  std::vector<LaneRegister> wanted = of.points;
  wanted.insert(wanted.end(), of.sums.begin(), of.sums.end());
  const LanePass pass = of.program.pass(wanted, false);
  for (std::size_t m = 0; m < kMetrics; ++m) {
    std::size_t parts = 0, turns = 0;
    for (const LaneStep& step : pass.steps)
      if (step.dst == of.sums[m]) parts += step.count, turns += 1;
    EXPECT_EQ(parts, kWeeks);
    EXPECT_EQ(turns, kWeeks - 1);  // the first week goes with the second
  }
  LaneBlock block(of.program, pass, {}, kLaneGroup, lanes_for(Isa::best));
  block.run(0, kLaneGroup);
  for (std::size_t m = 0; m < kMetrics; ++m)
    for (std::size_t i = 0; i < kLaneGroup; ++i)
      ASSERT_EQ(lane_value(of.program.writer.info(of.sums[m]).lane, block.registers()[of.sums[m]], i), of.sum(m));
}

TEST(LaneTurns, RegistersDoNotGrowWithTheWeeks) {
  const auto bytes = [](std::size_t weeks) {
    const Weeks of(weeks, 7, 8);
    return of.program.pass(of.sums, false).bytes_per_lane;
  };
  EXPECT_EQ(bytes(3), bytes(30));
}

/// In this order, by steps that are no sums.
std::vector<LaneRegister> columns_read(const Weeks& of, const LanePass& pass) {
  std::vector<LaneRegister> read;
  for (const LaneStep& step : pass.steps)
    if (std::find(of.columns.begin(), of.columns.end(), step.a) != of.columns.end() && step.op != LaneOp::add_up)
      read.push_back(step.a);
  return read;
}

TEST(LaneTurns, DaysOfOneFigureAreReadTogetherWhereTheyAreAddedUp) {
  constexpr std::size_t kMetrics = 4, kDays = 7;
  const Weeks of(2, kDays, kMetrics);
  const LanePass pass = of.program.pass(of.points, false);
  const std::vector<LaneRegister> read = columns_read(of, pass);
  ASSERT_EQ(read.size(), of.columns.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    const std::size_t week = i / (kDays * kMetrics), metric = i / kDays % kMetrics, day = i % kDays;
    EXPECT_EQ(read[i], of.columns[(week * kDays + day) * kMetrics + metric]) << i;
  }
}

TEST(LaneTurns, ManyDaysAreReadAndAddedEightAtATime) {
  constexpr std::size_t kMetrics = 2, kDays = 30;
  const Weeks of(1, kDays, kMetrics);
  std::vector<LaneRegister> wanted = of.points;
  wanted.insert(wanted.end(), of.sums.begin(), of.sums.end());
  const LanePass pass = of.program.pass(wanted, false);
  const std::vector<LaneRegister> read = columns_read(of, pass);
  ASSERT_EQ(read.size(), kDays * kMetrics);
  for (std::size_t i = 0; i < 16; ++i) {  // eight days of the first figure, and the same of the second
    EXPECT_EQ(read[i], of.columns[i % 8 * kMetrics + i / 8]) << i;
    EXPECT_EQ(read[16 + i], of.columns[(8 + i % 8) * kMetrics + i / 8]) << 16 + i;
  }
  std::vector<std::uint32_t> added;
  for (const LaneStep& step : pass.steps)
    if (step.dst == of.sums[0]) added.push_back(step.count);
  EXPECT_EQ(added, (std::vector<std::uint32_t>{8, 8, 8, 6}));
}

}  // namespace
}  // namespace cwp::testing
