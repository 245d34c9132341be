#pragma once
// GroupSums: one aggregate across officers, built up group by group.

#include <memory>
#include <span>
#include <vector>

#include "program/lane_program.hpp"

namespace cwp {

class GroupSums {
 public:
  /// `unit`: for sums of u16 side by side.
  GroupSums(LaneGather::Kind kind, std::size_t groups, SumGroups unit = sum_groups_baseline)
      : GroupSums(kind, groups, unit, {0, groups}) {}
  /// Only groups first … end - 1 begin with nothing, the others when they are told to.
  struct Some {
    std::size_t first = 0, end = 0;
  };
  GroupSums(LaneGather::Kind kind, std::size_t groups, SumGroups unit, Some begun);
  /// Threads may each begin groups of their own and add to them at the same time.
  void begin(Some groups);

  /// Adds `count` lanes, each to the group of its number. The program has proved that no sum leaves 64 bits.
  void add(Lane lane, const void* lanes, const std::int32_t* groups, std::size_t count);
  /// The same where the groups' officers stand side by side: group g is officers begins[g] … begins[g + 1] - 1, and the
  /// lanes are those from `first` on.
  void add_in_order(Lane lane, const void* lanes, std::span<const std::uint32_t> begins, std::size_t first,
                    std::size_t count);
  /// Adds those of class `number` alone. `groups` may be null: all are of group 0.
  void add_class(Lane lane, const void* lanes, const std::int32_t* groups, const std::uint8_t* classes,
                 std::uint8_t number, std::size_t count);
  /// `groups` may be null, and `classes`: then all are of the class.
  void add_constant(std::int64_t value, const std::int32_t* groups, const std::uint8_t* classes, std::uint8_t number,
                    std::size_t count);
  /// The same where all are of the class and lie as add_in_order says.
  void add_constant_in_order(std::int64_t value, std::span<const std::uint32_t> begins, std::size_t first,
                             std::size_t count);
  void merge(const GroupSums& other);
  /// Of one without officers 0.
  std::int64_t figure(std::size_t group) const { return figures_[group] == nothing(kind_) ? 0 : figures_[group]; }

 private:
  static std::int64_t nothing(LaneGather::Kind kind) {
    if (kind == LaneGather::Kind::least) return INT64_MAX;
    return kind == LaneGather::Kind::greatest ? INT64_MIN : 0;
  }
  template <typename T>
  void add_lanes(const T* lanes, const std::int32_t* groups, std::size_t count);
  /// Calls `figure_of` with where the lanes of each group begin, and how many they are.
  template <typename FigureOf>
  void take_stretches(std::span<const std::uint32_t> begins, std::size_t first, std::size_t count,
                      const FigureOf& figure_of);
  template <typename T>
  void add_stretches(const T* lanes, std::span<const std::uint32_t> begins, std::size_t first, std::size_t count);
  template <typename T>
  void add_some(const T* lanes, const std::int32_t* groups, const std::uint8_t* classes, std::uint8_t number,
                std::size_t count);
  template <typename T>
  std::int64_t figure_of(const T* lanes, std::size_t count) const;
  void add_sums(const std::uint16_t* lanes, std::span<const std::uint32_t> begins, std::size_t first,
                std::size_t count);
  void take(std::size_t group, std::int64_t value);

  LaneGather::Kind kind_;
  std::size_t groups_;
  std::unique_ptr<std::int64_t[]> figures_;
  SumGroups unit_;
};

}  // namespace cwp
