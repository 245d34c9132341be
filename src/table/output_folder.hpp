#pragma once
// results_in: which files of a folder are results of an earlier run.

#include <filesystem>
#include <set>
#include <string>

namespace cwp {

/// What the receipt of a folder names and nobody has touched since: results that are replaced as a whole.
std::set<std::string> results_in(const std::filesystem::path& folder);

}  // namespace cwp
