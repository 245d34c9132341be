// R36 from CSV to CSV, whole programs (docs/performance.md): `cwp score` with a table of totals, categories and both
// ranks and its receipt, others with the same table, and `cwp score` with all of its tables, 36 items an officer among
// them. It ends with 1 when cwp is not exact, or a peer is not there.
//
// r36_files_bench [--officers=N] [--rounds=N] [--no-peers]; what is meant for Google Benchmark is passed over.

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "bench/r36/reference.hpp"
#include "bench/r36/targets.hpp"
#include "bench/r36_files/input_files.hpp"
#include "bench/r36_files/result_files.hpp"
#include "cwp/cwp.hpp"

namespace cwp::r36 {
namespace {

namespace fs = std::filesystem;

struct Timed {
  std::string name;
  double milliseconds = std::numeric_limits<double>::infinity();
  /// That the processors worked, for the program and for the system: what does not hang on the disk and on who else is
  /// there.
  double worked = std::numeric_limits<double>::infinity();
  Wrong wrong;
};

/// That processors worked for children that have ended.
double milliseconds_worked() {
  rusage usage = {};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto of = [](const timeval& time) { return 1e3 * double(time.tv_sec) + 1e-3 * double(time.tv_usec); };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

template <typename Work>
double milliseconds_of(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

const std::string kRulebook = CWP_ROOT_DIR "/bench/r36/r36.yaml";

/// The program as people run it: its start, the rulebook, and the disk belong to it.
void run_program(const fs::path& folder, int threads, bool all_tables, Timed& program) {
  fs::remove_all(folder / "results");
  const std::string command = std::string(CWP_PROGRAM) + " score " + kRulebook + " --inputs '" + folder.string() +
                              "' --span 2026-03-01..2026-03-31 --no-progress " +
                              (all_tables ? "" : "--tables standing ") + "--threads " + std::to_string(threads) +
                              " --out '" + (folder / "results").string() + "' > '" + (folder / "said.txt").string() +
                              "'";
  int status = 0;
  const double before = milliseconds_worked();
  program.milliseconds =
      std::min(program.milliseconds, milliseconds_of([&] { status = std::system(command.c_str()); }));
  if (status != 0) throw std::runtime_error("failed: " + command);
  program.worked = std::min(program.worked, milliseconds_worked() - before);
}

/// Reading alone: files to a Dataset, with the SHA-256 that the receipt needs.
double run_reader(const fs::path& folder, int threads, const CheckedRulebook& rules) {
  CsvInputs inputs;
  inputs.directory = folder.string();
  inputs.threads = threads;
  return milliseconds_of([&] {
    if (!read_csv(inputs, rules).ok()) throw std::runtime_error("cannot read " + folder.string());
  });
}

std::vector<Timed> run_peers(const fs::path& folder, int repeats, const Results& truth) {
  const std::string command = std::string("'" CWP_ROOT_DIR "/bench/peers/run.sh' '") + folder.string() + "' " +
                              std::to_string(repeats) + " files";
  std::FILE* const pipe = popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::string said;
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) said += static_cast<char>(c);
  if (pclose(pipe) != 0) throw std::runtime_error("bench/peers/run.sh failed");
  std::vector<Timed> peers;
  std::istringstream lines(said);
  for (std::string file; lines >> file;) {
    Timed peer;
    lines >> peer.milliseconds >> peer.worked >> std::ws;
    std::getline(lines, peer.name);
    peer.wrong = compare(read_peer_results(folder / file, truth.totals.size()), truth);
    peers.push_back(peer);
  }
  return peers;
}

void print(const Timed& timed, const Timed& base) {
  std::printf("R36-A-files %s %.0f ms, ratio %.2f, processors %.0f ms, ratio %.2f, wrong totals %zu",
              timed.name.c_str(), timed.milliseconds, timed.milliseconds / base.milliseconds, timed.worked,
              timed.worked / base.worked, timed.wrong.totals);
  if (timed.wrong.ranks > 0) std::printf(", wrong ranks %zu", timed.wrong.ranks);
  std::printf("\n");
}

int run(std::size_t officers, int rounds, bool peers) {
  const Workload work(officers);
  const Results truth = reference(work);
  const fs::path folder = fs::path(CWP_BENCH_DIR) / "r36_files";
  const double megabytes = double(write_input_files(work, folder)) / 1e6;
  const CheckedRulebook rules = load_and_check(read_source(kRulebook).value()).value();
  std::vector<Timed> programs(4), readers(2);
  for (std::size_t i = 0; i < programs.size(); ++i)
    programs[i].name = std::string(i < 2 ? "cwp" : "cwp, all tables") + (i % 2 == 0 ? ", 1 thread" : ", 2 threads");
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < programs.size(); ++i) {
      const int threads = 1 + int(i % 2);
      run_program(folder, threads, i >= 2, programs[i]);
      const fs::path results = folder / "results";
      programs[i].wrong =
          compare(i < 2 ? read_cwp_standing(results, officers) : read_cwp_results(results, officers), truth);
      if (i < 2) readers[i].milliseconds = std::min(readers[i].milliseconds, run_reader(folder, threads, rules));
    }
  for (std::size_t i = 0; i < readers.size(); ++i)
    std::printf("R36-A-files reading alone, %s: %.0f MB of figures and their roster in %.0f ms, %.0f MB/s\n",
                programs[i].name.c_str(), megabytes, readers[i].milliseconds,
                1e3 * megabytes / readers[i].milliseconds);
  const Timed& base = programs[1];
  std::printf("R36-A-files ratios are to %s\n", base.name.c_str());
  for (const Timed& program : programs) print(program, base);
  Targets targets;
  targets.add("reading CSV with errors and quotes, one thread", 1e3 * megabytes / readers[0].milliseconds, "MB/s",
              Targets::Bound::at_least, 500, base.wrong.totals);
  if (peers) {
    double best = std::numeric_limits<double>::infinity();
    for (const Timed& peer : run_peers(folder, 3, truth)) {
      print(peer, base);
      best = std::min(best, peer.milliseconds);
    }
    targets.add("CSV to CSV, the best peer's time / time", best / base.milliseconds, "x", Targets::Bound::at_least, 8,
                base.wrong.totals);
  }
  targets.print();
  const bool right =
      std::all_of(programs.begin(), programs.end(), [](const Timed& one) { return one.wrong.nothing(); });
  return right ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace cwp::r36

int main(int count, char** arguments) {
  std::size_t officers = 1'000'000;
  int rounds = 5;
  bool peers = true;
  try {
    for (int i = 1; i < count; ++i) {
      const std::string argument = arguments[i];
      if (argument.rfind("--officers=", 0) == 0)
        officers = std::stoul(argument.substr(11));
      else if (argument.rfind("--rounds=", 0) == 0)
        rounds = std::stoi(argument.substr(9));
      else if (argument == "--no-peers")
        peers = false;
      else if (argument.rfind("--benchmark_", 0) != 0)
        throw std::runtime_error("unknown option " + argument);
    }
    return cwp::r36::run(officers, rounds, peers);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "r36_files_bench: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
