// Functions of one column: found out for every value the column has, by the steps themselves, and replaced by the
// quickest step that gives the same everywhere.

#include <algorithm>
#include <memory>
#include <type_traits>

#include "program/lane_program.hpp"

namespace cwp {
namespace {

/// The steps that a register depends on, behind its column, in their order.
std::vector<LaneStep> steps_behind(const LaneProgram& program, LaneRegister reg, LaneRegister column) {
  const LaneWriter& writer = program.writer;
  std::vector<std::size_t> numbers;
  std::vector<LaneRegister> open = {reg};
  while (!open.empty()) {
    const bool is_column = open.back() == column;
    const auto number = writer.step_of(open.back());
    open.pop_back();
    if (is_column || !number || std::find(numbers.begin(), numbers.end(), *number) != numbers.end()) continue;
    numbers.push_back(*number);
    for_each_operand(writer.steps()[*number], writer.part_lists(),
                     [&](LaneRegister operand) { open.push_back(operand); });
  }
  std::sort(numbers.begin(), numbers.end());
  std::vector<LaneStep> steps;
  for (const std::size_t number : numbers) {
    LaneStep step = writer.steps()[number];
    if (has_parts(step.op)) step.parts = writer.part_lists()[std::size_t(step.k2)].data();
    if (step.op == LaneOp::look_up) step.table = program.tables[std::size_t(step.k2)]->data();
    steps.push_back(step);
  }
  return steps;
}

/// Writes value_at(i) into each of a register's lanes.
template <typename ValueAt>
void fill(Lane lane, void* lanes, std::size_t count, const ValueAt& value_at) {
  const auto fill_as = [&](auto* to) {
    for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<std::remove_reference_t<decltype(*to)>>(value_at(i));
  };
  switch (lane) {
    case Lane::u8:
      return fill_as(static_cast<std::uint8_t*>(lanes));
    case Lane::u16:
      return fill_as(static_cast<std::uint16_t*>(lanes));
    case Lane::i32:
      return fill_as(static_cast<std::int32_t*>(lanes));
    case Lane::i64:
      return fill_as(static_cast<std::int64_t*>(lanes));
    case Lane::i128:
      return fill_as(static_cast<Wide*>(lanes));
  }
}

/// What a register comes to for each value of its column.
std::vector<std::int64_t> values_of(LaneProgram& program, LaneRegister reg, LaneRegister column) {
  const LaneWriter& writer = program.writer;
  const LaneRange& range = writer.range(column);
  const std::size_t count = std::size_t(range.high - range.low + 1), lanes = padded(count);
  const std::vector<LaneStep> steps = steps_behind(program, reg, column);
  std::vector<LaneRegister> used;
  for (const LaneStep& step : steps) {
    for_each_operand(step, writer.part_lists(), [&](LaneRegister operand) { used.push_back(operand); });
    used.push_back(step.dst);
  }
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  std::size_t bytes = 0;
  for (const LaneRegister one : used) bytes += lanes * bytes_of(writer.info(one).lane);
  // Lanes come in groups, so that each register is at home at a multiple of a vector.
  const auto memory = std::make_unique_for_overwrite<std::byte[]>(bytes);
  std::vector<void*>& registers = program.tried;
  registers.resize(writer.registers().size());
  std::byte* room = memory.get();
  for (const LaneRegister one : used) {
    const Lane lane = writer.info(one).lane;
    registers[one] = room;
    room += lanes * bytes_of(lane);
    if (writer.info(one).kind == RegisterInfo::Kind::constant)
      fill(lane, registers[one], lanes, [&](std::size_t) { return std::int64_t(writer.range(one).low); });
    if (one == column)
      fill(lane, registers[one], lanes,
           [&](std::size_t i) { return std::int64_t(range.low) + std::int64_t(std::min(i, count - 1)); });
  }
  run_lanes_baseline(steps.data(), steps.size(), registers.data(), lanes);
  std::vector<std::int64_t> values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = lane_value(writer.info(reg).lane, registers[reg], i);
  return values;
}

/// A stair of few steps; its thresholds must fit u16.
bool as_stair(const std::vector<std::int64_t>& values, std::int64_t low, LaneStep& step) {
  if (low < 0 || low + std::int64_t(values.size()) - 1 > 0xFFFF) return false;
  step.count = 0;
  step.k0 = values[0];
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] == values[i - 1]) continue;
    if (step.count == kMostSteps) return false;
    step.thresholds[step.count] = std::uint16_t(low + std::int64_t(i));
    step.deltas[step.count++] = std::uint16_t(values[i] - values[i - 1]);
  }
  step.op = LaneOp::steps;
  return true;
}

