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
  scratch_.resize(pass.bytes_per_lane * room_ / sizeof(std::int64_t) + 2 * kLine);
  registers_.resize(infos.size());
  std::vector<const void*> lanes_of(infos.size());
  for (const auto& [reg, data] : columns) lanes_of[reg] = data;
  for (const LaneRegister reg : pass.columns)
    columns_.push_back({reg, bytes_of(infos[reg].lane), static_cast<const char*>(lanes_of[reg])});
  auto* base = reinterpret_cast<char*>(scratch_.data());
  base += (kLine - reinterpret_cast<std::uintptr_t>(base) % kLine) % kLine;
  for (const LanePass::Place& place : pass.scratch) registers_[place.reg] = base + place.offset * room_;
  for (const LanePass::Place& place : pass.constants) {
    registers_[place.reg] = base + place.offset * room_;
    for (std::size_t i = 0; i < room_; ++i)
      store(std::int64_t(infos[place.reg].range.low), infos[place.reg].lane, registers_[place.reg], i);
  }
}

void* LaneBlock::tail_of(const Column& column, std::size_t first, std::size_t count, std::int64_t* at) {
  // Whole groups are computed: behind the last lane stands that lane again, within the range that was proved.
  auto* copied = reinterpret_cast<char*>(at);
  const char* const lanes = column.lanes + first * column.bytes;
  std::memcpy(copied, lanes, count * column.bytes);
  for (std::size_t i = count; i < padded(count); ++i)
    std::memcpy(copied + i * column.bytes, lanes + (count - 1) * column.bytes, column.bytes);
  return copied;
}

void LaneBlock::run(std::size_t first, std::size_t count) {
  if (count % kLaneGroup == 0) {
    for (const Column& column : columns_)
      registers_[column.reg] = const_cast<char*>(column.lanes + first * column.bytes);  // no step writes to a column
  } else {
    const auto room_of = [&](const Column& column) { return (padded(count) * column.bytes + 7) / 8; };
    std::size_t room = 0;
    for (const Column& column : columns_) room += room_of(column);
    if (tails_.size() < room) tails_.resize(room);
    std::int64_t* at = tails_.data();
    for (const Column& column : columns_) {
      registers_[column.reg] = tail_of(column, first, count, at);
      at += room_of(column);
    }
  }
  for (const LaneRegister reg : pass_.flags) {
    auto* flags = static_cast<std::uint8_t*>(registers_[reg]);
    std::fill(flags, flags + room_, std::uint8_t{0});
  }
  for (Shares& shares : shares_) {
    const auto* const numbers = static_cast<const std::int32_t*>(registers_[shares.numbers]);
    if (shares.ascend)
      shares.of_groups.make(std::size_t(numbers[0]), std::size_t(numbers[count - 1]));
    else
      shares.of_groups.make(0, shares.of_groups.groups() - 1);
  }
  run_(steps_.data(), steps_.size(), registers_.data(), padded(count));
}

}  // namespace cwp
