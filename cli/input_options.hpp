#pragma once
// The options that say which data to read; `score`, `explain` and `moved` share them.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/progress_line.hpp"
#include "cwp/read_csv.hpp"

namespace CLI {
class App;
}

namespace cwp {

struct InputOptions {
  std::string directory, roster, span, known_at, encoding, delimiter;
  std::vector<std::string> metrics, duty, events;
  int threads = 1;  // that read, where the command has a number of them
};

void add_input_options(CLI::App& app, InputOptions& options);

/// Why these options cannot be used together, or cannot be used yet; empty: they can.
std::string refusal(const InputOptions& options);

/// What of them the reader is told.
CsvInputs csv_inputs(const InputOptions& options);

/// Reads the data, as `line` shows; errors are printed.
std::optional<Dataset> read_inputs(const InputOptions& options, const CheckedRulebook& rules, Language language,
                                   ProgressLine& line);

/// `2026-03-01..2026-03-31`; nothing for anything else, and when the end is before the start.
std::optional<DayRange> parse_day_range(const std::string& text);

/// `arrests=march.csv`: the table and its file; nothing where one of them is missing.
std::optional<std::pair<std::string, std::string>> split_events(const std::string& text);

}  // namespace cwp
