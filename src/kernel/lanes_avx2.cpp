// The lanes' unit for avx2: cmake/layers.cmake says with which options it is compiled.
#include "kernel/lane_step.hpp"

#include "kernel/lane_body.hpp"

namespace cwp {

void run_lanes_avx2(const LaneStep* steps, std::size_t count, void* const* registers, std::size_t lanes) {
  run_all(steps, count, registers, lanes);
}

void rank_groups_avx2(Lane lane, const void* values, const std::uint32_t* begins, std::size_t groups,
                      std::uint32_t* ranks) {
  rank_all_groups(lane, values, begins, groups, ranks);
}

void sum_groups_avx2(const std::uint16_t* values, const std::uint32_t* begins, std::size_t groups, std::int64_t* sums) {
  sum_all_groups(values, begins, groups, sums);
}

std::size_t take_doubles_avx2(const double* figures, std::size_t count, double power, Lane lane, void* lanes,
                              std::int32_t* range) {
  return take_doubles(figures, count, power, lane, lanes, range);
}

void measure_figures_avx2(Lane lane, const void* figures, std::size_t count, std::int64_t* range, std::uint32_t* words,
                          std::uint32_t* sums) {
  measure_column_figures(lane, figures, count, range, words, sums);
}

FieldUnit field_unit_avx2() { return {find_kinds, find_ends, take_figures, lay_figures}; }

}  // namespace cwp
