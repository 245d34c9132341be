#pragma once
// Those of bench/peers who do the work of days, weeks and the month.

#include <filesystem>
#include <functional>
#include <vector>

#include "bench/r36/peers.hpp"
#include "bench/r36_days/days.hpp"
#include "bench/r36_days/engine.hpp"

namespace cwp::r36 {

/// Hands them the figures as files in `folder`, and has `judge` look at what they deliver. Throws std::runtime_error
/// when one of them cannot be set up or fails.
std::vector<PeerRun> run_peers_over_days(const DaysWork& work, const std::filesystem::path& folder, int repeats,
                                         const std::function<Wrong(const DaysResults&)>& judge);

}  // namespace cwp::r36
