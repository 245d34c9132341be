#pragma once
// What `cwp compare` and `cwp whatif` share: one set of data scored by two rulebooks, and what that changes.

#include <string>
#include <vector>

#include "cli/input_options.hpp"
#include "cli/period_options.hpp"
#include "cli/print.hpp"
#include "cwp/check.hpp"

namespace cwp {

struct ComparisonOptions {
  InputOptions inputs;
  PeriodOptions periods;
  std::vector<std::string> by;
  std::string out;
  bool force = false, bom = false;
  int threads = 1;
  bool no_progress = false;
  LanguageOption lang;
};

void add_comparison_options(CLI::App& app, ComparisonOptions& options);

/// Reads, scores twice, prints and writes; returns the exit code.
int run_comparison(const CLI::App& command, const ComparisonOptions& options, const CheckedRulebook& before,
                   const CheckedRulebook& after);

}  // namespace cwp
