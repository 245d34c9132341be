#pragma once
// KeptLanes: runs all steps of a writer with a place of its own for every register, so that everything that was
// computed on the way can be looked at.

#include <algorithm>
#include <cstring>
#include <map>
#include <vector>

#include "kernel/lane_step.hpp"
#include "lane/lane_writer.hpp"

namespace cwp::testing {

class KeptLanes {
 public:
  using Values = std::vector<std::int64_t>;

  /// `columns`: the lanes of each column, all equally many and at least one. `tables`: of look_up.
  KeptLanes(const LaneWriter& writer, const std::map<LaneRegister, Values>& columns, RunLanes unit,
            const std::vector<const void*>& tables = {})
      : writer_(writer), lanes_(columns.begin()->second.size()), memory_(writer.registers().size()) {
    for (LaneRegister reg = 0; reg < memory_.size(); ++reg) {
      memory_[reg].resize(padded(lanes_));  // as many bytes as the widest lane has
      const RegisterInfo& info = writer.info(reg);
      for (std::size_t i = 0; i < padded(lanes_); ++i) {
        if (info.kind == RegisterInfo::Kind::constant) set(reg, i, std::int64_t(info.range.low));
        if (info.kind == RegisterInfo::Kind::column) set(reg, i, columns.at(reg)[std::min(i, lanes_ - 1)]);
      }
      registers_.push_back(memory_[reg].data());
    }
    std::vector<LaneStep> steps = writer.steps();
    for (LaneStep& step : steps) {
      if (has_parts(step.op)) step.parts = writer.part_lists()[std::size_t(step.k2)].data();
      if (step.op == LaneOp::look_up) step.table = tables.at(std::size_t(step.k2));
    }
    unit(steps.data(), steps.size(), registers_.data(), padded(lanes_));
  }

  std::size_t lanes() const { return lanes_; }
  std::int64_t at(LaneRegister reg, std::size_t lane) const { return std::int64_t(wide_at(reg, lane)); }
  Wide wide_at(LaneRegister reg, std::size_t lane) const {
    const Lane width = writer_.info(reg).lane;
    const std::size_t bytes = bytes_of(width);
    Wide bits = 0;
    std::memcpy(&bits, reinterpret_cast<const char*>(memory_[reg].data()) + lane * bytes, bytes);
    if (width == Lane::i32) return std::int32_t(std::uint32_t(bits));
    return width == Lane::i64 ? Wide{std::int64_t(std::uint64_t(bits))} : bits;
  }
  Values of(LaneRegister reg) const {
    Values values;
    for (std::size_t i = 0; i < lanes_; ++i) values.push_back(at(reg, i));
    return values;
  }
  /// The first register with a lane outside its proved range, or that does not fit its own lane.
  std::optional<LaneRegister> outside() const {
    for (LaneRegister reg = 0; reg < memory_.size(); ++reg) {
      const LaneRange& range = writer_.range(reg);
      if (!fits(range, writer_.info(reg).lane)) return reg;
      for (std::size_t i = 0; i < lanes_; ++i)
        if (wide_at(reg, i) < range.low || wide_at(reg, i) > range.high) return reg;
    }
    return std::nullopt;
  }

 private:
  void set(LaneRegister reg, std::size_t i, std::int64_t value) {
    const std::size_t bytes = bytes_of(writer_.info(reg).lane);
    std::memcpy(reinterpret_cast<char*>(memory_[reg].data()) + i * bytes, &value, bytes);
  }

  const LaneWriter& writer_;
  std::size_t lanes_;
  std::vector<std::vector<Wide>> memory_;
  std::vector<void*> registers_;
};

}  // namespace cwp::testing
