#pragma once
// input_digest: which file an input is whose reader did not say so.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cwp/dataset.hpp"

namespace cwp {

/// Rows of CSV text, header included, blank lines not; line breaks inside quotes do not count.
std::uint64_t csv_rows(std::string_view text);
/// Reads the file at `path`; nothing when it cannot be read. O(size), holds the file in memory.
std::optional<InputDigest> input_digest(const std::string& path);

}  // namespace cwp
