#pragma once
// The options that say which periods are published; `score` and `moved` share them.

#include <optional>
#include <string>
#include <vector>

#include "cwp/score.hpp"

namespace CLI {
class App;
}

namespace cwp {

struct PeriodOptions {
  std::string from, to, period;
  std::vector<std::string> grains;
  bool provisional = false;
};

void add_period_options(CLI::App& app, PeriodOptions& options);

/// That there is no such period, and which may have been meant.
std::string no_period(const std::string& text, const Calendar& calendar, const std::string& option = "--period");

/// Why these options cannot be used together; empty: they can.
std::string refusal(const PeriodOptions& options);

/// `--period` alone publishes that very period; with `--grain` the periods of those grains inside it. Nothing: there is
/// no such period in this calendar.
std::optional<ScoreOptions> score_options(const PeriodOptions& options, const Calendar& calendar);

}  // namespace cwp
