#include "lane/lane_order.hpp"

#include <algorithm>

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
  // Sums come to columns that others read before; to those that nobody else reads, when they are made.
  for (const bool of_sums : {false, true})
    for (std::size_t s = 0; s < steps.size(); ++s) {
      if (!runs[s] || (steps[s].op == LaneOp::add_up) != of_sums) continue;
      for_each_operand(steps[s], writer_.part_lists(), [&](LaneRegister operand) {
        if (writer_.info(operand).kind != RegisterInfo::Kind::column || first_read_[operand] != kNoTime) return;
        first_read_[operand] = s;
      });
    }
}

void LaneOrder::find_times(const std::vector<LaneStep>& steps, const std::vector<bool>& runs) {
  // Figures of groups, and what hangs on them alone, could be read at any time: they wait until they are.
  std::vector<bool> waits(steps.size());
  for (std::size_t s = 0; s < steps.size(); ++s) {
    if (!runs[s]) continue;
    std::size_t time = 0;
    bool all_wait = true, reads_column = false;
    for_each_operand(steps[s], writer_.part_lists(), [&](LaneRegister operand) {
      if (writer_.info(operand).kind == RegisterInfo::Kind::constant) return;
      const auto step = writer_.step_of(operand);
      if (step && waits[*step]) return;
      reads_column = reads_column || writer_.info(operand).kind == RegisterInfo::Kind::column;
      all_wait = false;
      time = std::max(time, time_of(operand));
    });
    waits[s] = all_wait || steps[s].op == LaneOp::spread;
    // Columns stay in the order in which they were written: whoever reads one keeps his place.
    if (!waits[s]) times_[s] = reads_column && steps[s].op != LaneOp::add_up ? std::max(time, s) : time;
  }
  for (std::size_t s = steps.size(); s-- > 0;) {
    if (!runs[s]) continue;
    if (times_[s] == kNoTime) times_[s] = s;  // it is wanted, and nobody reads it
    for_each_operand(steps[s], writer_.part_lists(), [&](LaneRegister operand) {
      const auto step = writer_.step_of(operand);
      if (step && waits[*step]) times_[*step] = std::min(times_[*step], times_[s]);
    });
  }
}

}  // namespace cwp
