#pragma once
// Clocks: everybody in turn, so that a slow minute of the machine is slow for all.

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace cwp::r36 {

/// Something that is timed; the best of its rounds.
struct Timed {
  std::string name;
  std::function<void()> run;
  std::function<double()> binding = {};  ///< milliseconds of the last run that went into binding, where there are any
  double milliseconds = std::numeric_limits<double>::infinity();
  double bound = std::numeric_limits<double>::infinity();  ///< of the best round without its binding
  std::vector<double> all = {};                            ///< milliseconds of each run
};

/// The middle one.
inline double median_of(std::vector<double> figures) {
  if (figures.empty()) return std::numeric_limits<double>::infinity();
  const auto middle = figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 2);
  std::nth_element(figures.begin(), middle, figures.end());
  return *middle;
}

inline double milliseconds_of(const std::function<void()>& run) {
  const auto start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Runs one after another in a turn: those that have a process of their own repeat their work, too, and find in the
/// caches what they left there; r36 does so nine times.
inline constexpr int kRunsInTurn = 9, kRunsARound = 3;

inline void measure(std::vector<Timed>& all, int rounds) {
  for (int left = rounds * kRunsARound; left > 0; left -= kRunsInTurn)
    for (Timed& timed : all)
      for (int run = 0; run < std::min(left, kRunsInTurn); ++run) {
        const double took = milliseconds_of(timed.run);
        timed.milliseconds = std::min(timed.milliseconds, took);
        timed.bound = std::min(timed.bound, took - (timed.binding ? timed.binding() : 0));
        timed.all.push_back(took);
      }
}

}  // namespace cwp::r36
