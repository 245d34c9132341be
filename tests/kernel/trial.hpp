#pragma once
// One step, run by every unit that this processor has on lanes of its own, against a plain loop.

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "cwp/isa.hpp"
#include "kernel/lane_step.hpp"

namespace cwp::testing {

using Lanes = std::vector<std::int64_t>;
/// What a lane should come to.
using Expected = std::function<Wide(Wide a, Wide b, Wide c)>;

/// The units that this processor has.
std::vector<Isa> units();

inline constexpr std::size_t kLanes = 5 * kLaneGroup;
inline constexpr Lane kPlain[] = {Lane::i32, Lane::i64, Lane::i128};
std::int64_t least_of(Lane lane);
std::int64_t most_of(Lane lane);
inline bool fits(Wide value, Lane lane) { return least_of(lane) <= value && value <= most_of(lane); }
inline Wide held(Wide x, Wide low, Wide high) { return std::min(std::max(x, low), high); }

inline LaneStep step_of(LaneOp op, Lane lane) {
  LaneStep step;
  step.op = op;
  step.lane = lane;
  return step;
}

/// Registers of a trial: operands 1, 2, 3 as a, b, c, the result 4; further ones from 5 on.
inline constexpr std::uint32_t kA = 1, kB = 2, kC = 3, kDst = 4, kMore = 5;

/// Draws values of every magnitude that a lane has, the ends and the figures around 0 among them.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : random_(seed) {}
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
  }
  std::int64_t in(Lane lane);
  /// Random lanes of which every one is admissible; those that stay inadmissible for long are all `otherwise`.
  struct Operands {
    Lanes a, b, c;
  };
  Operands operands(std::size_t lanes, Lane lane, const std::function<bool(Wide, Wide, Wide)>& is_admissible,
                    std::int64_t otherwise = 0);

 private:
  std::mt19937_64 random_;
};

/// Memory of one register, with a margin behind it that no step may touch.
class Register {
 public:
  Register(Lane lane, std::size_t lanes);
  Register(Lane lane, const Lanes& values);
  void* data() { return memory_.data(); }
  std::int64_t at(std::size_t i) const;
  /// The margin is as it was.
  bool is_whole() const;
  bool operator==(const Register&) const = default;

 private:
  void set(std::size_t i, std::int64_t value);
  Lane lane_;
  std::size_t lanes_;
  std::vector<unsigned char> memory_;
};

/// Runs the step in every unit, with a, b, c as operands of the lanes that its kind wants, and compares lane by lane.
/// Where the step has a form that adds (LaneStep::adds), that one, too.
void expect_step(LaneStep step, const Lanes& a, const Lanes& b, const Lanes& c, const Expected& expected);

}  // namespace cwp::testing
