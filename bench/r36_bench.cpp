// The work R36 (docs/performance.md): how long everybody takes for it, whether they are right, and what of the target
// table is met. Ratios are to the hand-written vectors on one thread. It ends with 1 when somebody who should be exact
// is not, or a peer is not there.
//
// r36_bench [--officers=N] [--largest=N] [--rounds=N] [--no-peers] [--only=TEXT] [--charts=FOLDER]

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string_view>
#include <thread>

#include "bench/r36/bandwidth.hpp"
#include "bench/r36/chart.hpp"
#include "bench/r36/contestant.hpp"
#include "bench/r36/hand/kernel.hpp"
#include "bench/r36/options.hpp"
#include "bench/r36/peers.hpp"
#include "bench/r36/reference.hpp"
#include "bench/r36/scaling.hpp"
#include "bench/r36/targets.hpp"
#include "bench/r36/timing.hpp"

namespace cwp::r36 {
namespace {

constexpr int kStints = 3;
constexpr double kNone = std::numeric_limits<double>::infinity();

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

std::filesystem::path hand_program_source() {
  if (const char* const folder = std::getenv("CWP_R36_DIR")) return folder;
  const std::filesystem::path beside = CWP_ROOT_DIR "/../shared/r36";
  return std::filesystem::exists(beside / "bench.cpp") ? beside.lexically_normal() : std::filesystem::path();
}

/// Workload A, and what hangs on it.
class MonthOfAMillion {
 public:
  explicit MonthOfAMillion(const Options& options)
      : options_(options), work_(options.officers), truth_(reference(work_)) {
    for (const unsigned threads : {1U, 2U}) add(hand_written(work_, threads));
    has_hand_ = !all_.empty();
    if (!has_hand_) std::printf("R36-A hand-written: skipped, this processor has neither AVX-512 nor AVX2\n");
    add(hand_written(work_, 1, true));
    for (const Isa isa : {Isa::avx512, Isa::avx2, Isa::baseline}) add(cwp_engine(work_, {1, isa}));
    add(cwp_engine(work_, {2}));
    add(cwp_engine(work_, {1, best_isa(), true}));
    add(cwp_engine(work_, {1, best_isa(), false, true}));
    add(scalar_rows(work_));
    all_.erase(std::remove_if(all_.begin() + 1, all_.end(),
                              [&](const Contestant& one) { return one.name.find(options.only) == std::string::npos; }),
               all_.end());
    for (const unsigned threads : {1U, 2U})
      readers_.push_back(
          {on_threads(threads).substr(2), [this, threads] { read_ += read_columns(work_.columns, threads); }});
    doubles_.resize(work_.officers() * kMetrics, 1.0);
    readers_.push_back({"1 thread, doubles", [this] { read_ += read_doubles(doubles_); }});
    for (const Contestant& one : all_) timed_.push_back({one.name, one.run, one.binding});
  }

  void measure() {
    const auto folder = std::filesystem::path(CWP_BENCH_DIR) / "r36";
    const std::filesystem::path source = avx512_kernel() != nullptr ? hand_program_source() : std::filesystem::path();
    const auto keep_best = [](auto& best, auto runs) {
      if (best.empty()) best = runs;
      for (std::size_t i = 0; i < runs.size(); ++i)
        best[i].milliseconds = std::min(best[i].milliseconds, runs[i].milliseconds);
    };
    // Everybody has a turn in each stint: within a minute the machine may change its mind.
    for (int stint = 0; stint < kStints; ++stint) {
      const int rounds = (options_.rounds + kStints - 1) / kStints;
      r36::measure(readers_, rounds);
      r36::measure(timed_, rounds);
      for (const Contestant& one : all_)
        for (int round = 0; one.take_over && round < rounds; ++round)
          taking_over_ = std::min(taking_over_, one.take_over());
      if (!source.empty()) {
        const std::vector<HandRun> runs = run_hand_program(source, folder);
        for (const HandRun& run : runs) medians_[run.name].push_back(run.median);
        keep_best(hand_, runs);
      }
      if (options_.peers) keep_best(peers_, run_peers(work_, truth_, folder, 2));
    }
  }

  /// Prints everybody; false where somebody is wrong who should not be.
  bool print() {
    const double figures = static_cast<double>(work_.officers()) * kMetrics;
    for (const Timed& reader : readers_) {
      const double megabytes = figures * (&reader == &readers_.back() ? sizeof(double) : sizeof(std::uint16_t)) / 1e6;
      std::printf("R36-A read bandwidth %.0f MB in %.2f ms, %.1f GB/s, %s\n", megabytes, reader.milliseconds,
                  megabytes / reader.milliseconds, reader.name.c_str());
    }
    std::printf("R36-A ratios are to %s\n", all_.front().name.c_str());
    bool right = read_ != 0;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Wrong wrong = compare(all_[i].deliver(), truth_);
      right = right && wrong.nothing();
      wrong_.push_back(wrong.totals);
      print(all_[i].name, timed_[i].milliseconds, wrong);
      if (!all_[i].items) continue;
      const std::size_t items = wrong_items(all_[i].items(), work_);
      right = right && items == 0;
      std::printf("R36-A %s: wrong items %zu\n", all_[i].name.c_str(), items);
    }
    for (const HandRun& other : hand_) print(other.name, other.milliseconds, other.wrong);
    for (const HandRun& other : hand_)
      std::printf("R36-A medians, %s: %.2f ms\n", other.name.c_str(), median_of(medians_.at(other.name)));
    for (const Timed& timed : timed_)
      std::printf("R36-A medians, %s: %.2f ms\n", timed.name.c_str(), median_of(timed.all));
    for (const PeerRun& other : peers_) print(other.name, other.milliseconds, other.wrong);
    for (const HandRun& other : hand_) right = right && other.wrong.nothing();
    for (const PeerRun& other : peers_) right = right && (!other.exact || other.wrong.nothing());
    return right;
  }

