// Ranks of integers against the ranks of standing/rank.hpp, which sorts exact values.

#include "stream/lane_ranks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "kernel/choose_isa.hpp"
#include "standing/rank.hpp"

namespace cwp {
namespace {

/// Officers with values, in groups; `begins` as LaneRanking wants them.
template <typename T>
struct Field {
  std::vector<T> values;
  std::vector<std::int32_t> groups;
  std::vector<std::uint32_t> begins;
  std::int64_t unranked = RankedLanes::kUnranked;

  void count_groups(std::size_t number) {
    begins.assign(number + 1, 0);
    for (const std::int32_t group : groups) ++begins[std::size_t(group) + 1];
    for (std::size_t g = 0; g < number; ++g) begins[g + 1] += begins[g];
  }
};

template <typename T>
std::vector<std::uint32_t> expected(const Field<T>& field, RankMethod method, bool ascending, bool grouped) {
  std::vector<std::uint32_t> ranks(field.values.size());
  const std::size_t groups = grouped ? field.begins.size() - 1 : 1;
  for (std::size_t g = 0; g < groups; ++g) {
    std::vector<Contender> contenders;
    for (std::size_t i = 0; i < field.values.size(); ++i)
      if ((!grouped || field.groups[i] == std::int32_t(g)) && std::int64_t{field.values[i]} != field.unranked)
        contenders.push_back({i, Rational(field.values[i]), {}, false});
    for (const Ranked& one : rank(contenders, ascending, {}, method))
      ranks[one.officer] = std::uint32_t(one.rank.units);
  }
  return ranks;
}

template <typename T>
std::vector<std::uint32_t> ranked(const Field<T>& field, LaneRanking how, bool grouped, bool all_ranked,
                                  std::int64_t beyond = 0) {
  RankedLanes lanes;
  const FigureUnits values = std::span<const T>(field.values);
  lanes.make_room(values.type(), values.size());
  lanes.put(0, values);
  bool first = true;
  for (const T value : field.values) {
    if (!all_ranked && value == field.unranked) continue;
    lanes.low = first ? value : std::min<std::int64_t>(lanes.low, value);
    lanes.high = first ? value : std::max<std::int64_t>(lanes.high, value);
    first = false;
  }
  lanes.low -= beyond, lanes.high += beyond;
  lanes.all_ranked = all_ranked;
  lanes.unranked = field.unranked;
  if (grouped) {
    how.groups = field.groups.data();
    how.begins = field.begins;
    how.side_by_side = std::is_sorted(field.groups.begin(), field.groups.end());
  }
  std::vector<std::uint32_t> ranks(field.values.size(), 77);  // what was there before does not stay
  rank_lanes(lanes, how, ranks);
  return ranks;
}

/// Every method, both orders, every instruction set, with and without groups.
template <typename T>
void compare(const Field<T>& field, bool all_ranked = true) {
  for (const RankMethod method :
       {RankMethod::competition, RankMethod::dense, RankMethod::ordinal, RankMethod::fractional})
    for (const bool ascending : {false, true})
      for (const bool grouped : {false, true}) {
        const auto wanted = expected(field, method, ascending, grouped);
        for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
          if (!has_isa(isa)) continue;
          LaneRanking how;
          how.method = method;
          how.ascending = ascending;
          how.rank_groups = group_ranks_for(isa);
          ASSERT_EQ(ranked(field, how, grouped, all_ranked), wanted)
              << "method " << int(method) << (ascending ? ", ascending" : "") << (grouped ? ", grouped, " : ", ")
              << to_text(isa);
        }
      }
}

template <typename T>
Field<T> made(std::mt19937_64& random, std::size_t officers, std::size_t groups, std::int64_t low, std::int64_t high,
              bool side_by_side) {
  std::uniform_int_distribution<std::int64_t> value(low, high);
  std::uniform_int_distribution<std::int32_t> group(0, std::int32_t(groups) - 1);
  Field<T> field;
  for (std::size_t i = 0; i < officers; ++i) {
    field.values.push_back(T(value(random)));
    field.groups.push_back(group(random));
  }
  if (side_by_side) std::sort(field.groups.begin(), field.groups.end());
  field.count_groups(groups);
  return field;
}

TEST(LaneRanks, AreThoseOfTheExactValues) {
  std::mt19937_64 random(7);
  const std::pair<std::int64_t, std::int64_t> ranges[] = {{0, 0},    {0, 5},         {0, 65535},
                                                          {-40, 40}, {65530, 65540}, {-2147483647, 2147483647}};
  for (const auto& [low, high] : ranges)
    for (const std::size_t officers : {1, 2, 63, 64, 65, 200, 700})
      for (const std::size_t groups : {1, 3, 40})
        for (const bool side_by_side : {false, true}) {
          if (0 <= low && high <= 65535)
            compare(made<std::uint16_t>(random, officers, groups, low, high, side_by_side));
          compare(made<std::int32_t>(random, officers, groups, low, high, side_by_side));
          compare(made<std::int64_t>(random, officers, groups, low, high, side_by_side));
        }
}

TEST(LaneRanks, OfWideValuesAreSorted) {
  std::mt19937_64 random(8);
  for (int round = 0; round < 10; ++round) {
    Field<std::int64_t> field = made<std::int64_t>(random, 150, 4, -4, 4, round % 2 == 0);
    for (std::int64_t& value : field.values) value *= 1'000'000'000'000'000;
    compare(field);
  }
}

/// Those without a figure have one below all others.
template <typename T>
void compare_with_gaps(std::mt19937_64& random, std::int64_t low, std::int64_t high) {
  for (const bool side_by_side : {false, true})
    for (const std::size_t groups : {1, 7, 90}) {
      Field<T> field = made<T>(random, 160, groups, low, high, side_by_side);
      field.unranked = low - 1;
      for (std::size_t i = 0; i < field.values.size(); i += 3) field.values[i] = T(low - 1);
      compare(field, false);
      std::fill(field.values.begin(), field.values.end(), T(low - 1));
      compare(field, false);
    }
}

TEST(LaneRanks, InNarrowLanesWhoHasNoFigureStandsBelowAll) {
  std::mt19937_64 random(10);
  compare_with_gaps<std::uint16_t>(random, 1, 30);
  compare_with_gaps<std::uint16_t>(random, 60'000, 65'535);
  compare_with_gaps<std::int32_t>(random, 0, 30);
  compare_with_gaps<std::int32_t>(random, -2'147'483'647, 2'147'483'647);
  compare_with_gaps<std::int64_t>(random, -5, 5);
}

TEST(LaneRanks, EachClassPutsItsOwn) {
  RankedLanes lanes;
  lanes.make_room(FigureUnits::Type::u16, 6);
  lanes.low = 10, lanes.high = 40, lanes.unranked = 9, lanes.all_ranked = false;
  const std::vector<std::uint8_t> classes = {0, 1, 2, 1, 0};
  const std::vector<std::uint16_t> first = {10, 11, 12, 13, 14}, second = {20, 21, 22, 23, 24};
  const FigureUnits of_first = std::span(first), of_second = std::span(second);
  lanes.put(1, 5, &of_first, classes.data(), 0);
  lanes.put(1, 5, &of_second, classes.data(), 1);
  lanes.put(1, 5, nullptr, classes.data(), 2);
  lanes.put(0, 1, nullptr, nullptr, 0);
  std::vector<std::uint32_t> ranks(6);
  rank_lanes(lanes, {}, ranks);
  EXPECT_EQ(ranks, (std::vector<std::uint32_t>{0, 4, 2, 0, 1, 3}));  // of none, 10, 21, none, 23, 14
}

TEST(LaneRanks, WhoHasNoFigureHasNoRankAndTakesNoPlace) {
  std::mt19937_64 random(9);
  for (const bool side_by_side : {false, true})
    for (const std::size_t groups : {1, 7, 90}) {
      Field<std::int64_t> field = made<std::int64_t>(random, 160, groups, 0, 30, side_by_side);
      for (std::size_t i = 0; i < field.values.size(); i += 3) field.values[i] = RankedLanes::kUnranked;
      compare(field, false);
    }
  Field<std::int64_t> nobody = made<std::int64_t>(random, 5, 2, 0, 0, true);
  std::fill(nobody.values.begin(), nobody.values.end(), RankedLanes::kUnranked);
  compare(nobody, false);
}

TEST(LaneRanks, DoNotHangOnHowMuchMoreWasProved) {
  std::mt19937_64 random(11);
  const auto field = made<std::int32_t>(random, 90, 3, -20, 20, false);
  const auto wanted = expected(field, RankMethod::competition, false, false);
  for (const std::int64_t beyond : {1, 5'000, 1'000'000'000})
    EXPECT_EQ(ranked(field, {}, false, true, beyond), wanted) << beyond;
}

TEST(LaneRanks, OfTheSmallestNumberThatALaneHolds) {
  // Where all are ranked, it is a figure like any other.
  Field<std::int32_t> field;
  field.values = {-5, INT32_MIN, -5};
  field.groups = {0, 0, 0};
  field.count_groups(1);
  EXPECT_EQ(ranked(field, {}, false, true), (std::vector<std::uint32_t>{1, 3, 1}));
}

TEST(LaneRanks, ByHand) {
  Field<std::int32_t> field;
  field.values = {90, 95, 93, 93};
  field.groups = {0, 0, 0, 0};
  field.count_groups(1);
  LaneRanking how;
  EXPECT_EQ(ranked(field, how, false, true), (std::vector<std::uint32_t>{4, 1, 2, 2}));
  how.method = RankMethod::dense;
  EXPECT_EQ(ranked(field, how, false, true), (std::vector<std::uint32_t>{3, 1, 2, 2}));
  how.method = RankMethod::ordinal;
  EXPECT_EQ(ranked(field, how, false, true), (std::vector<std::uint32_t>{4, 1, 2, 3}));
  how.method = RankMethod::fractional;
  EXPECT_EQ(ranked(field, how, false, true), (std::vector<std::uint32_t>{40, 10, 25, 25}));
}

/// So many that their ranks are copied around the caches.
template <typename T>
void compare_many(std::int64_t low, std::int64_t high) {
  std::mt19937_64 random(11);
  Field<T> field = made<T>(random, 300'001, 12'000, low, high, true);
  std::vector<std::uint32_t> together(field.values.size()), in_group(field.values.size());
  std::vector<T> sorted = field.values;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  for (std::size_t i = 0; i < field.values.size(); ++i) {
    const T own = field.values[i];
    const auto better = std::lower_bound(sorted.begin(), sorted.end(), own, std::greater<>());
    together[i] = std::uint32_t(better - sorted.begin()) + 1;
    const auto group = std::size_t(field.groups[i]);
    in_group[i] = 1;
    for (std::uint32_t k = field.begins[group]; k < field.begins[group + 1]; ++k) in_group[i] += field.values[k] > own;
  }
  for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
    if (!has_isa(isa)) continue;
    LaneRanking how;
    how.rank_groups = group_ranks_for(isa);
    EXPECT_TRUE(ranked(field, how, false, true) == together) << to_text(isa);
    EXPECT_TRUE(ranked(field, how, true, true) == in_group) << to_text(isa);
  }
}

TEST(LaneRanks, OfManyAreThoseOfFew) {
  compare_many<std::uint16_t>(0, 10'000);
  compare_many<std::int32_t>(-500, 3'000'000);
}

TEST(LaneRanks, OfNobody) {
  Field<std::int32_t> nobody;
  EXPECT_TRUE(ranked(nobody, {}, false, true).empty());
}

}  // namespace
}  // namespace cwp
