#pragma once
// Those who do the work R36 in this process. Each has its own form of input and output; only `run` is timed.

#include <functional>
#include <optional>
#include <string>

#include "bench/r36/results.hpp"
#include "bench/r36/workload.hpp"
#include "cwp/isa.hpp"

namespace cwp::r36 {

struct Contestant {
  std::string name;
  std::function<void()> run;                  ///< from the columns to totals, categories and both ranks
  std::function<Results()> deliver;           ///< what the last run found, in the form in which it is compared
  std::function<const ItemColumns&()> items;  ///< likewise its items, where they are kept
  /// Milliseconds of the last run in which the program for these columns was made.
  std::function<double()> binding;
  /// Takes the columns over once more, where that is a work of its own; the milliseconds.
  std::function<double()> take_over;
};

inline std::string on_threads(unsigned threads) {
  return ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

/// One officer a row, one rule after the other, std::sort for the ranks: how one would write it without a thought of
/// speed, but exactly.
Contestant scalar_rows(const Workload& work);

/// By hand for this work alone, with AVX-512, else AVX2, straight from the columns. Nothing where the processor has
/// neither.
std::optional<Contestant> hand_written(const Workload& work, unsigned threads, bool keep_items = false);

/// How cwp gets its columns and what it keeps.
struct EngineForm {
  unsigned threads = 1;
  Isa isa = best_isa();
  bool keep_items = false;
  bool undeclared = false;  ///< doubles, by a rulebook that promises nothing of them
};

/// cwp by an ordinary rulebook, from columns in memory to a sink; the binding of the rulebook to the columns included.
/// Nothing where the processor lacks the instruction set.
std::optional<Contestant> cwp_engine(const Workload& work, const EngineForm& form);

/// r36.yaml with four more items.
std::string forty_items();
/// Reads, checks and compiles a rulebook. Throws std::runtime_error where it is refused.
void load_check_compile(const std::string& rulebook);

}  // namespace cwp::r36
