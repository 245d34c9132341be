#pragma once
// RULEBOOK: the first argument of most commands.

#include <optional>
#include <string>

#include "cwp/check.hpp"

namespace CLI {
class App;
}

namespace cwp {

void add_rulebook_argument(CLI::App& app, std::string& path);

/// Reads and checks the rulebook; errors are printed. Of warnings only their number is: `cwp check` shows them.
std::optional<CheckedRulebook> read_rulebook(const std::string& path, Language language);

}  // namespace cwp
