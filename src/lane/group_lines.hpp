#pragma once
// GroupLines: quotients over a figure of the officer's group, such as a share of the station's mean. Where the
// numerator is a line in one column, whose slope and start hang on the group alone, both are divided once a group, and
// an officer needs one step.

#include <map>

#include "lane/lane_writer.hpp"

namespace cwp {

/// A sum of multiples of products of figures by group: factors by the tables that are multiplied (LaneOp::spread).
using GroupSum = std::map<std::vector<std::uint32_t>, Wide>;

/// floor((slope * x + start) / divisor) for the figures x of a column; where the divisor is 0, at_zero.
struct GroupLine {
  GroupSum slope, start, divisor;
  std::int32_t at_zero = 0;
};

class GroupLines {
 public:
  explicit GroupLines(const LaneWriter& writer) : writer_(writer) {}

  /// A LaneOp::quotient as a line of each group: a LaneOp::by_group with k2 as its place in `lines`. The step itself
  /// where it is no such line, or cannot be proved to give the same in floats (docs/exactness.md).
  LaneStep take(const LaneStep& step);

  std::vector<GroupLine> lines;

 private:
  /// slope * x + start, x being a column of at most 16 bits, if any.
  struct Linear {
    std::optional<LaneRegister> x;
    GroupSum slope, start;
  };
  std::optional<Linear> linear(LaneRegister reg);
  std::optional<Linear> sum(const Linear& a, Wide of_a, const Linear& b, Wide of_b, Wide plus) const;
  std::optional<Linear> product(const Linear& a, const Linear& b) const;
  /// The largest magnitude of any part of it and of all of them together; nothing where that leaves 32 bits.
  std::optional<Wide> most(const GroupSum& sum) const;
  bool is_proved(const GroupLine& line, const GroupSum& over, const LaneRange& x, Wide least,
                 const LaneStep& step) const;

  const LaneWriter& writer_;
  std::optional<LaneRegister> groups_;         ///< of the step that is being taken
  std::map<std::uint32_t, LaneRange> tables_;  ///< the figures of its groups
};

}  // namespace cwp
