// Sums, least and greatest figures by group against naive ones.

#include "stream/group_sums.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

#include "kernel/choose_isa.hpp"

namespace cwp {
namespace {

using Kind = LaneGather::Kind;
constexpr Kind kKinds[] = {Kind::sum, Kind::least, Kind::greatest};

std::vector<std::int64_t> figures_of(const GroupSums& sums, std::size_t groups) {
  std::vector<std::int64_t> figures;
  for (std::size_t g = 0; g < groups; ++g) figures.push_back(sums.figure(g));
  return figures;
}

template <typename T>
std::vector<std::int64_t> naive(Kind kind, const std::vector<T>& lanes, const std::vector<std::int32_t>& groups,
                                std::size_t number) {
  std::vector<std::int64_t> figures(number);
  std::vector<bool> any(number);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const auto group = std::size_t(groups[i]);
    const std::int64_t value = lanes[i];
    std::int64_t& figure = figures[group];
    if (!any[group])
      figure = value;
    else if (kind == Kind::sum)
      figure += value;
    else
      figure = kind == Kind::least ? std::min(figure, value) : std::max(figure, value);
    any[group] = true;
  }
  return figures;
}

/// Adds all lanes in pieces of `piece`, every other piece to a second one that is merged, as threads do.
template <typename T>
void compare(Lane lane, const std::vector<T>& lanes, const std::vector<std::int32_t>& groups, std::size_t number,
             std::size_t piece) {
  std::vector<std::uint32_t> begins(number + 1);
  for (const std::int32_t group : groups) ++begins[std::size_t(group) + 1];
  for (std::size_t g = 0; g < number; ++g) begins[g + 1] += begins[g];
  const bool sorted = std::is_sorted(groups.begin(), groups.end());
  for (const Kind kind : kKinds) {
    GroupSums scattered[] = {{kind, number}, {kind, number}};
    GroupSums in_order[] = {{kind, number, group_sums_for(Isa::best)}, {kind, number, group_sums_for(Isa::avx2)}};
    for (std::size_t first = 0, turn = 0; first < lanes.size(); first += piece, ++turn) {
      const std::size_t count = std::min(piece, lanes.size() - first);
      scattered[turn % 2].add(lane, lanes.data() + first, groups.data() + first, count);
      if (sorted) in_order[turn % 2].add_in_order(lane, lanes.data() + first, begins, first, count);
    }
    scattered[0].merge(scattered[1]);
    in_order[0].merge(in_order[1]);
    const auto wanted = naive(kind, lanes, groups, number);
    ASSERT_EQ(figures_of(scattered[0], wanted.size()), wanted) << "kind " << int(kind) << ", pieces of " << piece;
    if (sorted) {
      ASSERT_EQ(figures_of(in_order[0], wanted.size()), wanted)
          << "in order, kind " << int(kind) << ", pieces of " << piece;
    }
  }
}

template <typename T>
void compare_random(Lane lane, std::int64_t low, std::int64_t high, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<std::int64_t> value(low, high);
  for (const std::size_t officers : {0, 1, 50, 1000})
    for (const std::size_t number : {1, 4, 300})
      for (const bool sorted : {false, true}) {
        std::uniform_int_distribution<std::int32_t> group(0, std::int32_t(number) - 1);
        std::vector<T> lanes;
        std::vector<std::int32_t> groups;
        for (std::size_t i = 0; i < officers; ++i) {
          lanes.push_back(T(value(random)));
          groups.push_back(group(random));
        }
        if (sorted) std::sort(groups.begin(), groups.end());
        for (const std::size_t piece : {1, 7, 64, 4096}) compare(lane, lanes, groups, number, piece);
      }
}

TEST(GroupSums, OfEveryLaneAndKind) {
  compare_random<std::uint8_t>(Lane::u8, 0, 255, 1);
  compare_random<std::uint16_t>(Lane::u16, 0, 65535, 2);
  compare_random<std::int32_t>(Lane::i32, -2147483647, 2147483647, 3);
  compare_random<std::int64_t>(Lane::i64, -1'000'000'000'000'000, 1'000'000'000'000'000, 4);
}

TEST(GroupSums, OfLargeGroupsOfLargeFiguresDoNotOverflow) {
  for (const std::size_t officers : {(1U << 15), (1U << 15) + 1, 70'000U, 140'000U}) {
    const std::vector<std::int32_t> groups(officers, 0);
    compare(Lane::u8, std::vector<std::uint8_t>(officers, 255), groups, 1, officers);
    compare(Lane::u16, std::vector<std::uint16_t>(officers, 65535), groups, 1, officers);
    compare(Lane::i32, std::vector<std::int32_t>(officers, INT32_MIN), groups, 1, officers);
    compare(Lane::i32, std::vector<std::int32_t>(officers, INT32_MAX), groups, 1, officers);
  }
}

TEST(GroupSums, OfAConstant) {
  const std::vector<std::int32_t> groups = {0, 2, 2, 0, 2};
  const std::vector<std::vector<std::int64_t>> wanted = {{-14, 0, -21}, {-7, 0, -7}, {-7, 0, -7}};
  for (std::size_t k = 0; k < 3; ++k) {
    GroupSums sums(kKinds[k], 3);
    sums.add_constant(-7, groups.data(), nullptr, 0, groups.size());
    EXPECT_EQ(figures_of(sums, wanted[k].size()), wanted[k]);
    // Groups 0, 2 and 3 have two, three and two, and 1 nobody; in pieces, some of which cut a group.
    const std::vector<std::uint32_t> begins = {0, 2, 2, 5, 7};
    for (const std::size_t piece : {1, 2, 3, 7}) {
      GroupSums in_order(kKinds[k], 4);
      for (std::size_t first = 0; first < 7; first += piece)
        in_order.add_constant_in_order(-7, begins, first, std::min<std::size_t>(piece, 7 - first));
      EXPECT_EQ(figures_of(in_order, 4),
                k == 0 ? (std::vector<std::int64_t>{-14, 0, -21, -14}) : (std::vector<std::int64_t>{-7, 0, -7, -7}));
    }
    GroupSums of_all(kKinds[k], 1);
    of_all.add_constant(-7, nullptr, nullptr, 0, 3);
    EXPECT_EQ(of_all.figure(0), k == 0 ? -21 : -7);
  }
}

TEST(GroupSums, OfOneClassAlone) {
  const std::vector<std::int32_t> groups = {0, 0, 1, 1, 1, 0, 3}, lanes = {5, -2, 7, 1, 4, 9, 8};
  const std::vector<std::uint8_t> classes = {1, 0, 1, 0, 1, 1, 0};
  // Of class 1: group 0 has 5 and 9, group 1 has 7 and 4, the others nobody.
  const std::vector<std::vector<std::int64_t>> wanted = {{14, 11, 0, 0}, {5, 4, 0, 0}, {9, 7, 0, 0}};
  const std::vector<std::int64_t> of_all = {25, 4, 9};
  for (std::size_t k = 0; k < 3; ++k) {
    GroupSums sums(kKinds[k], 4), one_group(kKinds[k], 1), constant(kKinds[k], 4);
    sums.add_class(Lane::i32, lanes.data(), groups.data(), classes.data(), 1, lanes.size());
    EXPECT_EQ(figures_of(sums, 4), wanted[k]);
    one_group.add_class(Lane::i32, lanes.data(), nullptr, classes.data(), 1, lanes.size());
    EXPECT_EQ(one_group.figure(0), of_all[k]);
    constant.add_constant(-7, groups.data(), classes.data(), 0, groups.size());
    EXPECT_EQ(figures_of(constant, 4), (std::vector<std::int64_t>{-7, -7, 0, -7}));
  }
}

TEST(GroupSums, AGroupOfNobodyHasZero) {
  for (const Kind kind : kKinds) EXPECT_EQ(figures_of(GroupSums(kind, 2), 2), (std::vector<std::int64_t>{0, 0}));
}

}  // namespace
}  // namespace cwp