  void add_to(Targets& targets) const {
    const std::string best = "cwp " + std::string(to_text(best_isa()));
    // The better form's median: a process of its own lies elsewhere in memory each time, and its best is one of luck.
    const auto hand = [&](bool stores_items) {
      double least = kNone;
      for (const HandRun& run : hand_)
        if (run.stores_items == stores_items) least = std::min(least, median_of(medians_.at(run.name)));
      return least < kNone ? least : median_of_all(hand_name() + (stores_items ? ", items kept" : ""));
    };
    const auto peer = [&](std::string_view name) {
      for (const PeerRun& run : peers_)
        if (run.name.find(name) != std::string::npos) return run.milliseconds;
      return kNone;
    };
    const double own = time_of(best);
    const auto ratio = [&](const std::string& work, const std::string& of, double a, double b, Targets::Bound bound,
                           double target) {
      if (a < kNone && b < kNone) targets.add(work, a / b, "x", bound, target, wrong_of(of));
    };
    constexpr auto kMost = Targets::Bound::at_most, kLeast = Targets::Bound::at_least;
    const std::string rival = hand_.empty() ? hand_name() : "r36";
    ratio("A, AVX-512, median / " + rival + "'s", "cwp avx512", median_of_all("cwp avx512"), hand(false), kMost, 1.25);
    ratio("A, AVX2, median / " + rival + "'s", "cwp avx2", median_of_all("cwp avx2"), hand(false), kMost, 1.75);
    ratio("A, numpy's time / time", best, peer("numpy"), own, kLeast, 60);
    ratio("A, DuckDB's in integer cents / time", best, peer("integer cents"), own, kLeast, 80);
    ratio("A, polars' time / time", best, peer("polars"), own, kLeast, 100);
    ratio("A, time to read the columns / time", best, readers_[0].milliseconds, own, kLeast, 0.25);
    ratio("A, time of one thread / of two", best, own, time_of(best, 2), kLeast, 1.8);
    const std::string stored = best + ", items kept", doubles = best + ", undeclared doubles";
    ratio("every item stored, median / " + rival + "'s", stored, median_of_all(stored), hand(true), kMost, 1.2);
    ratio("undeclared doubles, time behind binding / typed columns'", doubles, time_of(doubles), own, kMost, 1.1);
    ratio("undeclared doubles, taking them over / reading them", doubles, taking_over_, readers_.back().milliseconds,
          kMost, 1.5);
  }

  void draw() const {
    Chart chart{"R36: a million officers, one month", "threads", "milliseconds", false, {}};
    for (const std::string& who : {hand_name(), "cwp " + std::string(to_text(best_isa()))})
      if (time_of(who, 2) < kNone) chart.lines.push_back({who, {{1, time_of(who, 1)}, {2, time_of(who, 2)}}});
    if (!chart.lines.empty()) write_svg(chart, options_.charts / "r36-threads.svg");
  }

 private:
  void add(std::optional<Contestant> one) {
    if (one) all_.push_back(std::move(*one));
  }
  static std::string hand_name() {
    return std::string("hand-written ") + (best_kernel() != nullptr ? best_kernel()->name : "");
  }
  double time_of(const std::string& who, unsigned threads = 1) const {
    for (const Timed& timed : timed_)
      if (timed.name == who + on_threads(threads)) return timed.milliseconds;
    return kNone;
  }
  double median_of_all(const std::string& who) const {
    for (const Timed& timed : timed_)
      if (timed.name == who + on_threads(1)) return median_of(timed.all);
    return kNone;
  }
  std::size_t wrong_of(const std::string& who) const {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_[i].name.rfind(who + ", ", 0) == 0) wrong += wrong_[i];
    return wrong;
  }
  void print(const std::string& who, double milliseconds, const Wrong& wrong) const {
    std::printf("R36-A %s %.*f ms, ratio %.2f, wrong totals %zu", who.c_str(), milliseconds < 100 ? 2 : 0, milliseconds,
                milliseconds / timed_.front().milliseconds, wrong.totals);
    if (wrong.categories > 0) std::printf(", wrong categories %zu", wrong.categories);
    if (wrong.ranks > 0) std::printf(", wrong ranks %zu", wrong.ranks);
    std::printf("\n");
  }

  const Options& options_;
  Workload work_;
  Results truth_;
  bool has_hand_ = false;
  std::vector<double> doubles_;
  double taking_over_ = kNone;  ///< of the undeclared doubles
  std::uint64_t read_ = 0;
  std::vector<Contestant> all_;
  std::vector<std::size_t> wrong_;  ///< totals, by contestant
  std::vector<Timed> readers_, timed_;
  std::vector<HandRun> hand_;
  std::map<std::string, std::vector<double>> medians_;  ///< of each stint, by form
  std::vector<PeerRun> peers_;
};

void measure_rulebook(Targets& targets) {
  const std::string rulebook = forty_items();
  std::vector<Timed> timed = {{"", [&] { load_check_compile(rulebook); }}};
  measure(timed, 21);
  std::printf("R36-A a rulebook of 40 items: read, checked and compiled in %.2f ms\n", timed[0].milliseconds);
  targets.add("a rulebook of 40 items, read, checked, compiled", timed[0].milliseconds, "ms", Targets::Bound::at_most,
              5, {});
}

int run(const Options& options) {
  print_machine();
  Targets targets;
  bool right = true;
  {
    MonthOfAMillion month(options);
    month.measure();
    right = month.print();
    month.add_to(targets);
    month.draw();
  }
  measure_rulebook(targets);
  right = measure_scaling(options, targets) && right;
  targets.print();
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
