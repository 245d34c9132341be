// Workload B: R36 by days, weeks and months, the 31 days of March 2026 in 38 periods, each ranked in the station and
// over all. docs/performance.md says how to read the lines.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "bench/r36/peers.hpp"
#include "bench/r36/reference.hpp"
#include "bench/r36/targets.hpp"
#include "bench/r36/timing.hpp"
#include "bench/r36_days/days_peers.hpp"
#include "bench/r36_days/engine.hpp"
#include "cwp/cwp.hpp"

using namespace cwp::r36;

namespace {

Wrong compare_days(const DaysResults& results, const DaysWork& work) {
  Wrong wrong;
  for (std::size_t p = 0; p < periods_of_days().size(); ++p) {
    const PeriodOfDays& period = periods_of_days()[p];
    const Results truth = reference(work.summed(period), period.factor);
    for (std::size_t i = 0; i < work.officers(); ++i) {
      wrong.totals += results.totals[p][i] != truth.totals[i];
      wrong.ranks += results.station_ranks[p][i] != truth.station_ranks[i] ||
                     results.overall_ranks[p][i] != truth.overall_ranks[i];
    }
  }
  return wrong;
}

int run(std::size_t officers, int rounds, bool with_peers) {
  const DaysWork work(officers);
  DaysEngine one(work, 1), two(work, 2);
  std::vector<Timed> timed;
  std::string shares;
  double best = 0;
  timed.push_back({"cwp, 1 thread", [&] { one.run(); }});
  timed.push_back({"cwp, 2 threads", [&] { two.run(); }});
  for (int round = 0; round < rounds; ++round) {
    measure(timed, 1);
    if (best != timed[0].milliseconds) shares = one.report();
    best = timed[0].milliseconds;
  }
  Wrong wrong = compare_days(one.results(), work);
  const Wrong wrong_of_two = compare_days(two.results(), work);
  wrong.totals += wrong_of_two.totals, wrong.ranks += wrong_of_two.ranks;
  for (const Timed& each : timed)
    std::printf("R36-B %zu officers, 38 periods, %s %.1f ms, %.2f ns an officer and period\n", officers,
                each.name.c_str(), each.milliseconds, 1e6 * each.milliseconds / (38.0 * static_cast<double>(officers)));
  std::printf("R36-B cwp, 1 thread: %s\n", shares.c_str());
  std::printf("R36-B cwp, wrong totals %zu, wrong ranks %zu of %zu\n", wrong.totals, wrong.ranks, 2 * 38 * officers);
  Targets targets;
  bool right = wrong.nothing();
  if (with_peers) {
    const auto judge = [&](const DaysResults& results) { return compare_days(results, work); };
    const std::filesystem::path folder = std::filesystem::path(CWP_BENCH_DIR) / "r36_days";
    for (const PeerRun& peer : run_peers_over_days(work, folder, 2, judge)) {
      std::printf("R36-B %s %.0f ms, wrong totals %zu, wrong ranks %zu\n", peer.name.c_str(), peer.milliseconds,
                  peer.wrong.totals, peer.wrong.ranks);
      right = right && (!peer.exact || peer.wrong.nothing());
      const bool duckdb = peer.name.starts_with("DuckDB");
      targets.add(duckdb ? "B, DuckDB's in integer cents / time" : "B, numpy's time / time", peer.milliseconds / best,
                  "x", Targets::Bound::at_least, duckdb ? 80 : 30, wrong.totals);
    }
  }
  const char* const elsewhere = std::getenv("CWP_R36_DIR");
  if (elsewhere != nullptr && !cwp::has_isa(cwp::Isa::avx512))
    std::printf("R36-B the program of CWP_R36_DIR is not measured: this processor has no AVX-512\n");
  else if (elsewhere != nullptr && officers == 100'000) {
    for (const HandRun& hand :
         run_hand_program_over_days(elsewhere, std::filesystem::path(CWP_BENCH_DIR) / "r36_days")) {
      std::printf("R36-B %s %.1f ms, wrong totals %zu\n", hand.name.c_str(), hand.milliseconds, hand.wrong.totals);
      if (hand.name.ends_with("1 thread"))
        targets.add("B, time / " + hand.name, best / hand.milliseconds, "x", Targets::Bound::at_most, 1.3,
                    wrong.totals);
    }
  }
  targets.print();
  return right ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    std::size_t officers = 100'000;
    int rounds = 7;
    bool with_peers = true;
    for (int i = 1; i < count; ++i) {
      const std::string argument = arguments[i];
      if (argument.starts_with("--officers="))
        officers = std::stoul(argument.substr(11));
      else if (argument.starts_with("--rounds="))
        rounds = std::stoi(argument.substr(9));
      else if (argument == "--no-peers")
        with_peers = false;
      else if (!argument.starts_with("--benchmark_"))
        throw std::runtime_error("unknown option " + argument +
                                 "; r36_days_bench [--officers=N] [--rounds=N] [--no-peers]");
    }
    return run(officers, rounds, with_peers);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "r36_days_bench: %s\n", error.what());
    return 1;
  }
}
