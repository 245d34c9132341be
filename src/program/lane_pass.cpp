// Which steps a pass runs, and where their registers lie.

#include <algorithm>

#include "lane/group_lines.hpp"
#include "lane/lane_turns.hpp"
#include "program/lane_program.hpp"

namespace cwp {
namespace {

constexpr std::size_t kUnused = ~std::size_t{0};

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

/// Which steps run: those that registers read at any time need. What reads one is noted; lines of groups replace some.
std::vector<bool> take_needed(const LaneWriter& writer, std::vector<LaneStep>& steps,
                              std::vector<std::size_t>& last_use, std::vector<GroupLine>& lines) {
  GroupLines by_group(writer);
  std::vector<bool> runs(steps.size());
  for (std::size_t s = steps.size(); s-- > 0;) {
    if (last_use[steps[s].dst] == kUnused) continue;
    runs[s] = true;
    steps[s] = by_group.take(steps[s]);
    for_each_operand(steps[s], writer.part_lists(), [&](LaneRegister operand) {
      if (last_use[operand] == kUnused) last_use[operand] = s;
    });
  }
  lines = std::move(by_group.lines);
  return runs;
}

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
  LanePass pass;
  constexpr std::size_t kToTheEnd = kUnused - 1;
  std::vector<std::size_t> last_use(registers.size(), kUnused);
  for (const LaneRegister reg : wanted) last_use[reg] = kToTheEnd;
  if (with_flags) last_use[LaneWriter::kFlags] = kToTheEnd;
  const std::vector<bool> runs = take_needed(writer, steps, last_use, pass.lines);
  const LaneJoins joins(writer, steps, runs, wanted);
  std::vector<LaneTurn> turns = lane_turns(writer, steps, runs, joins);
  const auto for_operands = [&](const LaneTurn& turn, const auto& visit) {
    if (turn.parts == nullptr) return for_each_operand(steps[turn.step], writer.part_lists(), visit);
    for (const LaneRegister part : *turn.parts) visit(part);
  };
  for (std::size_t t = 0; t < turns.size(); ++t)
    for_operands(turns[t], [&](LaneRegister operand) {
      if (last_use[operand] != kToTheEnd) last_use[operand] = t;
    });

  Scratch scratch;
  std::vector<std::size_t> offset(registers.size(), kUnused);
  for (LaneRegister reg = 0; reg < registers.size(); ++reg) {
    if (last_use[reg] == kUnused) continue;
    if (registers[reg].kind == RegisterInfo::Kind::column) pass.columns.push_back(reg);
    if (registers[reg].kind == RegisterInfo::Kind::constant)
      pass.constants.push_back({reg, scratch.take(registers[reg].lane)});
    if (registers[reg].kind == RegisterInfo::Kind::flags) {
      pass.scratch.push_back({reg, scratch.take(Lane::u8)});
      pass.flags.push_back(reg);
    }
  }
  for (std::size_t t = 0; t < turns.size(); ++t) {
    const std::size_t s = turns[t].step;
    LaneStep step = steps[s];
    std::vector<LaneRegister> done;
    for_operands(turns[t], [&](LaneRegister operand) {
      const bool is_own = registers[operand].kind == RegisterInfo::Kind::scratch;
      if (last_use[operand] == t && is_own && offset[operand] != kUnused) done.push_back(operand);
    });
    if (has_parts(step.op)) step.parts = writer.part_lists()[std::size_t(step.k2)].data();
    if (turns[t].parts != nullptr) {
      step.parts = turns[t].parts->data();
      step.count = std::uint32_t(turns[t].parts->size());
      pass.parts.push_back(std::move(turns[t].parts));
    }
    if (joins.sum[s] != LaneJoins::kNone) step.dst = steps[joins.sum[s]].dst;
    const bool is_scratch = registers[step.dst].kind == RegisterInfo::Kind::scratch;
    step.adds = is_scratch && offset[step.dst] != kUnused;  // a sum that has begun
    if (step.op == LaneOp::look_up) step.table = tables[std::size_t(step.k2)]->data();
    step.streams =
        (has_from(step.op) || step.op == LaneOp::spread) && registers[step.a].kind == RegisterInfo::Kind::column;
    if (is_scratch && !step.adds) {
      offset[step.dst] = scratch.take(registers[step.dst].lane);
      pass.scratch.push_back({step.dst, offset[step.dst]});
    }
    std::sort(done.begin(), done.end());
    done.erase(std::unique(done.begin(), done.end()), done.end());
    for (const LaneRegister reg : done) scratch.give_back(registers[reg].lane, offset[reg]);
    pass.steps.push_back(step);
  }
  pass.bytes_per_lane = scratch.size();
  return pass;
}

}  // namespace cwp
