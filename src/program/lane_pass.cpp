// Which steps a pass runs, and where their registers lie.

#include <algorithm>

#include "lane/group_lines.hpp"
#include "lane/lane_joins.hpp"
#include "program/lane_program.hpp"

namespace cwp {
namespace {

/// Places of registers in a block's scratch memory; what is no longer read gives its place to others of its width.
class Scratch {
 public:
  std::size_t take(Lane lane) {
    std::vector<std::size_t>& free = free_[std::size_t(lane)];
    if (!free.empty()) {
      const std::size_t offset = free.back();
      free.pop_back();
      return offset;
    }
    const std::size_t offset = size_;
    size_ += bytes_of(lane);
    return offset;
  }
  void give_back(Lane lane, std::size_t offset) { free_[std::size_t(lane)].push_back(offset); }
  std::size_t size() const { return size_; }

 private:
  std::vector<std::size_t> free_[kLaneWidths];
  std::size_t size_ = 0;
};

}  // namespace

void LaneSource::Fractions::add(std::int64_t numerator, std::int64_t denominator) {
  if (numerators.empty()) {
    numerator_range = {numerator, numerator};
    denominator_range = {denominator, denominator};
  }
  const auto widen = [](LaneRange& range, Wide value) {
    range = {std::min(range.low, value), std::max(range.high, value)};
  };
  widen(numerator_range, numerator);
  widen(denominator_range, denominator);
  numerators.push_back(numerator);
  denominators.push_back(denominator);
}

std::int64_t lane_value(Lane lane, const void* lanes, std::size_t at) {
  switch (lane) {
    case Lane::u8:
      return static_cast<const std::uint8_t*>(lanes)[at];
    case Lane::u16:
      return static_cast<const std::uint16_t*>(lanes)[at];
    case Lane::i32:
      return static_cast<const std::int32_t*>(lanes)[at];
    case Lane::i128:
      return std::int64_t(static_cast<const Wide*>(lanes)[at]);
    case Lane::i64:
      break;
  }
  return static_cast<const std::int64_t*>(lanes)[at];
}

Rational LaneProgram::value(const LaneFigure& figure, void* const* block, std::size_t lane) const {
  const auto at = [&](LaneRegister reg) {
    if (const auto value = writer.constant_of(reg)) return Rational(std::int64_t(*value));
    if (writer.info(reg).lane == Lane::i128) return rational_of(static_cast<const Wide*>(block[reg])[lane]);
    return Rational(lane_value(writer.info(reg).lane, block[reg], lane));
  };
  const Rational value = at(figure.number) / Rational(figure.denominator);
  return figure.divisor ? value / at(*figure.divisor) : value;
}

LanePass LaneProgram::pass(const std::vector<LaneRegister>& wanted, bool with_flags) const {
  const std::vector<RegisterInfo>& registers = writer.registers();
  std::vector<LaneStep> steps = writer.steps();
  GroupLines by_group(writer);
  constexpr std::size_t kNever = ~std::size_t{0}, kToTheEnd = kNever - 1;
  std::vector<std::size_t> last_use(registers.size(), kNever);
  std::vector<bool> runs(steps.size());
  for (const LaneRegister reg : wanted) last_use[reg] = kToTheEnd;
  if (with_flags) last_use[LaneWriter::kFlags] = kToTheEnd;
  for (std::size_t s = steps.size(); s-- > 0;) {
    if (last_use[steps[s].dst] == kNever) continue;
    runs[s] = true;
    steps[s] = by_group.take(steps[s]);
    for_each_operand(steps[s], writer.part_lists(), [&](LaneRegister operand) {
      if (last_use[operand] == kNever) last_use[operand] = s;
    });
  }

  LaneJoins joins(writer, steps, runs, wanted);
  LanePass pass;
  pass.lines = std::move(by_group.lines);
  Scratch scratch;
  std::vector<std::size_t> offset(registers.size(), kNever);
  for (LaneRegister reg = 0; reg < registers.size(); ++reg) {
    if (last_use[reg] == kNever) continue;
    if (registers[reg].kind == RegisterInfo::Kind::column) pass.columns.push_back(reg);
    if (registers[reg].kind == RegisterInfo::Kind::constant)
      pass.constants.push_back({reg, scratch.take(registers[reg].lane)});
    if (registers[reg].kind == RegisterInfo::Kind::flags) {
      pass.scratch.push_back({reg, scratch.take(Lane::u8)});
      pass.flags.push_back(reg);
    }
  }
  for (std::size_t s = 0; s < steps.size(); ++s) {
    if (!runs[s] || (joins.rest[s] && joins.rest[s]->empty())) continue;  // the others have made its sum
    LaneStep step = steps[s];
    if (has_parts(step.op)) step.parts = writer.part_lists()[std::size_t(step.k2)].data();
    if (joins.rest[s]) {
      step.parts = joins.rest[s]->data();
      step.count = std::uint32_t(joins.rest[s]->size());
      pass.parts.push_back(std::move(joins.rest[s]));
    }
    if (joins.sum[s] != LaneJoins::kNone) step.dst = steps[joins.sum[s]].dst;
    step.adds = joins.adds[s];
    if (step.op == LaneOp::look_up) step.table = tables[std::size_t(step.k2)]->data();
    step.streams =
        (has_from(step.op) || step.op == LaneOp::spread) && registers[step.a].kind == RegisterInfo::Kind::column;
    if (registers[step.dst].kind != RegisterInfo::Kind::flags && !step.adds) {
      offset[step.dst] = scratch.take(registers[step.dst].lane);
      pass.scratch.push_back({step.dst, offset[step.dst]});
    }
    std::vector<LaneRegister> done;
    for_each_operand(steps[s], writer.part_lists(), [&](LaneRegister operand) {
      const bool is_own = registers[operand].kind == RegisterInfo::Kind::scratch;
      if (last_use[operand] == s && is_own && offset[operand] != kNever) done.push_back(operand);
    });
    std::sort(done.begin(), done.end());
    done.erase(std::unique(done.begin(), done.end()), done.end());
    for (const LaneRegister reg : done) scratch.give_back(registers[reg].lane, offset[reg]);
    pass.steps.push_back(step);
  }
  pass.bytes_per_lane = scratch.size();
  return pass;
}

}  // namespace cwp
