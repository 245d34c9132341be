#include "program/lane_block.hpp"

#include <algorithm>
#include <cstring>

namespace cwp {
namespace {

// More columns than pages that a processor finds at once: then long stretches of each are worth more than registers in
// the first-level cache, as long as these are in the second, beside what is read of the columns meanwhile.
constexpr std::size_t kMoreThanPages = 64, kSecondLevelBytes = 512 << 10, kOfManyColumns = 2, kLeastOfManyColumns = 512;

void store(std::int64_t value, Lane lane, void* lanes, std::size_t at) {
  const std::size_t bytes = bytes_of(lane);  // little-endian, as all our processors are
  std::memcpy(static_cast<char*>(lanes) + at * bytes, &value, bytes);
}

}  // namespace

std::size_t lanes_in_block(const LanePass& pass, std::size_t wanted, BlockSize size) {
  if (wanted != 0) return wanted;
  const std::size_t suited = size.registers / std::max<std::size_t>(pass.bytes_per_lane, 1) / kLaneGroup * kLaneGroup;
  if (pass.columns.size() > kMoreThanPages)
    for (std::size_t many = kOfManyColumns * size.most; many >= kLeastOfManyColumns; many /= 2)
      if (pass.bytes_per_lane * many <= kSecondLevelBytes) return many;
  return std::clamp(suited, kLaneGroup, size.most);
}

LaneBlock::LaneBlock(const LaneProgram& program, const LanePass& pass,
                     const std::vector<std::pair<LaneRegister, const void*>>& columns, const LaneTables& tables,
                     std::size_t lanes, RunLanes unit)
    : pass_(pass), run_(unit), room_(padded(lanes)), steps_(pass.steps) {
  const std::vector<RegisterInfo>& infos = program.writer.registers();
  for (const GroupLine& line : pass.lines) shares_.push_back({GroupShares(line, tables, unit), 0, false});
  for (LaneStep& step : steps_) {
    if (step.op == LaneOp::spread) step.table = tables[std::size_t(step.k2)].data();
    if (step.op != LaneOp::by_group) continue;
    Shares& shares = shares_[std::size_t(step.k2)];
    shares.numbers = step.b;
    shares.ascend = std::find(program.ascending.begin(), program.ascending.end(), step.b) != program.ascending.end();
    step.table = shares.of_groups.figures();
    step.count = std::uint32_t(shares.of_groups.groups());
  }
  constexpr std::size_t kLine = 64;  // a cache line, and the widest vector
  scratch_ = std::make_unique_for_overwrite<char[]>(pass.bytes_per_lane * room_ + kLine);
  registers_.resize(infos.size());
  std::vector<const void*> lanes_of(infos.size());
  for (const auto& [reg, data] : columns) lanes_of[reg] = data;
  for (const LaneRegister reg : pass.columns)
    columns_.push_back({reg, bytes_of(infos[reg].lane), static_cast<const char*>(lanes_of[reg])});
  for (const Column& column : columns_) bytes_of_columns_ += column.bytes;
  char* base = scratch_.get();
  base += (kLine - reinterpret_cast<std::uintptr_t>(base) % kLine) % kLine;
  for (const auto* places : {&pass.scratch, &pass.constants})
    for (const LanePass::Place& place : *places) {
      registers_[place.reg] = base + place.offset * room_;
      scratch_registers_.push_back({place.reg, bytes_of(infos[place.reg].lane)});
    }
  for (const LanePass::Place& place : pass.constants) {
    for (std::size_t i = 0; i < room_; ++i)
      store(std::int64_t(infos[place.reg].range.low), infos[place.reg].lane, registers_[place.reg], i);
  }
}

void LaneBlock::run_behind(std::size_t first, std::size_t whole, std::size_t count) {
  // A whole group is computed: behind the last lane stand all of them again, within the ranges that were proved.
  behind_ = registers_;
  for (const Scratch& one : scratch_registers_)
    behind_[one.reg] = static_cast<char*>(registers_[one.reg]) + whole * one.bytes;
  if (copies_.empty()) copies_.resize(bytes_of_columns_ * kLaneGroup / sizeof(std::int64_t));
  auto* copy = reinterpret_cast<char*>(copies_.data());
  for (const Column& column : columns_) {
    behind_[column.reg] = copy;
    std::memcpy(copy, column.lanes + first * column.bytes, count * column.bytes);
    for (std::size_t there = count; there < kLaneGroup; there *= 2)
      std::memcpy(copy + there * column.bytes, copy, std::min(there, kLaneGroup - there) * column.bytes);
    copy += kLaneGroup * column.bytes;
  }
  run_(steps_.data(), steps_.size(), behind_.data(), kLaneGroup);
}

void LaneBlock::run(std::size_t first, std::size_t count) {
  for (const LaneRegister reg : pass_.flags) {
    auto* flags = static_cast<std::uint8_t*>(registers_[reg]);
    std::fill(flags, flags + room_, std::uint8_t{0});
  }
  for (const Column& column : columns_)
    registers_[column.reg] = const_cast<char*>(column.lanes + first * column.bytes);  // no step writes to a column
  for (Shares& shares : shares_) {
    const auto* const numbers = static_cast<const std::int32_t*>(registers_[shares.numbers]);
    if (shares.ascend)
      shares.of_groups.make(std::size_t(numbers[0]), std::size_t(numbers[count - 1]));
    else
      shares.of_groups.make(0, shares.of_groups.groups() - 1);
  }
  if (steps_.empty()) return;
  const std::size_t whole = count / kLaneGroup * kLaneGroup;
  if (whole != 0) run_(steps_.data(), steps_.size(), registers_.data(), whole);
  if (whole != count) run_behind(first + whole, whole, count - whole);
}

}  // namespace cwp
