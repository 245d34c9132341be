#pragma once
// starter_rulebook: something to begin with: a small rulebook that works, with a remark on each line that will change.

#include <string>

#include "cwp/diagnostic.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// The text of a rulebook without errors or warnings, with remarks in `language` and a test that holds. Both languages
/// say the same rules.
std::string starter_rulebook(Language language = Language::en);

}  // namespace cwp
