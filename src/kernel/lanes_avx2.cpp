// The lanes' unit for avx2: cmake/layers.cmake says with which options it is compiled.
#include "kernel/lane_step.hpp"

#include "kernel/lane_body.hpp"

namespace cwp {

void run_lanes_avx2(const LaneStep* steps, std::size_t count, void* const* registers, std::size_t lanes) {
  run_all(steps, count, registers, lanes);
}

}  // namespace cwp
