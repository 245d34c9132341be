// Comparing and choosing in lanes.

#include <algorithm>

#include "lane/lane_writer.hpp"

namespace cwp {

LaneRegister LaneWriter::least(LaneRegister a, LaneRegister b) {
  if (range(a).high <= range(b).low) return a;
  if (range(b).high <= range(a).low) return b;
  if (const auto value = constant_of(b)) return hold(a, range(a).low, *value);
  if (const auto value = constant_of(a)) return hold(b, range(b).low, *value);
  const LaneRange held = {std::min(range(a).low, range(b).low), std::min(range(a).high, range(b).high)};
  return write(LaneOp::minimum, held, held, a, b, std::nullopt);
}

LaneRegister LaneWriter::greatest(LaneRegister a, LaneRegister b) {
  if (range(a).low >= range(b).high) return a;
  if (range(b).low >= range(a).high) return b;
  if (const auto value = constant_of(b)) return hold(a, *value, range(a).high);
  if (const auto value = constant_of(a)) return hold(b, *value, range(b).high);
  const LaneRange held = {std::max(range(a).low, range(b).low), std::max(range(a).high, range(b).high)};
  return write(LaneOp::maximum, held, held, a, b, std::nullopt);
}

LaneRegister LaneWriter::hold(LaneRegister a, Wide low, Wide high) {
  if (range(a).high <= low) return constant(low);
  if (high <= range(a).low || low == high) return constant(high);
  low = std::max(low, range(a).low);  // what is beyond its range anyway need not fit the lane
  high = std::min(high, range(a).high);
  if (low == range(a).low && high == range(a).high) return a;
  if (const auto known = quotients_.find(a); known != quotients_.end()) {
    LaneStep step = known->second;
    step.lane = fits({low, high}, Lane::u16) ? Lane::u16 : Lane::i32;
    step.low = std::int64_t(low);
    step.high = std::int64_t(high);
    const LaneRegister column = info(a).column, made = put(step, {low, high});
    registers_[made].column = column;
    return quotients_[made] = step, made;
  }
  // An end of its own that is too wide for a constant holds nothing back.
  if (!moderate(high)) return write(LaneOp::maximum, {low, high}, {low, high}, a, constant(low), std::nullopt);
  if (!moderate(low)) return write(LaneOp::minimum, {low, high}, {low, high}, a, constant(high), std::nullopt);
  return write(LaneOp::hold, {low, high}, {low, high}, a, std::nullopt, std::nullopt, low, high);
}

LaneRegister LaneWriter::at_least(LaneRegister a, LaneRegister b) {
  if (range(a).low >= range(b).high) return truth_of(true);
  if (range(a).high < range(b).low) return truth_of(false);
  if (const auto value = constant_of(b))
    return write(LaneOp::reaches, {0, 1}, {0, 1}, a, std::nullopt, std::nullopt, *value);
  if (const auto value = constant_of(a))  // value >= b, not b >= value + 1
    return negated(write(LaneOp::reaches, {0, 1}, {0, 1}, b, std::nullopt, std::nullopt, *value + 1));
  return write(LaneOp::at_least, {0, 1}, {0, 1}, a, b, std::nullopt);
}

LaneRegister LaneWriter::equal(LaneRegister a, LaneRegister b) {
  if (range(a).high < range(b).low || range(b).high < range(a).low) return truth_of(false);
  if (range(a).is_one() && range(b).is_one()) return truth_of(true);
  if (const auto value = constant_of(b))
    return write(LaneOp::is, {0, 1}, {0, 1}, a, std::nullopt, std::nullopt, *value);
  if (constant_of(a)) return equal(b, a);
  return write(LaneOp::equal, {0, 1}, {0, 1}, a, b, std::nullopt);
}

LaneRegister LaneWriter::choose(LaneRegister truth, LaneRegister a, LaneRegister b) {
  if (const auto value = constant_of(truth)) return *value != 0 ? a : b;
  if (a == b) return a;
  // A factor waits until after the choice, where the next step may take it along.
  if (const Scaled inner = unscaled(a); inner.a != a && inner.plus == 0 && inner.factor != 0)
    if (const auto value = constant_of(b); value && *value % inner.factor == 0)
      return scale(choose(truth, inner.a, constant(*value / inner.factor)), inner.factor, 0);
  if (const Scaled inner = unscaled(b); inner.a != b && inner.plus == 0 && inner.factor != 0)
    if (const auto value = constant_of(a); value && *value % inner.factor == 0)
      return scale(choose(truth, constant(*value / inner.factor), inner.a), inner.factor, 0);
  const LaneRange either = {std::min(range(a).low, range(b).low), std::max(range(a).high, range(b).high)};
  return write(LaneOp::choose, either, either, a, b, truth);
}

}  // namespace cwp
