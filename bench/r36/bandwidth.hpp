#pragma once
// The limit of R36: the time in which its columns can be read at all.

#include "bench/r36/workload.hpp"

namespace cwp::r36 {

/// Reads every column once, doing nothing but adding up; the sum keeps the compiler from leaving it out.
std::uint64_t read_columns(const Columns& columns, unsigned threads);
/// Likewise of doubles, as bits.
std::uint64_t read_doubles(const std::vector<double>& figures);

}  // namespace cwp::r36