/// The sums that go with a factor: of all k1 with floor((x * factor + k1) / 2^shift) == values[x - low], the least and
/// the most; none where least > most.
struct Sums {
  std::int64_t least = 0, most = 0;
  std::int64_t width() const { return most - least; }
};
Sums sums_for(const std::vector<std::int64_t>& values, std::int64_t low, std::int64_t factor, int shift) {
  Sums sums{INT64_MIN, INT64_MAX};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::int64_t base = (values[i] << shift) - factor * (low + std::int64_t(i));
    sums.least = std::max(sums.least, base);
    sums.most = std::min(sums.most, base + (std::int64_t{1} << shift) - 1);
  }
  return sums;
}

/// What a line step gives for x.
std::int64_t on_line(const LaneStep& step, std::int64_t x) {
  const std::uint32_t held = std::uint32_t(std::clamp(x, step.low, step.high));
  const std::uint32_t y = (held * std::uint32_t(step.k0) + std::uint32_t(step.k1)) >> step.k2;
  return std::int64_t(std::clamp<std::uint32_t>(y, step.hold_low, step.hold_high)) - step.minus;
}

/// Where a line between two flat ends lies, as indexes into the values: it is fitted from `first` to `last`; the ends
/// themselves may be cut off, so that one more value on each side, `begin` and `end`, stands beyond it.
struct Slope {
  std::size_t begin = 0, end = 0, first = 0, last = 0;
};
std::optional<Slope> slope_of(const std::vector<std::int64_t>& all) {
  Slope slope{0, all.size() - 1, 0, 0};
  while (slope.begin < slope.end && all[slope.begin] == all[slope.begin + 1]) ++slope.begin;
  while (slope.end > slope.begin && all[slope.end] == all[slope.end - 1]) --slope.end;
  slope.first = slope.begin == 0 ? 0 : slope.begin + 1;
  slope.last = slope.end == all.size() - 1 ? slope.end : slope.end - 1;
  if (slope.first >= slope.last || slope.end - slope.begin < 2) return std::nullopt;
  return slope;
}

std::int64_t on_short_line(const LaneStep& step, std::int64_t x) {
  const std::uint32_t held = std::uint32_t(std::clamp(x, step.low, step.high));
  const std::uint32_t sum = std::uint16_t(held * std::uint32_t(step.k0) + std::uint32_t(step.k1));
  const std::uint32_t y = ((sum * std::uint32_t(step.k3)) >> 16) >> step.k2;
  return std::int64_t(std::clamp<std::uint32_t>(y, step.hold_low, step.hold_high)) - step.minus;
}

/// The multiplier and the shift behind the upper half of a product of 16 bits by which floor(v / divisor) is had for
/// all v up to `most`: with m = ceil(2^(16 + s) / divisor) the product is too large by v (m divisor - 2^(16 + s)).
bool divide_short(std::int64_t divisor, std::int64_t most, LaneStep& step) {
  for (int shift = 0; shift < 16; ++shift) {
    const std::int64_t power = std::int64_t{1} << (16 + shift), multiplier = (power + divisor - 1) / divisor;
    if (multiplier > 0xFFFF) return false;
    if (most * (multiplier * divisor - power) >= power) continue;
    step.k3 = multiplier;
    step.k2 = shift;
    return true;
  }
  return false;
}

/// A line of few decimals, floor((x * k0 + k1) / divisor) with every sum below 2^16: twice as many lanes at a time.
bool as_short_line(const std::vector<std::int64_t>& all, std::int64_t low, LaneStep& step) {
  const auto slope = slope_of(all);
  if (!slope || low < 0 || low + std::int64_t(all.size()) - 1 > 0xFFFF) return false;
  const std::int64_t rise = all[slope->last] - all[slope->first], run = std::int64_t(slope->last - slope->first);
  const auto [least, most] = std::minmax_element(all.begin(), all.end());
  for (const std::int64_t divisor :
       {2, 3, 4, 5, 6, 8, 10, 15, 16, 20, 25, 30, 40, 50, 60, 75, 80, 100, 125, 150, 200, 250, 300, 400, 500, 1000}) {
    if ((*most - *least) * divisor > 0xFFFF) break;
    for (std::int64_t factor = (rise - 1) * divisor / run - 1; factor <= (rise + 1) * divisor / run + 1; ++factor) {
      std::int64_t from = INT64_MIN, to = INT64_MAX;  // the constants with which it gives the values
      for (std::size_t i = slope->first; i <= slope->last && from <= to; ++i) {
        const std::int64_t base = all[i] * divisor - factor * (low + std::int64_t(i));
        from = std::max(from, base);
        to = std::min(to, base + divisor - 1);
      }
      if (from > to) continue;
      const std::int64_t x[] = {low + std::int64_t(slope->begin), low + std::int64_t(slope->end)};
      const std::int64_t lowest = std::min(x[0] * factor, x[1] * factor) + from;
      const std::int64_t raise = lowest < 0 ? (-lowest + divisor - 1) / divisor : 0;
      const std::int64_t highest = std::max(x[0] * factor, x[1] * factor) + from + raise * divisor;
      if (highest > 0xFFFF || *most + raise > 0xFFFF || *least + raise < 0) continue;
      step.op = LaneOp::short_line;
      step.k0 = factor & 0xFFFF;
      step.k1 = (from + raise * divisor) & 0xFFFF;
      step.low = x[0];
      step.high = x[1];
      step.minus = std::uint16_t(raise);
      step.hold_low = std::uint16_t(*least + raise);
      step.hold_high = std::uint16_t(*most + raise);
      if (!divide_short(divisor, highest, step)) continue;
      bool fits_all = true;
      for (std::size_t i = 0; fits_all && i < all.size(); ++i)
        fits_all = on_short_line(step, low + std::int64_t(i)) == all[i];
      if (fits_all) return true;
    }
  }
  return false;
}

