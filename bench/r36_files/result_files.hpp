#pragma once
// What came out as CSV, to be held against the truth.

#include <filesystem>

#include "bench/r36/results.hpp"

namespace cwp::r36 {

/// The tables that `cwp score` leaves in a folder.
Results read_cwp_results(const std::filesystem::path& folder, std::size_t officers);
/// The one that `cwp score --tables standing` leaves.
Results read_cwp_standing(const std::filesystem::path& folder, std::size_t officers);
/// A peer's one table.
Results read_peer_results(const std::filesystem::path& file, std::size_t officers);

}  // namespace cwp::r36
