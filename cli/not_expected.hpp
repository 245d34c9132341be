#pragma once
// not_expected: an argument that no command or option takes, and what was probably meant.

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace cwp {

/// After a parse that failed: a sentence in English, as the parser says its own, about the first command or option that
/// there is none of; nothing where all were known. It comes before what is missing: who writes --otu misses --out.
std::optional<std::string> not_expected(const CLI::App& app);

}  // namespace cwp