/// A rounded line between two flat ends, hold((x * k0 + k1) >> k2) in 32 bits: as long as no sum leaves them, the
/// product may, and wraps to the same sum. It is fitted between the ends, where the width of the sums that go with a
/// factor is concave in it, so that the best factor is found by halving; then it is tried on every value.
bool as_line(const std::vector<std::int64_t>& all, std::int64_t low, LaneStep& step) {
  const auto slope = slope_of(all);
  if (!slope || low < 0) return false;
  const auto [begin, end, first_inside, last_inside] = *slope;
  const std::vector<std::int64_t> values(all.begin() + std::ptrdiff_t(first_inside),
                                         all.begin() + std::ptrdiff_t(last_inside) + 1);
  const std::int64_t first = low + std::int64_t(first_inside), last = low + std::int64_t(last_inside);
  const auto [least, most] = std::minmax_element(all.begin(), all.end());
  const std::int64_t steps = std::max<std::int64_t>(last - first, 1);
  // Beyond the ends the line may fall below 0 by up to a step of it: everything is raised by that.
  const std::int64_t step_height = std::abs(values.back() - values.front()) / steps + 2;
  for (const int shift : {20, 18, 16, 22, 14, 12}) {
    if ((*most + 2 * step_height) << shift > std::int64_t{1} << 32 || *most + 2 * step_height > 0xFFFF) continue;
    const std::int64_t about = (values.back() - values.front()) * (std::int64_t{1} << shift) / steps;
    const std::int64_t margin = (std::int64_t{1} << shift) / steps + 1;
    std::int64_t from = about - margin, to = about + margin;
    while (from < to) {
      const std::int64_t middle = from + (to - from) / 2;
      if (sums_for(values, first, middle, shift).width() < sums_for(values, first, middle + 1, shift).width())
        from = middle + 1;
      else
        to = middle;
    }
    const Sums sums = sums_for(values, first, from, shift);
    if (sums.width() < 0) continue;
    step.op = LaneOp::line;
    step.k0 = from;
    step.k1 = sums.least + (step_height << shift);
    step.k2 = shift;
    step.low = low + std::int64_t(begin);
    step.high = low + std::int64_t(end);
    step.minus = std::uint16_t(step_height);
    step.hold_low = std::uint16_t(*least + step_height);
    step.hold_high = std::uint16_t(*most + step_height);
    bool fits_all = true;
    for (std::size_t i = 0; fits_all && i < all.size(); ++i) fits_all = on_line(step, low + std::int64_t(i)) == all[i];
    if (fits_all) return true;
  }
  return false;
}

bool fits_u16(const std::vector<std::int64_t>& values) {
  return std::all_of(values.begin(), values.end(), [](std::int64_t value) { return 0 <= value && value <= 0xFFFF; });
}

}  // namespace

LaneRegister tabulated(LaneProgram& program, LaneRegister reg) {
  LaneWriter& writer = program.writer;
  const LaneRegister column = writer.info(reg).column;
  if (column == kNoColumn || column == kManyColumns || column == reg) return reg;
  if (writer.info(reg).kind != RegisterInfo::Kind::scratch) return reg;
  if (writer.range(column).high - writer.range(column).low >= kMostTabulated) return reg;
  if (!fits(writer.range(reg), Lane::i64)) return reg;
  const std::vector<std::int64_t> values = values_of(program, reg, column);
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  if (*least == *most) return writer.constant(*least);
  if (!fits_u16(values)) return reg;
  const std::int64_t low = std::int64_t(writer.range(column).low);
  LaneStep step;
  step.lane = Lane::u16;
  step.from = writer.info(column).lane;
  step.a = column;
  constexpr std::uint32_t kFewSteps = 5;  // no dearer than a line
  const bool is_stair = as_stair(values, low, step);
  if (is_stair && step.count <= kFewSteps) return writer.put(step, {*least, *most});
  LaneStep line = step;
  if (as_short_line(values, low, line) || (!is_stair && as_line(values, low, line))) {
    step = line;
  } else if (!is_stair) {
    step.op = LaneOp::look_up;
    step.low = low;
    step.high = low + std::int64_t(values.size()) - 1;
    step.k2 = std::int64_t(program.tables.size());
    program.tables.push_back(std::make_shared<const std::vector<std::uint16_t>>(values.begin(), values.end()));
  }
  return writer.put(step, {*least, *most});
}

}  // namespace cwp
