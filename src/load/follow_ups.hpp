#pragma once
// Problems that only follow from others of the same rulebook: whoever mends those has mended these.

#include <vector>

#include "cwp/rulebook.hpp"

namespace cwp {

/// Takes away what is said of a name only because a part that uses or makes it could not be read, and of the marks of a
/// category only because one of its items could not. Where nothing else is wrong, nothing is taken away.
/// O(problems of both kinds).
void drop_follow_ups(const Rulebook& rulebook, std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
