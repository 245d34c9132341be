#include "lane/lane_order.hpp"

#include <algorithm>
#include <span>

namespace cwp {
namespace {

constexpr std::size_t kNoTime = ~std::size_t{0};

}  // namespace

LaneOrder::LaneOrder(const LaneWriter& writer, const std::vector<LaneStep>& steps, const std::vector<bool>& runs)
    : writer_(writer), times_(steps.size(), kNoTime), first_read_(writer.registers().size(), kNoTime) {
  find_first_reads(steps, runs);
  find_times(steps, runs);
}

std::size_t LaneOrder::time_of(LaneRegister reg) const {
  if (first_read_[reg] != kNoTime) return first_read_[reg];
  const auto step = writer_.step_of(reg);
  return step ? times_[*step] : 0;
}

void LaneOrder::find_first_reads(const std::vector<LaneStep>& steps, const std::vector<bool>& runs) {
  const auto is_column = [&](LaneRegister reg) { return writer_.info(reg).kind == RegisterInfo::Kind::column; };
  // Of each column, with which others it is added up.
  std::vector<std::span<const LaneRegister>> added_with(writer_.registers().size());
  for (std::size_t s = 0; s < steps.size(); ++s) {
    if (!runs[s] || steps[s].op != LaneOp::add_up) continue;
    const std::span<const LaneRegister> parts = writer_.part_lists()[std::size_t(steps[s].k2)];
    for (std::size_t p = 0; p < parts.size(); p += kAddedAtOnce) {
      const auto some = parts.subspan(p, std::min<std::size_t>(kAddedAtOnce, parts.size() - p));
      for (const LaneRegister part : some)
        if (added_with[part].empty()) added_with[part] = some;
    }
  }
  std::size_t time = 0;
  const auto read = [&](LaneRegister column) {
    if (is_column(column) && first_read_[column] == kNoTime) first_read_[column] = time++;
  };
  // Whoever reads a column that is added up reads the others next, so that they are at hand for the sum.
  for (const bool of_sums : {false, true})
    for (std::size_t s = 0; s < steps.size(); ++s) {
      if (!runs[s] || (steps[s].op == LaneOp::add_up) != of_sums) continue;
      for_each_operand(steps[s], writer_.part_lists(), [&](LaneRegister operand) {
        if (!is_column(operand) || first_read_[operand] != kNoTime) return;
        for (const LaneRegister other : added_with[operand]) read(other);
        read(operand);
      });
    }
}

void LaneOrder::find_times(const std::vector<LaneStep>& steps, const std::vector<bool>& runs) {
  // Figures of groups, and what hangs on them alone, could be read at any time: they wait until they are.
  std::vector<bool> waits(steps.size());
  for (std::size_t s = 0; s < steps.size(); ++s) {
    if (!runs[s]) continue;
    std::size_t time = 0;
    bool all_wait = true;
    for_each_operand(steps[s], writer_.part_lists(), [&](LaneRegister operand) {
      if (writer_.info(operand).kind == RegisterInfo::Kind::constant) return;
      const auto step = writer_.step_of(operand);
      if (step && waits[*step]) return;
      all_wait = false;
      time = std::max(time, time_of(operand));
    });
    waits[s] = all_wait || steps[s].op == LaneOp::spread;
    if (!waits[s]) times_[s] = time;
  }
  for (std::size_t s = steps.size(); s-- > 0;) {
    if (!runs[s]) continue;
    if (times_[s] == kNoTime) times_[s] = kNoTime - 1;  // it is wanted, and nobody reads it
    for_each_operand(steps[s], writer_.part_lists(), [&](LaneRegister operand) {
      const auto step = writer_.step_of(operand);
      if (step && waits[*step]) times_[*step] = std::min(times_[*step], times_[s]);
    });
  }
}

}  // namespace cwp
