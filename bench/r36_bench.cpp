// The work R36 (docs/performance.md): how long everybody takes for it, and whether they are right. Ratios are to the
// hand-written AVX-512 on one thread. It ends with 1 when somebody who should be exact is not, or a peer is not there.
//
// r36_bench [--officers=N] [--rounds=N] [--no-peers] [--only=TEXT]; what is meant for Google Benchmark is passed over.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <thread>

#include "bench/r36/bandwidth.hpp"
#include "bench/r36/contestant.hpp"
#include "bench/r36/peers.hpp"
#include "bench/r36/reference.hpp"

namespace cwp::r36 {
namespace {

struct Options {
  std::size_t officers = 1'000'000;
  int rounds = 21;
  bool peers = true;
  std::string only;  ///< of those in this process, besides the first: whose names hold this
};

Options options_of(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const auto value = [&](std::string_view name) {
      return argument.rfind(name, 0) == 0 ? std::stoul(argument.substr(name.size())) : 0UL;
    };
    if (const auto officers = value("--officers=")) {
      options.officers = officers;
    } else if (const auto rounds = value("--rounds=")) {
      options.rounds = static_cast<int>(rounds);
    } else if (argument.rfind("--only=", 0) == 0) {
      options.only = argument.substr(7);
    } else if (argument == "--no-peers") {
      options.peers = false;
    } else if (argument.rfind("--benchmark_", 0) != 0) {
      throw std::runtime_error("unknown option " + argument +
                               "; r36_bench [--officers=N] [--rounds=N] [--no-peers] [--only=TEXT]");
    }
  }
  return options;
}

constexpr int kStints = 3;

/// Everybody who works in this process.
std::vector<Contestant> contestants(const Workload& work) {
  std::vector<Contestant> all;
  for (const unsigned threads : {1U, 2U}) {
    if (auto hand = avx512(work, threads)) all.push_back(std::move(*hand));
  }
  for (const Isa isa : {Isa::avx512, Isa::avx2, Isa::baseline})
    if (auto engine = cwp_engine(work, 1, isa)) all.push_back(std::move(*engine));
  if (auto engine = cwp_engine(work, 2, best_isa())) all.push_back(std::move(*engine));
  all.push_back(scalar_rows(work));
  return all;
}

/// Something that is timed; the best of its rounds.
struct Timed {
  std::string name;
  std::function<void()> run;
  double milliseconds = std::numeric_limits<double>::infinity();
};

/// In turns, so that a slow minute of the machine is slow for all.
void measure(std::vector<Timed>& all, int rounds) {
  for (int round = 0; round < rounds; ++round)
    for (Timed& timed : all) {
      const auto start = std::chrono::steady_clock::now();
      timed.run();
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
      timed.milliseconds = std::min(timed.milliseconds, took.count());
    }
}

void print(const std::string& who, double milliseconds, double base, const Wrong& wrong) {
  std::printf("R36-A %s %.*f ms, ratio %.2f, wrong totals %zu", who.c_str(), milliseconds < 100 ? 2 : 0, milliseconds,
              milliseconds / base, wrong.totals);
  if (wrong.categories > 0) std::printf(", wrong categories %zu", wrong.categories);
  if (wrong.ranks > 0) std::printf(", wrong ranks %zu", wrong.ranks);
  std::printf("\n");
}

std::filesystem::path hand_program_source() {
  if (const char* const folder = std::getenv("CWP_R36_DIR")) return folder;
  const std::filesystem::path beside = CWP_ROOT_DIR "/../shared/r36";
  return std::filesystem::exists(beside / "bench.cpp") ? beside.lexically_normal() : std::filesystem::path();
}

/// What the figures were measured on, and how much else it had to do.
void print_machine() {
  std::string model = "unknown processor", load = "unknown";
  std::ifstream processors("/proc/cpuinfo");
  for (std::string line; std::getline(processors, line);)
    if (line.rfind("model name", 0) == 0) model = line.substr(line.find(':') + 2);
  std::ifstream("/proc/loadavg") >> load;
  std::printf("R36-A machine %s, %u processors, load %s before the run\n", model.c_str(),
              std::thread::hardware_concurrency(), load.c_str());
}

int run(const Options& options) {
  print_machine();
  const Workload work(options.officers);
  const Results truth = reference(work);
  std::vector<Contestant> all = contestants(work);
  all.erase(std::remove_if(all.begin() + 1, all.end(),
                           [&](const Contestant& one) { return one.name.find(options.only) == std::string::npos; }),
            all.end());
  const bool has_hand = all.front().name.rfind("hand-written", 0) == 0;
  if (!has_hand) std::printf("R36-A hand-written AVX-512: skipped, this processor has no AVX-512BW\n");

  std::vector<Timed> timed;
  std::uint64_t sum = 0;
  const unsigned readers[] = {1, 2};
  for (const unsigned threads : readers)
    timed.push_back({std::to_string(threads) + (threads == 1 ? " thread" : " threads"),
                     [&, threads] { sum += read_columns(work.columns, threads); }});
  for (const Contestant& contestant : all) timed.push_back({contestant.name, contestant.run});

  // Everybody has a turn in each stint: within a minute the machine may change its mind.
  const auto folder = std::filesystem::path(CWP_BENCH_DIR) / "r36";
  const std::filesystem::path source = has_hand ? hand_program_source() : std::filesystem::path();
  std::vector<PeerRun> others;
  for (int stint = 0; stint < kStints; ++stint) {
    measure(timed, (options.rounds + kStints - 1) / kStints);
    std::vector<PeerRun> runs;
    const auto add = [&](const std::vector<PeerRun>& more) { runs.insert(runs.end(), more.begin(), more.end()); };
    if (!source.empty()) add(run_hand_program(source, folder));
    if (options.peers) add(run_peers(work, truth, folder, 2));
    if (stint == 0) others = runs;
    for (std::size_t i = 0; i < runs.size(); ++i)
      others[i].milliseconds = std::min(others[i].milliseconds, runs[i].milliseconds);
  }

  const double megabytes = static_cast<double>(work.officers()) * kMetrics * sizeof(std::uint16_t) / 1e6;
  for (std::size_t i = 0; i < std::size(readers); ++i)
    std::printf("R36-A read bandwidth %.0f MB of u16 in %.2f ms, %.1f GB/s, %s\n", megabytes, timed[i].milliseconds,
                megabytes / timed[i].milliseconds, timed[i].name.c_str());
  const double base = timed[std::size(readers)].milliseconds;
  std::printf("R36-A ratios are to %s\n", all.front().name.c_str());
  bool right = sum != 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Wrong wrong = compare(all[i].deliver(), truth);
    right = right && wrong.nothing();
    print(all[i].name, timed[std::size(readers) + i].milliseconds, base, wrong);
  }
  for (const PeerRun& other : others) print(other.name, other.milliseconds, base, other.wrong);
  return right ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace cwp::r36

int main(int count, char** arguments) {
  try {
    return cwp::r36::run(cwp::r36::options_of(count, arguments));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "r36_bench: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
