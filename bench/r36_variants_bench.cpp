// Workload A where it is less convenient: each variant against the plain work of as many officers, on one thread.
// docs/performance.md says how to read the lines. It ends with 1 where a variant's figures or ranks are not those of
// the exact evaluator.
//
// r36_variants_bench [--officers=N] [--checked=N] [--rounds=N]

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <stdexcept>

#include "bench/r36_variants/variants.hpp"

using cwp::r36::Variant;
using cwp::r36::VariantRun;
using cwp::r36::variants;

namespace {

/// More than any cache holds, written from one end to the other.
void empty_caches() {
  static std::vector<unsigned char> memory(std::size_t{512} << 20);
  for (std::size_t i = 0; i < memory.size(); i += 64) ++memory[i];
}

/// One of those that are timed in turn, and the least processor time of its rounds: the machine may have other work.
struct Timed {
  const Variant* variant;
  VariantRun work;
  double seconds = std::numeric_limits<double>::infinity();
  std::size_t judged = 0;

  Timed(const Variant& which, std::size_t officers) : variant(&which), work(which, officers) {}
  void measure() {
    if (variant->cold) empty_caches();
    const std::clock_t start = std::clock();
    if (variant->by_score)
      work.run_score();
    else
      judged = work.run().judged;
    seconds = std::min(seconds, double(std::clock() - start) / CLOCKS_PER_SEC);
  }
};

int run(std::size_t officers, std::size_t checked, int rounds) {
  bool right = true;
  const std::vector<Variant> all = variants();
  const auto kept = std::find_if(all.begin(), all.end(), [](const Variant& one) { return one.by_score; });
  for (const Variant& variant : all) {
    const std::size_t some = variant.kept ? officers / 10 : officers;
    std::vector<std::unique_ptr<Timed>> in_turn;
    in_turn.push_back(std::make_unique<Timed>(all.front(), some));
    if (variant.kept) in_turn.push_back(std::make_unique<Timed>(*kept, some));
    in_turn.push_back(std::make_unique<Timed>(variant, some));
    for (int round = 0; round < (variant.kept ? (rounds + 2) / 3 : rounds); ++round)
      for (const auto& timed : in_turn) timed->measure();
    const VariantRun small(variant, checked);
    const bool same = small.everything(false) == small.everything(true);
    right = right && same;
    const Timed& own = *in_turn.back();
    std::printf("R36-A variant, %s: %zu officers, 1 thread, %.1f ns an officer, ratio to plain %.2f",
                variant.name.c_str(), some, 1e9 * own.seconds / double(some), own.seconds / in_turn.front()->seconds);
    if (variant.kept) std::printf(", to everything kept %.2f", own.seconds / in_turn[1]->seconds);
    std::printf(", judged %zu, %s\n", own.judged,
                same ? "figures and ranks are the exact evaluator's" : "figures or ranks are WRONG");
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
