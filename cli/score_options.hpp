#pragma once
// The options of `cwp score`, and what of the scores they ask for.

#include <optional>
#include <string>

#include "cli/input_options.hpp"
#include "cli/period_options.hpp"
#include "cli/print.hpp"
#include "cwp/output_format.hpp"
#include "cwp/score.hpp"

namespace cwp {

struct ScoreCommandOptions {
  std::string rulebook, out;
  InputOptions inputs;
  std::string columns;  ///< a column file in place of the inputs
  PeriodOptions periods;
  bool strict = false, force = false, no_progress = false;
  std::string format;
  OutputOptions output;
  int threads = 1;
  std::string isa = "best";
  bool profile = false;
  LanguageOption lang;
};

void add_score_options(CLI::App& app, ScoreCommandOptions& options);

/// Why these options cannot be used together, or cannot be used yet; empty: they can.
std::string refusal(const ScoreCommandOptions& options);

/// Nothing: there is no such period in this calendar.
std::optional<ScoreOptions> score_options(const ScoreCommandOptions& options, const Calendar& calendar);

}  // namespace cwp
