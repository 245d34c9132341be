#include "bench/r36/targets.hpp"

#include <algorithm>
#include <cstdio>

namespace cwp::r36 {

void Targets::add(std::string work, double measured, std::string unit, Bound bound, double target,
                  std::optional<std::size_t> wrong) {
  lines_.push_back({std::move(work), std::move(unit), measured, target, bound, wrong});
}

void Targets::print() const {
  std::size_t width = 0, met = 0;
  for (const Line& line : lines_) width = std::max(width, line.work.size());
  for (const Line& line : lines_) {
    const bool most = line.bound == Bound::at_most;
    const bool is_met = most ? line.measured <= line.target : line.measured >= line.target;
    met += is_met;
    std::printf("R36 target %-*s %9.2f %-2s %s %6.2f %-2s %s", static_cast<int>(width), line.work.c_str(),
                line.measured, line.unit.c_str(), most ? "<=" : ">=", line.target, line.unit.c_str(),
                is_met ? "met   " : "missed");
    if (line.wrong) std::printf(", wrong totals %zu", *line.wrong);
    std::printf("\n");
  }
  std::printf("R36 targets %zu met, %zu missed\n", met, lines_.size() - met);
}

}  // namespace cwp::r36
