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
  std::function<void()> run;         ///< from the columns to totals, categories and both ranks
  std::function<Results()> deliver;  ///< what the last run found, in the form in which it is compared
};

/// One officer a row, one rule after the other, std::sort for the ranks: how one would write it without a thought of
/// speed, but exactly.
Contestant scalar_rows(const Workload& work);

/// By hand for this work alone, with AVX-512, straight from the columns. Nothing where the processor lacks it.
std::optional<Contestant> avx512(const Workload& work, unsigned threads);

/// cwp by an ordinary rulebook, from columns in memory to a sink; the binding of the rulebook to the columns included.
/// Nothing where the processor lacks the instruction set.
std::optional<Contestant> cwp_engine(const Workload& work, unsigned threads, Isa isa);

}  // namespace cwp::r36
