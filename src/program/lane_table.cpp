// Functions of one column: found out for every value the column has, by the steps themselves, and replaced by the
// quickest step that gives the same everywhere.

#include <algorithm>
#include <cstring>
#include <map>

#include "program/lane_program.hpp"

namespace cwp {
namespace {

constexpr Wide kMostValues = 1 << 16;

/// The steps that a register depends on, in their order.
std::vector<LaneStep> steps_behind(const LaneProgram& program, LaneRegister reg) {
  const LaneWriter& writer = program.writer;
  std::vector<std::size_t> numbers;
  std::vector<LaneRegister> open = {reg};
  while (!open.empty()) {
    const auto number = writer.step_of(open.back());
    open.pop_back();
    if (!number || std::find(numbers.begin(), numbers.end(), *number) != numbers.end()) continue;
    numbers.push_back(*number);
    for_each_operand(writer.steps()[*number], writer.part_lists(),
                     [&](LaneRegister operand) { open.push_back(operand); });
  }
  std::sort(numbers.begin(), numbers.end());
  std::vector<LaneStep> steps;
  for (const std::size_t number : numbers) {
    LaneStep step = writer.steps()[number];
    if (step.op == LaneOp::add_up) step.parts = writer.part_lists()[std::size_t(step.k2)].data();
    if (step.op == LaneOp::look_up) step.table = program.tables[std::size_t(step.k2)]->data();
    steps.push_back(step);
  }
  return steps;
}

/// What a register comes to for each value of its column.
std::vector<std::int64_t> values_of(const LaneProgram& program, LaneRegister reg, LaneRegister column) {
  const LaneWriter& writer = program.writer;
  const LaneRange& range = writer.range(column);
  const std::size_t count = std::size_t(range.high - range.low + 1), lanes = padded(count);
  std::map<LaneRegister, std::vector<std::int64_t>> memory;  // 8 bytes a lane are enough for every lane
  std::vector<void*> registers(writer.registers().size());
  const auto fill = [&](LaneRegister to, const auto& value_at) {
    registers[to] = memory[to].data();
    for (std::size_t i = 0; i < lanes; ++i) {
      const std::int64_t value = value_at(i);
      const std::size_t bytes = bytes_of(writer.info(to).lane);  // little-endian, as all our processors are
      std::memcpy(static_cast<char*>(registers[to]) + i * bytes, &value, bytes);
    }
  };
  const std::vector<LaneStep> steps = steps_behind(program, reg);
  for (const LaneStep& step : steps) {
    const auto give = [&](LaneRegister to) {
      if (!memory.try_emplace(to, lanes).second) return;
      registers[to] = memory[to].data();
      if (writer.info(to).kind == RegisterInfo::Kind::constant)
        fill(to, [&](std::size_t) { return std::int64_t(writer.range(to).low); });
      if (to == column)
        fill(to, [&](std::size_t i) { return std::int64_t(range.low) + std::int64_t(std::min(i, count - 1)); });
    };
    for_each_operand(step, writer.part_lists(), give);
    give(step.dst);
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

/// A rounded line between two flat ends, hold((x * k0 + k1) >> k2) in 32 bits: as long as no sum leaves them, the
/// product may, and wraps to the same sum. It is fitted between the ends, where the width of the sums that go with a
/// factor is concave in it, so that the best factor is found by halving; then it is tried on every value.
bool as_line(const std::vector<std::int64_t>& all, std::int64_t low, LaneStep& step) {
  std::size_t begin = 0, end = all.size() - 1;
  while (begin < end && all[begin] == all[begin + 1]) ++begin;
  while (end > begin && all[end] == all[end - 1]) --end;
  // The ends themselves may be cut off, and one more value then stands beyond the line.
  const std::size_t first_inside = begin == 0 ? 0 : begin + 1, last_inside = end == all.size() - 1 ? end : end - 1;
  if (low < 0 || first_inside >= last_inside || end - begin < 2) return false;
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
  if (column == kNoColumn || column == kManyColumns || writer.info(reg).kind != RegisterInfo::Kind::scratch) return reg;
  if (writer.range(column).high - writer.range(column).low >= kMostValues) return reg;
  const std::vector<std::int64_t> values = values_of(program, reg, column);
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  if (*least == *most) return writer.constant(*least);
  if (!fits_u16(values)) return reg;
  const std::int64_t low = std::int64_t(writer.range(column).low);
  LaneStep step;
  step.lane = Lane::u16;
  step.from = writer.info(column).lane;
  step.a = column;
  if (!as_stair(values, low, step) && !as_line(values, low, step)) {
    step.op = LaneOp::look_up;
    step.low = low;
    step.high = low + std::int64_t(values.size()) - 1;
    step.k2 = std::int64_t(program.tables.size());
    program.tables.push_back(std::make_unique<std::vector<std::uint16_t>>(values.begin(), values.end()));
  }
  return writer.put(step, {*least, *most});
}

}  // namespace cwp
