#pragma once
// base_source: the text of the rulebook that another one is built on.

#include <span>
#include <string>

#include "cwp/result.hpp"

namespace cwp {

/// The base that `written`, the value of `extends` in the rulebook `from`, names: a path relative to the folder of
/// `from`. It is one of `given`, by name, or, when `from` is a file, the file of that name, which must lie in the
/// folder of `root`, the rulebook that was asked for, or below, links followed. Problems, at `written`: `base-outside`,
/// `base-unreadable`; and those of read_source.
Result<Source> base_source(const SourceText& written, const Source& from, const Source& root,
                           std::span<const Source> given);

/// The name that the base has: the path `written` from the folder of `from` on.
std::string base_name(const std::string& written, const Source& from);
/// The name of a Source as names are compared: without `.`, and without `..` where it can be.
std::string tidy_path(const std::string& name);

}  // namespace cwp
