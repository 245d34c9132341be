// The lanes' unit for any processor: cmake/layers.cmake says with which options it is compiled.
#include "kernel/lane_step.hpp"

#include "kernel/lane_body.hpp"

namespace cwp {

void run_lanes_baseline(const LaneStep* steps, std::size_t count, void* const* registers, std::size_t lanes) {
  run_all(steps, count, registers, lanes);
}

void rank_groups_baseline(Lane lane, const void* values, const std::uint32_t* begins, std::size_t groups,
                          std::uint32_t* ranks) {
  rank_all_groups(lane, values, begins, groups, ranks);
}

void sum_groups_baseline(const std::uint16_t* values, const std::uint32_t* begins, std::size_t groups,
                         std::int64_t* sums) {
  sum_all_groups(values, begins, groups, sums);
}

std::size_t take_doubles_baseline(const double* figures, std::size_t count, double power, Lane lane, void* lanes,
                                  std::int32_t* range) {
  return take_doubles(figures, count, power, lane, lanes, range);
}

void measure_figures_baseline(Lane lane, const void* figures, std::size_t count, std::int64_t* range,
                              std::uint32_t* words, std::uint32_t* sums) {
  measure_column_figures(lane, figures, count, range, words, sums);
}

FieldUnit field_unit_baseline() { return {find_kinds, find_ends, take_figures, lay_figures}; }

}  // namespace cwp
