#pragma once
// load: YAML text to Rulebook. Every problem is reported, in file order; what could be read is still there afterwards.

#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/rulebook.hpp"

namespace CWP_API cwp {

/// Reads a rulebook. partial() is there unless the text is not YAML at all. Pure: reads no file, sees no clock.
Result<Rulebook> load(const Source& source);

}  // namespace cwp
