// Doubles as narrow integers, by every unit there is.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "kernel/choose_isa.hpp"
#include "kernel/trial.hpp"

namespace cwp::testing {
namespace {

struct Taken {
  std::size_t count = 0;
  std::int32_t range[2] = {INT32_MAX, INT32_MIN};
  std::vector<std::int64_t> units;
};

template <typename T>
Taken taken_in(Isa unit, const std::vector<double>& figures, double power, Lane lane) {
  Taken taken;
  std::vector<T> lanes(figures.size() + 64, T{77});
  taken.count = take_doubles_for(unit)(figures.data(), figures.size(), power, lane, lanes.data(), taken.range);
  taken.units.assign(lanes.begin(), lanes.begin() + std::ptrdiff_t(figures.size()));
  for (std::size_t i = figures.size(); i < lanes.size(); ++i) EXPECT_EQ(lanes[i], T{77}) << "behind the last";
  return taken;
}

Taken taken_by(Isa unit, const std::vector<double>& figures, double power, Lane lane) {
  if (lane == Lane::u8) return taken_in<std::uint8_t>(unit, figures, power, lane);
  if (lane == Lane::u16) return taken_in<std::uint16_t>(unit, figures, power, lane);
  return taken_in<std::int32_t>(unit, figures, power, lane);
}

TEST(LaneDoubles, AreTakenWhereEachIsADecimalOfTheLane) {
  Draw draw(21);
  for (const Isa unit : units())
    for (const Lane lane : {Lane::u8, Lane::u16, Lane::i32})
      for (const int places : {0, 1, 2, 5, 9})
        for (const std::size_t count : {1, 15, 2048, 2049, 5000}) {
          const double power = std::pow(10, places);
          std::vector<double> figures;
          std::vector<std::int64_t> wanted;
          while (figures.size() < count) {
            wanted.push_back(std::int64_t(draw.in(lane)));
            figures.push_back(double(wanted.back()) / power);
          }
          const Taken taken = taken_by(unit, figures, power, lane);
          ASSERT_EQ(taken.count, count) << to_text(unit) << " lane " << int(lane) << " places " << places;
          ASSERT_EQ(taken.units, wanted) << to_text(unit);
          EXPECT_EQ(taken.range[0], *std::min_element(wanted.begin(), wanted.end()));
          EXPECT_EQ(taken.range[1], *std::max_element(wanted.begin(), wanted.end()));
        }
}

TEST(LaneDoubles, AnyOtherStopsThemWithinItsPiece) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double others[] = {0.5, -0.5, NAN, kInfinity, -kInfinity, 1e300, -1e300, 4294967297.0, 0x1p-1074, 1e15 + 0.5};
  for (const Isa unit : units())
    for (const Lane lane : {Lane::u8, Lane::u16, Lane::i32})
      for (const double other : others)
        for (const std::size_t at : {0, 7, 2047, 2048, 4500, 4999}) {
          std::vector<double> figures(5000, 3.0);
          figures[at] = other;
          const std::size_t count = taken_by(unit, figures, 1, lane).count;
          EXPECT_LE(count, at) << to_text(unit) << " takes " << other;
          EXPECT_LT(at - count, 2048U) << to_text(unit);
        }
}

TEST(LaneDoubles, TheEndsOfALaneAreItsOwn) {
  const struct {
    Lane lane;
    double low, high;
  } ends[] = {{Lane::u8, 0, 255}, {Lane::u16, 0, 65535}, {Lane::i32, INT32_MIN, INT32_MAX}};
  for (const Isa unit : units())
    for (const auto& [lane, low, high] : ends)
      for (const std::size_t count : {20, 3000}) {
        std::vector<double> figures(count, high);
        figures[count / 2] = low;
        EXPECT_EQ(taken_by(unit, figures, 1, lane).count, count) << to_text(unit) << " lane " << int(lane);
        for (const double beyond : {low - 1, high + 1}) {
          figures[count / 3] = beyond;
          EXPECT_LE(taken_by(unit, figures, 1, lane).count, count / 3) << to_text(unit) << " takes " << beyond;
        }
      }
}

TEST(LaneDoubles, AZeroWithASignIsZero) {
  for (const Isa unit : units())
    for (const double power : {1.0, 10.0}) {
      const Taken taken = taken_by(unit, std::vector<double>(2050, -0.0), power, Lane::u8);
      EXPECT_EQ(taken.count, 2050U);
      EXPECT_EQ(taken.units, std::vector<std::int64_t>(2050, 0));
    }
}

}  // namespace
}  // namespace cwp::testing
