#include "bench/r36/scaling.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "bench/r36/chart.hpp"
#include "bench/r36/contestant.hpp"
#include "bench/r36/reference.hpp"
#include "bench/r36/timing.hpp"

namespace cwp::r36 {
namespace {

constexpr std::size_t kSmallest = 1'000, kFlatFrom = 10'000, kFlatTo = 10'000'000;
constexpr double kFlat = 1.3;
constexpr int kRounds = 5;

struct Size {
  explicit Size(std::size_t officers) : work(officers), truth(reference(work)) {
    for (const unsigned threads : {1U, 2U}) {
      if (auto hand = hand_written(work, threads)) add(std::move(*hand));
      add(*cwp_engine(work, {threads}));
    }
  }
  void add(Contestant one) {
    timed.push_back({one.name, one.run, one.binding});
    contestants.push_back(std::move(one));
  }

  Workload work;
  Results truth;
  std::vector<Contestant> contestants;
  std::vector<Timed> timed;
};

/// The largest time per officer over the smallest, of the sizes that are to be equal.
double spread_of(const Chart::Line& line) {
  double low = INFINITY, high = 0;
  for (const auto& [officers, nanoseconds] : line.points)
    if (officers >= kFlatFrom) low = std::min(low, nanoseconds), high = std::max(high, nanoseconds);
  return high / low;
}

}  // namespace

bool measure_scaling(const Options& options, Targets& targets) {
  std::vector<std::unique_ptr<Size>> sizes;
  for (std::size_t officers = kSmallest; officers <= options.largest; officers *= 10)
    sizes.push_back(std::make_unique<Size>(officers));
  // A small size is over before the clock has a quiet moment to find: it has more turns.
  const int most_turns = 40;
  for (int round = 0; round < kRounds; ++round)
    for (const auto& size : sizes)
      measure(size->timed, std::clamp(static_cast<int>(4'000'000 / size->work.officers()), 1, most_turns));

  Chart chart{"R36: time for an officer", "officers", "nanoseconds an officer", true, {}};
  const std::string engine = "cwp " + std::string(to_text(best_isa())) + on_threads(1);
  Chart::Line whole, bound{engine + ", behind binding", {}};
  std::size_t wrong = 0;
  bool right = true;
  for (const auto& size : sizes) {
    const auto officers = static_cast<double>(size->work.officers());
    for (std::size_t i = 0; i < size->timed.size(); ++i) {
      const Timed& timed = size->timed[i];
      const Wrong found = compare(size->contestants[i].deliver(), size->truth);
      right = right && found.nothing();
      const double each = 1e6 * timed.milliseconds / officers, each_bound = 1e6 * timed.bound / officers;
      std::printf("R36-C %zu officers, %s: %.2f ms, %.2f ns an officer", size->work.officers(), timed.name.c_str(),
                  timed.milliseconds, each);
      if (timed.binding) std::printf(", behind binding %.2f", each_bound);
      std::printf(", wrong totals %zu\n", found.totals);
      if (chart.lines.size() <= i) chart.lines.push_back({timed.name, {}});
      chart.lines[i].points.emplace_back(officers, each);
      if (timed.name != engine) continue;
      whole.points.emplace_back(officers, each);
      bound.points.emplace_back(officers, each_bound);
      wrong += found.totals;
    }
  }
  chart.lines.push_back(bound);
  write_svg(chart, options.charts / "r36-officers.svg");
  if (options.largest >= kFlatTo) {
    const std::string flat = "C, 10k to 10M officers, longest / shortest time an officer";
    targets.add(flat, spread_of(whole), "x", Targets::Bound::at_most, kFlat, wrong);
    targets.add(flat + ", behind binding", spread_of(bound), "x", Targets::Bound::at_most, kFlat, wrong);
  }
  return right;
}

}  // namespace cwp::r36
