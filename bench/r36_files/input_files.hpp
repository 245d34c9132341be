#pragma once
// The data of R36 as files that people would have: roster.csv, and metrics.csv with a row an officer.

#include <filesystem>

#include "bench/r36/workload.hpp"

namespace cwp::r36 {

/// The bytes of metrics.csv.
std::size_t write_input_files(const Workload& work, const std::filesystem::path& folder);

}  // namespace cwp::r36
