#pragma once
// Those who do the work R36 in a process of their own: the peers of bench/peers, and the program from elsewhere that a
// rival wrote by hand.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/r36/results.hpp"
#include "bench/r36/workload.hpp"

namespace cwp::r36 {

struct PeerRun {
  std::string name;
  double milliseconds = 0;  ///< of the best of its runs
  bool exact = true;        ///< it computes in integers; else in doubles, and wrong totals are its own affair
  Wrong wrong;
};

struct HandRun : PeerRun {
  double median = 0;  ///< milliseconds, of nine runs
  bool stores_items = false;
};

/// Runs the script bench/peers/run.sh, which sets the peers up when they are not, with what stands in `folder`; `judge`
/// says what is wrong with the results that a peer left there. Throws std::runtime_error when one of them cannot be set
/// up or fails.
std::vector<PeerRun> run_peer_script(const std::filesystem::path& folder, int repeats, const std::string& mode,
                                     const std::function<Wrong(const std::filesystem::path&)>& judge);
/// The station of each officer, as peers read it.
void write_stations(const std::vector<std::uint32_t>& stations, const std::filesystem::path& folder);

/// Sets the peers up when they are not, hands them the columns as files in `folder`, and reads their results back.
/// Throws std::runtime_error when one of them cannot be set up or fails.
std::vector<PeerRun> run_peers(const Workload& work, const Results& truth, const std::filesystem::path& folder,
                               int repeats);

/// The hand-written program whose source is in `source` (bench.cpp, common.h, hand.h), built in `folder` and run: its
/// two forms on one thread, without and with the items stored. `wrong.totals` is what the program says of itself.
std::vector<HandRun> run_hand_program(const std::filesystem::path& source, const std::filesystem::path& folder);

/// The same program over days, weeks and the month of 100,000 officers, on one thread and on two.
std::vector<HandRun> run_hand_program_over_days(const std::filesystem::path& source,
                                                const std::filesystem::path& folder);

}  // namespace cwp::r36
