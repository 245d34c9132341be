#pragma once
// load: YAML text to Rulebook. Every problem is reported, in file order; what could be read is still there afterwards.

#include <span>

#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/rulebook.hpp"

namespace CWP_API cwp {

/// Reads a rulebook, and what it `extends`: one of `bases`, by the path from the folder of the rulebook that says so;
/// or, when `source` was read from a file, a file in its folder or below. A text in memory reads no file. partial() is
/// there unless a text is not YAML at all or a base is not to be had. Sees no clock.
Result<Rulebook> load(const Source& source, std::span<const Source> bases = {});

}  // namespace cwp
