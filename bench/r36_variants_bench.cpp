// Workload A where it is less convenient: each variant against the plain work of as many officers, on one thread.
// docs/performance.md says how to read the lines. It ends with 1 where a variant's figures or ranks are not those of
// the exact evaluator.
//
// r36_variants_bench [--officers=N] [--checked=N] [--rounds=N]

#include <cstdio>
#include <map>
#include <numeric>
#include <stdexcept>

#include "bench/r36/timing.hpp"
#include "bench/r36_variants/variants.hpp"

using namespace cwp::r36;

namespace {

/// More than any cache holds, written from one end to the other.
void empty_caches() {
  static std::vector<unsigned char> memory(std::size_t{512} << 20);
  for (std::size_t i = 0; i < memory.size(); i += 64) ++memory[i];
}

struct Measured {
  double milliseconds = std::numeric_limits<double>::infinity();
  cwp::ScoringReport report;
};

Measured measured(const Variant& variant, std::size_t officers, int rounds) {
  VariantRun work(variant, officers);
  Measured best;
  for (int round = 0; round < rounds; ++round) {
    if (variant.cold) empty_caches();
    cwp::ScoringReport report;
    const double took = milliseconds_of([&] {
      if (variant.by_score)
        work.run_score();
      else
        report = work.run();
    });
    if (took < best.milliseconds) best = {took, std::move(report)};
  }
  return best;
}

int run(std::size_t officers, std::size_t checked, int rounds) {
  bool right = true;
  std::map<std::size_t, double> plain;  // nanoseconds an officer, by how many
  for (const Variant& variant : variants()) {
    const std::size_t some = variant.kept ? officers / 10 : officers;
    if (!plain.contains(some))
      plain[some] = 1e6 * measured(variants().front(), some, rounds).milliseconds / double(some);
    const Measured best = measured(variant, some, variant.kept ? (rounds + 2) / 3 : rounds);
    const VariantRun small(variant, checked);
    const bool same = small.everything(false) == small.everything(true);
    right = right && same;
    const double each = 1e6 * best.milliseconds / double(some);
    std::printf("R36-A variant, %s: %zu officers, 1 thread, %.2f ns an officer, ratio to plain %.2f, judged %zu, %s\n",
                variant.name.c_str(), some, each, each / plain[some], best.report.judged,
                same ? "figures and ranks are the exact evaluator's" : "WRONG");
    std::fflush(stdout);
  }
  return right ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    std::size_t officers = 1'000'000, checked = 2'000;
    int rounds = 9;
    for (int i = 1; i < count; ++i) {
      const std::string argument = arguments[i];
      if (argument.starts_with("--officers="))
        officers = std::stoul(argument.substr(11));
      else if (argument.starts_with("--checked="))
        checked = std::stoul(argument.substr(10));
      else if (argument.starts_with("--rounds="))
        rounds = std::stoi(argument.substr(9));
      else if (!argument.starts_with("--benchmark_"))
        throw std::runtime_error("unknown option " + argument +
                                 "; r36_variants_bench [--officers=N] [--checked=N] [--rounds=N]");
    }
    return run(officers, checked, rounds);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "r36_variants_bench: %s\n", error.what());
    return 1;
  }
}
