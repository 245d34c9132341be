// Functions of one column: found out for every value the column has, by the steps themselves, and replaced by the
// quickest step that gives the same everywhere.

#include <algorithm>
#include <cstring>

#include "program/lane_program.hpp"

namespace cwp {
namespace {

constexpr Wide kMostValues = 1 << 16;

/// What a register comes to for each value of its column.
std::vector<std::int64_t> values_of(const LaneProgram& program, LaneRegister reg, LaneRegister column) {
  const LaneRange& range = program.writer.range(column);
  const std::size_t count = std::size_t(range.high - range.low + 1), lanes = padded(count);
  const LanePass pass = program.pass({reg}, false);
  std::vector<std::vector<std::int64_t>> memory;  // 8 bytes a lane are enough for every lane
  std::vector<void*> registers(program.writer.registers().size());
  const auto give = [&](LaneRegister to) { registers[to] = memory.emplace_back(lanes).data(); };
  const auto fill = [&](LaneRegister to, const auto& value_at) {
    give(to);
    for (std::size_t i = 0; i < lanes; ++i) {
      const std::int64_t value = value_at(i);
      const std::size_t bytes = bytes_of(program.writer.info(to).lane);  // little-endian, as all our processors are
      std::memcpy(static_cast<char*>(registers[to]) + i * bytes, &value, bytes);
    }
  };
  for (const LanePass::Place& place : pass.scratch) give(place.reg);
  for (const LanePass::Place& place : pass.constants)
    fill(place.reg, [&](std::size_t) { return std::int64_t(program.writer.range(place.reg).low); });
  fill(column, [&](std::size_t i) { return std::int64_t(range.low) + std::int64_t(std::min(i, count - 1)); });
  run_lanes_baseline(pass.steps.data(), pass.steps.size(), registers.data(), lanes);
  std::vector<std::int64_t> values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = lane_value(program.writer.info(reg).lane, registers[reg], i);
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

/// A rounded line between two flat ends, (x * k0 + k1) >> k2 in 32 bits: no sum leaves them, since its quotient is the
/// value; the product may, and wraps to the same sum. The width of the sums that go with a factor is concave in it, so
/// the best factor is found by halving.
bool as_line(const std::vector<std::int64_t>& all, std::int64_t low, LaneStep& step) {
  std::size_t begin = 0, end = all.size() - 1;
  while (begin < end && all[begin] == all[begin + 1]) ++begin;
  while (end > begin && all[end] == all[end - 1]) --end;
  const std::vector<std::int64_t> values(all.begin() + std::ptrdiff_t(begin), all.begin() + std::ptrdiff_t(end) + 1);
  const std::int64_t first = low + std::int64_t(begin), last = low + std::int64_t(end);
  if (first < 0) return false;
  const std::int64_t most = *std::max_element(values.begin(), values.end());
  for (const int shift : {20, 18, 16, 22, 14, 12}) {
    if ((most + 1) << shift > std::int64_t{1} << 32) continue;
    const std::int64_t steps = std::max<std::int64_t>(last - first, 1);
    const std::int64_t about = ((values.back() - values.front()) << shift) / steps;
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
    step.k1 = sums.least;
    step.k2 = shift;
    step.low = first;
    step.high = last;
    return true;
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
